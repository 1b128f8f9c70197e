import { type ActorAttribute, changedAttributes } from "#domain/actor-life.ts";
import { categoryName } from "./results.ts";

/** What use cases refuse about actors, in words. */
export const actorProblems = {
  actor_unknown: "Aktören finns inte.",
  name_missing: "Skriv aktörens namn.",
  name_long: "Namnet får ha högst 120 tecken.",
  name_taken: "En annan aktör heter redan så, nu eller tidigare. Skriv ett annat namn.",
  short_name_missing: "Skriv ett kort namn. Det står i tabeller.",
  short_name_long: "Det korta namnet får ha högst 40 tecken.",
  category_missing: "Skriv en kategori.",
  category_long: "Kategorin får ha högst 40 tecken.",
  day_invalid: "Välj en dag som finns, till exempel 2027-01-01.",
  day_before_joining: "Den dagen ligger före den dag då aktören gick med. Välj en senare.",
  day_before_leaving: "Den dagen ligger före den dag då aktören lämnade. Välj den dagen eller en senare.",
  reason_missing: "Skriv varför. Det står kvar i historiken.",
  reason_long: "Texten får ha högst 500 tecken.",
  changed_meanwhile:
    "Någon annan ändrade aktören medan du skrev. Se vad som gäller nu nedan och spara igen om det fortfarande behövs.",
  already_left: "Aktören har redan lämnat samverkan, eller ska göra det.",
  not_left: "Aktören är redan med.",
  same_actor: "Välj två olika aktörer.",
  not_now: "Omgången har släppts eller inte öppnat, så aktören kan inte ändras i den.",
  nothing_changed: "Inget är ändrat. Ändra det som är fel först.",
  round_unknown: "Omgången finns inte.",
  already_in_round: "Aktören är redan med i omgången.",
  not_member: "Aktören är inte med i samverkan i dag, så den kan inte tas med i omgången.",
};

export const attributeNames: Record<ActorAttribute, string> = {
  name: "Namn",
  shortName: "Kort namn",
  category: "Kategori",
  designated: "Utpekad",
};

type Values = { name: string; shortName: string; category: string; designated: boolean };

/** One attribute's value as it is shown: "Blåljus", "ja". */
export function attributeText(values: Values, attribute: ActorAttribute): string {
  const value = values[attribute];
  if (typeof value === "boolean") return value ? "ja" : "nej";
  return attribute === "category" ? categoryName(value) : value;
}

/** Each changed attribute with what it was and what it became. */
export function changeTexts(before: Values, after: Values): string[] {
  return changedAttributes(before, after).map(
    (attribute) =>
      `${attributeNames[attribute]}: ${attributeText(before, attribute)} → ${attributeText(after, attribute)}`,
  );
}

/** What was done to an actor, by the word in the address. */
export const actorDone: Record<string, string> = {
  tillagd: "Aktören är tillagd. Lägg till dess samordnare under Personer.",
  sparad: "Ändringen är sparad. Omgångar som redan är öppnade behåller aktören som den var.",
  lamnar: "Det är antecknat att aktören lämnar. En öppen omgång behåller den med dess svar.",
  ater: "Aktören är med igen.",
  omgang: "Aktören är med i den öppna omgången.",
  ihop: "Sammanslagningen är antecknad.",
  rattad: "Uppgiften är rättad i omgången.",
};
