import { ACTOR_REGISTRY_NUMBER_LENGTH, APPROVAL_NOTE_LENGTH, PAPER_REFERENCE_LENGTH } from "#domain/approval-limits.ts";
import type { Remark } from "#domain/remark.ts";

/** Why a move of an assessment was refused, and what to do. */
export const approvalProblems = {
  not_yours: "Det här görs av någon annan hos aktören.",
  not_now: "Det går inte att göra nu: skattningen eller omgången har ändrats sedan sidan öppnades. Läs igenom igen.",
  other_submission: "Skattningen har lämnats in på nytt sedan sidan öppnades. Läs den nya och gör sedan om.",
  nothing_said: "Skriv minst en kommentar, så att samordnaren vet vad som ska ändras.",
  note_long: `Texten är för lång. Korta den till ${APPROVAL_NOTE_LENGTH} tecken.`,
  comment_long: `Kommentaren är för lång. Korta den till ${APPROVAL_NOTE_LENGTH} tecken.`,
  reference_long: `Texten är för lång. Korta den till ${PAPER_REFERENCE_LENGTH} tecken.`,
  registry_number_long: `Diarienumret är för långt. Korta det till ${ACTOR_REGISTRY_NUMBER_LENGTH} tecken.`,
  unknown_code: "En kommentar hörde till en delförmåga som inte finns. Ladda om sidan och försök igen.",
  paper_date_invalid: "Skriv en dag som finns, till exempel 2026-05-31.",
  paper_date_future: "Den dagen har inte varit än. Skriv dagen då pappret undertecknades.",
  reference_missing: "Skriv vad beslutet heter och var det finns.",
  reason_missing: "Skriv varför skattningen återöppnas. Aktören ser det.",
  last_day_invalid: "Skriv en dag som finns, till exempel 2026-05-31.",
  last_day_past: "Den dagen har redan passerat. Välj i dag eller en senare dag.",
  last_day_before_own: "Aktören har redan fått längre tid än så. Välj samma dag eller en senare.",
  last_day_shortens: "Omgången är öppen längre än så. Välj omgångens sista dag eller en senare.",
  unknown_actor: "Aktören ingår inte i omgången.",
  unknown_round: "Omgången finns inte.",
} as const;

export const remarkNames: Record<Remark, string> = {
  unknown: "Kan inte bedömas",
  not_applicable: "Ej tillämplig",
  below_minimum: "Under lägstanivån",
  differs_from_proposal: "Annan nivå än den föreslagna",
  proven: "Högsta nivån, prövad",
};
