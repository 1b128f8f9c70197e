import type { Db } from "#db/client.server.ts";
import type { StoredVersion } from "#db/queries/plans.ts";
import { changedParts } from "#domain/activity.ts";
import { type PlanDifference, planDifferences, planState } from "#domain/operations-plan.ts";
import { readPlan } from "./read-plan.ts";
import { type PlanReader, type ShownActivity, showActivities, versionsFor } from "./show-activities.ts";

type Point = { version: number; state: ReturnType<typeof planState>; adoptedOn: string | null };
export type PlanComparison = {
  year: number;
  points: Point[];
  from: Point;
  to: Point;
  rows: PlanDifference<ShownActivity>[];
  areaNames: Record<string, string>;
};

type By = { reader: PlanReader; now: Date };

/**
 * Two versions of a plan side by side, each as the reader may know it, so that nothing shows that reading both would not tell; as
 * asked, else the newest against the one before it; the first, which has none before it, against the next. null with fewer than two,
 * undefined where there is no plan for the reader.
 */
export function comparePlanVersions(
  db: Db,
  year: number,
  asked: { from: number | undefined; to: number | undefined },
  { reader, now }: By,
): PlanComparison | null | undefined {
  const read = readPlan(db, year);
  const versions = read ? versionsFor(read, reader) : [];
  if (!read || versions.length === 0) return undefined;
  const find = (version: number | undefined) => versions.find((each) => each.version === version);
  const to = find(asked.to) ?? versions.at(-1);
  const from = find(asked.from) ?? versions.findLast(({ version }) => version < (to?.version ?? 0)) ?? versions[1];
  if (!from || !to || versions.length === 1) return null;
  const shownIn = (version: StoredVersion) => showActivities(db, read, version, { reader, now });
  return {
    year,
    points: versions.map(pointOf),
    from: pointOf(from),
    to: pointOf(to),
    rows: planDifferences(shownIn(from), shownIn(to), partsShown),
    areaNames: Object.fromEntries(read.goals.areas.map(({ key, name }) => [key, name])),
  };
}

function pointOf(version: StoredVersion): Point {
  return { version: version.version, state: planState(version), adoptedOn: version.adoption?.adoptedOn ?? null };
}

/** What differs of what is shown: where actors have no names, their number. */
function partsShown(before: ShownActivity, after: ShownActivity) {
  return changedParts(told(before), told(after));
}

function told({ actors, ...said }: ShownActivity) {
  if (actors.shown === "names") return { ...said, actors: actors.actors.map(({ id }) => id) };
  return { ...said, actors: actors.shown === "count" ? [String(actors.count)] : [] };
}
