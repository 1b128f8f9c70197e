import type { CapabilityRow } from "#domain/aggregate.ts";
import { bandNumbers, percentText } from "#text/results.ts";
import { DataTable } from "./data-table.tsx";

/** Share, band and coverage per base capability. Never an average of levels. */
export function CapabilityShares({ rows }: { rows: (CapabilityRow & { name: string })[] }) {
  return (
    <>
      <DataTable
        caption={<span className="sr-only">Andel som når lägstanivån, per grundförmåga</span>}
        rows={rows}
        rowKey={({ capability }) => String(capability)}
        columns={[
          { key: "name", head: "Grundförmåga", cell: ({ capability, name }) => `${capability} ${name}` },
          { key: "share", head: "Når", number: true, cell: (row) => <b>{percentText(row.shareMeeting)}</b> },
          { key: "band", head: "Spann", number: true, cell: bandNumbers },
          { key: "answers", head: "Svar", number: true, cell: (row) => `${row.answered}/${row.applicable}` },
        ]}
      />
      <p className="note">
        Andel bedömningar som når lägstanivån, av dem som svarat där en lägstanivå gäller; svaren räknas över alla
        delförmågor. Spannet visar andelen om allt som saknas eller inte kan bedömas inte når, respektive når.
      </p>
    </>
  );
}
