// What lies behind the shortcomings: how many times each cause is given. Source: method § 2.
import { type BarChart, chartColours, chartFont, still } from "./theme.ts";

export type CauseBar = { label: string; count: number };

/** A bar for each cause, in the order given. */
export function causeBars(bars: readonly CauseBar[]): BarChart {
  const ticks = { color: chartColours.ink, font: chartFont };
  return {
    type: "bar",
    data: {
      labels: bars.map(({ label, count }) => `${label}: ${count}`),
      datasets: [{ data: bars.map(({ count }) => count), backgroundColor: chartColours.accent, barPercentage: 0.7 }],
    },
    options: {
      ...still,
      indexAxis: "y",
      scales: {
        x: { beginAtZero: true, ticks: { ...ticks, precision: 0 }, grid: { color: chartColours.grid } },
        y: { ticks, grid: { display: false } },
      },
      plugins: { legend: { display: false } },
    },
  };
}
