import { Link } from "@remix-run/react";
import type { MeasureState } from "#domain/measure.ts";
import { dayText } from "#text/dates.ts";
import { firstDayText, measureStateText, measuresText } from "#text/measures.ts";
import { type Column, DataTable } from "../data-table.tsx";
import type { Names } from "../patterns/names-line.tsx";

export type RegionMeasure = {
  actorId: string;
  year: number;
  number: number;
  what: string;
  holder: string;
  dueDay: string;
  firstDueDay: string;
  state: MeasureState | null;
  before: { year: number; state: MeasureState } | null;
};

type RegionMeasuresProps = { year: number; code: string; day: string; measures: RegionMeasure[]; names: Names };

function isOpen({ state }: RegionMeasure): boolean {
  return state !== "done" && state !== "cancelled";
}

function columnsFor({ year, code, day, names }: Omit<RegionMeasuresProps, "measures">): Column<RegionMeasure>[] {
  return [
    { key: "what", head: "Åtgärd", cell: ({ what }) => <span className="typed">{what}</span> },
    {
      key: "actor",
      head: "Aktör",
      cell: ({ actorId }) => (
        <Link to={`/resultat/${year}/aktor/${actorId}/${code}`}>{names.actors[actorId] ?? actorId}</Link>
      ),
    },
    { key: "holder", head: "Funktion", cell: ({ holder }) => holder },
    {
      key: "due",
      head: "Klart senast",
      cell: (measure) => (
        <>
          {measure.dueDay < day ? <b>{dayText(measure.dueDay)}, har passerat</b> : dayText(measure.dueDay)}
          {firstDayText(measure)}
        </>
      ),
    },
    { key: "state", head: "Läge", cell: (measure) => (measure.year === year ? "Ny" : measureStateText(measure)) },
  ];
}

/** What actors do about it, as they submitted it: what is done or cancelled is only counted. */
export function RegionMeasures(props: RegionMeasuresProps) {
  const open = props.measures.filter(isOpen);
  const ended = props.measures.length - open.length;
  return (
    <section>
      <h2>Åtgärder på gång</h2>
      <DataTable
        caption={measuresText(open.length)}
        rows={open}
        rowKey={({ actorId, year, number }) => `${actorId} ${year} ${number}`}
        columns={columnsFor(props)}
        asList
        empty="Ingen aktör har noterat någon åtgärd som är på gång."
      />
      {ended > 0 && <p className="note">{measuresText(ended)} är avslutade eller avbrutna.</p>}
    </section>
  );
}
