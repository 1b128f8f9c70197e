import type { ShareChange } from "#domain/overview.ts";
import { listText, percentText } from "./results.ts";

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
