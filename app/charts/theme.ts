// What every chart has in common: colours, fonts and the ways of drawing. A chart here is chart.js's own configuration, made from numbers
// alone, so that a page draws it in the browser and a document on a canvas of its own. Colours are told apart also by the colour blind and
// in print, and never carry a meaning alone: shape, dashes, place or a written number say the same.
import type { ChartConfiguration, LegendOptions } from "chart.js";

type Values = (number | null)[];
export type RadarChart = ChartConfiguration<"radar", Values, string | string[]>;
export type LineChart = ChartConfiguration<"line", Values, string>;
export type BarChart = ChartConfiguration<"bar", Values, string>;
export type ChartSpec = RadarChart | LineChart | BarChart;

/** `page`: beside its table. `picture`: alone, in a presentation or a document, where it must say everything itself. */
export type ChartUse = "page" | "picture";

export const chartFont = {
  family: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif',
  size: 14,
};

/** The same as in styles/theme.css, which a canvas cannot read. */
export const chartColours = {
  ink: "#14202b",
  mute: "#52616f",
  grid: "#d9e0e6",
  paper: "#ffffff",
  accent: "#0b4f7d",
  accentFill: "rgba(11, 79, 125, 0.12)",
  minimum: "#5b9bcf",
  ambition: "#15568a",
  region: "#b8470b",
  goal: "#1f6b3a",
};

/** Every chart stands still and fills the room it is given. */
export const still = { animation: false, responsive: true, maintainAspectRatio: false } as const;

/** The legend under the chart, with the signs that are drawn. */
export function legendBelow(): Pick<LegendOptions<"line">, "position"> & {
  labels: { usePointStyle: true; boxHeight: number; color: string; font: typeof chartFont };
} {
  return {
    position: "bottom",
    labels: { usePointStyle: true, boxHeight: 7, color: chartColours.ink, font: chartFont },
  };
}
