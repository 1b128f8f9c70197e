import type { CorrectionEffect } from "#domain/correction.ts";
import { statusNames } from "#text/results.ts";
import { DataTable } from "../data-table.tsx";

function shift(before: number | string | null, after: number | string | null) {
  const text = (value: number | string | null) => value ?? "ingen";
  return before === after ? text(after) : `${text(before)} → ${text(after)}`;
}

/** What a correction changes for the actor, sub-capability by sub-capability. */
export function CorrectionEffects({ effects }: { effects: CorrectionEffect[] }) {
  return (
    <DataTable
      asList
      caption={effects.length === 1 ? "1 delförmåga berörs" : `${effects.length} delförmågor berörs`}
      rows={effects}
      rowKey={({ code }) => code}
      empty="Inga lägstanivåer, indikatorer eller bedömningar ändras av rättelsen."
      columns={[
        {
          key: "name",
          head: "Delförmåga",
          cell: ({ code, name }) => (
            <>
              <b className="codeh">{code}</b> {name}
            </>
          ),
        },
        { key: "min", head: "Lägstanivå", cell: (e) => shift(e.before.minimum, e.after.minimum) },
        { key: "amb", head: "Ambitionsnivå", cell: (e) => shift(e.before.ambition, e.after.ambition) },
        {
          key: "ind",
          head: "Indikatorer att svara på",
          label: "Indikatorer",
          cell: (e) => shift(e.before.indicators, e.after.indicators),
        },
        {
          key: "status",
          head: "Blir i resultatet",
          label: "Blir",
          cell: (e) => shift(statusNames[e.before.status], statusNames[e.after.status]),
        },
      ]}
    />
  );
}
