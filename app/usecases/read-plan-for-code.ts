import type { Db } from "#db/client.server.ts";
import { listPlans } from "#db/queries/plans.ts";
import type { ActivityState } from "#domain/activity.ts";
import type { Definition } from "#domain/definition.ts";
import { codesIn } from "./read-occurrences.ts";
import { readPlannedActivities } from "./read-planned-activities.ts";
import { earlierYear } from "./view-loop.ts";

/** What an adopted plan holds for a sub-capability, as an actor may read it: nothing of other actors. */
export type PlannedForCode = { year: number; number: number; what: string; state: ActivityState; isYours: boolean };

/**
 * The activities of the adopted plan built on the newest earlier released year that concern a sub-capability, along the version
 * map's lines. One query where there is no plan, else thirteen.
 */
export function readPlannedFor(
  db: Db,
  { year, actorId, code, definition }: { year: number; actorId: string; code: string; definition: Definition },
): PlannedForCode[] {
  if (listPlans(db).length === 0) return [];
  const since = earlierYear(db, year);
  const activities = readPlannedActivities(db, year).filter(({ basisYear }) => basisYear === since);
  if (activities.length === 0) return [];
  const codeOf = codesIn(db, definition);
  return activities
    .filter(({ codes, definitionVersion: version }) => codes.some((each) => codeOf({ version, code: each }) === code))
    .map(({ actors, year: of, number, what, state }) => ({
      year: of,
      number,
      what,
      state,
      isYours: actors.includes(actorId),
    }));
}
