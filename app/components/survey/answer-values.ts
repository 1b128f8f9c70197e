import type { AnswerContent } from "#domain/answer.ts";

/** A row of evidence as typed. `occurrence`: the record that it was taken from, "" for none; it travels along. */
export type EvidenceValues = { kind: string; what: string; date: string; outcome: string; occurrence: string };

/** An answer as it stands in the form's fields: whatever was typed, also what cannot be saved. */
export type AnswerValues = {
  /** A level as text, "unknown", "not_applicable" or "". */
  answer: string;
  reason: string;
  changeReason: string;
  confidence: string;
  causes: string[];
  comment: string;
  indicators: Record<string, { answer: string; reason: string }>;
  evidence: EvidenceValues[];
};

/** The answer page's form as it comes back when nothing was saved: all that was typed, and why. */
export type AnswerFailure = {
  values: AnswerValues;
  /** Field name to sentence; "" is the form as a whole. */
  errors: Record<string, string>;
  /** Why nothing can be saved, whatever is typed. */
  closed: string | null;
  stale: { values: AnswerValues; savedAt: string; savedByName: string | null } | null;
  /** What the next save starts from: where it is stale, the revision that somebody else saved. */
  baseRevision: number;
  saveId: string;
  emptyRows: number;
};

/** A form's text fields by name, as they would be sent. */
export type Field = readonly [name: string, text: string];

const evidenceName = /^evidence\.(\d{1,4})\.(kind|what|date|outcome|occurrence)$/;
const evidenceParts = ["kind", "what", "date", "outcome", "occurrence"] as const;

/** A saved answer as the form's fields show it. */
export function valuesOf(content: AnswerContent): AnswerValues {
  const { kind, level, reason, changeReason = "", confidence, causes, comment, indicators, evidence } = content;
  return {
    answer: kind === "level" ? String(level) : (kind ?? ""),
    reason,
    changeReason,
    confidence: confidence ?? "",
    causes: [...causes],
    comment,
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([id, entry]) => [id, { answer: entry.answer ?? "", reason: entry.reason }]),
    ),
    evidence: evidence.map(({ kind, what, date, outcome, occurrence = "" }) => ({
      ...{ kind, what, date },
      outcome: outcome ?? "",
      occurrence: String(occurrence),
    })),
  };
}

/** What the form's fields say. `ids`: the indicators on the page. Rows of evidence in which nothing stands are left out. */
export function valuesIn(fields: Iterable<Field>, ids: readonly string[]): AnswerValues {
  const texts = new Map<string, string[]>();
  for (const [name, text] of fields) {
    const before = texts.get(name);
    if (before) before.push(text.replaceAll("\r\n", "\n"));
    else texts.set(name, [text.replaceAll("\r\n", "\n")]);
  }
  const textOf = (name: string) => texts.get(name)?.[0] ?? "";
  return {
    answer: textOf("answer"),
    reason: textOf("reason"),
    changeReason: textOf("changeReason"),
    confidence: textOf("confidence"),
    causes: (texts.get("causes") ?? []).filter((cause) => cause !== ""),
    comment: textOf("comment"),
    indicators: Object.fromEntries(
      ids.map((id) => [id, { answer: textOf(`indicators.${id}`), reason: textOf(`reasons.${id}`) }]),
    ),
    evidence: evidenceIn(texts.keys(), textOf),
  };
}

/** The rows in which something stands, in the order of the page. */
function evidenceIn(names: Iterable<string>, textOf: (name: string) => string): EvidenceValues[] {
  const rows = new Set<number>();
  for (const name of names) {
    const row = evidenceName.exec(name)?.[1];
    if (row !== undefined) rows.add(Number(row));
  }
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => ({
      kind: textOf(`evidence.${row}.kind`),
      what: textOf(`evidence.${row}.what`),
      date: textOf(`evidence.${row}.date`).trim(),
      outcome: textOf(`evidence.${row}.outcome`),
      occurrence: textOf(`evidence.${row}.occurrence`),
    }))
    .filter(({ occurrence: _carried, ...typed }) => Object.values(typed).some((text) => text.trim() !== ""));
}

/** The fields of a form that shows these values: `valuesIn` the other way round. */
export function fieldsOf(values: AnswerValues): Field[] {
  const { answer, reason, changeReason, confidence, causes, comment, indicators, evidence } = values;
  return [
    ["answer", answer],
    ["reason", reason],
    ["changeReason", changeReason],
    ["confidence", confidence],
    ["comment", comment],
    ...causes.map((cause): Field => ["causes", cause]),
    ...Object.entries(indicators).flatMap(([id, entry]): Field[] => [
      [`indicators.${id}`, entry.answer],
      [`reasons.${id}`, entry.reason],
    ]),
    ...evidence.flatMap((row, position) =>
      evidenceParts.map((part): Field => [`evidence.${position}.${part}`, row[part]]),
    ),
  ];
}

/** The text fields of a form on the page, as they would be sent. */
export function typedFields(form: HTMLFormElement): Field[] {
  return [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
}
