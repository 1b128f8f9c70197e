import { type Db, inTransaction } from "#db/client.server.ts";
import { insertApproval } from "#db/queries/standing.ts";
import { ACTOR_REGISTRY_NUMBER_LENGTH } from "#domain/approval-limits.ts";
import { mailApproved } from "#mail/events.ts";
import { type MoveBy, type MoveRefusal, type MoveSubject, permitMove } from "./permit-move.ts";

export type ApproveResult =
  | { ok: true; approvedAt: string }
  | { ok: false; problem: "registry_number_long" }
  | MoveRefusal;

/** Approves the submission that the approver has read. `registryNumber`: the actor's own diarienummer, if it has one. */
export function approveAssessment(
  db: Db,
  { registryNumber = "", ...subject }: MoveSubject & { registryNumber?: string },
  by: MoveBy,
): ApproveResult {
  if (registryNumber.trim().length > ACTOR_REGISTRY_NUMBER_LENGTH)
    return { ok: false, problem: "registry_number_long" };
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
