import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { insertSubmissionEnd } from "#db/queries/standing.ts";
import { APPROVAL_NOTE_LENGTH } from "#domain/approval-limits.ts";
import { findSubCapability } from "#domain/definition.ts";
import { mailSentBack } from "#mail/events.ts";
import { type MoveBy, type MoveRefusal, type MoveSubject, permitMove } from "./permit-move.ts";

/** `comments`: what should be changed, by sub-capability; blank ones are left out. */
type Input = MoveSubject & { note: string; comments: { code: string; comment: string }[] };
export type SendBackResult =
  | { ok: true }
  | { ok: false; problem: "nothing_said" | "note_long" | "unknown_code" }
  /** `code`: the first sub-capability with too long a comment. */
  | { ok: false; problem: "comment_long"; code: string }
  | MoveRefusal;

/**
 * Sends the submission back to the actor's coordinator: it no longer counts, and the assessment is a draft again. The
 * approver has to say something, in a note or about a sub-capability.
 */
export function sendBackAssessment(db: Db, input: Input, by: MoveBy): SendBackResult {
  const { year, actorId, number } = input;
  const note = input.note.trim();
  const comments = input.comments
    .map(({ code, comment }) => ({ code, comment: comment.trim() }))
    .filter(({ comment }) => comment !== "");
  return inTransaction(db, (tx): SendBackResult => {
    const permitted = permitMove(tx, input, "send_back", by);
    if (!permitted.ok) return permitted;
    if (note === "" && comments.length === 0) return { ok: false, problem: "nothing_said" };
    if (note.length > APPROVAL_NOTE_LENGTH) return { ok: false, problem: "note_long" };
    const long = comments.find(({ comment }) => comment.length > APPROVAL_NOTE_LENGTH);
    if (long) return { ok: false, problem: "comment_long", code: long.code };
    const definition = findDefinition(tx, permitted.round.definitionVersion);
    const isUnknown = comments.some(({ code }) => !definition || !findSubCapability(definition, code));
    if (isUnknown) return { ok: false, problem: "unknown_code" };
    const end = {
      year,
      actorId,
      number,
      kind: "sent_back",
      endedAt: by.now.toISOString(),
      endedBy: by.personId,
    } as const;
    insertSubmissionEnd(tx, { ...end, note }, comments);
    mailSentBack(tx, { year, actorId, number }, by);
    return { ok: true };
  });
}
