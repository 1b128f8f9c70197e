import type { Row, Workbook, Worksheet } from "exceljs";
import { type AnswerContent, causes, emptyAnswer } from "#domain/answer.ts";
import { type BaseCapability, type Definition, indicatorsFor, type SubCapability } from "#domain/definition.ts";
import type { Target } from "#domain/target.ts";
import { causeNames } from "#text/answers.ts";
import { workbookWords } from "#text/workbook.ts";
import type { SheetContext } from "./build-workbook.ts";
import { valueOfText } from "./workbook-cell.ts";
import {
  type Choice,
  type ChoiceName,
  capabilitySheet,
  choicesOf,
  columns,
  evidenceRowsFor,
  rowCodes,
} from "./workbook-layout.ts";
import { finishSheet, styleHead, styleInput, styleText } from "./workbook-style.ts";

const shownColumns = 4;
/** Three lines, in points. */
const roomToWrite = 44;

/** The sheet of one base capability: its sub-capabilities under each other, a row per thing asked. */
export async function writeCapability(
  workbook: Workbook,
  capability: BaseCapability,
  context: SheetContext,
): Promise<void> {
  const sheet = workbook.addWorksheet(capabilitySheet(capability));
  styleHead(sheet.addRow([...workbookWords.heads]), shownColumns);
  const title = sheet.addRow(["", `${capability.number} ${capability.name}`]).getCell(columns.question);
  title.font = { name: "Calibri", bold: true, size: 14 };
  title.alignment = { wrapText: true };
  for (const sub of capability.subCapabilities) writeSub(sheet, sub, context);
  for (const hidden of [columns.revision, columns.evidenceRows]) sheet.getColumn(hidden).hidden = true;
  await finishSheet(sheet, { widths: [14, 56, 18, 44], headRows: 1, footer: context.footer });
}

function writeSub(sheet: Worksheet, sub: SubCapability, context: SheetContext): void {
  const { actor, definition, answers, targetOf } = context;
  const saved = answers.get(sub.code);
  const content = saved?.content ?? emptyAnswer();
  sheet.addRow([]);
  if (indicatorsFor(sub, actor).length === 0) {
    styleHead(sheet.addRow(["", `${sub.code} ${sub.name}`]), shownColumns);
    note(sheet, workbookWords.notDirected);
    return;
  }
  const head = sheet.addRow([sub.code, sub.name]);
  styleHead(head, shownColumns, 12);
  head.getCell(columns.revision).value = saved?.revision ?? 0;
  head.getCell(columns.evidenceRows).value = evidenceRowsFor(content.evidence.length);
  note(sheet, targetText(targetOf(sub.code), definition));
  for (const text of sub.notes) note(sheet, text);
  writeIndicators(sheet, sub, content, context);
  writeAnswer(sheet, sub, content, context);
}

function writeIndicators(sheet: Worksheet, sub: SubCapability, content: AnswerContent, context: SheetContext): void {
  const directed = new Set(indicatorsFor(sub, context.actor).map(({ id }) => id));
  for (const { leadIn, indicators } of sub.groups) {
    const asked = indicators.filter(({ id }) => directed.has(id));
    if (asked.length > 0 && leadIn) note(sheet, leadIn);
    for (const { id, text } of asked) {
      const row = question(sheet, id, text);
      const { answer = null, reason = "" } = content.indicators[id] ?? {};
      writeChoice(row, "indicator", labelOf(choicesOf(context.definition).indicator, answer), context);
      if (context.definition.indicatorNotApplicableAllowed) writeText(row, reason);
    }
  }
}

function writeAnswer(sheet: Worksheet, sub: SubCapability, content: AnswerContent, context: SheetContext): void {
  const choices = choicesOf(context.definition);
  const { code } = sub;
  const level = choices.levelOrNotApplicable.find(
    ({ value }) => value.kind === content.kind && value.level === content.level,
  );
  const levels = sub.notApplicableAllowed ? "levelOrNotApplicable" : "level";
  const levelRow = question(sheet, rowCodes.level(code), workbookWords.level, true);
  writeChoice(levelRow, levels, level?.label ?? null, context);
  writeText(levelRow, content.changeReason ?? "", roomToWrite);
  writeText(question(sheet, rowCodes.reason(code), workbookWords.reason), content.reason, roomToWrite);
  for (const cause of causes) {
    const row = question(sheet, rowCodes.cause(code, cause), workbookWords.cause(causeNames[cause]));
    writeChoice(row, "cause", content.causes.includes(cause) ? "x" : null, context);
  }
  const confidence = labelOf(choices.confidence, content.confidence);
  writeChoice(question(sheet, rowCodes.confidence(code), workbookWords.confidence), "confidence", confidence, context);
  writeText(question(sheet, rowCodes.comment(code), workbookWords.comment), content.comment, roomToWrite);
}

/** `Lägstanivå 2 Delvis uppfylld. Ambitionsnivå 3 Uppfylld.` */
function targetText({ minimum, ambition }: Target, { levels }: Definition): string {
  const named = (level: number) => [level, levels.find((each) => each.level === level)?.name].join(" ");
  if (minimum === null && ambition === null) return "Ingen lägstanivå är beslutad för er.";
  return [
    minimum === null ? "Ingen lägstanivå är beslutad för er." : `Lägstanivå ${named(minimum)}.`,
    ...(ambition === null ? [] : [`Ambitionsnivå ${named(ambition)}.`]),
  ].join(" ");
}

function note(sheet: Worksheet, text: string): void {
  styleText(sheet.addRow(["", text]).getCell(columns.question), { italic: true, grey: true });
}

function question(sheet: Worksheet, code: string, text: string, bold = false): Row {
  const row = sheet.addRow([code, text]);
  styleText(row.getCell(columns.code), { grey: true });
  styleText(row.getCell(columns.question), { bold });
  return row;
}

function writeText(row: Row, text: string, height = 0): void {
  row.height = height;
  const cell = row.getCell(columns.text);
  styleInput(cell);
  cell.value = valueOfText(text);
}

/** A cell with a list to choose from. */
function writeChoice(row: Row, name: ChoiceName, label: string | null, { listOf }: SheetContext): void {
  const cell = row.getCell(columns.choice);
  styleInput(cell);
  cell.value = label;
  cell.dataValidation = listValidation(listOf(name));
}

/** The check that makes a drop-down of a range. */
export function listValidation(range: string) {
  return {
    type: "list" as const,
    allowBlank: true,
    formulae: [range],
    showErrorMessage: true,
    errorTitle: "Finns inte i listan",
    error: workbookWords.pickFromList,
  };
}

/** The label of a value among its choices, or null. */
export function labelOf<T>(choices: readonly Choice<T>[], value: T | null): string | null {
  return choices.find((choice) => choice.value === value)?.label ?? null;
}
