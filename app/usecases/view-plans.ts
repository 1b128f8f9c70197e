import type { Db } from "#db/client.server.ts";
import { listPlans } from "#db/queries/plans.ts";
import { findNewestReleasedYear } from "#db/queries/rounds.ts";
import { type PlanReader, type ShownVersion, viewPlan } from "./view-plan.ts";

export type PlanRow = Pick<ShownVersion, "version" | "state" | "adoption" | "presentation"> & {
  year: number;
  basisYear: number;
  activities: number;
  done: number;
  /** Activities with something overdue; 0 in a draft, which is not followed up. */
  overdue: number;
  /** A revision is being drafted. */
  isRevised: boolean;
};
export type PlansView = {
  rows: PlanRow[];
  /** The year after the newest released round, where it has no plan yet; null: none. */
  next: number | null;
};

/** The plans that the reader may see, newest first: of each what is in force, or the draft where nothing is. */
export function viewPlans(db: Db, by: { reader: PlanReader; now: Date }): PlansView {
  const plans = listPlans(db);
  const rows = plans.flatMap(({ year }) => {
    const first = viewPlan(db, { year }, by);
    const inForce = first?.versions.find(({ adoption }) => adoption !== null);
    const isRevised = first?.state === "drafted" && inForce !== undefined;
    const view = isRevised ? viewPlan(db, { year, version: inForce.version }, by) : first;
    if (!view) return [];
    const activities = view.areas.flatMap((area) => area.activities);
    const isLate = ({ overdue }: (typeof activities)[number]) => overdue.isLate || overdue.checks.length > 0;
    const { basisYear, version, state, adoption, presentation } = view;
    return [
      {
        ...{ year, basisYear, version, state, adoption, presentation, isRevised },
        activities: activities.length,
        done: activities.filter((each) => each.state === "done").length,
        overdue: adoption ? activities.filter(isLate).length : 0,
      },
    ];
  });
  return { rows, next: nextPlanYear(db) };
}

/** The year after the newest released round, where it has no plan yet; null: there is nothing to begin. */
export function nextPlanYear(db: Db): number | null {
  const released = findNewestReleasedYear(db);
  if (released === undefined) return null;
  return listPlans(db).some(({ year }) => year === released + 1) ? null : released + 1;
}
