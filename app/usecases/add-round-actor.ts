import { type Db, inTransaction } from "#db/client.server.ts";
import { insertRoundActorChange } from "#db/queries/actor-changes.ts";
import { findActor } from "#db/queries/actors.ts";
import { findRound, findRoundActor, insertRoundActors } from "#db/queries/rounds.ts";
import { isMemberOn, valuesOf } from "#domain/actor-life.ts";
import { stockholmDay } from "#domain/day.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { actorLimits } from "./actor-input.ts";
import type { ActorBy } from "./edit-actor.ts";

type Input = { year: number; actorId: string; reason: string };
export type AddRoundActorResult =
  | { ok: true }
  | {
      ok: false;
      problem:
        | "round_unknown"
        | "actor_unknown"
        | "not_now"
        | "already_in_round"
        | "not_member"
        | "reason_missing"
        | "reason_long";
    };

/** Takes a member that joined after the opening into a round that is open, frozen as it is now, with a reason. */
export function addRoundActor(db: Db, { year, actorId, reason }: Input, by: ActorBy): AddRoundActorResult {
  return inTransaction(db, (tx): AddRoundActorResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "round_unknown" };
    const actor = findActor(tx, actorId);
    if (!actor) return { ok: false, problem: "actor_unknown" };
    if (!mayMoveRound(roundState(round, by.now), "add_actor")) return { ok: false, problem: "not_now" };
    if (findRoundActor(tx, year, actorId)) return { ok: false, problem: "already_in_round" };
    if (!isMemberOn(actor, stockholmDay(by.now))) return { ok: false, problem: "not_member" };
    if (reason.trim() === "") return { ok: false, problem: "reason_missing" };
    if (reason.trim().length > actorLimits.reason) return { ok: false, problem: "reason_long" };
    const after = valuesOf(actor);
    insertRoundActors(tx, [{ year, actorId, ...after }]);
    insertRoundActorChange(tx, {
      ...{ year, actorId, kind: "added", before: null, after, reason: reason.trim() },
      ...{ recordedAt: by.now.toISOString(), recordedBy: by.personId },
    });
    return { ok: true };
  });
}
