// How the actors stand in each sub-capability: one bar each, from those that meet the ambition to those that have not answered.
// Source: method § 4–5.
import { type BarChart, chartColours, chartFont, legendBelow, still } from "./theme.ts";

/** Numbers of actors. */
export type StatusBar = {
  label: string;
  meetsAmbition: number;
  meetsMinimum: number;
  notMeeting: number;
  missing: number;
};

const parts = [
  { key: "notMeeting", label: "når inte lägstanivån", colour: "#f3a24f" },
  { key: "onlyMinimum", label: "når lägstanivån", colour: "#cfe4f5" },
  { key: "meetsAmbition", label: "når också ambitionsnivån", colour: "#15568a" },
  { key: "missing", label: "svar saknas", colour: "#e9edf1" },
] as const;

/** The bars in the order given, from the top. */
export function statusBars(bars: readonly StatusBar[]): BarChart {
  const counted = bars.map((bar) => ({ ...bar, onlyMinimum: bar.meetsMinimum - bar.meetsAmbition }));
  const ticks = { color: chartColours.ink, font: { ...chartFont, size: 12 } };
  return {
    type: "bar",
    data: {
      labels: bars.map(({ label }) => label),
      datasets: parts.map(({ key, label, colour }) => ({
        label,
        data: counted.map((bar) => bar[key]),
        backgroundColor: colour,
        barPercentage: 0.92,
        categoryPercentage: 0.88,
      })),
    },
    options: {
      ...still,
      indexAxis: "y",
      scales: {
        x: { stacked: true, beginAtZero: true, ticks: { ...ticks, precision: 0 }, grid: { color: chartColours.grid } },
        y: { stacked: true, ticks: { ...ticks, autoSkip: false }, grid: { display: false } },
      },
      plugins: { legend: legendBelow() },
    },
  };
}
