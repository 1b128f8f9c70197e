import { listText, percentText } from "./results.ts";

const words = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "Två färre än 2025." Empty where the years cannot be compared. */
export function sinceText(now: number, before: number | null, year: number): string {
  if (before === null) return "";
  if (now === before) return `Lika många som ${year}.`;
  const count = Math.abs(now - before);
  return `${capital(words[count] ?? String(count))} ${now > before ? "fler" : "färre"} än ${year}.`;
}

/** "1 delförmåga", "3 delförmågor". */
export function subsText(count: number): string {
  return count === 1 ? "1 delförmåga" : `${count} delförmågor`;
}

type Point = { capability: number; name: string; now: number | null; before: number | null; isMinimumChanged: boolean };

/** What the radar shows, in words: where the share is highest and lowest, and how many have grown. Never a mean. */
export function pointsText(points: readonly Point[], sinceYear: number | null): string {
  const known = points.flatMap((point) => (point.now === null ? [] : [{ ...point, now: point.now }]));
  const [first, ...others] = known.toSorted((a, b) => b.now - a.now);
  const last = others.at(-1);
  if (!first) return "Ingen andel kan visas än.";
  const where = ({ capability, name }: Point) => `${capability} ${name}`;
  const extremes =
    !last || last.now === first.now
      ? `Andelen som når lägstanivån är ${percentText(first.now)} i ${listText(known.map(where))}.`
      : `Andelen som når lägstanivån är högst i ${where(first)} (${percentText(first.now)}) och lägst i ${where(last)} (${percentText(last.now)}).`;
  const both = known.filter(({ before, isMinimumChanged }) => before !== null && !isMinimumChanged);
  if (sinceYear === null || both.length === 0) return extremes;
  const grown = both.filter(
    ({ now, before }) => percentText(now) !== percentText(before) && now > (before ?? now),
  ).length;
  return both.length < known.length
    ? `${extremes} Av de ${both.length} som har samma lägstanivåer som ${sinceYear} är den högre i ${grown}.`
    : `${extremes} Den är högre än ${sinceYear} i ${grown} av ${both.length}.`;
}
