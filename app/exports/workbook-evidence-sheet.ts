import type { Row, Workbook } from "exceljs";
import type { Evidence } from "#domain/answer.ts";
import { workbookWords } from "#text/workbook.ts";
import type { SheetContext } from "./build-workbook.ts";
import { labelOf, listValidation } from "./workbook-capability-sheet.ts";
import { valueOfText } from "./workbook-cell.ts";
import {
  choicesOf,
  directedSubs,
  evidenceColumns,
  evidenceRowsFor,
  evidenceSheet,
  rowCodes,
} from "./workbook-layout.ts";
import { finishSheet, styleHead, styleInput, styleText } from "./workbook-style.ts";

const dayFormat = "yyyy-mm-dd";
/** Excel's calendar begins in 1900, and has a day too many before March of that year. */
const firstDate = "1901-01-01";

/** The sheet of evidence: a fixed number of rows for every sub-capability. */
export async function writeEvidence(workbook: Workbook, context: SheetContext): Promise<void> {
  const { definition, actor, answers, footer } = context;
  const sheet = workbook.addWorksheet(evidenceSheet);
  const head = [...workbookWords.evidenceHeads];
  styleHead(sheet.addRow(head), head.length);
  for (const sub of definition.capabilities.flatMap((capability) => directedSubs(capability, actor))) {
    const evidence = answers.get(sub.code)?.content.evidence ?? [];
    for (let position = 1; position <= evidenceRowsFor(evidence.length); position += 1) {
      const row = sheet.addRow([
        rowCodes.evidence(sub.code, position),
        position === 1 ? `${sub.code} ${sub.name}` : "",
      ]);
      styleText(row.getCell(evidenceColumns.code), { grey: true });
      styleText(row.getCell(evidenceColumns.sub), { bold: true });
      writePiece(row, evidence[position - 1], context);
    }
  }
  await finishSheet(sheet, { widths: [17, 40, 17, 48, 20, 20], headRows: 1, landscape: true, footer });
}

function writePiece(row: Row, piece: Evidence | undefined, { definition, listOf }: SheetContext): void {
  const choices = choicesOf(definition);
  const [kind, what] = [row.getCell(evidenceColumns.kind), row.getCell(evidenceColumns.what)];
  const [date, outcome] = [row.getCell(evidenceColumns.date), row.getCell(evidenceColumns.outcome)];
  for (const cell of [kind, what, outcome]) styleInput(cell);
  styleInput(date, dayFormat);
  kind.dataValidation = listValidation(listOf("evidenceKind"));
  outcome.dataValidation = listValidation(listOf("evidenceOutcome"));
  if (!piece) return;
  kind.value = labelOf(choices.evidenceKind, piece.kind);
  what.value = valueOfText(piece.what);
  outcome.value = labelOf(choices.evidenceOutcome, piece.outcome);
  if (piece.date !== "") date.value = piece.date < firstDate ? piece.date : new Date(`${piece.date}T00:00:00Z`);
}
