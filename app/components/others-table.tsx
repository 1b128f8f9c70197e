import type { Others } from "#domain/disclosure.ts";
import type { Cell } from "#domain/gap.ts";
import { othersRule, othersText } from "#text/report.ts";
import { ownStatusName } from "#text/results.ts";
import { DataTable } from "./data-table.tsx";

type OthersTableProps = {
  report: { actor: { shortName: string }; submittedAt: string | null };
  rows: { cell: Cell; name: string }[];
  others: Record<string, Others>;
};

/** How the others stand beside the actor, one line per sub-capability. */
export function OthersTable({ report: { actor, submittedAt }, rows, others }: OthersTableProps) {
  return (
    <section>
      <h2>Jämfört med andra aktörer</h2>
      <p className="note">{othersRule}</p>
      <DataTable
        asList
        caption="Andra aktörer som når lägstanivån"
        rows={rows}
        rowKey={({ cell }) => cell.code}
        columns={[
          {
            key: "name",
            head: "Delförmåga",
            cell: ({ cell, name }) => (
              <>
                <b className="codeh">{cell.code}</b> {name}
              </>
            ),
          },
          {
            key: "own",
            head: actor.shortName,
            cell: ({ cell }) => <span className="nowrap">{ownStatusName(cell.status, submittedAt)}</span>,
          },
          { key: "others", head: "Andra", number: true, cell: ({ cell }) => othersText(others[cell.code]) },
        ]}
      />
    </section>
  );
}
