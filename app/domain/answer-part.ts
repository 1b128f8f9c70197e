// The parts of an answer (svar) that can be told, compared and taken one by one, as a workbook's cells are.
// Together the parts of an answer are the whole of it.
import { z } from "zod";
import { type AnswerContent, answerKinds, causes, confidences, type Evidence, indicatorAnswers } from "./answer.ts";
import { evidenceSchema } from "./answer-schema.ts";

export const answerPartSchema = z.discriminatedUnion("part", [
  z.strictObject({ part: z.literal("indicator"), id: z.string(), answer: z.enum(indicatorAnswers).nullable() }),
  z.strictObject({ part: z.literal("indicator_reason"), id: z.string(), reason: z.string() }),
  z.strictObject({ part: z.literal("level"), kind: z.enum(answerKinds).nullable(), level: z.int().nullable() }),
  z.strictObject({ part: z.literal("reason"), reason: z.string() }),
  z.strictObject({ part: z.literal("change_reason"), changeReason: z.string() }),
  z.strictObject({ part: z.literal("confidence"), confidence: z.enum(confidences).nullable() }),
  z.strictObject({ part: z.literal("causes"), causes: z.array(z.enum(causes)) }),
  z.strictObject({ part: z.literal("comment"), comment: z.string() }),
  z.strictObject({ part: z.literal("evidence"), evidence: z.array(evidenceSchema) }),
]);

export type AnswerPart = z.infer<typeof answerPartSchema>;

/** One name per part of one answer: `level`, `indicator 1:1.2`. */
export function partKey(part: AnswerPart): string {
  return "id" in part ? `${part.part} ${part.id}` : part.part;
}

/** The parts of an answer whose indicators are these, in the order of the survey page. */
export function partsOf(content: AnswerContent, indicatorIds: readonly string[]): AnswerPart[] {
  const { kind, level, reason, changeReason = "", confidence, causes: given, comment, evidence } = content;
  const indicators = indicatorIds.flatMap((id): AnswerPart[] => [
    { part: "indicator", id, answer: content.indicators[id]?.answer ?? null },
    { part: "indicator_reason", id, reason: content.indicators[id]?.reason ?? "" },
  ]);
  return [
    ...indicators,
    { part: "level", kind, level },
    { part: "reason", reason },
    { part: "change_reason", changeReason },
    { part: "confidence", confidence },
    { part: "causes", causes: given },
    { part: "comment", comment },
    { part: "evidence", evidence },
  ];
}

/** The answer with these parts in place of its own. */
export function withParts(content: AnswerContent, parts: readonly AnswerPart[]): AnswerContent {
  return parts.reduce(withPart, content);
}

function withPart(content: AnswerContent, given: AnswerPart): AnswerContent {
  if (given.part === "indicator" || given.part === "indicator_reason") {
    const entry = content.indicators[given.id] ?? { answer: null, reason: "" };
    const { part: _part, id, ...changed } = given;
    return { ...content, indicators: { ...content.indicators, [id]: { ...entry, ...changed } } };
  }
  if (given.part === "change_reason") return { ...content, changeReason: given.changeReason || undefined };
  if (given.part === "evidence") return { ...content, evidence: given.evidence.map(withOccurrence(content.evidence)) };
  const { part: _part, ...changed } = given;
  return { ...content, ...changed };
}

/** No file carries which record a piece of evidence was taken from: one that says the same as before keeps it. */
function withOccurrence(before: AnswerContent["evidence"]) {
  return (piece: Evidence): Evidence => {
    const same = before.find((one) => JSON.stringify(one, visible) === JSON.stringify(piece, visible));
    return same?.occurrence === undefined ? piece : { ...piece, occurrence: same.occurrence };
  };
}

/** Whether two parts of the same name say the same. What no file keeps does not count: a text's invisible differences, a record's id. */
export function isSamePart(a: AnswerPart, b: AnswerPart): boolean {
  return JSON.stringify(a, visible) === JSON.stringify(b, visible);
}

function visible(key: string, value: unknown): unknown {
  if (key === "occurrence") return undefined;
  return typeof value === "string" ? visibleText(value) : value;
}

// Control characters but tab and new line; halves of surrogate pairs; what XML has no place for.
const invisible = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu;

/** The text as any file can hold it: one kind of line end, no control characters, no halves of characters. */
export function visibleText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(invisible, "");
}

export type AnswerChange = { from: AnswerPart; to: AnswerPart };

/**
 * What somebody changed since `base` and that is not so already: each part that differs from `base` and from `current`,
 * with what `current` says as `from`. Parts of the same name stand for each other, in the order of `theirs`.
 */
export function changesBetween(
  base: readonly AnswerPart[],
  current: readonly AnswerPart[],
  theirs: readonly AnswerPart[],
): AnswerChange[] {
  const before = new Map(base.map((part) => [partKey(part), part]));
  const now = new Map(current.map((part) => [partKey(part), part]));
  return theirs.flatMap((to) => {
    const [start, from] = [before.get(partKey(to)), now.get(partKey(to))];
    if (!start || !from || isSamePart(start, to) || isSamePart(from, to)) return [];
    return [{ from, to }];
  });
}
