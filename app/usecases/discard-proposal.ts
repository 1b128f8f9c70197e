import { type Db, inTransaction } from "#db/client.server.ts";
import { closeProposal, findOpenProposal } from "#db/queries/proposals.ts";

/** Throws a proposal away: it is kept, but no longer open. False where it is not open any more. */
export function discardProposal(
  db: Db,
  { year, number }: { year: number; number: number },
  { now, personId }: { now: Date; personId: string | null },
): boolean {
  return inTransaction(db, (tx) => {
    if (findOpenProposal(tx, year)?.number !== number) return false;
    closeProposal(tx, { year, number }, { closedAt: now.toISOString(), closedBy: personId, sequence: null });
    return true;
  });
}
