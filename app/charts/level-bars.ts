// The spread of levels in one sub-capability: one bar for the region and one per category, each its actors as parts of a whole. In every
// part stands how many they are and what they answered, so that the colours need not be told apart. Source: method § 5.
import type { Chart, Plugin } from "chart.js";
import type { LevelsRow } from "#domain/category-levels.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { categoryName } from "#text/results.ts";
import { type BarChart, chartColours, chartFont, legendBelow, still } from "./theme.ts";

export type LevelBarsInput = { rows: readonly LevelsRow[]; scale: readonly LevelAnchor[] };

const wholePercent = 100;
/** From light to dark, as far apart in grey as in colour. */
const levelColours = ["#eef1f4", "#cfdbe4", "#9dbad0", "#3f7aa5", "#15568a"];
const darkFrom = 3;
const unknownColours = { fill: "#e6e1ee", edge: "#8a7aa8" };
const missingColours = { fill: "#ffffff", edge: "#b9c3cc" };
/** The lightest would else vanish into the paper. */
const edgeOf = (shade: number) => (shade === 0 ? "#aab5bf" : "#ffffff");
/** Narrower or lower parts have room for their number only, or for nothing. */
const roomFor = { label: { width: 46, height: 32 }, count: { width: 14, height: 14 } };
const labelSize = 11;

type Part = { label: string; short: string; fill: string; edge: string; ink: string; counts: number[] };

/** The bars that have anybody in them: what applies to nobody is no bar. */
export function drawnRows(rows: readonly LevelsRow[]): LevelsRow[] {
  return rows.filter(({ applicable }) => applicable > 0);
}

function partsOf({ scale, rows }: LevelBarsInput): Part[] {
  const levels = scale.map(({ level, name }, at): Part => {
    const shade = Math.round((at / Math.max(scale.length - 1, 1)) * (levelColours.length - 1));
    const ink = shade >= darkFrom ? chartColours.paper : chartColours.ink;
    const counts = rows.map(({ distribution }) => distribution[at] ?? 0);
    return {
      label: `${level} ${name}`,
      short: `nivå ${level}`,
      fill: levelColours[shade] ?? "",
      edge: edgeOf(shade),
      ink,
      counts,
    };
  });
  const other = { ink: chartColours.ink };
  return [
    ...levels,
    {
      ...{ ...other, label: "Kan inte bedömas", short: "?", counts: rows.map(({ unknown }) => unknown) },
      ...unknownColours,
    },
    {
      ...{ ...other, label: "Svar saknas", short: "saknas", counts: rows.map(({ missing }) => missing) },
      ...missingColours,
    },
  ];
}

/** Writes the number of actors, and what they answered where there is room, into every part of the bars. */
function written(parts: Part[]): Plugin<"bar"> {
  return {
    id: "written",
    afterDatasetsDraw: (chart) => {
      for (const [at, part] of parts.entries()) writePart(chart, at, part);
    },
  };
}

function writePart(chart: Chart<"bar">, at: number, { counts, short, ink }: Part) {
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const [row, bar] of chart.getDatasetMeta(at).data.entries()) {
    const { x, y, base, height } = bar.getProps(["x", "y", "base", "height"], true) as unknown as Record<
      "x" | "y" | "base" | "height",
      number
    >;
    const hasRoom = (room: { width: number; height: number }) => x - base >= room.width && height >= room.height;
    const count = counts[row] ?? 0;
    if (count === 0 || !hasRoom(roomFor.count)) continue;
    const hasLabel = hasRoom(roomFor.label);
    ctx.font = `600 ${chartFont.size}px ${chartFont.family}`;
    ctx.fillText(String(count), (x + base) / 2, hasLabel ? y - labelSize / 2 : y);
    if (!hasLabel) continue;
    ctx.font = `${labelSize}px ${chartFont.family}`;
    ctx.fillText(short, (x + base) / 2, y + labelSize);
  }
  ctx.restore();
}

/** The chart: each bar a whole of 100 per cent, whatever the number of actors. */
export function levelBars({ rows, scale }: LevelBarsInput): BarChart {
  const drawn = drawnRows(rows);
  const parts = partsOf({ rows: drawn, scale });
  const ticks = { color: chartColours.ink, font: chartFont };
  return {
    type: "bar",
    data: {
      labels: drawn.map(
        ({ category, applicable }) => `${category === null ? "Hela regionen" : categoryName(category)} (${applicable})`,
      ),
      datasets: parts.map(({ label, fill, edge: borderColor, counts }) => ({
        label,
        data: counts.map((count, at) => (count / (drawn[at]?.applicable || 1)) * wholePercent),
        backgroundColor: fill,
        borderColor,
        borderWidth: 1,
        borderSkipped: false as const,
        pointStyle: "rect" as const,
        barPercentage: 0.92,
      })),
    },
    plugins: [written(parts)],
    options: {
      ...still,
      indexAxis: "y",
      scales: {
        x: {
          stacked: true,
          min: 0,
          max: wholePercent,
          grid: { color: chartColours.grid },
          ticks: { ...ticks, stepSize: 25, callback: (value) => `${value} %` },
        },
        y: { stacked: true, grid: { display: false }, ticks },
      },
      plugins: { legend: legendBelow(), tooltip: { enabled: false } },
    },
  } as BarChart;
}
