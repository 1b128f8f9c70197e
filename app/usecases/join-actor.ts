import { type Db, inTransaction } from "#db/client.server.ts";
import { insertActorChange, listActorChanges } from "#db/queries/actor-changes.ts";
import { findActor, insertActor, listActors, updateActor } from "#db/queries/actors.ts";
import { type ActorValues, freeActorId, valuesOf } from "#domain/actor-life.ts";
import { isDay } from "#domain/day.ts";
import { type ActorInputProblem, actorLimits, checkActorInput } from "./actor-input.ts";
import type { ActorBy } from "./edit-actor.ts";
import { restoreMemberships } from "./leave-actor.ts";

/** `day`: the first day as a member, YYYY-MM-DD in Stockholm, in the past or to come. `reason`: may be empty. */
type Input = ActorValues & { day: string; reason: string };
export type JoinActorResult =
  | { ok: true; actorId: string }
  | { ok: false; problem: ActorInputProblem | "day_invalid" | "reason_long" };

/** A new actor joins the cooperation. Rounds opened from that day on take it in; one that is open already does not. */
export function joinActor(db: Db, { day, reason, ...given }: Input, by: ActorBy): JoinActorResult {
  return inTransaction(db, (tx): JoinActorResult => {
    const checked = checkActorInput(tx, given, null);
    if (!checked.ok) return checked;
    if (!isDay(day)) return { ok: false, problem: "day_invalid" };
    if (reason.trim().length > actorLimits.reason) return { ok: false, problem: "reason_long" };
    return { ok: true, actorId: insertJoined(tx, checked.values, { day, reason }, by) };
  });
}

/** Inserts an actor whose values are checked, with its history. Returns its id. */
export function insertJoined(
  db: Db,
  values: ActorValues,
  { day, reason }: { day: string; reason: string },
  by: ActorBy,
): string {
  const id = freeActorId(
    values.name,
    listActors(db).map((actor) => actor.id),
  );
  insertActor(db, { ...values, id, memberFrom: day, memberUntil: null });
  recordJoined(db, { id, day, reason, before: null, after: values }, by);
  return id;
}

const leavings: readonly string[] = ["left", "merged"];

export type RejoinActorResult =
  | { ok: true }
  | { ok: false; problem: "actor_unknown" | "not_left" | "day_invalid" | "day_before_leaving" | "reason_long" };

/**
 * An actor that left, or is about to, is a member again from a day on. Also the way to take a leaving back: from the very day
 * that it would have left, its people have the roles again that ended with it.
 */
export function rejoinActor(
  db: Db,
  { id, day, reason }: { id: string; day: string; reason: string },
  by: ActorBy,
): RejoinActorResult {
  return inTransaction(db, (tx): RejoinActorResult => {
    const actor = findActor(tx, id);
    if (!actor) return { ok: false, problem: "actor_unknown" };
    if (actor.memberUntil === null) return { ok: false, problem: "not_left" };
    if (!isDay(day)) return { ok: false, problem: "day_invalid" };
    if (day < actor.memberUntil) return { ok: false, problem: "day_before_leaving" };
    if (reason.trim().length > actorLimits.reason) return { ok: false, problem: "reason_long" };
    // From the very day it would have left, it has been a member all along.
    const isTakenBack = day === actor.memberUntil;
    const leaving = listActorChanges(tx, id).find(({ actorId, kind }) => actorId === id && leavings.includes(kind));
    if (isTakenBack && leaving) restoreMemberships(tx, id, { day, recordedAt: leaving.recordedAt });
    const memberFrom = isTakenBack ? actor.memberFrom : day;
    updateActor(tx, { id, memberFrom, memberUntil: null });
    recordJoined(tx, { id, day, reason, before: null, after: valuesOf(actor) }, by);
    return { ok: true };
  });
}

type Joined = { id: string; day: string; reason: string; before: null; after: ActorValues };

function recordJoined(db: Db, { id, day, reason, before, after }: Joined, { now, personId }: ActorBy): void {
  insertActorChange(db, {
    ...{ actorId: id, kind: "joined", day, before, after, intoActorId: null, reason: reason.trim() },
    ...{ recordedAt: now.toISOString(), recordedBy: personId },
  });
}
