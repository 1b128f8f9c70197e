import type { Db } from "#db/client.server.ts";
import type { Adoption, Presentation, StoredVersion } from "#db/queries/plans.ts";
import { findRound } from "#db/queries/rounds.ts";
import { mayMovePlan, mayRoleMovePlan, type PlanMove, type PlanState, planState } from "#domain/operations-plan.ts";
import { roundState } from "#domain/round.ts";
import { type PlanRead, readPlan } from "./read-plan.ts";
import { isPlanner, type PlanReader, type ShownActivity, showActivities, versionsFor } from "./show-activities.ts";

export type ShownVersion = {
  version: number;
  state: PlanState;
  adoption: Omit<Adoption, "recordedBy"> | null;
  presentation: Omit<Presentation, "recordedBy"> | null;
};
export type PlanView = ShownVersion & {
  year: number;
  basisYear: number;
  goals: { title: string };
  /** Every goal area of the document, also those without an activity; for an actor only those with one. */
  areas: { key: string; name: string; goal: string; activities: ShownActivity[] }[];
  /** Number of saves that were read, for adopting or throwing away what was read; null where the reader does neither. */
  saves: number | null;
  /** All versions that the reader may open, newest first. */
  versions: ShownVersion[];
  /** There are two that the reader may compare. */
  isComparable: boolean;
  /** What the reader may do with the version shown. */
  may: Record<PlanMove, boolean>;
};

/**
 * A year's plan as the reader may see it. Office and chief group: the version asked for, else the draft, else what is in force.
 * Others: what is in force; actors only the activities that they are in. undefined where there is none for the reader.
 */
export function viewPlan(
  db: Db,
  { year, version }: { year: number; version?: number | undefined },
  { reader, now }: { reader: PlanReader; now: Date },
): PlanView | undefined {
  const read = readPlan(db, year);
  const shown = read && versionFor(read, version, reader);
  if (!read || !shown) return undefined;
  const { plan, goals, saves, versions } = read;
  const activities = showActivities(db, read, shown, { reader, now });
  const areas = goals.areas.map(({ key, name, goal }) => ({
    key,
    name,
    goal,
    activities: activities.filter(({ goalArea }) => goalArea === key),
  }));
  const may = (move: PlanMove) => mayMovePlan(shown, move) && mayRoleMovePlan(move, reader.role);
  const isHeld = shown.version === read.inForce?.version;
  return {
    year,
    basisYear: plan.basisYear,
    goals: { title: goals.title },
    areas: reader.actorId === null ? areas : areas.filter((area) => area.activities.length > 0),
    saves: isPlanner(reader) ? saves : null,
    ...shownVersion(shown),
    versions: isPlanner(reader) ? versions.toReversed().map(shownVersion) : [shownVersion(shown)],
    isComparable: versionsFor(read, reader).length > 1,
    may: {
      edit: may("edit"),
      adopt: may("adopt"),
      present: may("present"),
      revise: may("revise") && isHeld && !read.draft,
      discard: may("discard") && read.inForce !== undefined,
      follow_up: may("follow_up") && isHeld,
    },
  };
}

/** One activity of the version that `viewPlan` would show. */
export function viewActivity(
  db: Db,
  { year, number, version }: { year: number; number: number; version?: number | undefined },
  by: { reader: PlanReader; now: Date },
): { plan: PlanView; activity: ShownActivity; area: { name: string; goal: string } } | undefined {
  const plan = viewPlan(db, { year, version }, by);
  const area = plan?.areas.find(({ activities }) => activities.some((each) => each.number === number));
  const activity = area?.activities.find((each) => each.number === number);
  return plan && area && activity ? { plan, activity, area } : undefined;
}

function versionFor({ versions, draft, inForce }: PlanRead, asked: number | undefined, reader: PlanReader) {
  if (!isPlanner(reader)) return inForce;
  if (asked === undefined) return draft ?? inForce;
  return versions.find(({ version, discardedAt }) => version === asked && discardedAt === null);
}

/** What has happened to a version, without who recorded it. */
export function shownVersion(stored: StoredVersion): ShownVersion {
  const { version, adoption, presentation } = stored;
  const state = planState(stored);
  if (!adoption) return { version, state, adoption: null, presentation: null };
  const { recordedBy: _by, ...adopted } = adoption;
  if (!presentation) return { version, state, adoption: adopted, presentation: null };
  const { recordedBy: _presentedBy, ...presented } = presentation;
  return { version, state, adoption: adopted, presentation: presented };
}

/** Whether a plan could be begun for the year: the round before it is there, and whether it is released. */
export function planGround(db: Db, year: number, now: Date): { basisYear: number; isReleased: boolean } | undefined {
  const round = findRound(db, year - 1);
  return round && { basisYear: round.year, isReleased: roundState(round, now) === "released" };
}
