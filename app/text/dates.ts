import { once } from "#domain/once.ts";

const dayFormat = once(
  () => new Intl.DateTimeFormat("sv-SE", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
);
const momentFormat = once(
  () =>
    new Intl.DateTimeFormat("sv-SE", {
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "Europe/Stockholm",
    }),
);
const timeFormat = once(
  () => new Intl.DateTimeFormat("sv-SE", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" }),
);

/** `12 februari 2026`, of a day YYYY-MM-DD. */
export function dayText(day: string): string {
  return dayFormat().format(new Date(`${day}T00:00:00Z`));
}

/** `12 februari 2026 kl. 14:03` in Stockholm, of a UTC moment. */
export function momentText(moment: string): string {
  return momentFormat().format(new Date(moment));
}

/** `14:03` in Stockholm, of a UTC moment. */
export function timeText(moment: string): string {
  return timeFormat().format(new Date(moment));
}

/** `9 dagar kvar`, `sista dagen i dag`, `stängde för 2 dagar sedan`. */
export function daysLeftText(days: number): string {
  if (days > 1) return `${days} dagar kvar`;
  if (days === 1) return "1 dag kvar";
  return days === 0 ? "sista dagen i dag" : "stängd";
}
