import { randomUUID } from "node:crypto";
import { type Db, inTransaction } from "#db/client.server.ts";
import { latestActorChange } from "#db/queries/actor-changes.ts";
import { findActor } from "#db/queries/actors.ts";
import type { ActorValues } from "#domain/actor-life.ts";
import { type ActorInputProblem, checkActorInput } from "./actor-input.ts";
import type { ActorBy } from "./edit-actor.ts";
import { insertJoined } from "./join-actor.ts";
import {
  checkLeaving,
  copyMemberships,
  endMemberships,
  type LeaveProblem,
  type PeopleChoice,
  recordLeaving,
} from "./leave-actor.ts";

/** Two actors become one from a day on: the first of them, the second, or a new one. */
type Input = {
  first: string;
  second: string;
  into: "first" | "second" | ActorValues;
  day: string;
  reason: string;
  people: PeopleChoice;
};
export type MergeProblem = Exclude<LeaveProblem, "changed_meanwhile"> | ActorInputProblem | "same_actor";
/** `which`: the actor that the problem is about, where it is about one. */
export type MergeActorsResult =
  | { ok: true; actorId: string }
  | { ok: false; problem: MergeProblem; which?: "first" | "second" };

/**
 * Merges two actors. Those that go up in the other leave that day, and the record keeps which became which; what they
 * answered in earlier rounds stays theirs. A round that is open keeps both.
 */
export function mergeActors(db: Db, input: Input, by: ActorBy): MergeActorsResult {
  const { first, second, into, day, reason } = input;
  if (first === second) return { ok: false, problem: "same_actor", which: "second" };
  return inTransaction(db, (tx): MergeActorsResult => {
    for (const which of ["first", "second"] as const) {
      const checked = checkLeaving(tx, {
        id: input[which],
        day,
        reason,
        expected: latestActorChange(tx, input[which]),
      });
      // Whoever was changed meanwhile is merged as it is now: the form shows no attribute of theirs.
      if (!checked.ok && checked.problem !== "changed_meanwhile")
        return { ...checked, problem: checked.problem, which };
    }
    const target = targetOf(tx, input, by);
    if (!target.ok) return target;
    const leaving = into === "first" ? [second] : into === "second" ? [first] : [first, second];
    for (const id of leaving) goUp(tx, id, target.actorId, input, by);
    return target;
  });
}

function targetOf(db: Db, { first, second, into, day, reason }: Input, by: ActorBy): MergeActorsResult {
  if (into === "first") return { ok: true, actorId: first };
  if (into === "second") return { ok: true, actorId: second };
  const checked = checkActorInput(db, into, null);
  return checked.ok ? { ok: true, actorId: insertJoined(db, checked.values, { day, reason }, by) } : checked;
}

function goUp(db: Db, id: string, into: string, { day, reason, people }: Input, by: ActorBy): void {
  const actor = findActor(db, id);
  if (!actor) return;
  recordLeaving(db, actor, { kind: "merged", day, reason, intoActorId: into }, by);
  if (people === "move") copyMemberships(db, { from: id, to: into, day, newId: randomUUID }, by);
  if (people !== "keep") endMemberships(db, id, day, by);
}
