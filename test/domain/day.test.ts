import { expect, test } from "vitest";
import { dayOfMoment, daysBetween, isDay, monthsBefore, stockholmDay } from "#domain/day.ts";

test.each([
  ["a day in winter turns at 23 UTC: before", "2026-11-30T22:59:59.999Z", "2026-11-30"],
  ["a day in winter turns at 23 UTC: after", "2026-11-30T23:00:00.000Z", "2026-12-01"],
  ["a day in summer turns at 22 UTC: before", "2026-06-30T21:59:59.999Z", "2026-06-30"],
  ["a day in summer turns at 22 UTC: after", "2026-06-30T22:00:00.000Z", "2026-07-01"],
  ["the day the clocks go forward ends at 22 UTC: before", "2026-03-29T21:59:59.999Z", "2026-03-29"],
  ["the day the clocks go forward ends at 22 UTC: after", "2026-03-29T22:00:00.000Z", "2026-03-30"],
  ["the day the clocks go back ends at 23 UTC: before", "2026-10-25T22:59:59.999Z", "2026-10-25"],
  ["the day the clocks go back ends at 23 UTC: after", "2026-10-25T23:00:00.000Z", "2026-10-26"],
])("%s", (_rule, moment, day) => {
  expect(stockholmDay(new Date(moment))).toBe(day);
  expect(dayOfMoment(moment)).toBe(day);
});

test.each(["2026-01-31", "2026-04-30", "2028-02-29", "2000-02-29"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true);
});

test.each([
  "2027-02-29",
  "1900-02-29",
  "2026-04-31",
  "2026-00-10",
  "2026-13-01",
  "2026-1-1",
  "22/11 2026",
  "",
  "2026-01-01T00:00",
])("%j is no day", (text) => {
  expect(isDay(text)).toBe(false);
});

test.each([
  ["24 months back is the same day two years earlier", "2026-11-30", 24, "2024-11-30"],
  ["a leap day 24 months back is the last of February", "2028-02-29", 24, "2026-02-28"],
  ["28 February 24 months back stays on the 28th, leap year or not", "2026-02-28", 24, "2024-02-28"],
  ["a leap day 48 months back is a leap day", "2028-02-29", 48, "2024-02-29"],
  ["a day that the month lacks becomes its last", "2026-07-31", 1, "2026-06-30"],
  ["January goes back into the year before", "2026-01-15", 1, "2025-12-15"],
])("%s", (_rule, day, months, earlier) => {
  expect(monthsBefore(day, months)).toBe(earlier);
});

test("days between are whole also across summer time", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
});
