// An answer (svar): what an actor says about one sub-capability: level, "kan inte bedömas" or not applicable, and what stands beside it.
// A draft may be empty anywhere. Source: method § 2.
import type { z } from "zod";
import type { answerContentSchema, evidenceSchema, indicatorEntrySchema } from "./answer-schema.ts";

/** What lies behind a shortcoming (orsaker), in the order in which they stand everywhere. */
export const causes = ["planning", "organisation", "equipment", "training", "exercise"] as const;
export const indicatorAnswers = ["yes", "partly", "no", "unknown", "not_applicable"] as const;
export const answerKinds = ["level", "unknown", "not_applicable"] as const;
export const confidences = ["low", "medium", "high"] as const;
export const evidenceKinds = ["event", "exercise", "training", "plan"] as const;
export const evidenceOutcomes = ["worked", "shortcomings"] as const;

export const maxEvidenceRows = 50;

export type Cause = (typeof causes)[number];
export type IndicatorAnswer = (typeof indicatorAnswers)[number];
export type AnswerKind = (typeof answerKinds)[number];
export type Confidence = (typeof confidences)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
export type Evidence = z.infer<typeof evidenceSchema>;
export type IndicatorEntry = z.infer<typeof indicatorEntrySchema>;
export type AnswerContent = z.infer<typeof answerContentSchema>;

/** Whether evidence of this kind has an outcome: only what was put to the test can have worked. */
export function hasOutcome(kind: EvidenceKind): boolean {
  return kind === "event" || kind === "exercise";
}

/** The given causes once each, in their fixed order. */
export function inCauseOrder(given: readonly Cause[]): Cause[] {
  return causes.filter((cause) => given.includes(cause));
}

/** The answer nobody has begun. */
export function emptyAnswer(): AnswerContent {
  return {
    kind: null,
    level: null,
    reason: "",
    confidence: null,
    causes: [],
    comment: "",
    indicators: {},
    evidence: [],
  };
}

/** Whether anything at all has been filled in. */
export function hasStarted(content: AnswerContent): boolean {
  const texts = [content.reason, content.changeReason ?? "", content.comment];
  const entries = Object.values(content.indicators);
  return (
    content.kind !== null ||
    content.confidence !== null ||
    content.causes.length > 0 ||
    content.evidence.length > 0 ||
    texts.some((text) => text.trim() !== "") ||
    entries.some(({ answer, reason }) => answer !== null || reason.trim() !== "")
  );
}
