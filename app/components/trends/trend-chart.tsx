import type { Trend } from "#domain/trend.ts";
import { trendText } from "#text/trends.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { TrendNotes } from "./trend-notes.tsx";
import { latestMinimum, trendSpec } from "./trend-spec.ts";
import { TrendTable } from "./trend-table.tsx";

type TrendChartProps = {
  trend: Pick<Trend, "code" | "name" | "segments">;
  years: number[];
  /** What the picture is called. */
  title: string;
  source: string;
};

/** One trend: its chart where there is script, and always the sentence and the table with the same numbers. */
export function TrendChart({ trend, years, title, source }: TrendChartProps) {
  const { segments, code } = trend;
  const hasPoints = segments.some(({ points }) => points.length > 0);
  return (
    <ChartFigure
      chart={trendSpec({ segments, years })}
      says={trendText(trend)}
      shape="line"
      picture={{ title, source, fileName: `utveckling-${code === "" ? "regionen" : code.replace(":", "-")}` }}
    >
      {hasPoints && <TrendTable segments={segments} {...latestMinimum(trend)} />}
      {hasPoints && <TrendNotes segments={segments} />}
    </ChartFigure>
  );
}
