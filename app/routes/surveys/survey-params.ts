import type { Role } from "#domain/access.ts";
import { mayRoleMove } from "#domain/assessment.ts";
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

/** Where the office follows and acts on one actor in a round. */
export function roundActorPath(year: number, actorId: string): string {
  return `/omgangar/${year}/${encodeURIComponent(actorId)}`;
}

/** Where "save and go on" leads after the last page: `path` under the assessment's own, and the button's words. */
export const lastSteps = {
  coordinator: { path: "/lamna-in", label: "Spara och granska" },
  contributor: { path: "", label: "Spara och gå till listan" },
};

/** `submission`: the one that counts, null where there is none. */
type Standing = {
  isOpen: boolean;
  state: string;
  assessmentState: string;
  closingDay: string;
  submission: object | null;
};

/** Whether this role fills the whole assessment in and submits it. */
export function isFilledInBy({ onBehalf }: { onBehalf: object | null }, role: Role): boolean {
  return mayRoleMove("submit", role, onBehalf !== null);
}

/**
 * Why an assessment cannot be changed, or null where it can. `reader`: one who does not fill it in; null for one who does. `what`:
 * what the page holds of it.
 */
export function readOnlyReason(
  { isOpen, state, assessmentState, closingDay, submission }: Standing,
  reader: Role | null,
  what: "svaren" | "åtgärderna" = "svaren",
): string | null {
  if (state === "planned") return "Omgången har inte öppnat än. Då kan svaren börja fyllas i.";
  if (assessmentState !== "draft") return "Självskattningen är inlämnad och kan inte ändras.";
  if (!isOpen && submission === null)
    return "Omgången är stängd, och självskattningen lämnades inte in. Det som är ifyllt räknas inte. Det kan läsas men inte ändras.";
  if (!isOpen)
    return `Omgången är stängd, sista dagen var ${dayText(closingDay)}. Du kan läsa ${what} men inte ändra dem.`;
  if (reader === null) return null;
  if (reader === "contributor")
    return `Du kan läsa ${what}. Det här är inte fördelat till dig: er samordnare fördelar.`;
  return `Du kan läsa ${what}. Aktörens samordnare fyller i dem.`;
}
