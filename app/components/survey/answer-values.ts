import type { AnswerContent } from "#domain/answer.ts";

/** A row of evidence as typed. */
export type EvidenceValues = { kind: string; what: string; date: string; outcome: string };

/** An answer as it stands in the form's fields: whatever was typed, also what cannot be saved. */
export type AnswerValues = {
  /** A level as text, "unknown", "not_applicable" or "". */
  answer: string;
  reason: string;
  confidence: string;
  causes: string[];
  comment: string;
  indicators: Record<string, { answer: string; reason: string }>;
  evidence: EvidenceValues[];
};

/** A saved answer as the form's fields show it. */
export function valuesOf(content: AnswerContent): AnswerValues {
  const { kind, level, reason, confidence, causes, comment, indicators, evidence } = content;
  return {
    answer: kind === "level" ? String(level) : (kind ?? ""),
    reason,
    confidence: confidence ?? "",
    causes: [...causes],
    comment,
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([id, entry]) => [id, { answer: entry.answer ?? "", reason: entry.reason }]),
    ),
    evidence: evidence.map(({ kind, what, date, outcome }) => ({ kind, what, date, outcome: outcome ?? "" })),
  };
}
