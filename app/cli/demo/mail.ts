// The demo's mail: what the rounds have queued, as it would stand with an office that has sent most of it. Nothing is ever sent.
import type { Db } from "#db/client.server.ts";
import { listWaitingMail } from "#db/queries/mail.ts";
import type { SendOutcome } from "#mail/smtp.ts";
import { markMailSent } from "#usecases/handle-mail.ts";
import { claimMail, settleMail } from "#usecases/send-mail.ts";
import { done } from "./done.ts";
import { memberOf } from "./people.ts";
import { daysFrom } from "./times.ts";

const origin = "http://localhost:3000";
/** What is newer than this still waits to be sent. */
const WAITING_DAYS = 13;

const troubles: SendOutcome[] = [
  {
    result: "permanent",
    reason: "E-postservern tog inte emot brevet. Servern svarade: 550 5.1.1 Mailbox unavailable",
    isServer: false,
  },
  {
    result: "unclear",
    reason: "Förbindelsen bröts medan brevet skickades: servern stängde förbindelsen",
    isServer: true,
  },
];

/** Has the office send everything but the newest, two of which go wrong. */
export function playMail(db: Db, now: Date): void {
  const { personId } = memberOf(db, now, "office");
  const until = daysFrom(now, -WAITING_DAYS).toISOString();
  for (const { id, createdAt } of listWaitingMail(db)) {
    if (createdAt >= until) continue;
    const at = new Date(Date.parse(createdAt) + 1_800_000);
    done(markMailSent(db, { id }, { now: at, personId, origin }));
  }
  for (const outcome of troubles) {
    const mail = claimMail(db, { now, origin });
    if (mail) settleMail(db, mail, outcome, now);
  }
}
