import { type Db, inTransaction } from "#db/client.server.ts";
import { insertOnBehalfEnd } from "#db/queries/on-behalf.ts";
import { type MoveBy, type MoveRefusal, permitMove } from "./permit-move.ts";

export type EndOnBehalfResult = { ok: true } | { ok: false; problem: "not_on_behalf" } | MoveRefusal;

/** Ends the office's filling in for an actor. What it saved stays, with where it came from. */
export function endOnBehalf(
  db: Db,
  { year, actorId }: { year: number; actorId: string },
  by: MoveBy,
): EndOnBehalfResult {
  return inTransaction(db, (tx): EndOnBehalfResult => {
    const permitted = permitMove(tx, { year, actorId }, "end_on_behalf", by);
    if (!permitted.ok) return permitted;
    const { onBehalf } = permitted.standing;
    if (!onBehalf) return { ok: false, problem: "not_on_behalf" };
    const ended = { endedAt: by.now.toISOString(), endedBy: by.personId };
    insertOnBehalfEnd(tx, { year, actorId, sequence: onBehalf.sequence, ...ended });
    return { ok: true };
  });
}
