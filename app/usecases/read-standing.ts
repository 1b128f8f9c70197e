import type { Db } from "#db/client.server.ts";
import { listOnBehalf, type OnBehalf } from "#db/queries/on-behalf.ts";
import type { Round } from "#db/queries/rounds.ts";
import { findStanding, type Standing } from "#db/queries/standing.ts";
import { type AssessmentMove, type AssessmentState, assessmentState, mayMoveAssessment } from "#domain/assessment.ts";
import { type RoundState, roundState } from "#domain/round.ts";

/** Where an assessment stands at a moment. `may`: whether it permits a move then, whoever makes it. */
export type StandingNow = Standing & {
  /** The office's filling in for the actor, where it goes on now. */
  onBehalf: OnBehalf | undefined;
  /** Every time that it did, newest first. */
  onBehalfTimes: OnBehalf[];
  state: AssessmentState;
  roundState: RoundState;
  may: (move: AssessmentMove) => boolean;
};

/** Reads where an actor's assessment stands; every page and use case judges by this. */
export function readStanding(db: Db, round: Round, actorId: string, now: Date): StandingNow {
  const standing = findStanding(db, round.year, actorId);
  const state = assessmentState({
    isSubmitted: standing.latestNumber > 0,
    isEnded: standing.end !== undefined,
    isReopened: standing.reopening !== undefined,
    isApproved: standing.approval !== undefined,
  });
  const roundNow = roundState(round, now);
  const reopenedUntil = standing.reopening?.lastDay ?? null;
  const input = { roundState: roundNow, assessmentState: state, reopenedUntil, now };
  const onBehalfTimes = listOnBehalf(db, round.year, actorId);
  const onBehalf = onBehalfTimes.find(({ endedAt }) => endedAt === null);
  const may = (move: AssessmentMove) => mayMoveAssessment(move, input);
  return { ...standing, onBehalf, onBehalfTimes, state, roundState: roundNow, may };
}

/** Why nothing can be saved in the assessment now, whoever saves; null where it can. */
export function saveRefusal({ may, state }: Pick<StandingNow, "may" | "state">): "round_not_open" | "submitted" | null {
  if (may("save")) return null;
  return state === "draft" ? "round_not_open" : "submitted";
}
