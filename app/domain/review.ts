// What an actor should look at once more before submitting (att se över): nothing of it stops a submission. Shares its rules with
// the approver's remarks and the office's follow-up. Source: docs/the-year.md, method § 2 and § 4.
import { lastDayWithin } from "./day.ts";
import { isLargeChange } from "./earlier-answer.ts";
import { oneLevelOf } from "./one-level.ts";
import { remarksOn } from "./remark.ts";
import { provenUntil } from "./scale.ts";
import { proposalFor, type SubmissionInput } from "./submission.ts";

/** In the order in which they are listed. */
export const reviewKinds = [
  "unknown",
  "differs_from_proposal",
  "below_minimum",
  "measure_undecided",
  "proof_expiring",
  "large_change",
  "all_alike",
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/**
 * `hasMeasure`: whether the actor has noted what it will do about the sub-capability. `undecided`: how many earlier measures are
 * neither taken over nor ended.
 */
export type ReviewInput = SubmissionInput & { hasMeasure: boolean; undecided: number };

/** `until`: the last closing day that the evidence proves the level for. */
export type ReviewPoint =
  | { kind: "unknown"; code: string }
  | { kind: "differs_from_proposal"; code: string; level: number; proposed: number | null }
  | { kind: "below_minimum"; code: string; level: number; minimum: number | null }
  /** `code` null: of sub-capabilities that the actor is no longer asked about in the same form. */
  | { kind: "measure_undecided"; code: string | null; count: number }
  | { kind: "proof_expiring"; code: string; level: number; until: string }
  | { kind: "large_change"; code: string; level: number; earlier: number }
  | { kind: "all_alike"; code: null; level: number };

const expiresWithinMonths = 6;

/** Everything worth a second look, by kind and then in the order given. `detached`: undecided measures of none of these. */
export function reviewOf(answers: readonly ReviewInput[], detached = 0): ReviewPoint[] {
  const alike = oneLevelOf(answers.map(({ content }) => content));
  const points: ReviewPoint[] = [
    ...answers.flatMap((each) => [...pointsOn(each), ...undecidedMeasures(each.sub.code, each.undecided)]),
    ...undecidedMeasures(null, detached),
    ...(alike === null ? [] : [{ kind: "all_alike" as const, code: null, level: alike }]),
  ];
  return reviewKinds.flatMap((kind) => points.filter((point) => point.kind === kind));
}

function undecidedMeasures(code: string | null, count: number): ReviewPoint[] {
  return count === 0 ? [] : [{ kind: "measure_undecided", code, count }];
}

function pointsOn(input: ReviewInput): ReviewPoint[] {
  const { sub, content, minimum, hasMeasure, earlierLevel = null } = input;
  const { code } = sub;
  const remarks = remarksOn(input);
  if (remarks.includes("unknown")) return [{ kind: "unknown", code }];
  const { level } = content;
  if (content.kind !== "level" || level === null) return [];
  const points: ReviewPoint[] = [];
  if (remarks.includes("differs_from_proposal"))
    points.push({ kind: "differs_from_proposal", code, level, proposed: proposalFor(input) });
  if (remarks.includes("below_minimum") && !hasMeasure) points.push({ kind: "below_minimum", code, level, minimum });
  const until = remarks.includes("proven") ? expiringDay(input) : null;
  if (until !== null) points.push({ kind: "proof_expiring", code, level, until });
  if (earlierLevel !== null && isLargeChange(earlierLevel, level))
    points.push({ kind: "large_change", code, level, earlier: earlierLevel });
  return points;
}

/** The last day of the proof where it runs out within six months after the closing day; null where it lasts, or there is none. */
function expiringDay({ content, closingDay }: ReviewInput): string | null {
  const until = provenUntil(content.evidence, closingDay);
  return until !== null && until <= lastDayWithin(closingDay, expiresWithinMonths) ? until : null;
}
