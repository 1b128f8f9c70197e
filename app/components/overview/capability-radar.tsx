import { shareRadar } from "#charts/share-radar.ts";
import type { CapabilityPoint } from "#domain/overview.ts";
import { pointsText } from "#text/overview.ts";
import { percentText } from "#text/results.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { type Column, DataTable } from "../data-table.tsx";

/** With fewer there is no shape to see. */
const fewestAxes = 3;

/** `source`: whose numbers, for the picture to download. */
type CapabilityRadarProps = { points: CapabilityPoint[]; year: number; sinceYear: number | null; source: string };

function columnsFor(year: number, sinceYear: number | null): Column<CapabilityPoint>[] {
  const name: Column<CapabilityPoint> = {
    key: "name",
    head: "Grundförmåga",
    cell: (point) => `${point.capability} ${point.name}${sinceYear && point.isMinimumChanged ? "\u00a0*" : ""}`,
  };
  const before: Column<CapabilityPoint> = {
    key: "then",
    head: sinceYear,
    number: true,
    cell: (point) => percentText(point.before),
  };
  const now: Column<CapabilityPoint> = {
    key: "now",
    head: year,
    number: true,
    cell: (point) => (point.isWithheld ? "visas inte" : <b>{percentText(point.now)}</b>),
  };
  return sinceYear === null ? [name, now] : [name, before, now];
}

/** Share meeting the minimum per base capability: a radar where there is script, and always its table and a sentence. */
export function CapabilityRadar({ points, year, sinceYear, source }: CapabilityRadarProps) {
  const isDrawn = points.filter(({ now }) => now !== null).length >= fewestAxes;
  const isBroken = sinceYear !== null && points.some((point) => point.before === null);
  const title = `Andel bedömningar som når lägstanivån per grundförmåga ${year}`;
  return (
    <ChartFigure
      chart={isDrawn ? (use) => shareRadar({ points, year, sinceYear }, use) : null}
      says={pointsText(points, sinceYear)}
      shape="radar"
      picture={{ title, source, fileName: `grundformagor-${year}` }}
    >
      <DataTable
        caption={<span className="sr-only">Andel bedömningar som når lägstanivån, per grundförmåga</span>}
        rows={points}
        rowKey={({ capability }) => String(capability)}
        columns={columnsFor(year, sinceYear)}
      />
      <p className="note">
        Andel bedömningar som når lägstanivån, av dem som svarat.
        {sinceYear !== null && points.some((point) => point.isMinimumChanged) && " *\u00a0Någon lägstanivå är ändrad."}
        {isBroken && " Streck: andelen saknas eller går inte att jämföra."}
        {points.some((point) => point.isWithheld) && " Visas inte: någon del vilar på färre än fem aktörer."}
      </p>
    </ChartFigure>
  );
}
