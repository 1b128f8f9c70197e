import { Link } from "@remix-run/react";
import type { TrendPoint, TrendSegment, TrendValue } from "#domain/trend-segment.ts";
import { breakText } from "#text/changes.ts";
import { bandNumbers, percentText } from "#text/results.ts";
import { type Column, DataTable } from "../data-table.tsx";

function share(value: TrendValue): string {
  return value.isWithheld ? "visas inte" : percentText(value.shareMeeting);
}

function columnsFor({ minimumChanges, minimumYear }: TrendSegment): Column<TrendPoint>[] {
  const isChanged = minimumChanges.length > 0;
  const changed = (year: number) => minimumChanges.some((change) => change.year === year);
  return [
    { key: "year", head: "År", cell: ({ year }) => <Link to={`/resultat/${year}`}>{year}</Link> },
    {
      key: "share",
      head: "Når lägstanivån",
      number: true,
      cell: ({ all, year }) => (
        <>
          <b>{share(all)}</b>
          {changed(year) && " *"}
        </>
      ),
    },
    ...(isChanged
      ? [
          {
            key: "latest",
            head: `Mot ${minimumYear} års lägstanivå`,
            number: true,
            cell: ({ allLatest }: TrendPoint) => share(allLatest),
          },
        ]
      : []),
    { key: "band", head: "Spann, %", number: true, cell: ({ all }) => (all.isWithheld ? "–" : bandNumbers(all)) },
    {
      key: "coverage",
      head: "Svar",
      number: true,
      cell: ({ all }) => (all.isWithheld ? "–" : `${all.answered} av ${all.applicable}`),
    },
  ];
}

function Segment({ segment }: { segment: TrendSegment }) {
  const { points, code, name, broken, minimumChanges, gaps } = segment;
  return (
    <>
      {broken?.map((step) => (
        <p className="note" key={`${step.code} ${step.change}`}>
          Går inte att jämföra längre tillbaka. {breakText(step)}
        </p>
      ))}
      {broken?.length === 0 && <p className="note">Går inte att jämföra längre tillbaka: definitionen är en annan.</p>}
      <DataTable
        caption={`${code} ${name}`}
        rows={points}
        rowKey={({ year }) => String(year)}
        columns={columnsFor(segment)}
        empty="Ingen aktör har svarat något av åren."
      />
      {minimumChanges.length > 0 && <p className="note">* Lägstanivån ändrades.</p>}
      {gaps.length > 0 && <p className="note">Utan svar: {gaps.map(({ year }) => year).join(", ")}.</p>}
    </>
  );
}

/** The share over the years, as far as years can be compared. */
export function TrendSection({ segments }: { segments: TrendSegment[] }) {
  return (
    <section>
      <h2>Över åren</h2>
      {segments.map((segment) => (
        <Segment key={`${segment.code} ${segment.points[0]?.year ?? ""}`} segment={segment} />
      ))}
    </section>
  );
}
