import { type Db, inTransaction } from "#db/client.server.ts";
import { findActivitySave, insertActivityNote, type StoredNote } from "#db/queries/plans.ts";
import type { ActivityState } from "#domain/activity.ts";
import { mayMovePlan } from "#domain/operations-plan.ts";
import { activitiesIn, readPlan } from "./read-plan.ts";
import type { PlanBy } from "./save-activity.ts";

type Note = { state: ActivityState; checkDay: string | null; text: string };
export type NoteActivityResult =
  | { ok: true }
  | { ok: false; problem: "unknown_plan" | "not_adopted" | "unknown_activity" | "check_day_unknown" | "save_id_taken" };

/**
 * Notes how an activity of the adopted plan goes, and which planned check it was. A note is never changed, only followed by
 * another; two who note at once are both kept.
 */
export function noteActivity(
  db: Db,
  { year, number, saveId, note }: { year: number; number: number; saveId: string; note: Note },
  { now, personId }: PlanBy,
): NoteActivityResult {
  return inTransaction(db, (tx): NoteActivityResult => {
    const earlier = findActivitySave(tx, saveId);
    if (earlier) {
      const isOwn = earlier.year === year && earlier.number === number && earlier.savedBy === personId;
      const isSame = earlier.note && isSameNote(earlier.note, note);
      return isOwn && isSame ? { ok: true } : { ok: false, problem: "save_id_taken" };
    }
    const read = readPlan(tx, year);
    if (!read) return { ok: false, problem: "unknown_plan" };
    const { inForce } = read;
    if (!inForce || !mayMovePlan(inForce, "follow_up")) return { ok: false, problem: "not_adopted" };
    const activity = activitiesIn(read, inForce).find((each) => each.number === number);
    if (!activity) return { ok: false, problem: "unknown_activity" };
    if (note.checkDay !== null && !activity.content.checkDays.includes(note.checkDay))
      return { ok: false, problem: "check_day_unknown" };
    const sequence = activity.notes.length + 1;
    const savedAt = now.toISOString();
    insertActivityNote(tx, { year, number, sequence, ...note, saveId, savedAt, savedBy: personId });
    return { ok: true };
  });
}

function isSameNote(stored: Pick<StoredNote, "state" | "checkDay" | "text">, note: Note): boolean {
  return stored.state === note.state && stored.checkDay === note.checkDay && stored.text === note.text;
}
