// The proposed level (föreslagen nivå): what the indicator answers and the evidence point to. It guides; the actor decides.
// Exact whole-number arithmetic in half steps, never an average of levels. Source: method § 2.
import { type Evidence, hasOutcome, type IndicatorAnswer } from "./answer.ts";
import { lastDayWithin, monthsBefore } from "./day.ts";
import type { Proposal } from "./definition.ts";

export const provenWithinMonths = 24;

const halves: Record<Exclude<IndicatorAnswer, "not_applicable">, number> = { yes: 2, partly: 1, no: 0, unknown: 0 };

/** `closingDay`: the day set when the round opened, YYYY-MM-DD; an extension does not move it. */
export type ProposalInput = {
  indicatorAnswers: readonly (IndicatorAnswer | null)[];
  evidence: readonly Evidence[];
  closingDay: string;
  proposal: Proposal;
};

/**
 * The proposed level, from the answers to the indicators directed to the actor (null: unanswered).
 * Null while one is unanswered, when none is applicable, and when all that are applicable are unknown.
 */
export function proposedLevel({ indicatorAnswers, evidence, closingDay, proposal }: ProposalInput): number | null {
  if (indicatorAnswers.includes(null)) return null;
  const applicable = indicatorAnswers.filter((answer) => answer !== null && answer !== "not_applicable");
  if (applicable.every((answer) => answer === "unknown")) return null;

  const sumInHalves = applicable.reduce((sum, answer) => sum + halves[answer], 0);
  if (sumInHalves === 0) return proposal.none;
  if (sumInHalves < applicable.length) return proposal.underHalf;
  if (sumInHalves < 2 * applicable.length) return proposal.half;
  return evidence.some((piece) => provesCapability(piece, closingDay)) ? proposal.proven : proposal.all;
}

/** Whether a piece of evidence is an exercise or event that worked within the 24 months up to the closing day, both ends included. */
export function provesCapability({ kind, outcome, date }: Evidence, closingDay: string): boolean {
  const earliest = monthsBefore(closingDay, provenWithinMonths);
  return hasOutcome(kind) && outcome === "worked" && earliest <= date && date <= closingDay;
}

/** The last closing day that the evidence proves the capability for, of what proves it at `closingDay`; null: nothing does. */
export function provenUntil(evidence: readonly Evidence[], closingDay: string): string | null {
  const days = evidence
    .filter((piece) => provesCapability(piece, closingDay))
    .map(({ date }) => lastDayWithin(date, provenWithinMonths));
  return days.sort().at(-1) ?? null;
}
