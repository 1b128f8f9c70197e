import type { LineChart } from "#charts/theme.ts";
import { trendLine } from "#charts/trend-line.ts";
import type { Trend } from "#domain/trend.ts";

/** With one year there is no line to draw. */
const fewestPoints = 2;

/** Whether the minimum changed in a trend, and whose minimum it is held against then; null: its parts have not the same. */
export function latestMinimum({ segments }: Pick<Trend, "segments">) {
  const isChanged = segments.some(({ minimumChanges }) => minimumChanges.length > 0);
  return { isChanged, minimumYear: isChanged ? (segments.at(-1)?.minimumYear ?? null) : null };
}

/** What draws a trend; null where there is no line to draw. */
export function trendSpec({
  segments,
  years,
}: Pick<Trend, "segments"> & { years: number[] }): (() => LineChart) | null {
  const points = segments.flatMap((segment) => segment.points);
  const shares = points.filter(({ all }) => !all.isWithheld && all.shareMeeting !== null);
  return shares.length >= fewestPoints ? () => trendLine({ years, segments, ...latestMinimum({ segments }) }) : null;
}
