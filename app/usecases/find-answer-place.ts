import type { Db } from "#db/client.server.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { type Definition, findSubCapability, type SubCapability } from "#domain/definition.ts";
import { answerRefusal, capabilityOf } from "#domain/delegation.ts";
import type { Earlier } from "#domain/earlier-answer.ts";
import { type TaskState, taskStateOf } from "#domain/submission.ts";
import type { MoveBy } from "./permit-move.ts";
import { isDirected, readAssessment, submissionInputOf, type UnknownAssessment } from "./read-assessment.ts";
import { saveRefusal } from "./read-standing.ts";
import { neighboursOf } from "./view-answer.ts";

/** Where a form with an answer belongs, and what it is parsed against. `next`: the code of the page after it. */
export type AnswerPlace = {
  definition: Definition;
  sub: SubCapability;
  actor: { designated: boolean };
  next: string | null;
  /** The day set when the round opened. */
  closingDay: string;
  /** What can be taken over from. */
  earlier: Earlier | undefined;
  /** How far the sub-capability has come with this answer. */
  stateOf: (content: AnswerContent) => TaskState;
  /** Why nothing can be saved there now; null where it can. */
  refusal: "round_not_open" | "submitted" | "not_yours" | "not_delegated" | null;
};

/** The place of an answer in a round, also where this viewer can save nothing there. */
export function findAnswerPlace(
  db: Db,
  { year, actorId, code }: { year: number; actorId: string; code: string },
  { now, ...viewer }: MoveBy,
): { ok: true; place: AnswerPlace } | UnknownAssessment | { ok: false; problem: "unknown_code" | "not_directed" } {
  const read = readAssessment(db, { year, actorId }, now);
  if (!read.ok) return read;
  const { definition, actor } = read.assessment;
  const sub = findSubCapability(definition, code);
  if (!sub) return { ok: false, problem: "unknown_code" };
  if (!isDirected(read.assessment, sub)) return { ok: false, problem: "not_directed" };
  const { standing, delegations } = read.assessment;
  const isOnBehalf = standing.onBehalf !== undefined;
  const refusal =
    answerRefusal(viewer, capabilityOf(definition, code) ?? 0, delegations, isOnBehalf) ?? saveRefusal(standing);
  const { next } = neighboursOf(read.assessment, code, viewer);
  const earlier = read.assessment.earlierOf(code);
  const closingDay = read.assessment.round.originalClosingDay;
  const input = submissionInputOf(read.assessment, sub);
  const stateOf = (content: AnswerContent) => taskStateOf({ ...input, content });
  return { ok: true, place: { definition, sub, actor, next, closingDay, earlier, stateOf, refusal } };
}
