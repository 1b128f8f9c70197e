import { bandNumbers, percentText } from "#text/results.ts";
import { type Column, DataTable } from "./data-table.tsx";

type Row = { code: string; name: string } & (
  | {
      shown: "all";
      answered: number;
      applicable: number;
      shareMeeting: number | null;
      shareLow: number | null;
      shareHigh: number | null;
    }
  | { shown: "coverage"; answered: number; applicable: number }
  | { shown: "nothing" }
);

function shareOrReason(row: Row) {
  if (row.shown === "all") return <b>{percentText(row.shareMeeting)}</b>;
  const reason = row.shown === "coverage" ? "färre än fem har en lägstanivå" : "färre än fem har svarat";
  return <span className="withheld">visas inte: {reason}</span>;
}

const columns: Column<Row>[] = [
  {
    key: "name",
    head: "Delförmåga",
    cell: ({ code, name }) => (
      <>
        <b className="codeh">{code}</b> {name}
      </>
    ),
  },
  { key: "share", head: "Når lägstanivån", number: true, cell: shareOrReason },
  { key: "band", head: "Spann, %", number: true, cell: (row) => (row.shown === "all" ? bandNumbers(row) : "–") },
  {
    key: "coverage",
    head: "Svar",
    number: true,
    cell: (row) => (row.shown === "nothing" ? "–" : `${row.answered} av ${row.applicable}`),
  },
];

/** The whole region, one line per sub-capability; what too few stand behind says that it is withheld. */
export function RegionTable({ caption, rows }: { caption: string; rows: Row[] }) {
  return <DataTable caption={caption} rows={rows} rowKey={({ code }) => code} columns={columns} />;
}
