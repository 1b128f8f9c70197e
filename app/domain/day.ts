// Days: a round's days are calendar days in Stockholm, written YYYY-MM-DD, so that text order is time order (method § 2, docs/the-year.md).

import { once } from "./once.ts";

const stockholmFormat = once(
  () =>
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: "Europe/Stockholm",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }),
);

const millisecondsPerHour = 3_600_000;
export const DAY_MS = 86_400_000;

/** The calendar day in Stockholm at this moment, YYYY-MM-DD. Right across summer time, as the time zone's own rules decide. */
export function stockholmDay(now: Date): string {
  return stockholmFormat().format(now);
}

/** The calendar day in Stockholm of a stored moment (UTC ISO), YYYY-MM-DD: from late evening UTC on, the day after the moment's own. */
export function dayOfMoment(moment: string): string {
  return stockholmDay(new Date(moment));
}

/** The moment that a day begins in Stockholm, UTC ISO: 23:00 the evening before in winter, 22:00 in summer. */
export function startOfDay(day: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const summer = new Date(midnight - 2 * millisecondsPerHour);
  const isBegun = stockholmDay(summer) === day;
  return (isBegun ? summer : new Date(midnight - millisecondsPerHour)).toISOString();
}

/** True for a day that exists, written YYYY-MM-DD: "2028-02-29", never "2027-02-29". */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The same day so many months earlier; where that day does not exist, the last day of its month. Expects a valid day. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const monthsSinceZero = year * 12 + (month - 1) - months;
  const earlierYear = Math.floor(monthsSinceZero / 12);
  const earlierMonth = monthsSinceZero - earlierYear * 12 + 1;
  return written(earlierYear, earlierMonth, Math.min(date, daysInMonth(earlierYear, earlierMonth)));
}

/** The day so many days after another; before it when negative. Expects a valid day. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The last day from which `monthsBefore` does not reach past this day: what happened then counts up to that day. */
export function lastDayWithin(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const monthsSinceZero = year * 12 + (month - 1) + months;
  const laterYear = Math.floor(monthsSinceZero / 12);
  const laterMonth = monthsSinceZero - laterYear * 12 + 1;
  const last = daysInMonth(laterYear, laterMonth);
  // The last day of its month counts to the end of the later one: 28 February to 29 February.
  return written(laterYear, laterMonth, date === daysInMonth(year, month) ? last : Math.min(date, last));
}

/** Whole days from one day to another: negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function partsOf(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
