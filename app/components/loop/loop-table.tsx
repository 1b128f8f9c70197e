import type { ReactNode } from "react";
import type { ActivityState } from "#domain/activity.ts";
import type { MovementCounts } from "#domain/loop.ts";
import type { LineageStep } from "#domain/version-map.ts";
import { plannedStateNames } from "#text/activity-states.ts";
import { brokenText } from "#text/changes.ts";
import { loopTexts, movementText } from "#text/loop.ts";
import { actorsText } from "#text/plan.ts";
import { type Column, DataTable } from "../data-table.tsx";

export type Effort = {
  key: string;
  activity: { year: number; number: number; what: string; state: ActivityState } | null;
  actors: number | null;
  took: MovementCounts | null;
  others: MovementCounts | null;
};
export type LoopRowProps = { code: string; name: string; breaks: LineageStep[] | null; efforts: Effort[] };

function what({ activity, actors }: Effort): ReactNode {
  const count = actors === null ? "" : `, ${actorsText(actors)}`;
  if (!activity) return `${loopTexts.measures}${count}`;
  return (
    <>
      <span className="typed">{activity.what}</span>
      <p className="measure-facts">
        Verksamhetsplan {activity.year}, {plannedStateNames[activity.state]}
        {count}
      </p>
    </>
  );
}

const columns: Column<Effort>[] = [
  { key: "what", head: "Aktivitet eller åtgärd", cell: what },
  { key: "took", head: "De som det gällde", cell: ({ took }) => movementText(took) },
  { key: "others", head: "De andra", cell: ({ others }) => movementText(others) },
];

/** What concerned one sub-capability, and how the levels moved for those that it was for and for the others: planned, whatever became of it. */
export function LoopTable({ row, since, year }: { row: LoopRowProps; since: number; year: number }) {
  const { efforts, breaks } = row;
  return (
    <>
      {breaks && <p className="note">{brokenText(since, breaks)}</p>}
      <DataTable
        asList
        caption={`Nivån ${year} mot ${since}, antal aktörer`}
        rows={efforts}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </>
  );
}
