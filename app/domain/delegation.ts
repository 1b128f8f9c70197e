// Delegation (fördelning): a coordinator lets a named contributor of its actor answer a base capability in one round.
// The coordinator always answers all of it, the contributor what is delegated to it, the approver reads. Source: docs/the-year.md.
import type { Role } from "./access.ts";
import { mayRoleMove } from "./assessment.ts";
import type { Definition } from "./definition.ts";

/** One delegation with what has become of it. `capability`: the base capability's number. Moments are UTC ISO strings. */
export type Delegation = {
  sequence: number;
  capability: number;
  personId: string;
  takenBackAt: string | null;
  /** Whether the person is a contributor of the actor now: whoever has left holds nothing. */
  isContributor: boolean;
  /** When the contributor said that it was ready (klart); null: it has not, or has taken that back. */
  readyAt: string | null;
};

export type Viewer = { role: Role; personId: string };

/** Whether the delegation gives its person anything to answer now. */
export function holds({ takenBackAt, isContributor }: Pick<Delegation, "takenBackAt" | "isContributor">): boolean {
  return takenBackAt === null && isContributor;
}

/** The viewer's own delegation of a base capability, if it holds. Only a contributor has any. */
export function ownDelegation<D extends Delegation>(
  { role, personId }: Viewer,
  capability: number,
  delegations: readonly D[],
): D | undefined {
  if (role !== "contributor") return undefined;
  return delegations.find((each) => each.personId === personId && each.capability === capability && holds(each));
}

/**
 * Why the viewer does not answer a base capability of its actor, in an assessment that can be saved; null where it does.
 * `isOnBehalf`: whether the office fills the assessment in on the actor's behalf.
 */
export function answerRefusal(
  viewer: Viewer,
  capability: number,
  delegations: readonly Delegation[],
  isOnBehalf: boolean,
): "not_yours" | "not_delegated" | null {
  if (viewer.role === "contributor") return ownDelegation(viewer, capability, delegations) ? null : "not_delegated";
  return mayRoleMove("save", viewer.role, isOnBehalf) ? null : "not_yours";
}

/** The number of the base capability that a sub-capability belongs to; undefined for a code that the definition lacks. */
export function capabilityOf(definition: Definition, code: string): number | undefined {
  return definition.capabilities.find(({ subCapabilities }) => subCapabilities.some((sub) => sub.code === code))
    ?.number;
}

export type DelegationState = "taken_back" | "left" | "ready" | "held";

/** How a delegation stands, in one word: taken back, its person has left, ready, or still held. */
export function delegationState(delegation: Delegation): DelegationState {
  if (delegation.takenBackAt !== null) return "taken_back";
  if (!delegation.isContributor) return "left";
  return delegation.readyAt === null ? "held" : "ready";
}
