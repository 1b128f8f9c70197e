import { Link } from "@remix-run/react";
import type { LineageStep } from "#domain/version-map.ts";
import { levelsText } from "#text/proposal.ts";
import { DataTable } from "../data-table.tsx";

export type GoalYear = {
  year: number;
  minimum: number | null;
  ambition: number | null;
  answered: number;
  applicable: number;
  isTooFew: boolean;
  median: number | null;
  reached: number | null;
  shareMeeting: number | null;
  panelMeeting: number | null;
  withLevel: number;
};
export type GoalRow = {
  code: string;
  name: string;
  goal: { level: number; goalYear: number; reference: string } | null;
  left: { code: string; level: number; goalYear: number; breaks: LineageStep[] }[];
  years: GoalYear[];
};

/** "18 av 35 aktörer", or why there is no number. */
export function reachedText({ reached, withLevel, isTooFew, answered, applicable }: GoalYear): string {
  if (isTooFew) return `För få svar (${answered}\u00a0av\u00a0${applicable})`;
  return reached === null ? "–" : `${reached}\u00a0av\u00a0${withLevel}`;
}

/** Every sub-capability's goal beside this year's levels and how many have reached it. */
export function GoalTable({ year, rows }: { year: number; rows: GoalRow[] }) {
  return (
    <DataTable
      asList
      caption={<span className="sr-only">Mål per delförmåga</span>}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          head: "Delförmåga",
          cell: ({ code, name }) => (
            <Link to={`/lagstanivaer/${year}/mal?del=${code}`}>
              <span className="code">{code} </span>
              {name}
            </Link>
          ),
        },
        {
          key: "goal",
          head: "Mål",
          cell: ({ goal }) =>
            goal ? (
              <span className="nowrap">
                <b className="level goal">{goal.level}</b> {goal.goalYear}
              </span>
            ) : (
              "inget"
            ),
        },
        {
          key: "levels",
          head: `Nivåer ${year}`,
          cell: ({ years }) => levelsText(years.find((one) => one.year === year) ?? { minimum: null, ambition: null }),
        },
        {
          key: "reached",
          head: "Har nått målet",
          label: "Nått",
          cell: ({ years, goal }) => {
            const latest = years.findLast(({ isTooFew }) => !isTooFew);
            return goal && latest ? `${reachedText(latest)} (${latest.year})` : "–";
          },
        },
      ]}
    />
  );
}
