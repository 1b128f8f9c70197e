// The radar: share meeting the minimum per base capability, this year's filled and an earlier one's dashed. Source: method § 5.
import { percentText } from "#text/results.ts";
import { type ChartUse, chartColours, chartFont, legendBelow, type RadarChart, still } from "./theme.ts";
import { wrapped } from "./wrapped.ts";

/** Shares 0–1; null: none, and the line breaks there. `now` is drawn filled, `before` dashed. */
export type RadarPoint = { capability: number; name: string; now: number | null; before: number | null };
/** `year`, `sinceYear`: what the two are called in the legend: years, or an actor and what it stands beside. */
export type RadarInput = { points: readonly RadarPoint[]; year: number | string; sinceYear: number | string | null };

const wholePercent = 100;
const axisNameLength = 26;

/** Only the outermost ring says its share: on the others points and lines cover what is written. */
function tickText(value: string | number): string {
  return Number(value) === wholePercent ? `${value} %` : "";
}

/** On a page the number, as the table beside says the rest; in a picture the name and the share. */
function axisLabel({ capability, name, now }: RadarPoint, use: ChartUse): string | string[] {
  if (use === "page") return String(capability);
  return [...wrapped(`${capability} ${name}`, axisNameLength), now === null ? "ingen andel" : percentText(now)];
}

function inPercent(shares: (number | null)[]): (number | null)[] {
  return shares.map((share) => (share === null ? null : share * wholePercent));
}

/** The chart: a spoke for each base capability. */
export function shareRadar({ points, year, sinceYear }: RadarInput, use: ChartUse = "page"): RadarChart {
  const line = { spanGaps: false, pointRadius: 4, borderWidth: 2 };
  const now = {
    ...line,
    label: String(year),
    data: inPercent(points.map((point) => point.now)),
    borderColor: chartColours.accent,
    pointBackgroundColor: chartColours.accent,
    backgroundColor: chartColours.accentFill,
    fill: true,
  };
  const before = {
    ...line,
    label: String(sinceYear),
    data: inPercent(points.map((point) => point.before)),
    borderColor: chartColours.mute,
    pointBackgroundColor: chartColours.paper,
    borderDash: [5, 4],
    pointStyle: "rect" as const,
    fill: false,
  };
  return {
    type: "radar",
    data: {
      labels: points.map((point) => axisLabel(point, use)),
      datasets: sinceYear === null ? [now] : [now, before],
    },
    options: {
      ...still,
      scales: {
        r: {
          min: 0,
          max: wholePercent,
          ticks: {
            stepSize: 25,
            callback: tickText,
            backdropColor: "transparent",
            color: chartColours.mute,
            font: chartFont,
          },
          grid: { color: chartColours.grid },
          angleLines: { color: chartColours.grid },
          pointLabels: { font: chartFont, color: chartColours.ink },
        },
      },
      plugins: { legend: legendBelow() },
    },
  };
}
