// A trend as one line of a table: a share per year, with what it must be read with. Source: method § 6.
import type { Trend, TrendSegment } from "./trend.ts";

/**
 * One year. `none`: no answers, or nothing that leads here; `several`: it was several sub-capabilities then.
 * `isBroken`: not comparable with the year before it; `isNewMinimum`: something else is asked than before.
 */
export type TrendCell = { year: number; isBroken: boolean; isNewMinimum: boolean } & (
  | { kind: "share"; share: number | null }
  | { kind: "withheld" | "none" | "several" }
);

/** The cells of a trend, one per year. */
export function trendCells({ segments }: Pick<Trend, "segments">, years: readonly number[]): TrendCell[] {
  return years.map((year) => {
    const inYear = segments.filter(({ points }) => points.some((point) => point.year === year));
    const [segment, ...others] = inYear;
    if (!segment) return { year, isBroken: false, isNewMinimum: false, kind: "none" };
    if (others.length > 0) return { year, isBroken: false, isNewMinimum: false, kind: "several" };
    return { year, ...marksOf(segment, year), ...shareIn(segment, year) };
  });
}

function marksOf({ points, broken, minimumChanges }: TrendSegment, year: number) {
  return {
    isBroken: broken !== null && points[0]?.year === year,
    isNewMinimum: minimumChanges.some((change) => change.year === year),
  };
}

function shareIn(
  { points }: TrendSegment,
  year: number,
): { kind: "share"; share: number | null } | { kind: "withheld" } {
  const value = points.find((point) => point.year === year)?.all;
  return !value || value.isWithheld ? { kind: "withheld" } : { kind: "share", share: value.shareMeeting };
}
