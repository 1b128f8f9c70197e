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
  | { shown: "no_minimum" | "coverage"; answered: number; applicable: number }
  | { shown: "nothing" }
);

const withheld = {
  nothing: "Visas inte: färre än fem har svarat",
  coverage: "Visas inte: för få står bakom andelen",
  no_minimum: "Ingen lägstanivå",
};

function shareOrReason(row: Row) {
  if (row.shown === "all") return <b>{percentText(row.shareMeeting)}</b>;
  return <span className="withheld">{withheld[row.shown]}</span>;
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
  { key: "share", head: "Når lägstanivån", label: "Når", number: true, cell: shareOrReason },
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
  return (
    <div className="region-table">
      <DataTable asList caption={caption} rows={rows} rowKey={({ code }) => code} columns={columns} />
    </div>
  );
}
