// Whether an uploaded workbook is the one that was downloaded: of this year, actor and version, and with its rows as they were.
import type { Row, Workbook, Worksheet } from "exceljs";
import { maxEvidenceRows } from "#domain/answer.ts";
import type { BaseCapability, Definition } from "#domain/definition.ts";
import { workbookRefusals } from "#text/workbook.ts";
import { cellText } from "./workbook-cell.ts";
import { guideKeys } from "./workbook-guide-sheet.ts";
import {
  capabilitySheet,
  codesOf,
  columns,
  directedSubs,
  evidenceSheet,
  guideColumns,
  guideSheet,
  rowCodes,
  type WorkbookActor,
  workbookFormat,
} from "./workbook-layout.ts";

export type WorkbookPlace = { year: number; actor: WorkbookActor; definition: Definition };
export type CodedRow = { code: string; row: Row; sheet: string };
/** Every row that is asked or read, by its code, and per sub-capability how many rows for evidence it has. */
export type WorkbookRows = { rows: Map<string, CodedRow>; strays: CodedRow[]; evidenceRows: Map<string, number> };

/** A workbook that cannot be read as a whole, with the sentence that says why. */
export class RefusedWorkbook extends Error {}

/** The rows of the workbook. Throws RefusedWorkbook where it is another's or has been rebuilt. */
export function readStructure(workbook: Workbook, place: WorkbookPlace): WorkbookRows {
  checkOwner(workbook, place);
  const found: WorkbookRows = { rows: new Map(), strays: [], evidenceRows: new Map() };
  const { actor, definition } = place;
  for (const capability of definition.capabilities) readCapability(workbook, capability, actor, found);
  const evidenceCodes = definition.capabilities
    .flatMap((capability) => directedSubs(capability, actor))
    .flatMap(({ code }) =>
      Array.from({ length: found.evidenceRows.get(code) ?? 0 }, (_none, index) => rowCodes.evidence(code, index + 1)),
    );
  keepRows(sheetNamed(workbook, evidenceSheet), evidenceCodes, found);
  return found;
}

function checkOwner(workbook: Workbook, { year, actor, definition }: WorkbookPlace): void {
  const sheet = workbook.getWorksheet(guideSheet);
  const facts = new Map<string, string>();
  sheet?.eachRow((row) => {
    const key = cellText(row.getCell(guideColumns.key).value).text;
    facts.set(key, cellText(row.getCell(guideColumns.value).value).text.trim());
  });
  if (facts.get(guideKeys.format) !== workbookFormat) throw new RefusedWorkbook(workbookRefusals.other_format);
  if (facts.get(guideKeys.year) !== String(year))
    throw new RefusedWorkbook(`Arbetsboken gäller ${facts.get(guideKeys.year)}, inte ${year}. Välj rätt fil.`);
  if (facts.get(guideKeys.actor) !== actor.id)
    throw new RefusedWorkbook(`Arbetsboken hör till en annan aktör än ${actor.name}. Välj rätt fil.`);
  if (facts.get(guideKeys.version) !== definition.version)
    throw new RefusedWorkbook(
      `Arbetsboken bygger på en annan version av frågorna än omgångens, ${definition.version}. Ladda ner den på nytt.`,
    );
}

function readCapability(workbook: Workbook, capability: BaseCapability, actor: WorkbookActor, found: WorkbookRows) {
  const name = capabilitySheet(capability);
  const subs = directedSubs(capability, actor);
  keepRows(
    sheetNamed(workbook, name),
    subs.flatMap((sub) => codesOf(sub, actor)),
    found,
  );
  for (const { code } of subs) {
    const head = found.rows.get(code)?.row;
    if (wholeNumber(head, columns.revision) === undefined) throw rebuilt(name, `dolda uppgifter saknas för ${code}`);
    const rows = wholeNumber(head, columns.evidenceRows);
    if (rows === undefined || rows > maxEvidenceRows) throw rebuilt(name, `dolda uppgifter saknas för ${code}`);
    found.evidenceRows.set(code, rows);
  }
}

/** A hidden number: a whole one from 0, or undefined. */
export function wholeNumber(row: Row | undefined, column: number): number | undefined {
  const { text, why } = cellText(row?.getCell(column).value);
  return why === null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function sheetNamed(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new RefusedWorkbook(`Bladet ”${name}” saknas i arbetsboken. ${remedy}`);
  return sheet;
}

const remedy = "Ladda ner arbetsboken på nytt och för över svaren.";

function rebuilt(sheet: string, what: string): RefusedWorkbook {
  return new RefusedWorkbook(`Bladet ”${sheet}” har byggts om: ${what}. ${remedy}`);
}

/** Keeps the sheet's rows, which must be the expected ones in their order; rows without code but with answers are strays. */
function keepRows(sheet: Worksheet, expected: readonly string[], found: WorkbookRows): void {
  const codes: string[] = [];
  sheet.eachRow((row, number) => {
    const code = cellText(row.getCell(columns.code).value).text.trim();
    const coded = { code, row, sheet: sheet.name };
    if (number === 1) return;
    if (code === "") {
      if (row.getCell(columns.choice).value !== null || row.getCell(columns.text).value !== null)
        found.strays.push(coded);
      return;
    }
    codes.push(code);
    found.rows.set(code, coded);
  });
  const wrong = Array.from({ length: Math.max(codes.length, expected.length) }).findIndex(
    (_none, index) => codes[index] !== expected[index],
  );
  if (wrong === -1) return;
  const [wanted, stands] = [expected[wrong], codes[wrong]];
  if (wanted === undefined) throw rebuilt(sheet.name, `raden ”${shortened(stands ?? "")}” hör inte hit`);
  throw rebuilt(sheet.name, `raden ”${wanted}” ${codes.includes(wanted) ? "är flyttad" : "saknas"}`);
}

/** As much of a cell's text as a message has room for. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}
