import { notFound } from "#http/responses.ts";
import { dayText } from "#text/dates.ts";

type Problem = "unknown_round" | "unknown_actor" | "unknown_code" | "not_directed";

/** To throw: the 404 page for what the address names and the survey does not have. */
export function unknownPart(problem: Problem, params: { year?: string; code?: string }): Response {
  if (problem === "unknown_round") return notFound(`Omgången ${params.year} finns inte.`);
  if (problem === "unknown_actor") return notFound(`Aktören ingår inte i omgången ${params.year}.`);
  return notFound(`Delförmågan ${params.code} finns inte i omgången ${params.year}.`);
}

/** Where one actor's self-assessment lies; its pages are under it. */
export function surveyPath(year: number, actorId: string): string {
  return `/skattning/${year}/${encodeURIComponent(actorId)}`;
}

type Standing = { isOpen: boolean; state: string; assessmentState: string; closingDay: string };

/** Why an assessment cannot be changed, or null where it can. `mayWrite`: the reader is one who fills it in. */
export function readOnlyReason(
  { isOpen, state, assessmentState, closingDay }: Standing,
  mayWrite: boolean,
): string | null {
  if (state === "planned") return "Omgången har inte öppnat än. Då kan svaren börja fyllas i.";
  if (assessmentState !== "draft") return "Självskattningen är inlämnad och kan inte ändras.";
  if (!isOpen) return `Omgången stängde senast ${dayText(closingDay)}. Svaren kan läsas men inte ändras.`;
  return mayWrite ? null : "Du kan läsa svaren. Aktörens samordnare fyller i dem.";
}
