import { type Db, inSnapshot, inTransaction } from "#db/client.server.ts";
import { insertRoundActorChange, latestRoundActorChange } from "#db/queries/actor-changes.ts";
import { listActors } from "#db/queries/actors.ts";
import { findRound, findRoundActor, listRoundActors, updateRoundActor } from "#db/queries/rounds.ts";
import { findLatestSubmission } from "#db/queries/submissions.ts";
import { type ActorAttribute, type ActorValues, changedAttributes, valuesOf } from "#domain/actor-life.ts";
import { type CorrectionEffect, correctionEffects } from "#domain/correction.ts";
import { mayMoveRound, type RoundState, roundState } from "#domain/round.ts";
import { type ActorInputProblem, actorLimits, checkActorInput } from "./actor-input.ts";
import type { ActorBy } from "./edit-actor.ts";
import { loadResults } from "./load-results.ts";

type Place = { year: number; actorId: string };
export type CorrectionProblem =
  | ActorInputProblem
  | "round_unknown"
  | "actor_unknown"
  | "not_now"
  | "nothing_changed"
  | "reason_missing"
  | "reason_long"
  | "changed_meanwhile";
export type CorrectRoundActorResult = { ok: true } | { ok: false; problem: CorrectionProblem };

/**
 * Corrects name, short name, category or designation of an actor in a round that is open, or closed and not released.
 * Results are computed from the frozen actor, so they follow at once; the register (actor) is not touched.
 */
export function correctRoundActor(
  db: Db,
  { year, actorId, values, reason, expected }: Place & { values: ActorValues; reason: string; expected: number },
  by: ActorBy,
): CorrectRoundActorResult {
  return inTransaction(db, (tx): CorrectRoundActorResult => {
    const checked = checkCorrection(tx, { year, actorId, values }, by.now);
    if (!checked.ok) return checked;
    if (checked.changed.length === 0) return { ok: false, problem: "nothing_changed" };
    if (reason.trim() === "") return { ok: false, problem: "reason_missing" };
    if (reason.trim().length > actorLimits.reason) return { ok: false, problem: "reason_long" };
    if (latestRoundActorChange(tx, year, actorId) !== expected) return { ok: false, problem: "changed_meanwhile" };
    const { before, after } = checked;
    updateRoundActor(tx, { year, actorId, ...after });
    insertRoundActorChange(tx, {
      ...{ year, actorId, kind: "corrected", before, after, reason: reason.trim() },
      ...{ recordedAt: by.now.toISOString(), recordedBy: by.personId },
    });
    return { ok: true };
  });
}

type Checked = { ok: true; before: ActorValues; after: ActorValues; changed: ActorAttribute[] };

function checkCorrection(
  db: Db,
  { year, actorId, values }: Place & { values: ActorValues },
  now: Date,
): Checked | { ok: false; problem: CorrectionProblem } {
  const round = findRound(db, year);
  if (!round) return { ok: false, problem: "round_unknown" };
  const frozen = findRoundActor(db, year, actorId);
  if (!frozen) return { ok: false, problem: "actor_unknown" };
  if (!mayMoveRound(roundState(round, now), "correct_actor")) return { ok: false, problem: "not_now" };
  const checked = checkActorInput(db, values, actorId);
  if (!checked.ok) return checked;
  const before = valuesOf(frozen);
  return { ok: true, before, after: checked.values, changed: changedAttributes(before, checked.values) };
}

export type CorrectionView = {
  year: number;
  state: RoundState;
  frozen: ActorValues;
  /** The actor as the register has it now, for comparison. */
  register: ActorValues;
  /** The categories of the round and of the register. */
  categories: string[];
  expected: number;
  hasSubmitted: boolean;
};
export type CorrectionPreview =
  | { ok: true; after: ActorValues; changed: ActorAttribute[]; effects: CorrectionEffect[] }
  | { ok: false; problem: CorrectionProblem };

/** A frozen actor as it can be corrected; undefined for a year or actor that the round does not have. */
export function viewCorrection(db: Db, { year, actorId }: Place, now: Date): CorrectionView | undefined {
  return inSnapshot(db, (tx) => {
    const round = findRound(tx, year);
    const frozen = findRoundActor(tx, year, actorId);
    const actors = listActors(tx);
    const register = actors.find(({ id }) => id === actorId);
    if (!round || !frozen || !register) return undefined;
    const categories = new Set([...listRoundActors(tx, year), ...actors].map(({ category }) => category));
    return {
      ...{ year, state: roundState(round, now), frozen: valuesOf(frozen), register: valuesOf(register) },
      categories: [...categories],
      expected: latestRoundActorChange(tx, year, actorId),
      hasSubmitted: findLatestSubmission(tx, year, actorId) !== undefined,
    };
  });
}

/** What a correction would mean, with nothing written. */
export function previewCorrection(db: Db, place: Place & { values: ActorValues }, now: Date): CorrectionPreview {
  return inSnapshot(db, (tx): CorrectionPreview => {
    const checked = checkCorrection(tx, place, now);
    const loaded = checked.ok ? loadResults(tx, place.year) : undefined;
    if (!checked.ok) return checked;
    if (!loaded) return { ok: false, problem: "round_unknown" };
    const { definition, levelDecisions: decisions, answers } = loaded;
    const { before, after, changed } = checked;
    const sides = { before: { ...before, id: place.actorId }, after: { ...after, id: place.actorId } };
    return { ok: true, after, changed, effects: correctionEffects({ definition, decisions, answers, ...sides }) };
  });
}
