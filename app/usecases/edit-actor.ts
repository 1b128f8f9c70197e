import { type Db, inTransaction } from "#db/client.server.ts";
import { insertActorChange, latestActorChange } from "#db/queries/actor-changes.ts";
import { findActor, updateActor } from "#db/queries/actors.ts";
import { type ActorValues, changedAttributes, valuesOf } from "#domain/actor-life.ts";
import { stockholmDay } from "#domain/day.ts";
import { type ActorInputProblem, actorLimits, checkActorInput } from "./actor-input.ts";

export type ActorBy = { now: Date; personId: string };
/** `expected`: the latest change that whoever edits has seen, 0 for none. `reason`: may be empty. */
type Input = ActorValues & { id: string; reason: string; expected: number };
export type EditActorResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; problem: ActorInputProblem | "actor_unknown" | "reason_long" | "changed_meanwhile" };

/**
 * Changes an actor's name, short name, category or designation from now on, and records what it was. Rounds that are
 * already opened keep the actor as it was frozen.
 */
export function editActor(db: Db, { id, reason, expected, ...given }: Input, by: ActorBy): EditActorResult {
  return inTransaction(db, (tx): EditActorResult => {
    const before = findActor(tx, id);
    if (!before) return { ok: false, problem: "actor_unknown" };
    const checked = checkActorInput(tx, given, id);
    if (!checked.ok) return checked;
    if (reason.trim().length > actorLimits.reason) return { ok: false, problem: "reason_long" };
    if (changedAttributes(before, checked.values).length === 0) return { ok: true, isChanged: false };
    if (latestActorChange(tx, id) !== expected) return { ok: false, problem: "changed_meanwhile" };
    updateActor(tx, { id, ...checked.values });
    insertActorChange(tx, {
      ...{ actorId: id, kind: "changed", day: stockholmDay(by.now), intoActorId: null, reason: reason.trim() },
      ...{ before: valuesOf(before), after: checked.values },
      ...{ recordedAt: by.now.toISOString(), recordedBy: by.personId },
    });
    return { ok: true, isChanged: true };
  });
}
