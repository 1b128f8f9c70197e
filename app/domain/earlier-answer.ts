// The earlier year's answer (förra årets svar): what of it can be taken over, and what is hidden until the actor has judged anew, so
// that the old level does not lead the new one. Source: docs/the-year.md, method § 6.
import type { AnswerContent, Evidence } from "./answer.ts";
import { monthsBefore } from "./day.ts";
import { provenWithinMonths } from "./scale.ts";
import type { LineageStep } from "./version-map.ts";

/**
 * What there is of a sub-capability in the actor's newest earlier released year with a submission that counts. `breaks`: what
 * the version map changed on the way, so that the years cannot be compared; empty where no map leads there.
 */
export type Earlier =
  | { kind: "comparable"; year: number; clarified: string[]; content: AnswerContent }
  | { kind: "not_comparable"; year: number; breaks: LineageStep[] }
  | { kind: "not_answered"; year: number };

/** What can be taken over: one piece of evidence by its place in the earlier answer, or the comment. */
export type Piece = { piece: "evidence"; index: number } | { piece: "comment" };

const largeChangeSteps = 2;

/** Whether the levels are two steps or more apart, whichever way. */
export function isLargeChange(earlier: number, now: number): boolean {
  return Math.abs(now - earlier) >= largeChangeSteps;
}

/** The earlier level is shown once a new one is chosen and saved, not before, and not for "kan inte bedömas". */
export function isEarlierLevelShown({ kind, level }: AnswerContent): boolean {
  return kind === "level" && level !== null;
}

/** Whether evidence lies before the 24 months up to the closing day, and so proves nothing any more. */
export function isTooOld({ date }: Evidence, closingDay: string): boolean {
  return date !== "" && date < monthsBefore(closingDay, provenWithinMonths);
}

/** Whether the answer already holds the piece. */
export function isTaken(content: AnswerContent, earlier: AnswerContent, piece: Piece): boolean {
  if (piece.piece === "comment") return content.comment.includes(earlier.comment.trim());
  const wanted = earlier.evidence[piece.index];
  return content.evidence.some((one) => wanted !== undefined && isSameEvidence(one, wanted));
}

/** The answer with one piece of the earlier one added to it; unchanged where it is there already, or is none. */
export function withPiece(content: AnswerContent, earlier: AnswerContent, piece: Piece): AnswerContent {
  if (isTaken(content, earlier, piece)) return content;
  if (piece.piece === "comment") {
    const comment = [content.comment.trimEnd(), earlier.comment.trim()].filter(Boolean).join("\n\n");
    return { ...content, comment };
  }
  const wanted = earlier.evidence[piece.index];
  return wanted ? { ...content, evidence: [...content.evidence, wanted] } : content;
}

function isSameEvidence(a: Evidence, b: Evidence): boolean {
  return a.kind === b.kind && a.what.trim() === b.what.trim() && a.date === b.date && a.outcome === b.outcome;
}
