import { type Db, inTransaction } from "#db/client.server.ts";
import { listMemberships, type PersonMembership, updateMembershipEnd } from "#db/queries/people.ts";

export type EndMembershipResult =
  | { ok: true; membership: PersonMembership }
  | { ok: false; problem: "membership_unknown" | "own_last_office" };

/** Ends a membership now; its sessions stop working. Nobody can end their own last membership in the office. */
export function endMembership(
  db: Db,
  { membershipId }: { membershipId: string },
  { now, by }: { now: Date; by: string },
): EndMembershipResult {
  const at = now.toISOString();
  return inTransaction(db, (tx): EndMembershipResult => {
    const memberships = listMemberships(tx, at);
    const membership = memberships.find((one) => one.membershipId === membershipId);
    if (!membership) return { ok: false, problem: "membership_unknown" };
    const ownOffice = memberships.filter((one) => one.personId === by && one.role === "office");
    const isOwnLast = ownOffice.length === 1 && ownOffice[0]?.membershipId === membershipId;
    if (isOwnLast) return { ok: false, problem: "own_last_office" };
    updateMembershipEnd(tx, membershipId, at);
    return { ok: true, membership };
  });
}
