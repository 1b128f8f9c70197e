import { type Db, inSnapshot } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listMoreTimeRequests, type MoreTimeRequest } from "#db/queries/more-time.ts";
import { findRound, type Round } from "#db/queries/rounds.ts";
import { type AssessmentMove, assessmentMoves } from "#domain/assessment.ts";
import { lastDayOf } from "#domain/round.ts";
import { type FollowedActor, followRound } from "./follow-round.ts";
import { readStanding, type StandingNow } from "./read-standing.ts";

export type ActorFollowed = {
  round: Pick<Round, "year" | "closingDay">;
  actor: FollowedActor;
  /** The last day that the actor can save: the round's, or its own. */
  lastDay: string;
  /** Newest first. */
  requests: MoreTimeRequest[];
  onBehalf: NonNullable<StandingNow["onBehalf"]> | null;
  permits: AssessmentMove[];
};

/** One actor in a round, with what the office can do about it; undefined where there is no such round or actor in it. */
export function followActor(
  db: Db,
  { year, actorId }: { year: number; actorId: string },
  now: Date,
): ActorFollowed | undefined {
  return inSnapshot(db, (tx) => {
    const round = findRound(tx, year);
    const definition = round && findDefinition(tx, round.definitionVersion);
    if (!round || !definition) return undefined;
    const actor = followRound(tx, round, definition, now).find((each) => each.actorId === actorId);
    if (!actor) return undefined;
    const { may, onBehalf } = readStanding(tx, round, actorId, now);
    const { closingDay } = round;
    return {
      round: { year, closingDay },
      actor,
      lastDay: lastDayOf(round, actor.reopenedUntil),
      requests: listMoreTimeRequests(tx, year, actorId),
      onBehalf: onBehalf ?? null,
      permits: assessmentMoves.filter(may),
    };
  });
}
