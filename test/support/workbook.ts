// A workbook of the small definition, to fill in, edit and read in tests.
import ExcelJS, { type CellValue } from "exceljs";
import type { AnswerContent } from "#domain/answer.ts";
import { buildWorkbook, type WorkbookInput } from "#exports/build-workbook.ts";
import { readWorkbook } from "#exports/read-workbook.ts";
import { aDefinition } from "./builders.ts";

export const workbookPlace = {
  year: 2026,
  actor: { id: "haninge", name: "Haninge kommun", designated: false },
  definition: aDefinition(),
};

/** The workbook with these answers saved, each as revision 1. */
export function aWorkbook(answers: Record<string, AnswerContent> = {}, overrides: Partial<WorkbookInput> = {}) {
  const saved = new Map(Object.entries(answers).map(([code, content]) => [code, { revision: 1, content }]));
  const targetOf = () => ({ minimum: 2, ambition: 3 });
  return buildWorkbook({ ...workbookPlace, closingDay: "2026-05-31", answers: saved, targetOf, ...overrides });
}

/** The file opened, changed and saved again by a spreadsheet library. */
export async function edited(file: Buffer, edit: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  edit(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The row with this code, on whichever sheet it stands. Throws where there is none. */
export function rowOf(workbook: ExcelJS.Workbook, code: string): ExcelJS.Row {
  for (const sheet of workbook.worksheets)
    for (let number = 1; number <= sheet.rowCount; number += 1)
      if (sheet.getCell(number, 1).value === code) return sheet.getRow(number);
  throw new Error(`No row ${code}`);
}

/** Writes values by row code and column letter: `{ "1:1 nivå C": "2 Nivå 2" }`. */
export function filled(file: Buffer, values: Record<string, CellValue>): Promise<Buffer> {
  return edited(file, (workbook) => {
    for (const [place, value] of Object.entries(values))
      rowOf(workbook, place.slice(0, -2)).getCell(place.slice(-1)).value = value;
  });
}

/** The file read as the small definition's workbook; throws where it is refused. */
export async function readBack(file: Buffer, place = workbookPlace) {
  const read = await readWorkbook(file, place);
  if (!read.ok) throw new Error(read.sentence);
  return read.reading;
}
