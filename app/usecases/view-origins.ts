import type { Db } from "#db/client.server.ts";
import { listProposalActs } from "#db/queries/plans.ts";
import type { PlanProposal } from "#domain/plan-proposal.ts";

/** A proposal that an activity took, as it was then. */
export type Origin = Pick<PlanProposal, "key" | "code" | "cause" | "numbers"> & { actors: number; savedAt: string };

/** The proposals that an activity came from, oldest first; empty for one that the office wrote by itself. */
export function viewOrigins(db: Db, year: number, number: number): Origin[] {
  return listProposalActs(db, year)
    .filter((act) => act.act === "taken" && act.number === number)
    .map(({ proposal: { key, code, cause, numbers, actors }, savedAt }) => ({
      ...{ key, code, cause, numbers, savedAt },
      actors: actors.length,
    }));
}
