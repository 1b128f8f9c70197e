// A chart as a picture of its own, for a presentation or a document: with title, source and secrecy mark drawn into it, so that they follow
// the picture wherever it goes. 16:9, as a slide is.
import type { Plugin } from "chart.js";
import { reportMark } from "#text/secrecy.ts";
import { type ChartSpec, chartColours, chartFont } from "./theme.ts";
import { wrapped } from "./wrapped.ts";

/** In CSS pixels; drawn with `ratio` pixels for each, 1920 × 1080 in all. */
export const pictureSize = { width: 960, height: 540, ratio: 2 } as const;

/** `title` names what and which year. `source`: whose numbers, of which day, on how many answers. */
export type PictureFrame = { title: string; source: string };

const titleLength = 70;
const footLength = 125;
const titleFontSize = 22;
const footFontSize = 13;

/** A canvas is transparent, and on a dark slide the text would vanish. */
const paper: Plugin = {
  id: "paper",
  beforeDraw: ({ ctx, width, height }) => {
    ctx.save();
    ctx.fillStyle = chartColours.paper;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
};

/** The configuration of the picture. It needs chart.js's Title and SubTitle, and a canvas of `pictureSize`. */
export function asPicture(chart: ChartSpec, { title, source }: PictureFrame): ChartSpec {
  const head = {
    display: true,
    text: wrapped(title, titleLength),
    align: "start",
    color: chartColours.ink,
    font: { ...chartFont, size: titleFontSize, weight: 600 },
    padding: { bottom: 16 },
  };
  const foot = {
    display: true,
    text: [...wrapped(source, footLength), ...wrapped(reportMark, footLength)],
    position: "bottom",
    align: "start",
    color: chartColours.mute,
    font: { ...chartFont, size: footFontSize },
    padding: { top: 14 },
  };
  // Each kind's own options are kept as they are; only what frames them is added.
  return {
    ...chart,
    plugins: [...(chart.plugins ?? []), paper],
    options: {
      ...chart.options,
      responsive: false,
      devicePixelRatio: pictureSize.ratio,
      layout: { padding: 28 },
      plugins: { ...chart.options?.plugins, title: head, subtitle: foot },
    },
  } as ChartSpec;
}
