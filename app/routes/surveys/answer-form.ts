import { z } from "zod";
import { draftOf } from "#components/survey/answer-draft.ts";
import { type AnswerValues, type Field, valuesIn } from "#components/survey/answer-values.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { answerContentSchemaFor } from "#domain/answer-schema.ts";
import { type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import type { Piece } from "#domain/earlier-answer.ts";
import type { FormErrors } from "#http/form.ts";
import { surveyProblems } from "#text/survey.ts";

const intents = ["save", "next", "add_row", "auto"] as const;
/** `auto`: the page saves by itself while somebody is typing. */
export type AnswerIntent = (typeof intents)[number];
type Place = { definition: Definition; sub: SubCapability; actor: { designated: boolean } };

/** What a button asks to add to the answer: a piece of the earlier year's, or an event or exercise by its id. */
type Taken = Piece | { piece: "occurrence"; id: number };

/** What came with the form. `values` is all that was typed; `content` only exists where it can be saved; `taken`: to add to it. */
export type AnswerForm = { intent: AnswerIntent; values: AnswerValues; baseRevision: number; taken: Taken | null } & (
  | { ok: true; content: AnswerContent; saveId: string }
  | { ok: false; errors: FormErrors }
);

/** Parses the answer page's form. Errors stand under the name of the field they belong to, "" for the whole form. */
export function parseAnswerForm(form: FormData, place: Place): AnswerForm {
  const textOf = (name: string) => String(form.get(name) ?? "");
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  const ids = indicatorsFor(place.sub, place.actor).map(({ id }) => id);
  const values = valuesIn(fields satisfies Field[], ids);
  const intent = intents.find((each) => each === textOf("intent")) ?? "save";
  const revision = z
    .string()
    .regex(/^\d{1,9}$/)
    .safeParse(textOf("baseRevision"));
  const saveId = z.uuid().safeParse(textOf("saveId"));
  const taken = pieceIn(textOf("intent"));
  const typed = { intent, values, baseRevision: Number(revision.data ?? 0), taken };
  if (!revision.success || !saveId.success) return { ok: false, ...typed, errors: { "": surveyProblems.broken_form } };
  const parsed = answerContentSchemaFor(place.definition, place.sub, place.actor).safeParse(draftOf(values));
  if (!parsed.success) return { ok: false, ...typed, errors: answerErrors(parsed.error.issues) };
  return { ok: true, ...typed, content: parsed.data, saveId: saveId.data };
}

/** `take.comment`, `take.evidence.0`, `take.occurrence.7`: what a button adds to the answer, beside saving what is typed. */
function pieceIn(intent: string): Taken | null {
  const [, piece, index] = /^take\.(comment|evidence|occurrence)(?:\.(\d{1,9}))?$/.exec(intent) ?? [];
  if (piece === "comment") return { piece };
  if (piece === "occurrence" && index !== undefined) return { piece, id: Number(index) };
  return piece === "evidence" && index !== undefined ? { piece, index: Number(index) } : null;
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
