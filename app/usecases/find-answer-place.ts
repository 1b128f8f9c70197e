import type { Db } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import { mayRoleMove } from "#domain/assessment.ts";
import { type Definition, findSubCapability, type SubCapability } from "#domain/definition.ts";
import { type Assessment, isDirected, readAssessment, type UnknownAssessment } from "./read-assessment.ts";
import { neighboursOf } from "./view-answer.ts";

/** Where a form with an answer belongs, and what it is parsed against. `next`: the code of the page after it. */
export type AnswerPlace = {
  definition: Definition;
  sub: SubCapability;
  actor: { designated: boolean };
  next: string | null;
  /** Why nothing can be saved there now; null where it can. */
  refusal: "round_not_open" | "submitted" | "not_yours" | null;
};

/** The place of an answer in a round, also where nothing can be saved there. */
export function findAnswerPlace(
  db: Db,
  { year, actorId, code }: { year: number; actorId: string; code: string },
  { now, role }: { now: Date; role: Role },
): { ok: true; place: AnswerPlace } | UnknownAssessment | { ok: false; problem: "unknown_code" | "not_directed" } {
  const read = readAssessment(db, { year, actorId }, now);
  if (!read.ok) return read;
  const { definition, actor } = read.assessment;
  const sub = findSubCapability(definition, code);
  if (!sub) return { ok: false, problem: "unknown_code" };
  if (!isDirected(read.assessment, sub)) return { ok: false, problem: "not_directed" };
  const refusal = refusalOf(read.assessment, role);
  return { ok: true, place: { definition, sub, actor, next: neighboursOf(read.assessment, code).next, refusal } };
}

function refusalOf({ isOpen, standing }: Assessment, role: Role): AnswerPlace["refusal"] {
  if (!mayRoleMove("save", role, standing.onBehalf !== undefined)) return "not_yours";
  if (isOpen) return null;
  return standing.state === "draft" ? "round_not_open" : "submitted";
}
