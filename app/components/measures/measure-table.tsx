import { DataTable } from "#components/data-table.tsx";
import { dayText } from "#text/dates.ts";
import { firstDayText, measureStateText } from "#text/measures.ts";
import { measureKey } from "./measure-forms.tsx";
import type { Measure } from "./measure-list.tsx";

type Row = Measure & { code: string | null; codeThen: string };

/** An actor's measures with their sub-capabilities: earlier years' first, with how they go. */
export function MeasureTable({ measures, year }: { measures: Row[]; year: number }) {
  return (
    <div className="measure-table">
      <DataTable
        asList
        caption={`Åtgärder som noterats eller följts upp ${year}`}
        rows={measures}
        rowKey={measureKey}
        empty="Inga åtgärder är noterade."
        columns={[
          { key: "what", head: "Åtgärd", cell: ({ what }) => <span className="typed">{what}</span> },
          { key: "code", head: "Delförmåga", cell: ({ code, codeThen }) => code ?? `${codeThen} (tidigare)` },
          { key: "holder", head: "Funktion", cell: ({ holder }) => holder },
          {
            key: "due",
            head: "Klart senast",
            cell: (measure) => (
              <>
                <span className="nowrap">{dayText(measure.dueDay)}</span>
                {firstDayText(measure)}
              </>
            ),
          },
          {
            key: "state",
            head: "Läge",
            cell: (measure) =>
              measure.year === year ? "Ny" : `${measureStateText(measure)}${measure.note ? `: ${measure.note}` : ""}`,
          },
        ]}
      />
    </div>
  );
}
