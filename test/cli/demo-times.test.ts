import { expect, test } from "vitest";
import { roundTimes } from "#cli/demo/times.ts";
import { daysBetween, stockholmDay } from "#domain/day.ts";

// The clock goes back between opening and closing: an hour counted in UTC would fall on the next day.
test.each([
  ["in the morning", "2026-11-22T03:34:00.000Z"],
  ["an hour before midnight in winter", "2026-11-22T22:05:00.000Z"],
  ["after midnight in Stockholm", "2026-11-22T23:30:00.000Z"],
  ["an hour before midnight, the summer time coming", "2026-04-10T21:30:00.000Z"],
])("a demo round made %s is open for as many days as any other", (_when, moment) => {
  for (const yearsAgo of [0, 1, 2] as const) {
    const { openedAt, closingDay, extendedDay } = roundTimes(new Date(moment), yearsAgo);
    const opened = stockholmDay(openedAt);
    expect([daysBetween(opened, closingDay), daysBetween(opened, extendedDay)]).toEqual([61, 68]);
  }
});
