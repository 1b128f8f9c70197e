import { Link } from "@remix-run/react";
import type { LevelAnchor } from "#domain/definition.ts";
import { DataTable } from "../data-table.tsx";
import { useLoaded } from "../use-loaded.ts";
import { type GoalRow, reachedText } from "./goal-table.tsx";

type GoalDetailProps = { row: GoalRow; scale: LevelAnchor[]; otherVersions: number[] };

const loadChart = () => import("./goal-chart.tsx");

/** One sub-capability over the years: a chart where there is script, and always the table it is drawn from. */
export function GoalDetail({ row, scale, otherVersions }: GoalDetailProps) {
  const Chart = useLoaded(loadChart)?.GoalChart;
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
      <div className="goal-chart">{Chart && <Chart row={row} scale={scale} />}</div>
      <DataTable
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
      {otherVersions.length > 0 && (
        <p className="note">{otherVersions.join(", ")} visas inte: de åren hade en annan version av definitionen.</p>
      )}
    </div>
  );
}
