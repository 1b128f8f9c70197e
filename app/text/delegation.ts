import { dayOfMoment } from "#domain/day.ts";
import { dayText } from "./dates.ts";

/** Why a delegation was not made, taken back or marked, and what to do. */
export const delegationProblems = {
  not_yours: "Det här görs av er samordnare.",
  person_missing: "Välj vem som ska svara.",
  not_contributor: "Personen är inte medarbetare hos er längre. Välj någon annan, eller lägg till personen igen.",
  already_delegated: "Grundförmågan är redan fördelad till den personen.",
  already_taken_back: "Den fördelningen är redan tillbakatagen.",
  not_delegated: "Grundförmågan är inte fördelad till dig längre, så ingenting sparades. Prata med er samordnare.",
  note_long: "Meddelandet får ha högst 2000 tecken.",
  round_not_open: "Omgången är inte öppen, så ingenting ändrades.",
  submitted: "Självskattningen är inlämnad, så ingenting ändrades. Kommer den tillbaka går det igen.",
  broken_form: "Formuläret kom inte fram helt. Försök igen.",
} as const;

/** What was done, by the word in the address. */
export const delegationDone: Record<string, string> = {
  fordelad: "Fördelningen är sparad.",
  tillbakatagen: "Fördelningen är tillbakatagen. Svaren finns kvar.",
  klar: "Sparat. Er samordnare ser att du är klar.",
  "inte-klar": "Sparat. Er samordnare ser att du inte är klar än.",
};

/** `1, 3 och 4`: base capabilities by number. */
function numbersText(numbers: readonly number[]): string {
  const texts = numbers.map(String);
  const last = texts.pop() ?? "";
  return texts.length === 0 ? last : `${texts.join(", ")} och ${last}`;
}

/** What is delegated to the contributor who reads: `Grundförmåga 1 och 3 är fördelade till dig.` */
export function delegatedText(numbers: readonly number[]): string {
  if (numbers.length === 0) return "Inget är fördelat till dig än. Er samordnare fördelar grundförmågorna.";
  return `Grundförmåga ${numbersText(numbers)} är ${numbers.length === 1 ? "fördelad" : "fördelade"} till dig.`;
}

/** From when to when somebody held a base capability: `12 februari 2026 till 3 mars 2026`. */
export function heldText({ delegatedAt, takenBackAt }: { delegatedAt: string; takenBackAt: string }): string {
  const [from, to] = [dayText(dayOfMoment(delegatedAt)), dayText(dayOfMoment(takenBackAt))];
  return from === to ? from : `${from} till ${to}`;
}
