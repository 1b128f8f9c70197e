import { Link } from "@remix-run/react";
import { goalLine } from "#charts/goal-line.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import { dayText } from "#text/dates.ts";
import { listText } from "#text/results.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { DataTable } from "../data-table.tsx";
import { type GoalRow, reachedText } from "./goal-table.tsx";

/** `day`: YYYY-MM-DD, of which the numbers are. */
type GoalDetailProps = { row: GoalRow; scale: LevelAnchor[]; otherVersions: number[]; day: string };

/** What the chart shows of the latest year with a level in it. */
function goalText({ years }: GoalRow): string {
  const last = years.findLast(({ minimum, median }) => minimum !== null || median !== null);
  if (!last) return "Inget år har någon nivå än.";
  const parts = [
    last.minimum === null ? "ingen lägstanivå för alla aktörer" : `lägstanivån är ${last.minimum}`,
    ...(last.ambition === null ? [] : [`ambitionsnivån ${last.ambition}`]),
    ...(last.median === null ? [] : [`hälften av aktörerna når minst nivå ${last.median}`]),
  ];
  return `${last.year}: ${listText(parts)}.`;
}

/** One sub-capability over the years: a chart where there is script, and always the table it is drawn from. */
export function GoalDetail({ row, scale, otherVersions, day }: GoalDetailProps) {
  const { goal, years } = row;
  return (
    <div className="goal-detail">
      <p>
        {goal ? (
          <>
            Mål: <b>nivå {goal.level}</b> till {goal.goalYear}. {goal.reference}
          </>
        ) : (
          "Inget mål är satt."
        )}
      </p>
      <ChartFigure
        chart={years.length > 0 ? () => goalLine({ years, goal, scale }) : null}
        says={goalText(row)}
        shape="line"
        picture={{
          title: `${row.code} ${row.name}: nivåer och mål`,
          source: `Källa: Samverkan Stockholmsregionen, självskattningar och beslutade nivåer. Läget ${dayText(day)}.`,
          fileName: `mal-${row.code.replace(":", "-")}`,
        }}
      >
        <DataTable
          asList
          caption="Nivåer för alla aktörer, och regionens läge"
          rows={years}
          rowKey={({ year }) => String(year)}
          columns={[
            { key: "year", head: "År", cell: ({ year }) => <Link to={`/lagstanivaer/${year}`}>{year}</Link> },
            { key: "minimum", head: "Lägstanivå", number: true, cell: ({ minimum }) => minimum ?? "–" },
            { key: "ambition", head: "Ambitionsnivå", number: true, cell: ({ ambition }) => ambition ?? "–" },
            {
              key: "median",
              head: "Hälften når minst",
              number: true,
              cell: ({ median, isTooFew }) => (isTooFew ? "för få svar" : median === null ? "–" : `nivå ${median}`),
            },
            { key: "reached", head: "Har nått målet", number: true, cell: reachedText },
            {
              key: "coverage",
              head: "Svar",
              number: true,
              cell: ({ answered, applicable }) => `${answered} av ${applicable}`,
            },
          ]}
        />
      </ChartFigure>
      {otherVersions.length > 0 && (
        <p className="note">{otherVersions.join(", ")} visas inte: de åren hade en annan version av definitionen.</p>
      )}
    </div>
  );
}
