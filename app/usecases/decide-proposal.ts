import { type Db, inTransaction } from "#db/client.server.ts";
import { latestSequence, listLevelDecisions } from "#db/queries/decisions.ts";
import { closeProposal, findLatestRevision, findProposal, listSavedRows } from "#db/queries/proposals.ts";
import { changedLevels, levelsInForce } from "#domain/level-change.ts";
import { type ProposalRow, proposalState, rowsAt } from "#domain/proposal.ts";
import type { LevelDecision } from "#domain/target.ts";
import { type DecideLevelsResult, decideLevels } from "./decide-levels.ts";

type Input = {
  year: number;
  number: number;
  /** The save that whoever decides has seen. */
  revision: number;
  /** The latest decision that whoever decides has seen; 0 for none. */
  expectedSequence: number;
  decidedOn: string;
  meeting: string;
  reference: string;
  registryNumber: string;
};
type By = { now: Date; personId: string | null; role: "chief_group" | "office" };
export type DecideProposalResult =
  | DecideLevelsResult
  | { ok: false; problem: "proposal_decided"; sequence: number }
  | { ok: false; problem: "proposal_gone" | "proposal_changed" };

/**
 * Turns a proposal into the year's next decision, which holds only what differs from what is in force. Once: whoever comes
 * second is told which decision it became. Refused where the proposal was saved anew since it was read.
 */
export function decideProposal(db: Db, { number, revision, ...facts }: Input, by: By): DecideProposalResult {
  return inTransaction(db, (tx): DecideProposalResult => {
    const { year } = facts;
    const proposal = findProposal(tx, year, number);
    const state = proposal && proposalState(proposal);
    if (proposal?.sequence) return { ok: false, problem: "proposal_decided", sequence: proposal.sequence };
    if (state !== "open") return { ok: false, problem: "proposal_gone" };
    if (findLatestRevision(tx, { year, number })?.revision !== revision)
      return { ok: false, problem: "proposal_changed" };
    const levels = levelsToDecide(rowsAt(listSavedRows(tx, { year, number })), listLevelDecisions(tx, year));
    // Nested: a refused decision has written nothing, and a stored one stands or falls with the closing of its proposal.
    const result = decideLevels(tx, { ...facts, meeting: facts.meeting, levels, proposal: number }, by);
    if (!result.ok) return result;
    const closed = { closedAt: by.now.toISOString(), closedBy: by.personId, sequence: latestSequence(tx, year) };
    closeProposal(tx, { year, number }, closed);
    return result;
  });
}

/** Of a proposal's rows, those that change something: a decision holds nothing else. */
export function levelsToDecide(rows: readonly ProposalRow[], decisions: readonly LevelDecision[]): ProposalRow[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const changed = groups.flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    return changedLevels(own, levelsInForce(decisions, group));
  });
  return rows.filter((row) => changed.some(({ code, group }) => code === row.code && group === row.group));
}
