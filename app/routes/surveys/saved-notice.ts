import { stockholmDay } from "#domain/day.ts";
import { momentText, timeText } from "#text/dates.ts";
import { doneByText } from "#text/on-behalf.ts";
import type { AnswerView, SavedState } from "#usecases/view-answer.ts";

/** `Sparat 14:03` on the same day, else with the day; by whom where it is known. Null where nothing is saved. */
export function savedText(
  { savedAt, savedByName, onBehalf }: Pick<SavedState, "savedAt" | "savedByName" | "onBehalf">,
  now: Date,
): string | null {
  if (savedAt === null) return null;
  const isToday = stockholmDay(new Date(savedAt)) === stockholmDay(now);
  const when = isToday ? timeText(savedAt) : momentText(savedAt);
  const doneBy = doneByText(savedByName, onBehalf);
  return doneBy ? `Sparat ${when} av ${doneBy}` : `Sparat ${when}`;
}

/** The answer to a save that has just been made, of this sub-capability or of the one before it. */
export type SavedNotice = { code: string; text: string; missing: AnswerView["task"]["missing"] };

export function savedNotice(
  { assessment }: Pick<AnswerView, "assessment">,
  savedCode: string | null,
): SavedNotice | null {
  const task = assessment.groups.flatMap(({ tasks }) => tasks).find(({ code }) => code === savedCode);
  if (!task?.savedAt) return null;
  const rest = task.missing.length === 0 ? `${task.code} är klar.` : `${task.code} är inte klar än.`;
  return { code: task.code, text: `Sparat ${timeText(task.savedAt)}. ${rest}`, missing: task.missing };
}
