import type { CapabilityPoint } from "#domain/overview.ts";
import { pointsText } from "#text/overview.ts";
import { percentText } from "#text/results.ts";
import { type Column, DataTable } from "../data-table.tsx";
import { useLoaded } from "../use-loaded.ts";

const loadRadar = () => import("./share-radar.tsx");
/** With fewer there is no shape to see. */
const fewestAxes = 3;

type CapabilityRadarProps = { points: CapabilityPoint[]; year: number; sinceYear: number | null };

function columnsFor(year: number, sinceYear: number | null): Column<CapabilityPoint>[] {
  const name: Column<CapabilityPoint> = {
    key: "name",
    head: "Grundförmåga",
    cell: (point) => `${point.capability} ${point.name}${sinceYear && point.isMinimumChanged ? " *" : ""}`,
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
export function CapabilityRadar({ points, year, sinceYear }: CapabilityRadarProps) {
  const Radar = useLoaded(loadRadar)?.ShareRadar;
  const says = pointsText(points, sinceYear);
  const before = sinceYear === null ? null : { year: sinceYear, shares: points.map((point) => point.before) };
  const isDrawn = points.filter(({ now }) => now !== null).length >= fewestAxes;
  const isBroken = sinceYear !== null && points.some((point) => point.before === null);
  return (
    <div className="capability-radar">
      {isDrawn && (
        <div className="radar">
          {Radar && (
            <Radar
              axes={points.map(({ capability }) => String(capability))}
              now={{ year, shares: points.map(({ now }) => now) }}
              before={before}
              says={`${says} Samma tal står i tabellen.`}
            />
          )}
        </div>
      )}
      <p>{says}</p>
      <DataTable
        caption={<span className="sr-only">Andel bedömningar som når lägstanivån, per grundförmåga</span>}
        rows={points}
        rowKey={({ capability }) => String(capability)}
        columns={columnsFor(year, sinceYear)}
      />
      <p className="note">
        Andel bedömningar som når lägstanivån, av dem som svarat.
        {sinceYear !== null && points.some((point) => point.isMinimumChanged) && " * Någon lägstanivå är ändrad."}
        {isBroken && " Streck: andelen saknas eller går inte att jämföra."}
        {points.some((point) => point.isWithheld) && " Visas inte: någon del vilar på färre än fem aktörer."}
      </p>
    </div>
  );
}
