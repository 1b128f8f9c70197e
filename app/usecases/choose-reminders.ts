import type { Db } from "#db/client.server.ts";
import { deleteReminderStop, findReminderStop, insertReminderStop } from "#db/queries/mail.ts";

/** Whether a person wants reminders: everybody does who has not said otherwise. */
export function wantsReminders(db: Db, personId: string): boolean {
  return findReminderStop(db, personId) === undefined;
}

/** Turns a person's reminders on or off, in all its roles. What only that person can do something about still comes. */
export function chooseReminders(
  db: Db,
  { personId, wanted }: { personId: string; wanted: boolean },
  { now }: { now: Date },
): void {
  if (wanted) deleteReminderStop(db, personId);
  else insertReminderStop(db, { personId, stoppedAt: now.toISOString() });
}
