import { stockholmDay } from "#domain/day.ts";

const DAY_MS = 86_400_000;

/** The calendar day in Stockholm so many days from now, YYYY-MM-DD; negative is back. The server runs on the real clock. */
export function dayFromNow(days: number): string {
  return stockholmDay(new Date(Date.now() + days * DAY_MS));
}
