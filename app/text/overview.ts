import type { ShareChange } from "#domain/overview.ts";
import { countWord, listText, percentText } from "./results.ts";

/** "2025 nådde 37 %." The share, not a count: as many need not have answered. Empty where there is nothing to compare with. */
export function sinceText({ before, kind }: Pick<ShareChange, "before" | "kind">, year: number): string {
  if (before === null) return "";
  const then = kind === "new_minimum" ? " den lägstanivå som gällde då" : "";
  return `${year} nådde ${percentText(before)}${then}.`;
}

/** "1 delförmåga", "3 delförmågor". */
export function subsText(count: number): string {
  return count === 1 ? "1 delförmåga" : `${count} delförmågor`;
}

type Point = { capability: number; name: string; now: number | null; before: number | null; isMinimumChanged: boolean };
type Known = Point & { now: number };

const where = (points: readonly Point[]) => listText(points.map(({ capability, name }) => `${capability} ${name}`));

/** Where the share is highest and lowest, all of them where several are shown as the same. */
function extremesText(known: readonly Known[], highest: number, lowest: number): string {
  const shownAs = (share: number) => known.filter(({ now }) => percentText(now) === percentText(share));
  const [most, least] = [percentText(highest), percentText(lowest)];
  if (most === least) return `Andelen som når lägstanivån är ${most} i ${where(known)}.`;
  return `Andelen som når lägstanivån är högst i ${where(shownAs(highest))} (${most}) och lägst i ${where(shownAs(lowest))} (${least}).`;
}

/** What the radar shows, in words: where the share is highest and lowest, and how many have grown. Never a mean. */
export function pointsText(points: readonly Point[], sinceYear: number | null): string {
  const known = points.flatMap((point) => (point.now === null ? [] : [{ ...point, now: point.now }]));
  if (known.length === 0) return "Ingen andel kan visas än.";
  const shares = known.map(({ now }) => now);
  const extremes = extremesText(known, Math.max(...shares), Math.min(...shares));
  const both = known.filter(({ before, isMinimumChanged }) => before !== null && !isMinimumChanged);
  if (sinceYear === null || both.length === 0) return extremes;
  const grown = both.filter(
    ({ now, before }) => percentText(now) !== percentText(before) && now > (before ?? now),
  ).length;
  return `${extremes} ${grownText(grown, both.length, known.length, sinceYear)}`;
}

/** Numbers as words: as digits they would read as the base capabilities, which are numbered. */
function grownText(grown: number, comparable: number, all: number, year: number): string {
  if (comparable === all) return `Den är högre än ${year} i ${countWord(grown)} av ${countWord(comparable)}.`;
  if (comparable === 1)
    return `I den enda grundförmåga som går att jämföra med ${year} är andelen ${grown === 1 ? "högre än då" : "inte högre än då"}.`;
  return `Av de ${countWord(comparable)} grundförmågor som går att jämföra med ${year} är andelen högre i ${countWord(grown)}.`;
}
