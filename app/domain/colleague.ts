// Colleagues (kollegor): a coordinator manages the people of its own actor, the office everybody. Source: docs/the-year.md.
import type { Role } from "./access.ts";

/**
 * Whether somebody may hand over a one-time link to a person. The link gives all that the person may do: so a coordinator
 * has one only for whoever has no role outside the coordinator's own actor.
 */
export function mayHandOverLink(
  by: { role: Role; actorId: string | null },
  roles: readonly { actorId: string | null }[],
) {
  if (by.role === "office") return true;
  return by.role === "coordinator" && roles.every(({ actorId }) => actorId === by.actorId);
}

/**
 * Whether a person's password holds for a further role, at `actorId` (null: in the region). `shownTo`: the actor whose
 * coordinator was shown the link that it was chosen with, and so may have chosen it; null: none was.
 */
export function keepsPassword(shownTo: string | null, actorId: string | null): boolean {
  return shownTo === null || shownTo === actorId;
}

type Membership = { membershipId: string; role: Role; validUntil: string | null };

/** Whether the membership is the only one of a coordinator that has no end, among those of its actor. */
export function isLastCoordinator(
  { membershipId }: Pick<Membership, "membershipId">,
  colleagues: readonly Membership[],
) {
  const staying = colleagues.filter(({ role, validUntil }) => role === "coordinator" && validUntil === null);
  return staying.length === 1 && staying[0]?.membershipId === membershipId;
}
