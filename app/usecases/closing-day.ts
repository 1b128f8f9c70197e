import { isDay, stockholmDay } from "#domain/day.ts";

export type ClosingDayProblem = "closing_day_invalid" | "closing_day_past";

/** What is wrong with a closing day, or undefined: it must exist and not have ended in Stockholm. */
export function closingDayProblem(closingDay: string, now: Date): ClosingDayProblem | undefined {
  if (!isDay(closingDay)) return "closing_day_invalid";
  return closingDay < stockholmDay(now) ? "closing_day_past" : undefined;
}
