import { type Db, inTransaction } from "#db/client.server.ts";
import { findMail, type Mail, updateMail } from "#db/queries/mail.ts";
import { stockholmDay } from "#domain/day.ts";
import { mailMoves } from "#domain/mail.ts";
import { draftOf } from "#mail/drafts.ts";
import { renderDraft } from "#mail/render.ts";

/** `not_now`: it is no longer in a state that permits this; `stale`: of no more use; `link_gone`: its link's secret is gone. */
export type HandleMailResult = { ok: true } | { ok: false; problem: "unknown" | "not_now" | "stale" | "link_gone" };

function hasLostLink({ content, token }: Mail): boolean {
  return content.kind === "invitation" && content.hasLink && token === null;
}

/** Notes that the office has sent the message itself, or knows that it arrived. The link's secret is forgotten. */
export function markMailSent(
  db: Db,
  { id }: { id: string },
  { now, personId, origin }: { now: Date; personId: string; origin: string },
): HandleMailResult {
  return inTransaction(db, (tx): HandleMailResult => {
    const mail = findMail(tx, id);
    if (!mail) return { ok: false, problem: "unknown" };
    if (!mailMoves[mail.state].includes("mark_sent")) return { ok: false, problem: "not_now" };
    const { subject, text } = renderDraft(draftOf({ ...mail, token: null }, origin));
    const done = { state: "sent", doneAt: now.toISOString(), doneBy: personId, reason: null, token: null } as const;
    updateMail(tx, id, [mail.state], { ...done, sentSubject: subject, sentText: text });
    return { ok: true };
  });
}

/** Puts a message that failed, or that may not have arrived, back in the queue. */
export function retryMail(db: Db, { id }: { id: string }, { now }: { now: Date }): HandleMailResult {
  return inTransaction(db, (tx): HandleMailResult => {
    const mail = findMail(tx, id);
    if (!mail) return { ok: false, problem: "unknown" };
    if (!mailMoves[mail.state].includes("try_again")) return { ok: false, problem: "not_now" };
    if (stockholmDay(now) > mail.lastUsefulDay) return { ok: false, problem: "stale" };
    if (hasLostLink(mail)) return { ok: false, problem: "link_gone" };
    const again = { state: "waiting", attempts: 0, nextAttemptAt: now.toISOString(), claimedAt: null } as const;
    updateMail(tx, id, [mail.state], { ...again, doneAt: null, reason: null });
    return { ok: true };
  });
}
