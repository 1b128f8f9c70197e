import type { Db } from "#db/client.server.ts";
import { listPlans } from "#db/queries/plans.ts";
import { type ActivityState, stateOf } from "#domain/activity.ts";
import { activitiesIn, readPlan } from "./read-plan.ts";

/** An activity of an adopted plan: which sub-capabilities it concerned and which actors it was for, as the version in force says. */
export type PlannedActivity = {
  year: number;
  /** The round whose results the plan stands on; its definition version is the codes'. */
  basisYear: number;
  definitionVersion: string;
  number: number;
  what: string;
  goalArea: string;
  goalAreaName: string;
  state: ActivityState;
  codes: string[];
  actors: string[];
};

/** The activities of the adopted plans up to and with a year, oldest plan first. Ten queries a plan. */
export function readPlannedActivities(db: Db, upToYear: number): PlannedActivity[] {
  const years = listPlans(db).flatMap(({ year }) => (year <= upToYear ? [year] : []));
  return years.toReversed().flatMap((year) => {
    const read = readPlan(db, year);
    if (!read?.inForce) return [];
    const { plan, definition, goals } = read;
    return activitiesIn(read, read.inForce).map(({ number, content, notes }) => ({
      year,
      basisYear: plan.basisYear,
      definitionVersion: definition.version,
      number,
      what: content.what,
      goalArea: content.goalArea,
      goalAreaName: goals.areas.find(({ key }) => key === content.goalArea)?.name ?? content.goalArea,
      state: stateOf(notes),
      codes: content.subs.map(({ code }) => code),
      actors: content.actors,
    }));
  });
}
