import { type Db, inTransaction } from "#db/client.server.ts";
import { insertDelegation } from "#db/queries/delegations.ts";
import { listMemberships } from "#db/queries/people.ts";
import { ownDelegation } from "#domain/delegation.ts";
import { mailDelegated } from "#mail/events.ts";
import { type DelegationRefusal, permitDelegation } from "./permit-delegation.ts";
import type { MoveBy } from "./permit-move.ts";

/** `capability`: the base capability's number. `personId`: the contributor that is to answer it. */
export type DelegateInput = { year: number; actorId: string; capability: number; personId: string };
export type DelegateResult =
  | { ok: true; sequence: number }
  | { ok: false; problem: "not_yours" | "unknown_capability" | "not_contributor" | "already_delegated" }
  | DelegationRefusal;

/**
 * Lets a contributor of the actor answer a base capability in the round. Several may hold the same one, each only once.
 * Which actor the coordinator acts for, the route has checked.
 */
export function delegateBaseCapability(db: Db, input: DelegateInput, by: MoveBy): DelegateResult {
  const { year, actorId, capability, personId } = input;
  return inTransaction(db, (tx): DelegateResult => {
    if (by.role !== "coordinator") return { ok: false, problem: "not_yours" };
    const permitted = permitDelegation(tx, input, by);
    if (!permitted.ok) return permitted;
    const { definition, lastDay, delegations } = permitted;
    const delegated = definition.capabilities.find(({ number }) => number === capability);
    if (!delegated) return { ok: false, problem: "unknown_capability" };
    const delegatedAt = by.now.toISOString();
    const memberships = listMemberships(tx, delegatedAt, personId);
    const contributor = memberships.find((each) => each.role === "contributor" && each.actorId === actorId);
    if (!contributor) return { ok: false, problem: "not_contributor" };
    if (ownDelegation({ role: "contributor", personId }, capability, delegations)) {
      return { ok: false, problem: "already_delegated" };
    }
    const row = { year, actorId, capability, personId, delegatedAt, delegatedBy: by.personId };
    const sequence = insertDelegation(tx, row);
    const { name } = contributor;
    mailDelegated(tx, { ...input, name, capabilities: [delegated.name], lastDay }, by);
    return { ok: true, sequence };
  });
}
