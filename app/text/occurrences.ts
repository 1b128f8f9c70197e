import type { OccurrenceKind } from "#domain/occurrence.ts";
import { evidenceKindNames } from "./answers.ts";
import { actorsText } from "./plan.ts";

export const occurrenceKindNames: Record<OccurrenceKind, string> = {
  event: evidenceKindNames.event,
  exercise: evidenceKindNames.exercise,
};

/** Who recorded or noted: the actor's name, or the office. */
export function ownerName({ actorName }: { actorName: string | null }): string {
  return actorName ?? "Samordningskansliet";
}

/** "Fungerade inte i 3 händelser och övningar de senaste 24 månaderna, 5 aktörer säger det om sig själva." */
export function observedShortText({ occurrences, actors }: { occurrences: number; actors: number }): string {
  const where = occurrences === 1 ? "en händelse eller övning" : `${occurrences} händelser och övningar`;
  const who = actors === 0 ? "" : `, ${actorsText(actors)} säger det om sig själva`;
  return `Fungerade inte i ${where} de senaste 24 månaderna${who}.`;
}

/** `2 fungerade, 1 fungerade inte`: how many sub-capabilities have each; one can have both. */
export function observedText(observations: readonly { code: string; worked: string; shortcomings: string }[]): string {
  const codesWith = (which: "worked" | "shortcomings") =>
    new Set(observations.filter((each) => each[which] !== "").map(({ code }) => code)).size;
  const [worked, short] = [codesWith("worked"), codesWith("shortcomings")];
  const parts = [worked > 0 && `${worked} fungerade`, short > 0 && `${short} fungerade inte`].filter(Boolean);
  return parts.join(", ") || "inget noterat";
}

/** Why nothing was saved, and what to do. */
export const occurrenceProblems = {
  not_yours: "Bara den som registrerade den kan ändra den, så ingenting sparades.",
  no_participants: "Kryssa för minst en aktör som deltog.",
  unknown_participant: "En av aktörerna finns inte i registret längre. Läs om sidan och välj på nytt.",
  unknown_observation: "Iakttagelsen finns inte längre, så ingenting sparades.",
  unknown_code: "Delförmågan finns inte i den definition som gällde den dagen. Välj en ur listan.",
  too_many: "Det finns redan 100 iakttagelser från er här. Slå ihop några innan ni lägger till fler.",
  save_id_taken: "Formuläret har redan använts för något annat. Läs om sidan och försök igen.",
  removed: "Registreringen har tagits bort, så ingenting sparades.",
  stale:
    "Någon hann ändra medan du skrev, så ingenting sparades. Det som gäller nu står ovanför: jämför och spara igen.",
} as const;

/** Why actors cannot have taken part. */
export function leftText(names: readonly string[]): string {
  return `${names.join(", ")} hade lämnat samverkan den dagen. Ta bort krysset eller rätta dagen.`;
}

export const observationHints = {
  office: "Gäller alla som deltog tillsammans, och alla deltagare läser det. Skriv inte om en enskild aktör.",
  actor: "Om er egen förmåga. Läses av er, samordningskansliet och chefsgruppen, inte av andra deltagare.",
} as const;
