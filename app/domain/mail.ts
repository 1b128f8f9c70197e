// Mail (e-post): which message goes out when, how long it is of use, when a failed one is tried again. Source: docs/the-year.md.
// A message holds names and days alone, never an answer, a level, a reason or a comment: mail is not a safe place for them.
import { type AssessmentMoveInput, mayMoveAssessment } from "./assessment.ts";
import { daysAfter, daysBetween, stockholmDay } from "./day.ts";
import type { MailContent } from "./mail-content.ts";
import { lastDayOf } from "./round.ts";

export const mailKinds = [
  "round_opened",
  "delegated",
  "two_weeks_left",
  "three_days_left",
  "round_closed",
  "submitted",
  "sent_back",
  "approved",
  "round_released",
  "invitation",
  "reopened",
  "reminder",
] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * `sending`: taken by the worker; `unclear` (oklart): taken, and nobody knows whether it arrived; `dropped` (inaktuellt):
 * not sent, as it was no longer of use.
 */
export const mailStates = ["waiting", "sending", "sent", "failed", "unclear", "dropped"] as const;
export type MailState = (typeof mailStates)[number];

/** What somebody holds that the round waits for. */
export const pendings = ["submission", "approval", "capabilities"] as const;
export type Pending = (typeof pendings)[number];

/**
 * What an assessment waits for now, and to which day: to be submitted by its coordinators or, once it is, to be approved.
 * Null where nothing can be done. An approval may come as late as it comes, so after closing it has no last day.
 */
export function pendingOf(
  assessment: AssessmentMoveInput & { closingDay: string; closedAt: string | null },
): { pending: "submission" | "approval"; lastDay: string | null } | null {
  const { closingDay, reopenedUntil, roundState } = assessment;
  if (mayMoveAssessment("submit", assessment))
    return { pending: "submission", lastDay: lastDayOf(assessment, reopenedUntil) };
  if (!mayMoveAssessment("approve", assessment)) return null;
  return { pending: "approval", lastDay: roundState === "open" ? closingDay : null };
}

const reminderKinds: readonly MailKind[] = ["two_weeks_left", "three_days_left", "reminder"];

/** Whether a person can turn this kind off. What only they can do something about always comes. */
export function isReminder(kind: MailKind): boolean {
  return reminderKinds.includes(kind);
}

const NEWS_DAYS = 14;
const REMINDER_DAYS = 7;

/** The last day in Stockholm on which the message is still of use: it is never sent after it, however long it has waited. */
export function lastUsefulDay(content: MailContent, now: Date): string {
  const days = isReminder(content.kind) ? REMINDER_DAYS : NEWS_DAYS;
  const day = daysAfter(stockholmDay(now), days);
  const lastDay = "lastDay" in content ? content.lastDay : null;
  return lastDay && lastDay < day ? lastDay : day;
}

const TWO_WEEKS = 14;
const THREE_DAYS = 3;

/**
 * The closing reminder that is due today, if any. The first is due from fourteen days before the last day, and no longer
 * from the week before it; the second from three days before to the day itself. So a server that was down that day sends
 * it late, never stale. `since`: the day the actor was told of its last day (by the opening); a reminder of less than that
 * tells nothing new.
 */
export function closingReminder(
  lastDay: string,
  since: string,
  today: string,
): "two_weeks_left" | "three_days_left" | null {
  const left = daysBetween(today, lastDay);
  const known = daysBetween(since, lastDay);
  if (left >= 0 && left <= THREE_DAYS) return known > THREE_DAYS ? "three_days_left" : null;
  return left > REMINDER_DAYS && left <= TWO_WEEKS && known > TWO_WEEKS ? "two_weeks_left" : null;
}

const MINUTE_MS = 60_000;
const waitMinutes = [1, 5, 15, 60, 240];

/** When to try again after so many attempts: one minute, then ever longer, every four hours at most. */
export function nextAttempt(attempts: number, now: Date): Date {
  const minutes = waitMinutes[Math.min(attempts, waitMinutes.length) - 1] ?? 1;
  return new Date(now.getTime() + minutes * MINUTE_MS);
}

/** A message taken longer ago than this was left by a worker that is gone: no sending lasts so long. */
export const SENDING_LIMIT_MS = 5 * MINUTE_MS;

/** What an office may do with a message by hand, by its state. */
export const mailMoves: Record<MailState, readonly ("mark_sent" | "try_again")[]> = {
  waiting: ["mark_sent"],
  sending: [],
  sent: [],
  failed: ["mark_sent", "try_again"],
  unclear: ["mark_sent", "try_again"],
  dropped: [],
};
