import { type Db, inTransaction } from "#db/client.server.ts";
import { closeProposal, findOpenProposal } from "#db/queries/proposals.ts";
import { findRound } from "#db/queries/rounds.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";

export type DiscardProposalResult = { ok: true } | { ok: false; problem: "round_released" | "proposal_gone" };

/** Throws a proposal away: it is kept, but no longer open. What stood proposed when the result was released stays so. */
export function discardProposal(
  db: Db,
  { year, number }: { year: number; number: number },
  { now, personId }: { now: Date; personId: string | null },
): DiscardProposalResult {
  return inTransaction(db, (tx): DiscardProposalResult => {
    const round = findRound(tx, year);
    if (round && !mayMoveRound(roundState(round, now), "decide_levels"))
      return { ok: false, problem: "round_released" };
    if (findOpenProposal(tx, year)?.number !== number) return { ok: false, problem: "proposal_gone" };
    closeProposal(tx, { year, number }, { closedAt: now.toISOString(), closedBy: personId, sequence: null });
    return { ok: true };
  });
}
