import { type Db, inSnapshot } from "#db/client.server.ts";
import { listDecisions } from "#db/queries/decisions.ts";
import { findNewestReleasedYear, findRound, listRoundActors } from "#db/queries/rounds.ts";
import { countSubmittedActors } from "#db/queries/submissions.ts";
import { type RoundState, roundState } from "#domain/round.ts";

export type BasisView = {
  year: number;
  state: RoundState;
  closingDay: string;
  submittedCount: number;
  actorCount: number;
  latestDecision: { sequence: number; decidedOn: string } | null;
  /** The newest year whose result is released; null: none. */
  releasedYear: number | null;
};

/** What the files of a year would rest on if they were made now; undefined for an unknown year. */
export function viewBasis(db: Db, year: number, { now }: { now: Date }): BasisView | undefined {
  return inSnapshot(db, (tx) => {
    const round = findRound(tx, year);
    if (!round) return undefined;
    const [latest] = listDecisions(tx, year);
    return {
      year,
      state: roundState(round, now),
      closingDay: round.closingDay,
      submittedCount: countSubmittedActors(tx, year),
      actorCount: listRoundActors(tx, year).length,
      latestDecision: latest ? { sequence: latest.sequence, decidedOn: latest.decidedOn } : null,
      releasedYear: findNewestReleasedYear(tx) ?? null,
    };
  });
}
