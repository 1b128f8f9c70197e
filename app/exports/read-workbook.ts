// A filled-in workbook read back: what each sub-capability's answer says, with the cell of every part, and what could not be read.
import ExcelJS from "exceljs";
import type { AnswerPart } from "#domain/answer-part.ts";
import type { ReadAnswer, WorkbookReading } from "#domain/workbook-reading.ts";
import { workbookRefusals } from "#text/workbook.ts";
import { unpackWorkbook } from "./unpack-workbook.ts";
import { cellText } from "./workbook-cell.ts";
import { columns, directedSubs } from "./workbook-layout.ts";
import { readEvidence, readSubRows } from "./workbook-parts.ts";
import { RefusedWorkbook, readStructure, shortened, type WorkbookPlace, wholeNumber } from "./workbook-structure.ts";

export type ReadWorkbook = { ok: true; reading: WorkbookReading } | { ok: false; sentence: string };

/** A part with its cell, or what is wrong with the cell. */
export type ReadCell = { cell: string; part: AnswerPart } | { cell: string; what: string; why: string };

// Everything that tells how a sheet looks or behaves. The library spells ranges out cell by cell: one of a whole sheet would
// keep it at work for hours (github.com/exceljs/exceljs/issues/1842).
const ignoreNodes = [
  "cols",
  "sheetPr",
  "sheetViews",
  "sheetProtection",
  "autoFilter",
  "mergeCells",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "rowBreaks",
  "colBreaks",
  "pageSetup",
  "headerFooter",
  "printOptions",
  "drawing",
  "legacyDrawing",
  "picture",
  "tableParts",
  "extLst",
];

/** Reads an uploaded file as the workbook of this assessment; refused as a whole with a sentence where it is none. */
export async function readWorkbook(bytes: Buffer, place: WorkbookPlace): Promise<ReadWorkbook> {
  const unpacked = unpackWorkbook(bytes);
  if (!unpacked.ok) return { ok: false, sentence: workbookRefusals[unpacked.refusal] };
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(unpacked.file).buffer, { ignoreNodes });
  } catch {
    // Whatever the library makes of damaged XML: it cannot be read.
    return { ok: false, sentence: workbookRefusals.broken };
  }
  try {
    return { ok: true, reading: readAnswers(workbook, place) };
  } catch (error) {
    if (error instanceof RefusedWorkbook) return { ok: false, sentence: error.message };
    throw error;
  }
}

function readAnswers(workbook: ExcelJS.Workbook, place: WorkbookPlace): WorkbookReading {
  const found = readStructure(workbook, place);
  const reading: WorkbookReading = { answers: [], problems: [] };
  const keep = (answer: ReadAnswer, sheet: string, cells: ReadCell[]) => {
    for (const cell of cells) {
      if ("part" in cell) answer.parts.push({ sheet, ...cell });
      else reading.problems.push({ sheet, ...cell, what: shortened(cell.what) });
    }
  };
  for (const sub of place.definition.capabilities.flatMap((each) => directedSubs(each, place.actor))) {
    const head = found.rows.get(sub.code);
    if (!head) continue;
    const baseRevision = wholeNumber(head.row, columns.revision) ?? 0;
    const answer: ReadAnswer = { code: sub.code, baseRevision, parts: [] };
    keep(answer, head.sheet, readSubRows(sub, place, found));
    const evidence = readEvidence(sub.code, place.definition, found);
    keep(answer, evidence.sheet, evidence.cells);
    reading.answers.push(answer);
  }
  for (const { row, sheet } of found.strays) {
    const what = [columns.choice, columns.text]
      .map((column) => cellText(row.getCell(column).value).text)
      .join(" ")
      .trim();
    reading.problems.push({ sheet, cell: `rad ${row.number}`, what: shortened(what), why: strayRow });
  }
  return reading;
}

const strayRow = "Raden hör inte till någon fråga, så det som står där läses inte.";
