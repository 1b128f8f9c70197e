/** Stands on every page and where one types (method § 7). */
export const secrecyNotice = "Skriv aldrig säkerhetsskyddsklassificerade uppgifter här.";

/** The mark on every page of what shows an actor's shortcomings. */
export const reportMark = "Visar var förmågan brister. Pröva sekretessen innan den lämnas ut.";
