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

type Standing = {
  isOpen: boolean;
  state: string;
  assessmentState: string;
  closingDay: string;
  onBehalf: object | null;
};

/** Why an assessment cannot be changed by somebody with this role, or null where it can. */
export function readOnlyReason(
  { isOpen, state, assessmentState, closingDay, onBehalf }: Standing,
  role: Role,
): string | null {
  if (state === "planned") return "Omgången har inte öppnat än. Då kan svaren börja fyllas i.";
  if (assessmentState !== "draft") return "Självskattningen är inlämnad och kan inte ändras.";
  if (!isOpen) return `Omgången stängde senast ${dayText(closingDay)}. Svaren kan läsas men inte ändras.`;
  return mayRoleMove("save", role, onBehalf !== null) ? null : "Du kan läsa svaren. Aktörens samordnare fyller i dem.";
}
