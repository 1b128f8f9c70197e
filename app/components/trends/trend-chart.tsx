import { trendLine } from "#charts/trend-line.ts";
import type { Trend } from "#domain/trend.ts";
import { trendText } from "#text/trends.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { TrendTable } from "./trend-table.tsx";

type TrendChartProps = {
  trend: Pick<Trend, "code" | "name" | "segments">;
  years: number[];
  /** What the picture is called. */
  title: string;
  source: string;
};

/** With one year there is no line to draw. */
const fewestPoints = 2;

/** One trend: its chart where there is script, and always the sentence and the table with the same numbers. */
export function TrendChart({ trend, years, title, source }: TrendChartProps) {
  const { segments, code } = trend;
  const latest = segments.at(-1);
  const isChanged = segments.some(({ minimumChanges }) => minimumChanges.length > 0);
  const minimumYear = isChanged ? (latest?.minimumYear ?? null) : null;
  const points = segments.flatMap((segment) => segment.points);
  const shares = points.filter(({ all }) => !all.isWithheld && all.shareMeeting !== null);
  return (
    <ChartFigure
      chart={shares.length >= fewestPoints ? () => trendLine({ years, segments, isChanged, minimumYear }) : null}
      says={trendText(trend)}
      shape="line"
      picture={{ title, source, fileName: `utveckling-${code === "" ? "regionen" : code.replace(":", "-")}` }}
    >
      {points.length > 0 && <TrendTable segments={segments} isChanged={isChanged} minimumYear={minimumYear} />}
    </ChartFigure>
  );
}
