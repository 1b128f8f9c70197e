import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { findRound, findRoundActor, type Round } from "#db/queries/rounds.ts";
import { type Definition, findSubCapability, indicatorsFor, type SubCapability } from "#domain/definition.ts";
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
/** Where somebody may write: the round, its definition and the actor as frozen. */
export type RoundPlace = {
  ok: true;
  round: Round;
  definition: Definition;
  actor: NonNullable<ReturnType<typeof findRoundActor>>;
};
export type AnswerPlace = RoundPlace & { sub: SubCapability };
type Missing = { ok: false; problem: "unknown_round" | "unknown_actor" | "round_not_open" };
type MissingSub = { ok: false; problem: "unknown_code" | "not_directed" };

function findRoundPlace(db: Db, { year, actorId }: { year: number; actorId: string }): RoundPlace | Missing {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return { ok: false, problem: "unknown_round" };
  if (round.openedAt === null) return { ok: false, problem: "round_not_open" };
  const actor = findRoundActor(db, year, actorId);
  return actor ? { ok: true, round, definition, actor } : { ok: false, problem: "unknown_actor" };
}

/** The place of one sub-capability's answer, whoever asks. */
export function findPlace(
  db: Db,
  { code, ...key }: { year: number; actorId: string; code: string },
): AnswerPlace | Missing | MissingSub {
  const place = findRoundPlace(db, key);
  if (!place.ok) return place;
  const sub = findSubCapability(place.definition, code);
  if (!sub) return { ok: false, problem: "unknown_code" };
  if (indicatorsFor(sub, place.actor).length === 0) return { ok: false, problem: "not_directed" };
  return { ...place, sub };
}

/** `afterNumber`: the latest submission's number, 0 for none. `onBehalf`: what the office saves under; else null. */
type Permitted = { ok: true; afterNumber: number; onBehalf: number | null };

/** Whether somebody may write there now. Without `sub`: about none that is delegated. */
export function permitIn(
  db: Db,
  { round, definition, actor: { actorId }, sub }: RoundPlace & { sub?: SubCapability },
  by: MoveBy,
): Permitted | { ok: false; problem: "not_yours" | "not_delegated" | "round_not_open" | "submitted" } {
  const { year } = round;
  const standing = readStanding(db, round, actorId, by.now);
  const { latestNumber, onBehalf } = standing;
  const delegations = by.role === "contributor" ? listDelegations(db, { year, actorId }, by.now.toISOString()) : [];
  const capability = sub && capabilityOf(definition, sub.code);
  const problem = answerRefusal(by, capability ?? 0, delegations, onBehalf !== undefined) ?? saveRefusal(standing);
  if (problem) return { ok: false, problem };
  const savedUnder = by.role === "office" ? (onBehalf?.sequence ?? null) : null;
  return { ok: true, afterNumber: latestNumber, onBehalf: savedUnder };
}

export type Answering = Permitted & { definition: Definition };

/** Whether somebody may write in an actor's assessment now, about this sub-capability; `code` null: about none that is delegated. */
export function permitAnswering(
  db: Db,
  { code, ...key }: { year: number; actorId: string; code: string | null },
  by: MoveBy,
): Answering | AnsweringRefusal {
  const place = code === null ? findRoundPlace(db, key) : findPlace(db, { ...key, code });
  if (!place.ok) return place;
  const permitted = permitIn(db, place, by);
  return permitted.ok ? { ...permitted, definition: place.definition } : permitted;
}
