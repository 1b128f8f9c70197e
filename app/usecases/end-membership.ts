import { type Db, inTransaction } from "#db/client.server.ts";
import { listMemberships, type PersonMembership, updateMembershipEnd } from "#db/queries/people.ts";
import { isLastCoordinator } from "#domain/colleague.ts";

export type EndMembershipResult =
  | { ok: true; membership: PersonMembership }
  | { ok: false; problem: "membership_unknown" | "own_last_office" | "last_coordinator" };

/** `by`: the person who does it. `within`: the actor whose coordinator does it; nothing for the office. */
type By = { now: Date; by: string; within?: string };

/**
 * Ends a membership now; its sessions go on as another role of the person's, if it has one. Nobody can end their own last
 * membership in the office. A coordinator ends only its own actor's, and not the last coordinator's: that is handed over.
 */
export function endMembership(db: Db, { membershipId }: { membershipId: string }, by: By): EndMembershipResult {
  const at = by.now.toISOString();
  return inTransaction(db, (tx): EndMembershipResult => {
    const all = listMemberships(tx, at);
    const within = by.within === undefined ? all : all.filter(({ actorId }) => actorId === by.within);
    const membership = within.find((one) => one.membershipId === membershipId);
    if (!membership) return { ok: false, problem: "membership_unknown" };
    if (by.within !== undefined && isLastCoordinator(membership, within)) {
      return { ok: false, problem: "last_coordinator" };
    }
    const ownOffice = all.filter((one) => one.personId === by.by && one.role === "office");
    const isOwnLast = ownOffice.length === 1 && ownOffice[0]?.membershipId === membershipId;
    if (isOwnLast) return { ok: false, problem: "own_last_office" };
    updateMembershipEnd(tx, membershipId, at);
    return { ok: true, membership };
  });
}
