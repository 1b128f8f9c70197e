import type { Db } from "#db/client.server.ts";
import { listLevelDecisions } from "#db/queries/decisions.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import {
  type Activity,
  type LatestAnswer,
  listCoordinators,
  listLastActivities,
  listLatestAnswers,
} from "#db/queries/follow.ts";
import { listMoreTimeRequests, type MoreTimeRequest } from "#db/queries/more-time.ts";
import { listOnBehalf } from "#db/queries/on-behalf.ts";
import { type ActorProgress, listActorProgress } from "#db/queries/progress.ts";
import type { Round } from "#db/queries/rounds.ts";
import { compareActors } from "#domain/actor-order.ts";
import { hasStarted } from "#domain/answer.ts";
import { type AssessmentState, assessmentState, mayMoveAssessment } from "#domain/assessment.ts";
import { stockholmDay } from "#domain/day.ts";
import { type Definition, indicatorsFor, listSubCapabilities } from "#domain/definition.ts";
import { holds } from "#domain/delegation.ts";
import { type ProgressState, progressState } from "#domain/progress.ts";
import { lastDayOf, roundState } from "#domain/round.ts";
import { missingForSubmission } from "#domain/submission.ts";
import { targetsFor } from "#domain/target.ts";
import { type Unusual, unusualIn } from "#domain/unusual.ts";
import { findEarlierLevels } from "./find-earlier-answers.ts";

/** One actor in a round, as the office follows it. Counts are of the sub-capabilities that are directed to the actor. */
export type FollowedActor = ActorProgress & {
  progress: ProgressState;
  /** Begun but not ready: "påbörjad" in the actor's own task list. */
  halfway: number;
  ready: number;
  total: number;
  coordinators: { name: string; hasSignedIn: boolean }[];
  delegates: { name: string; capability: number }[];
  lastActivity: Omit<Activity, "actorId"> | null;
  isOnBehalf: boolean;
  /** The request for more time that waits for an answer. */
  request: MoreTimeRequest | null;
  unusual: Unusual[];
};

/**
 * Every actor of an opened round, by category and name; in the same number of queries whatever the number of actors, and one
 * or two more per earlier year.
 */
export function followRound(db: Db, round: Round, definition: Definition, now: Date): FollowedActor[] {
  const { year } = round;
  const answers = byActor(listLatestAnswers(db, year));
  const activities = new Map(listLastActivities(db, year).map(({ actorId, ...activity }) => [actorId, activity]));
  const coordinators = byActor(listCoordinators(db, now.toISOString()));
  const delegates = byActor(
    listDelegations(db, { year }, now.toISOString())
      .filter(holds)
      .map(({ actorId, name, capability }) => ({ actorId, name, capability })),
  );
  const requests = listMoreTimeRequests(db, year).filter(({ answer }) => answer === null);
  const onBehalf = new Set(
    listOnBehalf(db, year)
      .filter(({ endedAt }) => endedAt === null)
      .map(({ actorId }) => actorId),
  );
  const actors = listActorProgress(db, year).sort(compareActors);
  const earlierLevel = findEarlierLevels(
    db,
    { year, definition },
    actors.map(({ actorId }) => actorId),
  );
  const countOf = countsFor(round, definition, { targets: targetsFor(listLevelDecisions(db, year)), earlierLevel });
  return actors.map((actor): FollowedActor => {
    const own = answers.get(actor.actorId) ?? [];
    const state = stateOf(actor);
    const counts = countOf(actor, own);
    const facts = {
      coordinators: coordinators.get(actor.actorId) ?? [],
      delegates: delegates.get(actor.actorId) ?? [],
      lastActivity: activities.get(actor.actorId) ?? null,
      isOnBehalf: onBehalf.has(actor.actorId) || own.some((answer) => answer.isOnBehalf),
      request: state === "draft" ? (requests.find(({ actorId }) => actorId === actor.actorId) ?? null) : null,
    };
    const unusual = unusualIn(situationOf(round, definition, now, { ...actor, ...facts, state, own }));
    const progress = progressState(state, counts.ready + counts.halfway);
    return { ...actor, ...counts, ...facts, progress, unusual };
  });
}

function byActor<T extends { actorId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.actorId, [...(groups.get(row.actorId) ?? []), row]);
  return groups;
}

function stateOf({ submittedAt, approvedAt, reopenedUntil }: ActorProgress): AssessmentState {
  const isSubmitted = submittedAt !== null;
  return assessmentState({
    isSubmitted,
    isEnded: false,
    isReopened: reopenedUntil !== null,
    isApproved: approvedAt !== null,
  });
}

type Judging = {
  targets: ReturnType<typeof targetsFor>;
  earlierLevel: (actorId: string, code: string) => number | null;
};

function countsFor(round: Round, definition: Definition, { targets, earlierLevel: earlierLevelIn }: Judging) {
  const subs = listSubCapabilities(definition);
  return (actor: ActorProgress, answers: LatestAnswer[]) => {
    const { designated } = actor;
    const byCode = new Map(answers.map(({ code, content }) => [code, content]));
    const asked = subs.filter((sub) => indicatorsFor(sub, actor).length > 0);
    const closingDay = round.originalClosingDay;
    const states = asked.map((sub) => {
      const content = byCode.get(sub.code);
      if (!content) return "not_started";
      const { minimum } = targets({ category: actor.category, designated }, sub.code);
      const earlierLevel = earlierLevelIn(actor.actorId, sub.code);
      const missing = missingForSubmission({ definition, sub, designated, content, minimum, closingDay, earlierLevel });
      return missing.length === 0 ? "ready" : hasStarted(content) ? "begun" : "not_started";
    });
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    return { ready: count("ready"), halfway: count("begun"), total: asked.length };
  };
}

type Facts = ActorProgress &
  Pick<FollowedActor, "coordinators" | "isOnBehalf" | "request"> & { state: AssessmentState; own: LatestAnswer[] };

function situationOf(round: Round, definition: Definition, now: Date, facts: Facts) {
  const { state, reopenedUntil, own, coordinators, isOnBehalf, request, submittedAt, sentBackAt, reopenedAt } = facts;
  const dayOf = (moment: string | null | undefined) => (moment ? stockholmDay(new Date(moment)) : null);
  const roundNow = roundState(round, now);
  const lastSaved = own.reduce<string | null>(
    (latest, { savedAt }) => (latest && latest > savedAt ? latest : savedAt),
    null,
  );
  return {
    today: stockholmDay(now),
    state,
    isOpen: mayMoveAssessment("save", { roundState: roundNow, assessmentState: state, reopenedUntil, now }),
    lastDay: lastDayOf(round, reopenedUntil),
    ownLastDay: roundNow === "released" ? null : reopenedUntil,
    coordinators,
    lastSaved: dayOf(lastSaved),
    // Once the result is released nobody is called about an approval.
    submitted: roundNow === "released" ? null : dayOf(submittedAt),
    sentBack: dayOf(sentBackAt),
    reopened: dayOf(reopenedAt),
    askedMoreTime: dayOf(request?.askedAt),
    isOnBehalf,
    answers: own.map(({ content }) => ({ kind: content.kind, level: content.level })),
    topLevel: Math.max(...definition.levels.map(({ level }) => level)),
  };
}
