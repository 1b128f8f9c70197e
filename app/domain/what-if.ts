// What if (tänk om): which actors would be below their minimum if a group's minimum were another. Source: method § 5.
import { cellRows, type ResultsInput } from "./aggregate.ts";
import { findSubCapability } from "./definition.ts";
import { decisionsInForce, type Group } from "./target.ts";

/** A minimum that is being considered for a group; null: that the group would have none. */
export type Candidate = { code: string; group: Group; minimum: number | null };

/**
 * The candidate with the ids of all actors, in the group or not, whose counted level would be below their minimum, in input
 * order. Nobody is, for a code that the definition does not have.
 */
export function whatIf(input: ResultsInput, candidate: Candidate): Candidate & { below: string[] } {
  const sub = findSubCapability(input.definition, candidate.code);
  if (!sub) return { ...candidate, below: [] };
  const inForce = decisionsInForce(input.decisions).get(candidate.code)?.get(candidate.group);
  const sequence = input.decisions.reduce((highest, decision) => Math.max(highest, decision.sequence), 0) + 1;
  const decisions = [...input.decisions, { ...candidate, sequence, ambition: inForce?.ambition ?? null }];
  const cells = cellRows({ ...input, decisions }, [sub]).flat();
  return {
    ...candidate,
    below: cells.filter(({ status }) => status === "below_minimum").map(({ actor }) => actor),
  };
}
