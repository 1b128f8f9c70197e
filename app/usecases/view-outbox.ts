import type { Db } from "#db/client.server.ts";
import { countMail, findMail, listMail, listWaitingMail, type Mail } from "#db/queries/mail.ts";
import { type MailKind, type MailState, mailMoves } from "#domain/mail.ts";
import { draftOf } from "#mail/drafts.ts";
import { renderDraft } from "#mail/render.ts";

const LIMIT = 200;

export type OutboxRow = {
  id: string;
  kind: MailKind;
  state: MailState;
  name: string;
  email: string;
  subject: string;
  createdAt: string;
  /** When it was sent, failed or was dropped. */
  doneAt: string | null;
  reason: string | null;
  attempts: number;
};

export type OutboxMail = OutboxRow & {
  /** With the link's secret while it waits for somebody to copy it. */
  text: string;
  lastUsefulDay: string;
  nextAttemptAt: string;
  isByHand: boolean;
  may: { markSent: boolean; tryAgain: boolean };
};

function rowOf(mail: Mail, origin: string): OutboxRow {
  const { id, kind, state, name, email, createdAt, doneAt, reason, attempts } = mail;
  const subject = mail.sentSubject ?? draftOf(mail, origin).subject;
  return { id, kind, state, name, email, subject, createdAt, doneAt, reason, attempts };
}

/** The messages in these states, newest first, and how many there are in every state. */
export function viewOutbox(db: Db, { states, origin }: { states: readonly MailState[]; origin: string }) {
  const counts = countMail(db);
  const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return { counts, total, rows: listMail(db, states, LIMIT).map((mail) => rowOf(mail, origin)) };
}

/** One message to read and copy, or undefined. */
export function viewOutboxMail(db: Db, { id, origin }: { id: string; origin: string }): OutboxMail | undefined {
  const mail = findMail(db, id);
  if (!mail) return undefined;
  const { lastUsefulDay, nextAttemptAt, doneBy, sentText, state } = mail;
  const text = state === "sent" && sentText !== null ? sentText : renderDraft(draftOf(mail, origin)).text;
  const moves = mailMoves[state];
  const may = { markSent: moves.includes("mark_sent"), tryAgain: moves.includes("try_again") };
  return { ...rowOf(mail, origin), text, lastUsefulDay, nextAttemptAt, isByHand: doneBy !== null, may };
}

/** The message that has waited longest, or undefined. */
export function findNextWaiting(db: Db): string | undefined {
  return listWaitingMail(db)[0]?.id;
}
