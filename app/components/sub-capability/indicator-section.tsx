import { indicatorAnswers } from "#domain/answer.ts";
import type { IndicatorCount } from "#domain/indicator-count.ts";
import { indicatorAnswerNames } from "#text/answers.ts";
import { type Column, DataTable } from "../data-table.tsx";

const columns: Column<IndicatorCount>[] = [
  {
    key: "text",
    head: "Indikator",
    cell: ({ text, leadIn }) => (
      <>
        {leadIn && <small className="anchor">{leadIn}</small>}
        {text}
      </>
    ),
  },
  {
    key: "not",
    head: "Uppfylls inte",
    number: true,
    cell: ({ notMet, of }) => (of === 0 ? "–" : <b>{`${notMet} av ${of}`}</b>),
  },
  ...indicatorAnswers.map(
    (answer): Column<IndicatorCount> => ({
      key: answer,
      head: indicatorAnswerNames[answer],
      number: true,
      cell: ({ counts }) => counts[answer],
    }),
  ),
];

/** The indicators, those most often not met first: where the capability gives way. */
export function IndicatorSection({ indicators, answered }: { indicators: IndicatorCount[]; answered: number }) {
  return (
    <section>
      <h2>Indikatorer som oftast inte uppfylls</h2>
      {answered === 0 ? (
        <p className="empty">Indikatorerna visas när den första aktören har lämnat in.</p>
      ) : (
        <>
          <DataTable
            asList
            caption="Antal aktörer per svar"
            rows={indicators}
            rowKey={({ id }) => id}
            columns={columns}
          />
          <p className="note">Uppfylls inte: nej, delvis och vet ej. Ej tillämplig räknas inte med.</p>
        </>
      )}
    </section>
  );
}
