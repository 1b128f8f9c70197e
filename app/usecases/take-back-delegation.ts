import { type Db, inTransaction } from "#db/client.server.ts";
import { insertDelegationEnd } from "#db/queries/delegations.ts";
import { type DelegationRefusal, permitDelegation } from "./permit-delegation.ts";
import type { MoveBy } from "./permit-move.ts";

export type TakeBackResult =
  | { ok: true }
  | { ok: false; problem: "not_yours" | "unknown_delegation" | "already_taken_back" }
  | DelegationRefusal;

/** Takes a delegation back: its person answers no longer, and what it has answered stays. */
export function takeBackDelegation(
  db: Db,
  input: { year: number; actorId: string; sequence: number },
  by: MoveBy,
): TakeBackResult {
  const { year, actorId, sequence } = input;
  return inTransaction(db, (tx): TakeBackResult => {
    if (by.role !== "coordinator") return { ok: false, problem: "not_yours" };
    const permitted = permitDelegation(tx, input, by);
    if (!permitted.ok) return permitted;
    const delegation = permitted.delegations.find((each) => each.sequence === sequence);
    if (!delegation) return { ok: false, problem: "unknown_delegation" };
    if (delegation.takenBackAt !== null) return { ok: false, problem: "already_taken_back" };
    const takenBackAt = by.now.toISOString();
    insertDelegationEnd(tx, { year, actorId, sequence, takenBackAt, takenBackBy: by.personId });
    return { ok: true };
  });
}
