import { type Db, inTransaction } from "#db/client.server.ts";
import { insertActorChange, latestActorChange } from "#db/queries/actor-changes.ts";
import { type Actor, findActor, updateActor } from "#db/queries/actors.ts";
import { endMembershipsAt, insertMembership, listMemberships, restoreMembershipsAt } from "#db/queries/people.ts";
import { valuesOf } from "#domain/actor-life.ts";
import { isDay, startOfDay } from "#domain/day.ts";
import { actorLimits } from "./actor-input.ts";
import type { ActorBy } from "./edit-actor.ts";

/** What becomes of the roles of an actor's people: they stay, end with the actor, or move to the one it becomes part of. */
export type PeopleChoice = "keep" | "end" | "move";

/** `day`: the first day no longer a member, YYYY-MM-DD in Stockholm. `expected`: the latest change seen, 0 for none. */
type Input = { id: string; day: string; reason: string; people: "keep" | "end"; expected: number };
export type LeaveProblem =
  | "actor_unknown"
  | "already_left"
  | "day_invalid"
  | "day_before_joining"
  | "reason_missing"
  | "reason_long"
  | "changed_meanwhile";
export type LeaveActorResult = { ok: true; ended: number } | { ok: false; problem: LeaveProblem };

/**
 * An actor leaves the cooperation. A round that is open then keeps it, with its answers; rounds opened from that day on
 * do not take it in. Its people's roles stay or end that day, as asked.
 */
export function leaveActor(db: Db, { id, day, reason, people, expected }: Input, by: ActorBy): LeaveActorResult {
  return inTransaction(db, (tx): LeaveActorResult => {
    const checked = checkLeaving(tx, { id, day, reason, expected });
    if (!checked.ok) return checked;
    recordLeaving(tx, checked.actor, { kind: "left", day, reason, intoActorId: null }, by);
    return { ok: true, ended: people === "end" ? endMemberships(tx, id, day, by) : 0 };
  });
}

/** The actor that can leave that day, or why it cannot. */
export function checkLeaving(
  db: Db,
  { id, day, reason, expected }: { id: string; day: string; reason: string; expected: number },
): { ok: true; actor: Actor } | { ok: false; problem: LeaveProblem } {
  const actor = findActor(db, id);
  if (!actor) return { ok: false, problem: "actor_unknown" };
  if (actor.memberUntil !== null) return { ok: false, problem: "already_left" };
  if (!isDay(day)) return { ok: false, problem: "day_invalid" };
  if (actor.memberFrom !== null && day < actor.memberFrom) return { ok: false, problem: "day_before_joining" };
  if (reason.trim() === "") return { ok: false, problem: "reason_missing" };
  if (reason.trim().length > actorLimits.reason) return { ok: false, problem: "reason_long" };
  if (latestActorChange(db, id) !== expected) return { ok: false, problem: "changed_meanwhile" };
  return { ok: true, actor };
}

type Leaving = { kind: "left" | "merged"; day: string; reason: string; intoActorId: string | null };

/** Ends an actor's membership of the cooperation and records why. */
export function recordLeaving(
  db: Db,
  actor: Actor,
  { kind, day, reason, intoActorId }: Leaving,
  { now, personId }: ActorBy,
): void {
  updateActor(db, { id: actor.id, memberUntil: day });
  insertActorChange(db, {
    ...{ actorId: actor.id, kind, day, before: valuesOf(actor), after: null, intoActorId, reason: reason.trim() },
    ...{ recordedAt: now.toISOString(), recordedBy: personId },
  });
}

/** Ends the roles of an actor's people when the day begins, or now where it has begun. Returns how many. */
export function endMemberships(db: Db, actorId: string, day: string, { now }: ActorBy): number {
  return endMembershipsAt(db, actorId, momentOf(day, now));
}

/** Takes back the ending of roles that came with a leaving. `recordedAt`: of the leaving, UTC ISO. */
export function restoreMemberships(db: Db, actorId: string, { day, recordedAt }: { day: string; recordedAt: string }) {
  return restoreMembershipsAt(db, actorId, momentOf(day, new Date(recordedAt)));
}

/** Gives an actor's people the same roles at another actor from the day on, where they have them not already. */
export function copyMemberships(
  db: Db,
  { from, to, day, newId }: { from: string; to: string; day: string; newId: () => string },
  { now }: ActorBy,
): void {
  const memberships = listMemberships(db, now.toISOString());
  for (const { actorId, personId, role } of memberships) {
    const has = memberships.some((one) => one.actorId === to && one.personId === personId && one.role === role);
    if (actorId !== from || has) continue;
    const validFrom = momentOf(day, now);
    insertMembership(db, { id: newId(), personId, role, actorId: to, validFrom, validUntil: null });
  }
}

function momentOf(day: string, now: Date): string {
  return new Date(Math.max(Date.parse(startOfDay(day)), now.getTime())).toISOString();
}
