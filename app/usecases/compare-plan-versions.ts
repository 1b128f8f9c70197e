import type { Db } from "#db/client.server.ts";
import { type PlanDifference, planDifferences, planState } from "#domain/operations-plan.ts";
import { planActors, readPlan } from "./read-plan.ts";

type Point = { version: number; state: ReturnType<typeof planState>; adoptedOn: string | null };
export type PlanComparison = {
  year: number;
  points: Point[];
  from: Point;
  to: Point;
  rows: PlanDifference[];
  areaNames: Record<string, string>;
  actorNames: Record<string, string>;
};

/** Two versions of a plan side by side; as asked, else the newest against the one before it. undefined with fewer than two. */
export function comparePlanVersions(
  db: Db,
  year: number,
  asked: { from: number | undefined; to: number | undefined },
  now: Date,
): PlanComparison | undefined {
  const read = readPlan(db, year);
  if (!read) return undefined;
  const points = read.versions
    .filter(({ discardedAt }) => discardedAt === null)
    .map((each) => ({ version: each.version, state: planState(each), adoptedOn: each.adoption?.adoptedOn ?? null }));
  const find = (version: number | undefined) => points.find((point) => point.version === version);
  const to = find(asked.to) ?? points.at(-1);
  const from = find(asked.from) ?? points.findLast((point) => point.version < (to?.version ?? 0));
  if (!from || !to) return undefined;
  return {
    year,
    points,
    from,
    to,
    rows: planDifferences(read.activities, { from: from.version, to: to.version, discarded: read.discarded }),
    areaNames: Object.fromEntries(read.goals.areas.map(({ key, name }) => [key, name])),
    actorNames: Object.fromEntries(planActors(db, read, now).map(({ id, shortName }) => [id, shortName])),
  };
}
