import type { Db } from "#db/client.server.ts";
import { listPlans } from "#db/queries/plans.ts";
import { type ActivityState, stateOf } from "#domain/activity.ts";
import { versionInForce } from "#domain/operations-plan.ts";
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

/**
 * The activities of the adopted plans up to and with a year, oldest plan first. `until`: as they stood at that moment (UTC, ISO
 * 8601); null: as they stand. Ten queries a plan.
 */
export function readPlannedActivities(db: Db, upToYear: number, until: string | null = null): PlannedActivity[] {
  const isBefore = (moment: string) => until === null || moment <= until;
  const years = listPlans(db).flatMap(({ year }) => (year <= upToYear ? [year] : []));
  return years.toReversed().flatMap((year) => {
    const read = readPlan(db, year);
    const inForce = versionInForce(
      read?.versions.filter(({ adoption }) => adoption && isBefore(adoption.recordedAt)) ?? [],
    );
    if (!read || !inForce) return [];
    const { plan, definition, goals } = read;
    return activitiesIn(read, inForce).map(({ number, content, notes }) => ({
      year,
      basisYear: plan.basisYear,
      definitionVersion: definition.version,
      number,
      what: content.what,
      goalArea: content.goalArea,
      goalAreaName: goals.areas.find(({ key }) => key === content.goalArea)?.name ?? content.goalArea,
      state: stateOf(notes.filter(({ savedAt }) => isBefore(savedAt))),
      codes: content.subs.map(({ code }) => code),
      actors: content.actors,
    }));
  });
}
