import { type Db, inTransaction } from "#db/client.server.ts";
import { findDueMail, type Mail, type MailChange, updateClaimedMail, updateMail } from "#db/queries/mail.ts";
import { nextAttempt } from "#domain/mail.ts";
import { draftOf } from "#mail/drafts.ts";
import { type Message, renderDraft } from "#mail/render.ts";
import type { Sender, SendOutcome } from "#mail/smtp.ts";
import { dropOne, whyDrop } from "./tidy-mail.ts";

/** `isStopping`: true when no further message should be taken. */
type Circumstances = { send: Sender; now: () => Date; origin: string; isStopping?: () => boolean };
export type ClaimedMail = Mail & { claimedAt: string; message: Message };

/** The message whose turn it is and that should still be sent; what should not is dropped on the way. */
function nextDue(db: Db, now: Date): Mail | undefined {
  for (let mail = findDueMail(db, now.toISOString()); mail; mail = findDueMail(db, now.toISOString())) {
    const reason = whyDrop(db, mail, now);
    if (!reason) return mail;
    dropOne(db, mail, reason, now);
  }
  return undefined;
}

/** Takes the message whose turn it is, so that nobody else does; with its words as they will leave. */
export function claimMail(db: Db, { now, origin }: { now: Date; origin: string }): ClaimedMail | undefined {
  return inTransaction(db, (tx) => {
    const mail = nextDue(tx, now);
    if (!mail) return undefined;
    // What is kept of it has no secret in it.
    const kept = renderDraft(draftOf({ ...mail, token: null }, origin));
    const claim = { state: "sending", claimedAt: now.toISOString(), attempts: mail.attempts + 1 } as const;
    updateMail(tx, mail.id, ["waiting"], { ...claim, sentSubject: kept.subject, sentText: kept.text });
    return { ...mail, ...claim, message: renderDraft(draftOf(mail, origin)) };
  });
}

function changeOf(mail: ClaimedMail, outcome: SendOutcome, now: Date): MailChange {
  if (outcome.result === "sent") return { state: "sent", doneAt: now.toISOString(), reason: null, token: null };
  // A server may quote what it refuses.
  const reason = mail.token ? outcome.reason.replaceAll(mail.token, "…") : outcome.reason;
  if (outcome.result === "temporary") {
    return { state: "waiting", reason, claimedAt: null, nextAttemptAt: nextAttempt(mail.attempts, now).toISOString() };
  }
  return { state: outcome.result === "permanent" ? "failed" : "unclear", reason, doneAt: now.toISOString() };
}

/** Stores what became of a message that was taken: sent, to be tried again, failed for good, or unclear. */
export function settleMail(db: Db, mail: ClaimedMail, outcome: SendOutcome, now: Date): void {
  inTransaction(db, (tx) => updateClaimedMail(tx, mail.id, mail.claimedAt, changeOf(mail, outcome, now)));
}

/**
 * Sends what waits, one message at a time, until nothing is due or the server does not answer. A message is marked as taken
 * before and settled after: one that a crash leaves in between is called unclear and never sent again by itself.
 */
export async function sendDueMail(
  db: Db,
  { send, now, origin, isStopping = () => false }: Circumstances,
): Promise<void> {
  while (!isStopping()) {
    const mail = claimMail(db, { now: now(), origin });
    if (!mail) return;
    const outcome = await send({ ...mail.message, id: mail.id, to: { name: mail.name, address: mail.email } });
    settleMail(db, mail, outcome, now());
    if (outcome.result !== "sent" && outcome.isServer) return;
  }
}
