import { type Db, inTransaction } from "#db/client.server.ts";
import { insertSubmissionEnd } from "#db/queries/standing.ts";
import { type MoveBy, type MoveRefusal, type MoveSubject, permitMove } from "./permit-move.ts";

/** Takes the actor's own submission back while the round is open: it no longer counts, and the answers can be changed. */
export function withdrawSubmission(
  db: Db,
  { year, actorId, number }: MoveSubject,
  by: MoveBy,
): { ok: true } | MoveRefusal {
  return inTransaction(db, (tx) => {
    const permitted = permitMove(tx, { year, actorId, number }, "withdraw", by);
    if (!permitted.ok) return permitted;
    const end = {
      year,
      actorId,
      number,
      kind: "withdrawn",
      endedAt: by.now.toISOString(),
      endedBy: by.personId,
    } as const;
    insertSubmissionEnd(tx, { ...end, note: "" }, []);
    return { ok: true };
  });
}
