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
const wordsAbove = 9;
const wordsHeight = 16;
/** So far apart, the years have room for their words beside each other. */
const roomyYear = 110;

/** The room over a trend for the words of its marks: two lines where the years stand so close that neighbours' words would meet. */
export function roomForMarks(chartWidth: number, years: readonly number[]): number {
  const lines = chartWidth / years.length < roomyYear ? 2 : 1;
  return wordsHeight * lines + betweenWords;
}

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
      const lines = [chartArea.top - wordsAbove, chartArea.top - wordsAbove - wordsHeight].filter(
        (at) => at > wordsAbove,
      );
      const written: { from: number; to: number; line: number }[] = [];
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
        const [from, to] = [middle - half, middle + half];
        const line = lines.find((at) => !written.some((by) => by.line === at && from < by.to && by.from < to));
        // The line and the notes under the chart still say it.
        if (line === undefined) continue;
        written.push({ from, to, line });
        ctx.fillText(words, middle, line);
      }
      ctx.restore();
    },
  };
}
