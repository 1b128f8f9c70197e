import type { Db } from "#db/client.server.ts";
import { listPlans, type StoredVersion } from "#db/queries/plans.ts";
import { findNewestReleasedYear } from "#db/queries/rounds.ts";
import { overdueOf, stateOf } from "#domain/activity.ts";
import { stockholmDay } from "#domain/day.ts";
import { type PlanRead, readPlan } from "./read-plan.ts";
import { activitiesFor, isPlanner, type PlanReader } from "./show-activities.ts";
import { type ShownVersion, shownVersion } from "./view-plan.ts";

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
export function viewPlans(db: Db, { reader, now }: { reader: PlanReader; now: Date }): PlansView {
  const rows = listPlans(db).flatMap(({ year }) => {
    const read = readPlan(db, year);
    const shown = read?.inForce ?? (read && isPlanner(reader) ? read.draft : undefined);
    return read && shown ? [rowOf(read, shown, { reader, now })] : [];
  });
  return { rows, next: nextPlanYear(db) };
}

function rowOf(read: PlanRead, shown: StoredVersion, { reader, now }: { reader: PlanReader; now: Date }): PlanRow {
  const { year, basisYear } = read.plan;
  const activities = activitiesFor(read, shown, reader);
  const today = stockholmDay(now);
  const late = activities.map(({ content, notes }) => overdueOf(content, notes, { year, today }));
  return {
    ...{ year, basisYear },
    ...shownVersion(shown),
    isRevised: isPlanner(reader) && read.draft !== undefined && read.inForce !== undefined,
    activities: activities.length,
    done: activities.filter(({ notes }) => stateOf(notes) === "done").length,
    overdue: shown.adoption ? late.filter(({ isLate, checks }) => isLate || checks.length > 0).length : 0,
  };
}

/** The year after the newest released round, where it has no plan yet; null: there is nothing to begin. */
export function nextPlanYear(db: Db): number | null {
  const released = findNewestReleasedYear(db);
  if (released === undefined) return null;
  return listPlans(db).some(({ year }) => year === released + 1) ? null : released + 1;
}
