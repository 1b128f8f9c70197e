// A trend: share meeting the minimum year by year, of all actors and of the matched panel, with the band for what is not known. The line
// breaks where years cannot be compared and where a year has no answers. Source: method § 5, 6.
import type { Plugin } from "chart.js";
import type { TrendKind, TrendSegment, TrendValue } from "#domain/trend.ts";
import { trendLineNames } from "#text/trends.ts";
import { chartColours, chartFont, type LineChart, legendBelow, still } from "./theme.ts";

/** `years`: every year of the axis. `isChanged`: whether the minimum changed; `minimumYear`: whose it is held against then. */
export type TrendLineInput = {
  years: readonly number[];
  segments: readonly TrendSegment[];
  isChanged: boolean;
  minimumYear: number | null;
};

const wholePercent = 100;
const bandColour = "rgba(11, 79, 125, 0.16)";
const bandWidth = 16;

type LineStyle = {
  borderColor: string;
  pointBackgroundColor: string;
  pointStyle: "circle" | "rect" | "triangle";
  borderDash?: number[];
};
const styles: Record<Exclude<TrendKind, "panelLatest">, LineStyle> = {
  all: { borderColor: chartColours.accent, pointBackgroundColor: chartColours.accent, pointStyle: "circle" },
  panel: {
    borderColor: chartColours.region,
    pointBackgroundColor: chartColours.paper,
    pointStyle: "rect",
    borderDash: [6, 4],
  },
  allLatest: {
    borderColor: chartColours.goal,
    pointBackgroundColor: chartColours.paper,
    pointStyle: "triangle",
    borderDash: [2, 3],
  },
};

function percentOf(value: TrendValue | undefined): number | null {
  return value === undefined || value.isWithheld || value.shareMeeting === null
    ? null
    : value.shareMeeting * wholePercent;
}

/** The last segment's lines carry the names; an older one's the code that it was about, where that was another. */
function labelOf(segment: TrendSegment, kind: keyof typeof styles, { segments, minimumYear }: TrendLineInput): string {
  const isOther = segment.code !== segments.at(-1)?.code;
  return `${isOther ? `${segment.code}: ` : ""}${trendLineNames(minimumYear)[kind]}`;
}

/** The chart; several lines where something was merged or split. */
export function trendLine(input: TrendLineInput): LineChart {
  const { years, segments, isChanged } = input;
  const kinds = (["all", "panel", "allLatest"] as const).filter((kind) => kind !== "allLatest" || isChanged);
  const datasets: LineChart["data"]["datasets"] = segments.flatMap((segment) => {
    const pointOf = (year: number) => segment.points.find((point) => point.year === year);
    return kinds.map((kind) => ({
      ...styles[kind],
      label: labelOf(segment, kind, input),
      data: years.map((year) => percentOf(pointOf(year)?.[kind])),
      spanGaps: false,
      pointRadius: 5,
      borderWidth: 2,
    }));
  });
  datasets.push({
    label: "Spann för det som inte är känt",
    data: [],
    borderColor: "transparent",
    backgroundColor: bandColour,
    pointStyle: "rect",
  });
  return {
    type: "line",
    data: { labels: years.map(String), datasets },
    options: options(),
    plugins: [bandPlugin(input), marksPlugin(input)],
  };
}

function options(): LineChart["options"] {
  const ticks = { color: chartColours.ink, font: chartFont };
  const legend = legendBelow();
  return {
    ...still,
    layout: { padding: { top: 18 } },
    scales: {
      x: { offset: true, ticks, grid: { display: false } },
      y: {
        min: 0,
        max: wholePercent,
        grid: { color: chartColours.grid },
        ticks: { ...ticks, stepSize: 25, callback: (value) => `${value} %` },
      },
    },
    plugins: {
      legend: {
        ...legend,
        labels: {
          ...legend.labels,
          // An older segment's line has the same name as the one it leads to.
          filter: ({ text, datasetIndex = 0 }, { datasets }) =>
            datasets.findIndex(({ label }) => label === text) === datasetIndex,
        },
      },
    },
  };
}

/** Behind each point, the share if all that is not known fell short, up to the share if all of it met. */
function bandPlugin({ years, segments }: TrendLineInput): Plugin<"line"> {
  return {
    id: "band",
    beforeDatasetsDraw({ ctx, scales }) {
      const { x, y } = scales;
      if (!x || !y) return;
      ctx.save();
      ctx.fillStyle = bandColour;
      for (const { year, all } of segments.flatMap(({ points }) => points)) {
        if (all.isWithheld || all.shareLow === null || all.shareHigh === null) continue;
        const [high, low] = [all.shareHigh, all.shareLow].map((share) => y.getPixelForValue(share * wholePercent));
        const middle = x.getPixelForValue(years.indexOf(year));
        ctx.fillRect(middle - bandWidth / 2, high ?? 0, bandWidth, (low ?? 0) - (high ?? 0));
      }
      ctx.restore();
    },
  };
}

/** Before a year: a dashed line where the minimum changed, a whole one where the line is broken, both with their words. */
function marksPlugin({ years, segments }: TrendLineInput): Plugin<"line"> {
  const broken = segments.flatMap(({ broken: steps, points }) => (steps && points[0] ? [points[0].year] : []));
  const changed = segments.flatMap(({ minimumChanges }) => minimumChanges.map(({ year }) => year));
  return {
    id: "marks",
    afterDatasetsDraw({ ctx, scales, chartArea }) {
      const { x } = scales;
      if (!x) return;
      ctx.save();
      ctx.font = `12px ${chartFont.family}`;
      ctx.textAlign = "center";
      ctx.fillStyle = chartColours.ink;
      ctx.strokeStyle = chartColours.mute;
      for (const year of new Set([...broken, ...changed])) {
        const at = years.indexOf(year);
        if (at < 1) continue;
        const middle = (x.getPixelForValue(at) + x.getPixelForValue(at - 1)) / 2;
        const isBroken = broken.includes(year);
        ctx.setLineDash(isBroken ? [] : [3, 3]);
        ctx.beginPath();
        ctx.moveTo(middle, chartArea.top);
        ctx.lineTo(middle, chartArea.bottom);
        ctx.stroke();
        ctx.fillText(isBroken ? "Ny definition" : "Ny lägstanivå", middle, chartArea.top - 6);
      }
      ctx.restore();
    },
  };
}
