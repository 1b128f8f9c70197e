// A trend: share meeting the minimum year by year, of all actors and of the matched panel, with the band for what is not known. The line
// breaks where years cannot be compared and where a year has no answers. Source: method § 5, 6.
import type { TrendKind, TrendSegment, TrendValue } from "#domain/trend.ts";
import { isNamedAlone, trendLineNames } from "#text/trends.ts";
import { chartColours, chartFont, type LineChart, legendBelow, still } from "./theme.ts";
import { bandColour, bandPlugin, marksPlugin, roomForMarks } from "./trend-marks.ts";

/** `years`: every year of the axis. `isChanged`: whether the minimum changed; `minimumYear`: whose it is held against then. */
export type TrendLineInput = {
  years: readonly number[];
  segments: readonly TrendSegment[];
  isChanged: boolean;
  minimumYear: number | null;
};

const wholePercent = 100;

type LineStyle = {
  borderColor: string;
  pointBackgroundColor: string;
  pointStyle: "circle" | "rect" | "rectRot" | "star" | "triangle";
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

const signsBeside = ["circle", "rectRot", "triangle", "star"] as const;

function percentOf(value: TrendValue | undefined): number | null {
  return value === undefined || value.isWithheld || value.shareMeeting === null
    ? null
    : value.shareMeeting * wholePercent;
}

/** The last segment's lines carry the names; an older one's the code that it was about, where that was another or one of several. */
function labelOf(segment: TrendSegment, kind: keyof typeof styles, { segments, minimumYear }: TrendLineInput): string {
  return `${isNamedAlone(segment, segments) ? `${segment.code}: ` : ""}${trendLineNames(minimumYear)[kind]}`;
}

/** Side by side in the same years, as before a merging, segments have a sign each. */
function signOf(segment: TrendSegment, { segments }: TrendLineInput): Partial<LineStyle> {
  const [first] = segment.points;
  const beside = segments.filter(({ points }) => points.some(({ year }) => year === first?.year));
  const sign = beside.length > 1 ? signsBeside[beside.indexOf(segment)] : undefined;
  return sign ? { pointStyle: sign } : {};
}

/** The chart; several lines where something was merged or split. */
export function trendLine(input: TrendLineInput): LineChart {
  const { years, segments, isChanged } = input;
  const kinds = (["all", "panel", "allLatest"] as const).filter((kind) => kind !== "allLatest" || isChanged);
  const datasets: LineChart["data"]["datasets"] = segments.flatMap((segment) => {
    const pointOf = (year: number) => segment.points.find((point) => point.year === year);
    const dataOf = (kind: (typeof kinds)[number]) => years.map((year) => percentOf(pointOf(year)?.[kind]));
    const all = dataOf("all");
    // Under the line of all actors the panel's own would not be seen, only named. The table still has its numbers.
    const isSame = dataOf("panel").every((share, at) => share === all[at]);
    const shown = kinds.filter((kind) => kind !== "panel" || !isSame);
    return shown.map((kind) => ({
      ...{ ...styles[kind], ...signOf(segment, input) },
      label: labelOf(segment, kind, input),
      data: dataOf(kind),
      spanGaps: false,
      pointRadius: 5,
      borderWidth: 2,
      // A point at 0 or 100 % is drawn whole.
      clip: false,
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
    options: options(years),
    plugins: [bandPlugin(input), marksPlugin(input)],
  };
}

function options(years: readonly number[]): LineChart["options"] {
  const ticks = { color: chartColours.ink, font: chartFont };
  const legend = legendBelow();
  return {
    ...still,
    layout: { padding: ({ chart }) => ({ top: roomForMarks(chart.width, years) }) },
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
