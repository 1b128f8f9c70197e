import type { CommonAnswer } from "#domain/common-function.ts";
import { indicatorAnswerNames } from "#text/answers.ts";
import { DataTable } from "./data-table.tsx";

type Row = { id: string; code: string; text: string; answer: CommonAnswer | null };

/** What the office has answered for the functions that the actors share, apart from every sum. */
export function CommonFunctionsTable({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>Gemensamma funktioner</h2>
      <p className="note">
        Gäller funktioner som aktörerna delar. Samordningskansliet svarar för dem, och svaren ingår inte i någon andel.
      </p>
      <DataTable
        caption="Svar för gemensamma funktioner"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "text",
            head: "Indikator",
            cell: ({ code, text }) => (
              <>
                <b className="codeh">{code}</b> {text}
              </>
            ),
          },
          {
            key: "answer",
            head: "Svar",
            cell: ({ answer }) => (answer ? indicatorAnswerNames[answer] : "inte besvarad"),
          },
        ]}
      />
    </section>
  );
}
