// What is drawn behind and between the points of a trend: the band for what is not known, and where years cannot be read as one line.
// Source: method § 5, 6.
import type { Plugin } from "chart.js";
import type { TrendSegment } from "#domain/trend.ts";
import { chartColours, chartFont } from "./theme.ts";

type TrendMarks = { years: readonly number[]; segments: readonly TrendSegment[] };

const wholePercent = 100;
export const bandColour = "rgba(11, 79, 125, 0.16)";
const bandWidth = 16;
const betweenWords = 8;

/** Behind each point, the share if all that is not known fell short, up to the share if all of it met. */
export function bandPlugin({ years, segments }: TrendMarks): Plugin<"line"> {
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

/** Before a year: a dashed line where the minimum changed, a whole one where the line is broken, both with their words while there is room. */
export function marksPlugin({ years, segments }: TrendMarks): Plugin<"line"> {
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
      const written: { from: number; to: number }[] = [];
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
        const words = isBroken ? "Ny definition" : "Ny lägstanivå";
        const half = (ctx.measureText(words).width + betweenWords) / 2;
        const place = { from: middle - half, to: middle + half };
        // The line and the notes under the chart still say it.
        if (written.some(({ from, to }) => place.from < to && from < place.to)) continue;
        written.push(place);
        ctx.fillText(words, middle, chartArea.top - 9);
      }
      ctx.restore();
    },
  };
}
