import type { Db } from "#db/client.server.ts";
import { listMembersOn } from "#db/queries/actors.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findRound, listRoundWithdrawals, type Round } from "#db/queries/rounds.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
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
  /** The openings that were taken back, newest first. */
  withdrawals: ReturnType<typeof listRoundWithdrawals>;
  /** Whether anybody has ever submitted: then the opening cannot be taken back. */
  hasSubmissions: boolean;
  /** The actors that would be frozen if the round opened now. */
  actorsNow: { total: number; designated: number };
  levels: { latest: { sequence: number; decidedOn: string } | null; withMinimum: number };
};

/** A round as the office follows it, or undefined. */
export function viewRound(db: Db, year: number, now: Date): RoundView | undefined {
  const round = findRound(db, year);
  if (!round) return undefined;
  const definition = findDefinition(db, round.definitionVersion);
  const actors = listMembersOn(db, stockholmDay(now));
  const [latest] = listDecisions(db, year);
  const inForce = [...decisionsInForce(listLevelDecisions(db, year)).values()];
  const withMinimum = inForce.filter((groups) => [...groups.values()].some(({ minimum }) => minimum !== null)).length;
  return {
    ...round,
    state: roundState(round, now),
    daysLeft: daysLeft(round.closingDay, now),
    subCapabilities: definition ? listSubCapabilities(definition).length : 0,
    actors: definition && round.openedAt !== null ? followRound(db, round, definition, now) : [],
    withdrawals: listRoundWithdrawals(db, year),
    hasSubmissions: listSubmissions(db, year).length > 0,
    actorsNow: { total: actors.length, designated: actors.filter(({ designated }) => designated).length },
    levels: { latest: latest ? { sequence: latest.sequence, decidedOn: latest.decidedOn } : null, withMinimum },
  };
}
