// When everything in the demo happened, counted from its clock: a round under way, and the one a year before it.
import { DAY_MS, daysAfter, stockholmDay } from "#domain/day.ts";

const HOUR_MS = 3_600_000;

/** The same time of day so many days later; earlier when negative. */
export function daysFrom(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS);
}

/**
 * A working hour of the day that lies `days` from `moment`, at `part` (0 to 1) between eight and sixteen UTC. Days are counted
 * in the calendar: late in the evening in winter, the same hour in summer time is already the day after.
 */
export function atWork(moment: Date, days: number, part: number): Date {
  const midnight = Date.parse(`${daysAfter(stockholmDay(moment), days)}T00:00:00.000Z`);
  return new Date(midnight + Math.round(8 * HOUR_MS * (1 + part)));
}

export type RoundTimes = {
  year: number;
  plannedAt: Date;
  /** One moment per decision on levels, in order. */
  decidedAt: [Date, Date, Date];
  openedAt: Date;
  /** YYYY-MM-DD in Stockholm. */
  closingDay: string;
  /** The closing day a week later, where the round was extended. */
  extendedDay: string;
  releasedAt: Date;
};

/** The round that is open at `now` and closes in three weeks; with `yearsAgo` 1 or 2, those of the years before. */
export function roundTimes(now: Date, yearsAgo: 0 | 1 | 2): RoundTimes {
  const then = daysFrom(now, -364 * yearsAgo);
  return {
    year: Number(stockholmDay(now).slice(0, 4)) - yearsAgo,
    plannedAt: atWork(then, -110, 0.2),
    decidedAt: [atWork(then, -96, 0.6), atWork(then, -82, 0.5), atWork(then, -61, 0.7)],
    openedAt: atWork(then, -40, 0.1),
    closingDay: daysAfter(stockholmDay(then), 21),
    extendedDay: daysAfter(stockholmDay(then), 28),
    releasedAt: atWork(then, 55, 0.4),
  };
}
