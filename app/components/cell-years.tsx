import { Link } from "@remix-run/react";
import type { Cell } from "#domain/gap.ts";
import type { LineageStep } from "#domain/version-map.ts";
import { breakText } from "#text/changes.ts";
import { cellText } from "#text/results.ts";
import { DataTable } from "./data-table.tsx";
import { LevelMark } from "./gap-cell.tsx";

type CellYear = { year: number; code: string | null; cell: Cell | null; breaks: LineageStep[] };
type CellYearsProps = {
  years: CellYear[];
  actorId: string;
  /** Where every version of this year's answer stands; null for who may not open it. */
  versions: string | null;
};

function Then({ cell, breaks }: CellYear) {
  if (!cell) return <>Ej jämförbar{breaks.length > 0 ? `. ${breaks.map(breakText).join(" ")}` : ""}</>;
  return (
    <>
      <LevelMark cell={cell} /> {cellText(cell)}
    </>
  );
}

/** The same cell in the years before, and the way to every version of this year's answer. */
export function CellYears({ years, actorId, versions }: CellYearsProps) {
  return (
    <section>
      <h2>Historik</h2>
      <DataTable
        caption="Tidigare år"
        rows={years}
        rowKey={({ year }) => String(year)}
        empty="Aktören har inte varit med i någon tidigare omgång."
        columns={[
          {
            key: "year",
            head: "År",
            cell: ({ year, code }) =>
              code === null ? year : <Link to={`/resultat/${year}/aktor/${actorId}/${code}`}>{year}</Link>,
          },
          { key: "then", head: "Bedömning", cell: Then },
        ]}
      />
      {versions && (
        <p className="screen-only">
          <Link to={versions}>Svarets alla versioner</Link>
        </p>
      )}
    </section>
  );
}
