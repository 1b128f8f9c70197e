import { Link } from "@remix-run/react";
import { goalLine } from "#charts/goal-line.ts";
import type { LevelAnchor } from "#domain/definition.ts";
import type { Trend } from "#domain/trend.ts";
import { breakText } from "#text/changes.ts";
import { dayText } from "#text/dates.ts";
import { reachedOf } from "#text/goals.ts";
import { listText, percentText } from "#text/results.ts";
import { trendText } from "#text/trends.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { type Column, DataTable } from "../data-table.tsx";
import { trendSpec } from "../trends/trend-spec.ts";
import { type GoalRow, type GoalYear, reachedText } from "./goal-table.tsx";

/** `day`: YYYY-MM-DD, of which the numbers are. `year`: the round that the page is of. */
type GoalDetailProps = {
  year: number;
  row: GoalRow;
  scale: LevelAnchor[];
  trend: (Pick<Trend, "code" | "segments"> & { years: number[] }) | null;
  day: string;
};

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

const columns: Column<GoalYear>[] = [
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
  { key: "share", head: "Når lägstanivån", number: true, cell: ({ shareMeeting }) => percentText(shareMeeting) },
  { key: "panel", head: "Matchad panel", number: true, cell: ({ panelMeeting }) => percentText(panelMeeting) },
  {
    key: "coverage",
    head: "Svar",
    number: true,
    cell: ({ answered, applicable }) => `${answered}\u00a0av\u00a0${applicable}`,
  },
];

function GoalFacts({ goal, left }: GoalRow) {
  return (
    <>
      <p>
        {goal ? (
          <>
            Mål: <b>nivå {goal.level}</b> till {goal.goalYear}. {goal.reference}
          </>
        ) : (
          "Inget mål är satt."
        )}
      </p>
      {left.map(({ code, level, goalYear, breaks }) => (
        <p key={code} className="note">
          {code} hade målet nivå {level} till {goalYear}. Det gäller inte här. {breaks.map(breakText).join(" ")}
        </p>
      ))}
    </>
  );
}

/** One sub-capability over the years: charts where there is script, and always the table they are drawn from. */
export function GoalDetail({ year, row, scale, trend, day }: GoalDetailProps) {
  const { goal, years, code } = row;
  const source = `Källa: Samverkan Stockholmsregionen, självskattningar och beslutade nivåer. Läget ${dayText(day)}.`;
  const name = `${code} ${row.name}`;
  const fileCode = code.replace(":", "-");
  return (
    <div className="goal-detail">
      <GoalFacts {...row} />
      <div className="goal-charts">
        <ChartFigure
          chart={years.length > 0 ? () => goalLine({ years, goal, scale }) : null}
          says={goalText(row)}
          shape="line"
          picture={{ title: `${name}: nivåer och mål`, source, fileName: `mal-${fileCode}` }}
        >
          {null}
        </ChartFigure>
        {trend && (
          <ChartFigure
            chart={trendSpec(trend)}
            says={trendText(trend)}
            shape="line"
            picture={{ title: `${name}: andel som når lägstanivån`, source, fileName: `utveckling-${fileCode}` }}
          >
            <p className="screen-only">
              <Link to={`/resultat/${year}/utveckling?visa=${code}`}>Utvecklingen med spann och jämförelser</Link>
            </p>
          </ChartFigure>
        )}
      </div>
      <DataTable
        asList
        caption="Nivåer för alla aktörer, och regionens läge"
        rows={years}
        rowKey={(each) => String(each.year)}
        columns={columns}
      />
      <p className="note">{reachedOf}</p>
    </div>
  );
}
