// One sub-capability over the years: levels are steps, so the yearly ones are drawn as steps, the region as its points, and the goal as a
// diamond where it lies. Source: method § 3, "Målbild 2019–2022".
import type { LevelAnchor } from "#domain/definition.ts";
import { chartColours, chartFont, type LineChart, legendBelow, still } from "./theme.ts";

export type GoalLineYear = { year: number; minimum: number | null; ambition: number | null; median: number | null };
/** `years`: rising. */
export type GoalLineInput = {
  years: readonly GoalLineYear[];
  goal: { level: number; goalYear: number } | null;
  scale: readonly LevelAnchor[];
};

/** Letters of a level's name that stand on one line beside the chart. */
const longestLine = 12;

/** Room over the highest level for half a sign. */
const headroom = 0.2;

/** Every year from the first known to the goal's. */
function axisOf({ years, goal }: GoalLineInput): number[] {
  const known = years.map(({ year }) => year);
  const first = known[0] ?? goal?.goalYear ?? 0;
  const last = Math.max(known.at(-1) ?? first, goal?.goalYear ?? first);
  return Array.from({ length: last - first + 1 }, (_one, at) => first + at);
}

function lineOf(label: string, data: (number | null)[], colour: string) {
  return { label, data, borderColor: colour, backgroundColor: colour, pointRadius: 5 };
}

/** The chart, from the first year known to the goal's. */
export function goalLine(input: GoalLineInput): LineChart {
  const { years, goal, scale } = input;
  const axis = axisOf(input);
  const of = (pick: (one: GoalLineYear) => number | null) =>
    axis.map((year) => {
      const known = years.find((one) => one.year === year);
      return known ? pick(known) : null;
    });
  const minima = of(({ minimum }) => minimum);
  const ambitions = of(({ ambition }) => ambition);
  const medians = of(({ median }) => median);
  const datasets: LineChart["data"]["datasets"] = [
    { ...lineOf("Lägstanivå", minima, chartColours.minimum), stepped: "middle" },
    {
      ...lineOf("Ambitionsnivå", ambitions, chartColours.ambition),
      stepped: "middle",
      borderDash: [6, 4],
      pointStyle: "rect",
    },
    { ...lineOf("Hälften av aktörerna når minst", medians, chartColours.region), pointStyle: "triangle" },
  ];
  if (goal) {
    const data = axis.map((year) => (year === goal.goalYear ? goal.level : null));
    datasets.push({
      ...lineOf("Mål", data, chartColours.goal),
      pointStyle: "rectRot",
      pointRadius: 9,
      showLine: false,
    });
  }
  return { type: "line", data: { labels: axis.map(String), datasets }, options: optionsFor(scale) };
}

/** "4 Uppfylld / och prövad": on two lines where it is long, as a narrow chart cuts it off. */
function linesOf(level: number, name: string | undefined): string[] {
  if (name === undefined) return [];
  const [first = "", ...rest] = name.split(" ");
  return rest.length === 0 || name.length <= longestLine ? [`${level} ${name}`] : [`${level} ${first}`, rest.join(" ")];
}

function optionsFor(scale: readonly LevelAnchor[]): LineChart["options"] {
  const levels = scale.map(({ level }) => level);
  const nameOf = (level: number) => scale.find((anchor) => anchor.level === level)?.name;
  const ticks = { color: chartColours.ink, font: chartFont };
  return {
    ...still,
    scales: {
      x: { ticks, grid: { color: chartColours.grid } },
      y: {
        min: Math.min(...levels),
        max: Math.max(...levels) + headroom,
        grid: { color: chartColours.grid },
        ticks: {
          ...ticks,
          stepSize: 1,
          includeBounds: false,
          callback: (value) => linesOf(Number(value), nameOf(Number(value))),
        },
      },
    },
    plugins: { legend: legendBelow() },
  };
}
