import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { findRound, findRoundActor } from "#db/queries/rounds.ts";
import { type Definition, findSubCapability, indicatorsFor } from "#domain/definition.ts";
import { answerRefusal, capabilityOf } from "#domain/delegation.ts";
import type { MoveBy } from "./permit-move.ts";
import { readStanding, saveRefusal } from "./read-standing.ts";

export type AnsweringRefusal = {
  ok: false;
  problem:
    | "unknown_round"
    | "unknown_actor"
    | "unknown_code"
    | "not_directed"
    | "not_yours"
    | "not_delegated"
    | "round_not_open"
    | "submitted";
};
/** `afterNumber`: the latest submission's number, 0 for none. `onBehalf`: what the office saves under; else null. */
export type Answering = { ok: true; definition: Definition; afterNumber: number; onBehalf: number | null };

/** Whether somebody may write in an actor's assessment now, about this sub-capability; `code` null: about none that is delegated. */
export function permitAnswering(
  db: Db,
  { year, actorId, code }: { year: number; actorId: string; code: string | null },
  by: MoveBy,
): Answering | AnsweringRefusal {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return { ok: false, problem: "unknown_round" };
  const actor = findRoundActor(db, year, actorId);
  if (!actor) return { ok: false, problem: round.openedAt === null ? "round_not_open" : "unknown_actor" };
  const sub = code === null ? undefined : findSubCapability(definition, code);
  if (code !== null && !sub) return { ok: false, problem: "unknown_code" };
  if (sub && indicatorsFor(sub, actor).length === 0) return { ok: false, problem: "not_directed" };
  const standing = readStanding(db, round, actorId, by.now);
  const { latestNumber, onBehalf } = standing;
  const isOnBehalf = onBehalf !== undefined;
  const delegations = by.role === "contributor" ? listDelegations(db, { year, actorId }, by.now.toISOString()) : [];
  const capability = code === null ? undefined : capabilityOf(definition, code);
  const problem = answerRefusal(by, capability ?? 0, delegations, isOnBehalf) ?? saveRefusal(standing);
  if (problem) return { ok: false, problem };
  const savedUnder = by.role === "office" ? (onBehalf?.sequence ?? null) : null;
  return { ok: true, definition, afterNumber: latestNumber, onBehalf: savedUnder };
}
