// What a reader with five minutes should read first in a submitted answer (att läsa först): what differs from the expected, and the
// proof behind the highest level. Source: docs/the-year.md, method § 2 and § 4.
import type { SubmissionInput } from "./submission.ts";
import { proposalFor } from "./submission.ts";

export const remarks = ["unknown", "not_applicable", "below_minimum", "differs_from_proposal", "proven"] as const;
export type Remark = (typeof remarks)[number];

/** The remarks on one answer, in the order above; empty where nothing stands out. */
export function remarksOn(input: SubmissionInput): Remark[] {
  const { kind, level } = input.content;
  if (kind === "unknown" || kind === "not_applicable") return [kind];
  if (kind === null || level === null) return [];
  const found: Remark[] = [];
  if (input.minimum !== null && level < input.minimum) found.push("below_minimum");
  if (level !== proposalFor(input)) found.push("differs_from_proposal");
  if (level === input.definition.proposal.proven) found.push("proven");
  return found;
}
