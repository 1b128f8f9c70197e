import {
  CategoryScale,
  Chart as ChartJs,
  type ChartOptions,
  Legend,
  LinearScale,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { Line } from "react-chartjs-2";
import type { LevelAnchor } from "#domain/definition.ts";
import type { GoalRow } from "./goal-table.tsx";

ChartJs.register(CategoryScale, LinearScale, PointElement, LineElement, Legend, Tooltip);

export type GoalChartProps = { row: GoalRow; scale: LevelAnchor[] };

const colours = { minimum: "#5b9bcf", ambition: "#15568a", region: "#b8470b", goal: "#1f6b3a" };

/** Every year from the first known to the goal's. */
function axisOf({ years, goal }: GoalRow): number[] {
  const known = years.map(({ year }) => year);
  const first = known[0] ?? goal?.goalYear ?? 0;
  const last = Math.max(known.at(-1) ?? first, goal?.goalYear ?? first);
  return Array.from({ length: last - first + 1 }, (_one, at) => first + at);
}

function optionsFor(scale: LevelAnchor[]): ChartOptions<"line"> {
  const levels = scale.map(({ level }) => level);
  const nameOf = (level: number) => scale.find((anchor) => anchor.level === level)?.name;
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    scales: {
      y: {
        min: Math.min(...levels),
        max: Math.max(...levels) + 0.2,
        ticks: {
          stepSize: 1,
          callback: (value) => (nameOf(Number(value)) ? `${value} ${nameOf(Number(value))}` : ""),
        },
      },
    },
    plugins: { legend: { position: "bottom", labels: { usePointStyle: true } } },
  };
}

/** Levels are steps, so the yearly ones are drawn as steps, the region as its points, and the goal as a star where it lies. */
export function GoalChart({ row, scale }: GoalChartProps) {
  const axis = axisOf(row);
  const of = (pick: (one: GoalRow["years"][number]) => number | null) =>
    axis.map((year) => {
      const known = row.years.find((one) => one.year === year);
      return known ? pick(known) : null;
    });
  const line = (label: string, data: (number | null)[], colour: string) => ({
    label,
    data,
    borderColor: colour,
    backgroundColor: colour,
    pointRadius: 5,
  });
  const datasets = [
    {
      ...line(
        "Lägstanivå",
        of(({ minimum }) => minimum),
        colours.minimum,
      ),
      stepped: "middle" as const,
    },
    {
      ...line(
        "Ambitionsnivå",
        of(({ ambition }) => ambition),
        colours.ambition,
      ),
      stepped: "middle" as const,
      borderDash: [6, 4],
      pointStyle: "rect" as const,
    },
    {
      ...line(
        "Hälften av aktörerna når minst",
        of(({ median }) => median),
        colours.region,
      ),
      pointStyle: "triangle" as const,
    },
    ...(row.goal
      ? [
          {
            ...line(
              "Mål",
              axis.map((year) => (year === row.goal?.goalYear ? row.goal.level : null)),
              colours.goal,
            ),
            pointStyle: "rectRot" as const,
            pointRadius: 9,
            showLine: false,
          },
        ]
      : []),
  ];
  return (
    <Line
      role="img"
      aria-label="Nivåerna år för år. Samma tal står i tabellen under."
      data={{ labels: axis.map(String), datasets }}
      options={optionsFor(scale)}
    />
  );
}
