import type { Db } from "#db/client.server.ts";
import { listMembersOn } from "#db/queries/actors.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRoundWithdrawals, type Round } from "#db/queries/rounds.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { mayMoveAssessment } from "#domain/assessment.ts";
import { stockholmDay } from "#domain/day.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { daysLeft, type RoundState, roundState } from "#domain/round.ts";
import { decisionsInForce } from "#domain/target.ts";
import { type FollowedActor, followRound } from "./follow-round.ts";

export type RoundView = Round & {
  state: RoundState;
  daysLeft: number;
  subCapabilities: number;
  /** By category and name; empty before the round has opened. */
  actors: FollowedActor[];
  /** Whom a release now would cut off: who can still save to an own last day, and who waits for an answer on more time. */
  cutOff: CutOff;
  /** The openings that were taken back, newest first. */
  withdrawals: ReturnType<typeof listRoundWithdrawals>;
  /** Whether anybody has ever submitted: then the opening cannot be taken back. */
  hasSubmissions: boolean;
  /** The actors that would be frozen if the round opened now. */
  actorsNow: { total: number; designated: number };
  levels: { latest: { sequence: number; decidedOn: string } | null; withMinimum: number };
};

type CutOff = {
  own: { actorId: string; name: string; lastDay: string }[];
  asking: { actorId: string; name: string }[];
};

/** Of a closed round; nobody otherwise, since nothing else can be released. */
function cutOffIn(state: RoundState, actors: FollowedActor[], now: Date): CutOff {
  if (state !== "closed") return { own: [], asking: [] };
  const own = actors.flatMap(({ actorId, name, reopenedUntil }) => {
    const draft = { roundState: state, assessmentState: "draft", reopenedUntil, now } as const;
    return reopenedUntil !== null && mayMoveAssessment("save", draft)
      ? [{ actorId, name, lastDay: reopenedUntil }]
      : [];
  });
  const asking = actors.filter(({ request }) => request !== null).map(({ actorId, name }) => ({ actorId, name }));
  return { own, asking };
}

/** A round as the office follows it, or undefined. */
export function viewRound(db: Db, year: number, now: Date): RoundView | undefined {
  const round = findRound(db, year);
  if (!round) return undefined;
  const definition = findDefinition(db, round.definitionVersion);
  const actors = listMembersOn(db, stockholmDay(now));
  const [latest] = listDecisions(db, year);
  const inForce = [...decisionsInForce(listLevelDecisions(db, year)).values()];
  const state = roundState(round, now);
  const followed = definition && round.openedAt !== null ? followRound(db, round, definition, now) : [];
  const withMinimum = inForce.filter((groups) => [...groups.values()].some(({ minimum }) => minimum !== null)).length;
  return {
    ...round,
    state,
    daysLeft: daysLeft(round.closingDay, now),
    subCapabilities: definition ? listSubCapabilities(definition).length : 0,
    actors: followed,
    cutOff: cutOffIn(state, followed, now),
    withdrawals: listRoundWithdrawals(db, year),
    hasSubmissions: listSubmissions(db, year).length > 0,
    actorsNow: { total: actors.length, designated: actors.filter(({ designated }) => designated).length },
    levels: { latest: latest ? { sequence: latest.sequence, decidedOn: latest.decidedOn } : null, withMinimum },
  };
}
