import { type Db, inTransaction } from "#db/client.server.ts";
import { insertApproval } from "#db/queries/standing.ts";
import { ACTOR_REGISTRY_NUMBER_LENGTH, PAPER_REFERENCE_LENGTH } from "#domain/approval-limits.ts";
import { isDay, stockholmDay } from "#domain/day.ts";
import { mailApproved } from "#mail/events.ts";
import { type MoveBy, type MoveRefusal, type MoveSubject, permitMove } from "./permit-move.ts";

/** `paperDate`: YYYY-MM-DD. `reference`: what the paper is and where it is kept. */
type Input = MoveSubject & { paperDate: string; reference: string; registryNumber?: string };
export type RecordPaperApprovalResult =
  | { ok: true }
  | {
      ok: false;
      problem:
        | "paper_date_invalid"
        | "paper_date_future"
        | "reference_missing"
        | "reference_long"
        | "registry_number_long";
    }
  | MoveRefusal;

/** Records that the submission was approved on paper, by the approver's hand and not by whoever records it. */
export function recordPaperApproval(db: Db, input: Input, by: MoveBy): RecordPaperApprovalResult {
  const { year, actorId, number, paperDate, reference, registryNumber = "" } = input;
  return inTransaction(db, (tx): RecordPaperApprovalResult => {
    const permitted = permitMove(tx, input, "record_paper_approval", by);
    if (!permitted.ok) return permitted;
    if (!isDay(paperDate)) return { ok: false, problem: "paper_date_invalid" };
    if (paperDate > stockholmDay(by.now)) return { ok: false, problem: "paper_date_future" };
    if (reference.trim() === "") return { ok: false, problem: "reference_missing" };
    if (reference.trim().length > PAPER_REFERENCE_LENGTH) return { ok: false, problem: "reference_long" };
    if (registryNumber.trim().length > ACTOR_REGISTRY_NUMBER_LENGTH)
      return { ok: false, problem: "registry_number_long" };
    const recorded = { year, actorId, number, approvedAt: by.now.toISOString(), approvedBy: by.personId };
    const paper = { paperDate, reference: reference.trim(), registryNumber: registryNumber.trim() || null };
    insertApproval(tx, { ...recorded, ...paper });
    mailApproved(tx, { year, actorId, number, isOnPaper: true }, by);
    return { ok: true };
  });
}
