import type { Db } from "#db/client.server.ts";
import { listActors } from "#db/queries/actors.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findGoalDocument } from "#db/queries/goal-areas.ts";
import {
  findPlan,
  listActivities,
  listPlanVersions,
  type OperationsPlan,
  type StoredActivity,
  type StoredRevision,
  type StoredVersion,
} from "#db/queries/plans.ts";
import { findRound, listRoundActors } from "#db/queries/rounds.ts";
import { activityAt, standing } from "#domain/activity.ts";
import { isMemberOn } from "#domain/actor-life.ts";
import { compareActors } from "#domain/actor-order.ts";
import { stockholmDay } from "#domain/day.ts";
import type { Definition } from "#domain/definition.ts";
import type { GoalDocument } from "#domain/goal-area.ts";
import { discardedVersions, draftOf, versionInForce } from "#domain/operations-plan.ts";

export type PlanActor = { id: string; name: string; shortName: string; category: string };
/** A year's plan with all that has been saved of it. */
export type PlanRead = {
  plan: OperationsPlan;
  /** Of the round that the plan is built on: its codes are the activities'. */
  definition: Definition;
  goals: GoalDocument;
  /** Oldest first. */
  versions: StoredVersion[];
  draft: StoredVersion | undefined;
  inForce: StoredVersion | undefined;
  discarded: Set<number>;
  activities: StoredActivity[];
  /** How many saves the activities have had: what whoever adopts has seen. */
  saves: number;
};
/** An activity as a version has it. */
export type PlannedActivity = { number: number; content: StoredRevision; notes: StoredActivity["notes"] };

/** Reads a plan in ten queries; undefined for a year without one. */
export function readPlan(db: Db, year: number): PlanRead | undefined {
  const plan = findPlan(db, year);
  const round = plan && findRound(db, plan.basisYear);
  const definition = round && findDefinition(db, round.definitionVersion);
  const goals = plan && findGoalDocument(db, plan.goalDocument);
  if (!plan || !definition || !goals) return undefined;
  const versions = listPlanVersions(db, year);
  const activities = listActivities(db, year);
  return {
    plan,
    definition,
    goals,
    versions,
    draft: draftOf(versions),
    inForce: versionInForce(versions),
    discarded: discardedVersions(versions),
    activities,
    saves: activities.reduce((sum, { revisions }) => sum + revisions.length, 0),
  };
}

/** The activities of a version, by goal area in the document's order, then by number. */
export function activitiesIn(
  { activities, discarded, goals }: PlanRead,
  { version }: Pick<StoredVersion, "version">,
): PlannedActivity[] {
  const place = (key: string) => goals.areas.findIndex((area) => area.key === key);
  return activities
    .flatMap(({ number, revisions, notes }) => {
      const content = activityAt(revisions, version, discarded);
      return content ? [{ number, content, notes }] : [];
    })
    .sort((a, b) => place(a.content.goalArea) - place(b.content.goalArea) || a.number - b.number);
}

/** The last save of an activity, also one that took it away; undefined where the year has none with the number. */
export function standingOf({ activities, discarded }: PlanRead, number: number): StoredRevision | undefined {
  const found = activities.find((each) => each.number === number);
  return found && standing(found.revisions, Number.POSITIVE_INFINITY, discarded);
}

/** The actors that an activity can be for: those of the round, members today, and those in an activity already. */
export function planActors(db: Db, { plan, activities }: PlanRead, now: Date): PlanActor[] {
  const frozen = new Map(listRoundActors(db, plan.basisYear).map((actor) => [actor.actorId, actor]));
  const chosen = new Set(activities.flatMap(({ revisions }) => revisions.flatMap(({ actors }) => actors)));
  const today = stockholmDay(now);
  return listActors(db)
    .filter((actor) => frozen.has(actor.id) || chosen.has(actor.id) || isMemberOn(actor, today))
    .map((actor) => {
      const { name, shortName, category } = frozen.get(actor.id) ?? actor;
      return { id: actor.id, name, shortName, category };
    })
    .sort(compareActors);
}
