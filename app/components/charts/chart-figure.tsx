import type { ReactNode } from "react";
import type { PictureFrame } from "#charts/picture.ts";
import type { ChartSpec, ChartUse } from "#charts/theme.ts";
import { useLoaded } from "../use-loaded.ts";

const loadDrawn = () => import("./drawn-chart.tsx");

type ChartFigureProps = {
  /** Made of the same numbers as the table; null where there is nothing to draw. */
  chart: ((use: ChartUse) => ChartSpec) | null;
  /** What the chart shows, in words: read aloud for the picture, and shown beside it. */
  says: string;
  /** Its room on the page, a class of styles/charts.css. */
  shape: "radar" | "line" | "bars";
  /** For the picture to download; null where none is offered. */
  picture: (PictureFrame & { fileName: string }) | null;
  /** The table with the same numbers. */
  children: ReactNode;
};

/** A chart where there is script, and always its sentence and its table: nobody needs the drawing to know the numbers. */
export function ChartFigure({ chart, says, shape, picture, children }: ChartFigureProps) {
  const Drawn = useLoaded(loadDrawn)?.DrawnChart;
  return (
    <div className="chart-figure">
      {chart && (
        <div className={`chart ${shape}`}>
          {Drawn && <Drawn chart={chart} says={`${says} Samma tal står i tabellen.`} picture={picture} />}
        </div>
      )}
      <p>{says}</p>
      {children}
    </div>
  );
}
