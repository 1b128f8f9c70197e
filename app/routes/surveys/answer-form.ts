import { z } from "zod";
import type { AnswerValues, EvidenceValues } from "#components/survey/answer-values.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { answerContentSchemaFor } from "#domain/answer-schema.ts";
import { type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import { type FormErrors, type FormValues, formValues, listOf, textOf } from "#http/form.ts";
import { surveyProblems } from "#text/survey.ts";

export type AnswerIntent = "save" | "next" | "add_row";
type Place = { definition: Definition; sub: SubCapability; actor: { designated: boolean } };

/** What came with the form. `values` is all that was typed; `content` only exists where it can be saved. */
export type AnswerForm = { intent: AnswerIntent; values: AnswerValues; baseRevision: number } & (
  | { ok: true; content: AnswerContent; saveId: string }
  | { ok: false; errors: FormErrors }
);

const evidenceName = /^evidence\.(\d{1,4})\.(kind|what|date|outcome)$/;

/** Parses the answer page's form. Errors stand under the name of the field they belong to, "" for the whole form. */
export function parseAnswerForm(form: FormData, place: Place): AnswerForm {
  const fields = formValues(form);
  const values = readValues(fields, place);
  const intent = intentOf(textOf(fields, "intent"));
  const revision = z
    .string()
    .regex(/^\d{1,9}$/)
    .safeParse(textOf(fields, "baseRevision"));
  const saveId = z.uuid().safeParse(textOf(fields, "saveId"));
  const typed = { intent, values, baseRevision: Number(revision.data ?? 0) };
  if (!revision.success || !saveId.success) return { ok: false, ...typed, errors: { "": surveyProblems.broken_form } };
  const parsed = answerContentSchemaFor(place.definition, place.sub, place.actor).safeParse(draftOf(values));
  if (!parsed.success) return { ok: false, ...typed, errors: answerErrors(parsed.error.issues) };
  return { ok: true, ...typed, content: parsed.data, saveId: saveId.data };
}

/** The issues of an answer's content as sentences by field name. */
export function answerErrors(issues: readonly { path: PropertyKey[]; message: string }[]): FormErrors {
  const errors: FormErrors = {};
  for (const { path, message } of issues) errors[fieldName(path.map(String))] ??= message;
  return errors;
}

function fieldName([field = "", key, part]: string[]): string {
  if (field === "kind" || field === "level") return "answer";
  if (field === "indicators") return part === "reason" ? `reasons.${key}` : `indicators.${key}`;
  if (field === "evidence") return key === undefined ? field : `evidence.${key}.${part ?? "what"}`;
  return field;
}

function intentOf(text: string): AnswerIntent {
  return text === "next" || text === "add_row" ? text : "save";
}

function readValues(fields: FormValues, { sub, actor }: Place): AnswerValues {
  const ids = indicatorsFor(sub, actor).map(({ id }) => id);
  return {
    answer: textOf(fields, "answer"),
    reason: textOf(fields, "reason"),
    confidence: textOf(fields, "confidence"),
    causes: listOf(fields, "causes").filter((cause) => cause !== ""),
    comment: textOf(fields, "comment"),
    indicators: Object.fromEntries(
      ids.map((id) => [id, { answer: textOf(fields, `indicators.${id}`), reason: textOf(fields, `reasons.${id}`) }]),
    ),
    evidence: readEvidence(fields),
  };
}

/** The rows in which something stands, in the order of the page. */
function readEvidence(fields: FormValues): EvidenceValues[] {
  const names = Object.keys(fields).flatMap((name) => evidenceName.exec(name)?.[1] ?? []);
  const rows = [...new Set(names.map(Number))].sort((a, b) => a - b);
  return rows
    .map((row) => ({
      kind: textOf(fields, `evidence.${row}.kind`),
      what: textOf(fields, `evidence.${row}.what`),
      date: textOf(fields, `evidence.${row}.date`).trim(),
      outcome: textOf(fields, `evidence.${row}.outcome`),
    }))
    .filter((row) => Object.values(row).some((text) => text.trim() !== ""));
}

/** The typed values in the shape of an answer's content; what does not fit is left for the schema to refuse. */
function draftOf(values: AnswerValues): Record<keyof AnswerContent, unknown> {
  const isKind = values.answer === "unknown" || values.answer === "not_applicable";
  const level = values.answer === "" || isKind ? null : levelOf(values.answer);
  const { reason, causes, comment } = values;
  return {
    reason,
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

function evidenceDraft({ kind, what, date, outcome }: EvidenceValues) {
  return { kind, what, date: dayOf(date), outcome: outcome || null };
}

/** People also write 20261122 and 2026-3-1; the rest is left as typed. */
function dayOf(text: string): string {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return parts ? [parts[1], parts[2]?.padStart(2, "0"), parts[3]?.padStart(2, "0")].join("-") : text;
}
