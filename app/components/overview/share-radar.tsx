import {
  Chart as ChartJs,
  type ChartOptions,
  Filler,
  Legend,
  LineElement,
  PointElement,
  RadialLinearScale,
  Tooltip,
} from "chart.js";
import { Radar } from "react-chartjs-2";

ChartJs.register(RadialLinearScale, PointElement, LineElement, Filler, Legend, Tooltip);

/** A year's shares (0–1) in the order of the axes; null: none, and the line breaks there. */
export type RadarYear = { year: number; shares: (number | null)[] };
type ShareRadarProps = { axes: string[]; now: RadarYear; before: RadarYear | null; says: string };

const colours = { now: "#0b4f7d", fill: "rgba(11, 79, 125, 0.12)", before: "#52616f", grid: "#d9e0e6", ink: "#14202b" };
const wholePercent = 100;

/** Every second ring says its share: more would cover the lines. */
function tickText(value: string | number): string {
  return Number(value) > 0 && Number(value) % 50 === 0 ? `${value} %` : "";
}

const options: ChartOptions<"radar"> = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  scales: {
    r: {
      min: 0,
      max: wholePercent,
      ticks: { stepSize: 25, callback: tickText, backdropColor: "transparent", color: colours.before },
      grid: { color: colours.grid },
      angleLines: { color: colours.grid },
      pointLabels: { font: { size: 14 }, color: colours.ink },
    },
  },
  plugins: { legend: { position: "bottom", labels: { usePointStyle: true, boxHeight: 7, color: colours.ink } } },
};

function inPercent({ shares }: RadarYear): (number | null)[] {
  return shares.map((share) => (share === null ? null : share * wholePercent));
}

/** Shares on one axis per base capability, this year's filled and the earlier one's dashed. */
export function ShareRadar({ axes, now, before, says }: ShareRadarProps) {
  const line = { spanGaps: false, pointRadius: 4, borderWidth: 2 };
  const datasets = [
    {
      ...line,
      label: String(now.year),
      data: inPercent(now),
      borderColor: colours.now,
      pointBackgroundColor: colours.now,
      backgroundColor: colours.fill,
      fill: true,
    },
    ...(before
      ? [
          {
            ...line,
            label: String(before.year),
            data: inPercent(before),
            borderColor: colours.before,
            pointBackgroundColor: "#fff",
            borderDash: [5, 4],
            pointStyle: "rect" as const,
            fill: false,
          },
        ]
      : []),
  ];
  return <Radar role="img" aria-label={says} data={{ labels: axes, datasets }} options={options} />;
}
