import { type Db, inTransaction } from "#db/client.server.ts";
import { listRounds, type Round } from "#db/queries/rounds.ts";
import { findStanding } from "#db/queries/standing.ts";
import { daysBetween, stockholmDay } from "#domain/day.ts";
import { closingReminder } from "#domain/mail.ts";
import { roundState } from "#domain/round.ts";
import { mailRoundClosed } from "#mail/events.ts";
import { type Directory, queueMail, readDirectory } from "#mail/queue.ts";
import { holdersOf, listPendingActors, type PendingActor } from "./read-pending.ts";

/** That a round closed is told for so many days after, also where the server was down when its day ended. */
const CLOSED_NEWS_DAYS = 7;

/** The day an actor was last told of its last day: by the round's opening, or its own reopening. */
function toldOn(db: Db, round: Round, { actorId, isReopened }: PendingActor): string {
  const reopened = isReopened ? findStanding(db, round.year, actorId).reopening?.reopenedAt : undefined;
  return stockholmDay(new Date(reopened ?? round.openedAt ?? ""));
}

function planReminders(db: Db, round: Round, directory: Directory, now: Date): void {
  const { year } = round;
  for (const actor of listPendingActors(db, round, now)) {
    const { actorId, actorName, lastDay } = actor;
    const kind = lastDay && closingReminder(lastDay, toldOn(db, round, actor), stockholmDay(now));
    if (!lastDay || !kind) continue;
    for (const { pending, to } of holdersOf(actor, directory)) {
      // The day is the occasion: after an extension the new day gets reminders of its own.
      queueMail(
        db,
        to,
        { kind, year, actorId, actorName, lastDay, pending },
        { occasion: `${lastDay} ${pending}`, now },
      );
    }
  }
}

/**
 * Queues what the clock alone brings about: the reminders before a last day, and that a round closed when its day ended.
 * Safe to call as often as one likes: what has been queued once is not queued again.
 */
export function planMail(db: Db, now: Date): void {
  inTransaction(db, (tx) => {
    const today = stockholmDay(now);
    const rounds = listRounds(tx).map((round) => ({ round, state: roundState(round, now) }));
    const current = rounds.filter(({ state }) => state === "open" || state === "closed");
    if (current.length === 0) return;
    const directory = readDirectory(tx, now);
    for (const { round, state } of current) {
      planReminders(tx, round, directory, now);
      const endedByClock = state === "closed" && round.closedAt === null;
      if (endedByClock && daysBetween(round.closingDay, today) <= CLOSED_NEWS_DAYS) mailRoundClosed(tx, round, { now });
    }
  });
}
