import { type Db, inTransaction } from "#db/client.server.ts";
import { insertApproval } from "#db/queries/standing.ts";
import { mailApproved } from "#mail/events.ts";
import { type MoveBy, type MoveRefusal, type MoveSubject, permitMove } from "./permit-move.ts";

/** Approves the submission that the approver has read. `registryNumber`: the actor's own diarienummer, if it has one. */
export function approveAssessment(
  db: Db,
  { registryNumber = "", ...subject }: MoveSubject & { registryNumber?: string },
  by: MoveBy,
): { ok: true; approvedAt: string } | MoveRefusal {
  return inTransaction(db, (tx) => {
    const permitted = permitMove(tx, subject, "approve", by);
    if (!permitted.ok) return permitted;
    const approvedAt = by.now.toISOString();
    const onPaper = { paperDate: null, reference: null };
    const row = { ...subject, ...onPaper, approvedAt, approvedBy: by.personId };
    insertApproval(tx, { ...row, registryNumber: registryNumber.trim() || null });
    mailApproved(tx, { ...subject, isOnPaper: false }, by);
    return { ok: true, approvedAt };
  });
}
