import type { Db } from "#db/client.server.ts";
import type { Adoption, Presentation, StoredNote, StoredVersion } from "#db/queries/plans.ts";
import { findRound } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import {
  type ActivityContent,
  type ActivityPart,
  type ActivityState,
  type ExpectedEffect,
  missingIn,
  type Overdue,
  overdueOf,
  stateOf,
} from "#domain/activity.ts";
import { stockholmDay } from "#domain/day.ts";
import { findSubCapability } from "#domain/definition.ts";
import { mayMovePlan, mayRoleMovePlan, type PlanMove, type PlanState, planState } from "#domain/operations-plan.ts";
import { effectKey, type ToldOfPlan, toldOfPlan } from "#domain/plan-disclosure.ts";
import { roundState } from "#domain/round.ts";
import {
  activitiesIn,
  type PlanActor,
  type PlannedActivity,
  type PlanRead,
  planActors,
  readPlan,
} from "./read-plan.ts";

export type PlanReader = { role: Role; actorId: string | null };
/** The actors of an activity, as the reader may know them (method § 7). */
export type ShownActors =
  | { shown: "names"; actors: PlanActor[] }
  | { shown: "count"; count: number }
  | { shown: "withheld" };
export type ShownActivity = Pick<
  ActivityContent,
  "what" | "holder" | "when" | "costFrame" | "checkHow" | "checkDays"
> & {
  number: number;
  goalArea: string;
  /** `isEffectWithheld`: one is expected, and the reader may not know it. */
  subs: { code: string; name: string; effect: ExpectedEffect | null; isEffectWithheld: boolean }[];
  actors: ShownActors;
  state: ActivityState;
  overdue: Overdue;
  missing: ActivityPart[];
  /** Newest first; only for office and chief group. */
  notes: StoredNote[];
};
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
  /** Number of saves that were read, for adopting what was read. */
  saves: number;
  /** All versions that the reader may open, newest first. */
  versions: ShownVersion[];
  /** What the reader may do with the version shown. */
  may: Record<PlanMove, boolean>;
};

/** Whether the reader works with the plan, draft and names included. Others read what is adopted, as the disclosure rule lets out. */
export function isPlanner({ role }: PlanReader): boolean {
  return role === "office" || role === "chief_group";
}

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
  const activities = shownActivities(db, read, shown, { reader, now });
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
    saves,
    ...shownVersion(shown),
    versions: isPlanner(reader) ? versions.toReversed().map(shownVersion) : [shownVersion(shown)],
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

function shownVersion(stored: StoredVersion): ShownVersion {
  const { version, adoption, presentation } = stored;
  const state = planState(stored);
  if (!adoption) return { version, state, adoption: null, presentation: null };
  const { recordedBy: _by, ...adopted } = adoption;
  if (!presentation) return { version, state, adoption: adopted, presentation: null };
  const { recordedBy: _presentedBy, ...presented } = presentation;
  return { version, state, adoption: adopted, presentation: presented };
}

function shownActivities(
  db: Db,
  read: PlanRead,
  version: StoredVersion,
  { reader, now }: { reader: PlanReader; now: Date },
): ShownActivity[] {
  const { actorId } = reader;
  const all = activitiesIn(read, version);
  const ownIn = (activities: PlannedActivity[]) =>
    actorId === null ? activities : activities.filter(({ content }) => content.actors.includes(actorId));
  const own = ownIn(all);
  const earlier = read.versions.filter((each) => each.adoption !== null && each.version < version.version);
  const before = earlier.map((each) => ownIn(activitiesIn(read, each)));
  const told = isPlanner(reader) ? null : toldOfPlan(own, new Set(actorId === null ? [] : [actorId]), before);
  const shownOf = told ? withCounts(told) : withNames(db, read, now);
  const today = stockholmDay(now);
  const { definition, plan } = read;
  return own.map((activity) => {
    const { number, content, notes } = activity;
    const { what, holder, when, costFrame, checkHow, checkDays, goalArea } = content;
    const isTold = (code: string) => !told || told.effects.has(effectKey(number, code));
    return {
      ...{ number, what, holder, when, costFrame, checkHow, checkDays, goalArea, actors: shownOf(activity) },
      subs: content.subs.map(({ code, effect }) => ({
        code,
        name: findSubCapability(definition, code)?.name ?? "",
        effect: isTold(code) ? effect : null,
        isEffectWithheld: effect !== null && !isTold(code),
      })),
      state: stateOf(notes),
      overdue: overdueOf(content, notes, { year: plan.year, today }),
      missing: missingIn(content),
      notes: isPlanner(reader) ? notes.toReversed() : [],
    };
  });
}

function withNames(db: Db, read: PlanRead, now: Date): (activity: PlannedActivity) => ShownActors {
  const known = planActors(db, read, now);
  return ({ content }) => ({ shown: "names", actors: known.filter(({ id }) => content.actors.includes(id)) });
}

/** Numbers alone, and only such as may be told. */
function withCounts({ counts }: ToldOfPlan): (activity: PlannedActivity) => ShownActors {
  return ({ number, content }) =>
    counts.has(number) ? { shown: "count", count: content.actors.length } : { shown: "withheld" };
}

/** Whether a plan could be begun for the year: the round before it is there, and whether it is released. */
export function planGround(db: Db, year: number, now: Date): { basisYear: number; isReleased: boolean } | undefined {
  const round = findRound(db, year - 1);
  return round && { basisYear: round.year, isReleased: roundState(round, now) === "released" };
}
