import { type AnswerContent, type EvidenceKind, hasOutcome } from "#domain/answer.ts";
import type { AnswerValues, EvidenceValues } from "./answer-values.ts";

/** The typed values in the shape of an answer's content; what does not fit is left for the schema to refuse. */
export function draftOf(values: AnswerValues): Record<keyof AnswerContent, unknown> {
  const isKind = values.answer === "unknown" || values.answer === "not_applicable";
  const level = values.answer === "" || isKind ? null : levelOf(values.answer);
  const { reason, causes, comment } = values;
  return {
    reason,
    changeReason: values.changeReason || undefined,
    causes,
    comment,
    kind: values.answer === "" ? null : isKind ? values.answer : "level",
    level,
    confidence: values.confidence || null,
    indicators: Object.fromEntries(
      Object.entries(values.indicators).map(([id, entry]) => [id, { ...entry, answer: entry.answer || null }]),
    ),
    evidence: values.evidence.map(evidenceDraft),
  };
}

/** A level written in digits as a number; anything else as it is, which is no level. */
function levelOf(text: string): number | string {
  return /^\d{1,3}$/.test(text) ? Number(text) : text;
}

/** What has become something else than an event or an exercise is no longer the one that was recorded. */
function evidenceDraft({ kind, what, date, outcome, occurrence }: EvidenceValues) {
  const from =
    /^\d{1,9}$/.test(occurrence) && hasOutcome(kind as EvidenceKind) ? { occurrence: Number(occurrence) } : {};
  return { kind, what, date: dayOf(date), outcome: outcome || null, ...from };
}

/** People also write 20261122 and 2026-3-1; the rest is left as typed. */
function dayOf(text: string): string {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return parts ? [parts[1], parts[2]?.padStart(2, "0"), parts[3]?.padStart(2, "0")].join("-") : text;
}
