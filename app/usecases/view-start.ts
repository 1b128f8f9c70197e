import type { Db } from "#db/client.server.ts";
import { listAnswers } from "#db/queries/answers.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { findRoundActor, listRoundActors, listRounds, type Round } from "#db/queries/rounds.ts";
import type { SignedIn } from "#db/queries/sessions.ts";
import { countSubmittedActors } from "#db/queries/submissions.ts";
import { holds } from "#domain/delegation.ts";
import { daysLeft, roundState } from "#domain/round.ts";
import type { OwnAssessment, StartRound } from "#domain/start-round.ts";
import { readStanding } from "./read-standing.ts";
import { viewAssessment } from "./view-assessment.ts";

function ownAssessment(db: Db, round: Round, user: SignedIn & { actorId: string }, now: Date): OwnAssessment | null {
  const { actorId } = user;
  if (!findRoundActor(db, round.year, actorId)) return null;
  const { state, submission, end, reopening, may } = readStanding(db, round, actorId, now);
  return {
    actorId,
    state,
    begun: listAnswers(db, round.year, actorId).length,
    progress: may("save") ? progressOf(db, { year: round.year, actorId }, now) : null,
    submittedAt: submission?.submittedAt ?? null,
    isSentBack: end?.kind === "sent_back",
    reopenedUntil: reopening?.lastDay ?? null,
    isOpen: may("save"),
    mayApprove: may("approve"),
    held: user.role === "contributor" ? heldBy(db, round.year, user, now) : [],
  };
}

function progressOf(db: Db, key: { year: number; actorId: string }, now: Date): OwnAssessment["progress"] {
  const found = viewAssessment(db, key, now);
  return found.ok ? { ready: found.view.ready, total: found.view.total } : null;
}

function heldBy(db: Db, year: number, user: SignedIn & { actorId: string }, now: Date): number[] {
  const all = listDelegations(db, { year, actorId: user.actorId }, now.toISOString());
  return all.filter((each) => each.personId === user.personId && holds(each)).map(({ capability }) => capability);
}

function submittedOf(db: Db, year: number): StartRound["submitted"] {
  return { actors: countSubmittedActors(db, year), of: listRoundActors(db, year).length };
}

/** The rounds as the signed-in person meets them on the start page, newest first. */
export function viewStart(db: Db, user: SignedIn, now: Date): StartRound[] {
  return listRounds(db).map((round: Round) => ({
    year: round.year,
    state: roundState(round, now),
    closingDay: round.closingDay,
    daysLeft: daysLeft(round.closingDay, now),
    submitted:
      (user.role === "office" || user.role === "chief_group") && round.openedAt !== null
        ? submittedOf(db, round.year)
        : null,
    own: user.actorId === null ? null : ownAssessment(db, round, { ...user, actorId: user.actorId }, now),
  }));
}

/** The year that header and start page speak of: the newest round that has opened, else the newest planned, else null. */
export function currentYear(rounds: Pick<Round, "year" | "openedAt">[]): number | null {
  return (rounds.find(({ openedAt }) => openedAt !== null) ?? rounds[0])?.year ?? null;
}
