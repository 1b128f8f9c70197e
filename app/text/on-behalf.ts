import type { OnBehalfBasis } from "#domain/on-behalf.ts";
import { dayText } from "./dates.ts";

export const basisNames: Record<OnBehalfBasis, string> = {
  workshop: "Workshop",
  paper: "Papper",
  former_employee: "Tidigare medarbetare",
  other: "Annat",
};

/** Why the office did not begin or end filling in for an actor, or could not save. */
export const onBehalfProblems = {
  basis_missing: "Välj vad svaren bygger på.",
  basis_day_invalid: "Skriv en dag som finns, till exempel 2026-05-31.",
  basis_day_future: "Den dagen har inte varit än. Fyll i åt aktören när ni har underlaget.",
  note_missing: "Skriv vad svaren bygger på. Aktören ser det.",
  note_long: "Anteckningen är för lång. Korta den till 300 tecken.",
  already_on_behalf: "Kansliet fyller redan i åt aktören.",
  not_on_behalf: "Kansliet fyller inte i åt aktören nu, så det finns inget att avsluta.",
} as const;

export type BasisFacts = { basis: OnBehalfBasis; basisDay: string; note: string };

/** `workshop, 14 november 2026`; what was noted stands in the place of "annat". */
export function basisText({ basis, basisDay, note }: BasisFacts): string {
  return `${basis === "other" ? note : basisNames[basis].toLowerCase()}, ${dayText(basisDay)}`;
}

/** `samordningskansliet åt aktören (workshop, 14 november 2026)`. */
export function onBehalfText(facts: BasisFacts): string {
  return `samordningskansliet åt aktören (${basisText(facts)})`;
}

/** Who saved or submitted: the name, and whom for where it was not the actor's own. Null where neither is known. */
export function doneByText(name: string | null, onBehalf: BasisFacts | null): string | null {
  if (!onBehalf) return name;
  return name ? `${name}, ${onBehalfText(onBehalf)}` : onBehalfText(onBehalf);
}
