// Charts as pictures for documents: the same configurations as on the pages, drawn without a browser and with a font of our own, so
// that they look the same on a machine that has none.
import { join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
} from "chart.js";
import { type ChartSpec, chartColours } from "#charts/theme.ts";

Chart.register(RadarController, LineController, BarController, PointElement, LineElement, BarElement);
Chart.register(RadialLinearScale, LinearScale, CategoryScale, Filler, Legend);

/** The first family that the charts ask for: ours goes before whatever the machine has. */
const askedFamily = "system-ui";
const pixelsPerPoint = 2;
let isFontThere = false;

function bringFont(): void {
  if (isFontThere) return;
  const path = join(process.cwd(), "app/exports/fonts/OpenSans-Regular.ttf");
  if (!GlobalFonts.registerFromPath(path, askedFamily)) throw new Error(`The charts' font is missing: ${path}`);
  isFontThere = true;
}

/** `width`, `height`: as the picture stands in the document, in pixels of 1/96 inch; it is drawn twice as fine. */
export function chartPng(chart: ChartSpec, { width, height }: { width: number; height: number }): Buffer {
  bringFont();
  const canvas = createCanvas(width, height);
  const paper = {
    id: "paper",
    beforeDraw: ({ ctx }: Chart) => {
      ctx.fillStyle = chartColours.paper;
      ctx.fillRect(0, 0, width, height);
    },
  };
  const options = { ...chart.options, responsive: false, animation: false, devicePixelRatio: pixelsPerPoint };
  const drawn = new Chart(
    canvas as unknown as HTMLCanvasElement,
    { ...chart, options, plugins: [...(chart.plugins ?? []), paper] } as never,
  );
  const png = canvas.toBuffer("image/png");
  drawn.destroy();
  return png;
}
