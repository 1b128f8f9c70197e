/** Stands on every page and where one types (method § 7). */
export const secrecyNotice = "Skriv aldrig säkerhetsskyddsklassificerade uppgifter här.";
