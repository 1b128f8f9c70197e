import type { AppLoadContext } from "@remix-run/node";
import { isDemo } from "#db/queries/meta.ts";
import { createSender, type Sender } from "#mail/smtp.ts";
import { startWorker, type Worker } from "#mail/worker.ts";
import { planMail } from "#usecases/plan-mail.ts";
import { sendDueMail } from "#usecases/send-mail.ts";
import { tidyMail } from "#usecases/tidy-mail.ts";
import "#http/context.ts";

type Context = Pick<AppLoadContext, "db" | "now" | "settings">;

const TURN_MS = 20_000;

// Made-up people may have addresses that are somebody's.
function senderFor({ db, settings }: Context): Sender | null {
  return settings.mail && !isDemo(db) ? createSender(settings.mail) : null;
}

/** Plans, tidies and sends mail from now on. Without a mail server it does the first two, and the office copies. */
export function startMailWorker(context: Context, everyMs = TURN_MS): Worker {
  const { db, now, settings } = context;
  const send = senderFor(context);
  return startWorker(async (isStopping) => {
    planMail(db, now());
    tidyMail(db, now());
    if (send) await sendDueMail(db, { send, now, origin: settings.origin, isStopping });
  }, everyMs);
}
