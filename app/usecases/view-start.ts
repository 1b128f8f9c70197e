import type { Db } from "#db/client.server.ts";
import { listAnswers } from "#db/queries/answers.ts";
import { findRoundActor, listRounds, type Round } from "#db/queries/rounds.ts";
import type { SignedIn } from "#db/queries/sessions.ts";
import { findLatestSubmission, listSubmissions } from "#db/queries/submissions.ts";
import { daysLeft, type RoundState, roundState } from "#domain/round.ts";

export type StartRound = {
  year: number;
  state: RoundState;
  closingDay: string;
  /** 0 on the closing day itself, negative after it. */
  daysLeft: number;
  /** Actors that have submitted, for those who see the region; null for an actor's people. */
  submittedActors: number | null;
  /** The own actor's assessment; null for those without an actor, and where the actor is not in the round. */
  own: { actorId: string; begun: number; submittedAt: string | null } | null;
};

function ownAssessment(db: Db, year: number, actorId: string): StartRound["own"] {
  if (!findRoundActor(db, year, actorId)) return null;
  const submittedAt = findLatestSubmission(db, year, actorId)?.submittedAt ?? null;
  return { actorId, begun: listAnswers(db, year, actorId).length, submittedAt };
}

/** The rounds as the signed-in person meets them on the start page, newest first. */
export function viewStart(db: Db, user: SignedIn, now: Date): StartRound[] {
  return listRounds(db).map((round: Round) => ({
    year: round.year,
    state: roundState(round, now),
    closingDay: round.closingDay,
    daysLeft: daysLeft(round.closingDay, now),
    submittedActors:
      user.role === "office" || user.role === "chief_group"
        ? new Set(listSubmissions(db, round.year).map(({ actorId }) => actorId)).size
        : null,
    own: user.actorId === null ? null : ownAssessment(db, round.year, user.actorId),
  }));
}

/** The year that header and start page speak of: the newest round that has opened, else the newest planned, else null. */
export function currentYear(rounds: Pick<Round, "year" | "openedAt">[]): number | null {
  return (rounds.find(({ openedAt }) => openedAt !== null) ?? rounds[0])?.year ?? null;
}
