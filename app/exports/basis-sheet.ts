// A sheet of a table in our Excel files: real numbers and dates, texts that stay texts, a head that stays in sight and filters.
import ExcelJS, { type Workbook, type Worksheet } from "exceljs";
import { valueOfText } from "./workbook-cell.ts";
import { fitRows, headerFooterText, sheetColours } from "./workbook-style.ts";

/** `text` never becomes a number, a time or a formula: "2:5" is a code. `share`: 0–1, shown as per cent. `day`: YYYY-MM-DD. */
export type ColumnKind = "text" | "number" | "share" | "day";
export type SheetColumn<Row> = {
  head: string;
  kind: ColumnKind;
  /** In signs. */
  width: number;
  value: (row: Row) => string | number | null;
};
export type SheetTable<Row> = {
  name: string;
  columns: readonly SheetColumn<Row>[];
  rows: readonly Row[];
  empty: string;
};

const formats: Record<ColumnKind, string> = { text: "@", number: "0", share: "0.0%", day: "yyyy-mm-dd" };
const A4 = 9;
/** So many still read well across a lying page. */
const signsPerPage = 245;
const font = { name: "Calibri", size: 10 };
/** Excel's calendar begins in 1900, and has a day too many before March of that year. */
const firstDay = "1901-01-01";

/** Adds the table as a sheet of its own. Where there are no rows, `empty` says why. */
export function addTable<Row>(
  workbook: Workbook,
  { name, columns, rows, empty }: SheetTable<Row>,
  footer: string,
): void {
  const sheet = workbook.addWorksheet(name);
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.addRow(columns.map((column) => column.head));
  head.eachCell((cell) => {
    cell.font = { ...font, bold: true };
    cell.fill = sheetColours.head;
    cell.alignment = { wrapText: true, vertical: "bottom" };
  });
  for (const row of rows) addRow(sheet, columns, row);
  if (rows.length === 0) sheet.addRow([empty]).getCell(1).font = { ...font, italic: true };
  else sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  const widths = columns.map(({ width }) => width);
  fitRows(sheet, widths);
  const signs = widths.reduce((sum, width) => sum + width, 0);
  printOn(sheet, footer, { landscape: true, headRows: 1, pagesWide: Math.ceil(signs / signsPerPage) });
}

function addRow<Row>(sheet: Worksheet, columns: readonly SheetColumn<Row>[], row: Row): void {
  const added = sheet.addRow([]);
  columns.forEach(({ kind, value }, at) => {
    const cell = added.getCell(at + 1);
    cell.value = cellValue(kind, value(row));
    cell.numFmt = formats[kind];
    cell.font = font;
    cell.alignment = { vertical: "top", wrapText: kind === "text", horizontal: kind === "text" ? "left" : "right" };
  });
}

function cellValue(kind: ColumnKind, value: string | number | null): ExcelJS.CellValue {
  if (value === null) return null;
  if (kind === "text") return valueOfText(writable(String(value)));
  if (kind === "day") return String(value) < firstDay ? String(value) : new Date(`${value}T00:00:00Z`);
  return Number(value);
}

// The file is XML, which has no signs for these; the library would leave them out in some places and not in others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text without the few signs that XML has none for. */
export function writable(text: string): string {
  return text.replace(unwritable, "");
}

/** A4, as wide as the page or the pages, with the file's name and "sida x av y" at the foot. */
export function printOn(
  sheet: Worksheet,
  footer: string,
  { landscape = false, headRows = 0, pagesWide = 1 } = {},
): void {
  sheet.pageSetup = {
    paperSize: A4,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headRows > 0 ? { printTitlesRow: `1:${headRows}` } : {}),
    ...(pagesWide > 1 ? { printTitlesColumn: "A:B" } : {}),
  };
  sheet.headerFooter.oddFooter = headerFooterText(footer);
}

/** A new workbook with its facts, without sheets. */
export function newWorkbook({ title, author }: { title: string; author: string }): Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.creator = author;
  workbook.lastModifiedBy = "Förmågekollen";
  return workbook;
}
