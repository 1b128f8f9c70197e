// One sub-capability's rows in a workbook, as parts of its answer.
import type { Cell } from "exceljs";
import { type Cause, causes, type Evidence } from "#domain/answer.ts";
import type { AnswerPart } from "#domain/answer-part.ts";
import { answerContentSchema, evidenceSchema } from "#domain/answer-schema.ts";
import { type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import type { ReadCell } from "./read-workbook.ts";
import { cellText, dayOfCell } from "./workbook-cell.ts";
import { type Choice, choicesOf, columns, evidenceColumns, evidenceSheet, rowCodes } from "./workbook-layout.ts";
import type { WorkbookPlace, WorkbookRows } from "./workbook-structure.ts";

const textSchema = answerContentSchema.shape.comment;

/** The parts that stand on the capability's own sheet, in the order of the survey page. */
export function readSubRows(sub: SubCapability, { definition, actor }: WorkbookPlace, found: WorkbookRows): ReadCell[] {
  const { code } = sub;
  const choices = choicesOf(definition);
  const at = (row: string, column: number) => cellOf(found, row, column);
  const indicators = indicatorsFor(sub, actor).flatMap(({ id }) => [
    choice(at(id, columns.choice), choices.indicator, (answer): AnswerPart => ({ part: "indicator", id, answer })),
    ...(definition.indicatorNotApplicableAllowed
      ? [text(at(id, columns.text), (reason): AnswerPart => ({ part: "indicator_reason", id, reason }))]
      : []),
  ]);
  const levels = sub.notApplicableAllowed ? choices.levelOrNotApplicable : choices.level;
  return [
    ...indicators,
    choice(at(rowCodes.level(code), columns.choice), levels, (level) => ({
      part: "level",
      ...(level ?? { kind: null, level: null }),
    })),
    text(at(rowCodes.level(code), columns.text), (changeReason) => ({ part: "change_reason", changeReason })),
    text(at(rowCodes.reason(code), columns.text), (reason) => ({ part: "reason", reason })),
    choice(at(rowCodes.confidence(code), columns.choice), choices.confidence, (confidence) => ({
      part: "confidence",
      confidence,
    })),
    ...readCauses(causes.map((cause) => ({ cause, cell: at(rowCodes.cause(code, cause), columns.choice) }))),
    text(at(rowCodes.comment(code), columns.text), (comment) => ({ part: "comment", comment })),
  ];
}

function cellOf({ rows }: WorkbookRows, code: string, column: number): Cell {
  const found = rows.get(code);
  if (!found) throw new Error(`The row ${code} was checked to be there`);
  return found.row.getCell(column);
}

function text(cell: Cell, partOf: (text: string) => AnswerPart): ReadCell {
  const { text: typed, why } = cellText(cell.value);
  const wrong = why ?? textSchema.safeParse(typed).error?.issues[0]?.message;
  return wrong ? { cell: cell.address, what: typed, why: wrong } : { cell: cell.address, part: partOf(typed) };
}

/** The choice that a cell's text means: as in the list, whatever its case, or only a level's number. */
function meant<T>(typed: string, choices: readonly Choice<T>[]): Choice<T> | undefined {
  const wanted = typed.trim().toLowerCase();
  return choices.find(({ label }) => {
    const known = label.trim().toLowerCase();
    return known === wanted || (/^\d+$/.test(wanted) && known.split(" ")[0] === wanted);
  });
}

function choice<T>(cell: Cell, choices: readonly Choice<T>[], partOf: (value: T | null) => AnswerPart): ReadCell {
  const { text: typed, why } = cellText(cell.value);
  if (why) return { cell: cell.address, what: typed, why };
  if (typed.trim() === "") return { cell: cell.address, part: partOf(null) };
  const found = meant(typed, choices);
  return found
    ? { cell: cell.address, part: partOf(found.value) }
    : { cell: cell.address, what: typed, why: notAmong(choices) };
}

function notAmong(choices: readonly Choice<unknown>[]): string {
  return `Det finns inte i listan. Välj ${choices.map(({ label }) => label).join(", ")} eller lämna tomt.`;
}

const yes = ["x", "ja", "1", "kryss", "sant", "true"];
const no = ["", "nej", "0", "-", "falskt", "false"];

/** The causes are one part: all of them, or, where one cell cannot be read, none. */
function readCauses(cells: { cause: Cause; cell: Cell }[]): ReadCell[] {
  const chosen: Cause[] = [];
  const wrong: ReadCell[] = [];
  for (const { cause, cell } of cells) {
    const { text: typed, why } = cellText(cell.value);
    const word = typed.trim().toLowerCase();
    if (why) wrong.push({ cell: cell.address, what: typed, why });
    else if (yes.includes(word)) chosen.push(cause);
    else if (!no.includes(word)) wrong.push({ cell: cell.address, what: typed, why: "Skriv x eller lämna tomt." });
  }
  if (wrong.length > 0) return wrong;
  return [{ cell: cells[0]?.cell.address ?? "", part: { part: "causes", causes: chosen } }];
}

/** The evidence of one sub-capability is one part: all its rows, or, where one cannot be read, none. */
export function readEvidence(code: string, definition: Definition, found: WorkbookRows) {
  const evidence: Evidence[] = [];
  const wrong: ReadCell[] = [];
  const count = found.evidenceRows.get(code) ?? 0;
  for (let position = 1; position <= count; position += 1) {
    const row = rowCodes.evidence(code, position);
    const read = readPiece((column) => cellOf(found, row, column), definition);
    if (read === null) continue;
    if ("piece" in read) evidence.push(read.piece);
    else wrong.push(read.wrong);
  }
  const first = count === 0 ? "" : cellOf(found, rowCodes.evidence(code, 1), evidenceColumns.kind).address;
  const cells: ReadCell[] = wrong.length > 0 ? wrong : [{ cell: first, part: { part: "evidence", evidence } }];
  return { sheet: evidenceSheet, cells };
}

/** A row of evidence; null where nothing stands in it. */
function readPiece(at: (column: number) => Cell, definition: Definition) {
  const choices = choicesOf(definition);
  const cells = {
    kind: at(evidenceColumns.kind),
    what: at(evidenceColumns.what),
    date: at(evidenceColumns.date),
    outcome: at(evidenceColumns.outcome),
  };
  const names = Object.keys(cells) as (keyof typeof cells)[];
  const typed = Object.fromEntries(names.map((name) => [name, cellText(cells[name].value)]));
  const textOf = (name: keyof typeof cells) => typed[name]?.text ?? "";
  const refuse = (name: keyof typeof cells, why: string) => ({
    wrong: { cell: cells[name].address, what: textOf(name), why },
  });
  const unreadable = names.find((name) => typed[name]?.why);
  if (unreadable) return refuse(unreadable, typed[unreadable]?.why ?? "");
  if (names.every((name) => textOf(name).trim() === "")) return null;
  const kind = meant(textOf("kind"), choices.evidenceKind);
  if (!kind) return refuse("kind", notAmong(choices.evidenceKind));
  const outcome = meant(textOf("outcome"), choices.evidenceOutcome);
  if (!outcome && textOf("outcome").trim() !== "") return refuse("outcome", notAmong(choices.evidenceOutcome));
  const piece = evidenceSchema.safeParse({
    kind: kind.value,
    what: textOf("what"),
    date: dayOfCell(textOf("date")),
    outcome: outcome?.value ?? null,
  });
  if (piece.success) return { piece: piece.data };
  const [issue] = piece.error.issues;
  return refuse((issue?.path[0] as keyof typeof cells | undefined) ?? "what", issue?.message ?? "");
}
