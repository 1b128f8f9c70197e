// How the workbook looks: what is to be filled in is yellow and open, the rest is locked without a password.
import type { Cell, Fill, Row, Worksheet } from "exceljs";

const fillOf = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const yellow = fillOf("FFFFF7D6");
const blue = fillOf("FFE3ECF5");
/** Grounds that other sheets share. */
export const sheetColours = { head: blue };
const line = { style: "thin", color: { argb: "FFB8C2CC" } } as const;
const A4 = 9;
const fontName = "Calibri";

/** A cell to fill in. Its format is text, so that nothing typed there becomes a formula or a date. */
export function styleInput(cell: Cell, numFmt = "@"): void {
  cell.font = { name: fontName, size: 10 };
  cell.fill = yellow;
  cell.border = { top: line, bottom: line, left: line, right: line };
  cell.protection = { locked: false };
  cell.alignment = { wrapText: true, vertical: "top", horizontal: "left" };
  cell.numFmt = numFmt;
}

/** A row that heads what follows, as wide as the sheet's `width` columns. */
export function styleHead(row: Row, width: number, size = 11, wrapText = true): void {
  for (let column = 1; column <= width; column += 1) {
    const cell = row.getCell(column);
    cell.font = { name: fontName, bold: true, size };
    cell.fill = blue;
    cell.alignment = { wrapText, vertical: "middle" };
  }
}

/** Running text: wraps, and stands at the top of its row. */
export function styleText(cell: Cell, font: { bold?: boolean; italic?: boolean; grey?: boolean } = {}): void {
  const { grey, ...rest } = font;
  cell.font = { name: fontName, size: 10, ...rest, ...(grey ? { color: { argb: "FF5A6673" } } : {}) };
  cell.alignment = { wrapText: true, vertical: "top", horizontal: "left" };
}

type SheetLook = { widths: number[]; headRows: number; landscape?: boolean; footer: string };

/** Widths, a head that stays when one scrolls, A4 as wide as the page, and the lock. */
export async function finishSheet(sheet: Worksheet, { widths, headRows, landscape, footer }: SheetLook): Promise<void> {
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  fitRows(sheet, widths);
  if (headRows > 0) sheet.views = [{ state: "frozen", ySplit: headRows, showGridLines: false }];
  else sheet.views = [{ showGridLines: false }];
  sheet.pageSetup = {
    paperSize: A4,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    ...(headRows > 0 ? { printTitlesRow: `1:${headRows}` } : {}),
  };
  sheet.headerFooter.oddFooter = headerFooterText(footer);
  await sheet.protect("", {
    formatColumns: true,
    formatRows: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  });
}

/** The foot of every printed page: `text`, the sheet's name and which page of how many. */
export function headerFooterText(text: string): string {
  // In headers and footers a lone & begins a code.
  return `&L&8${text.replaceAll("&", "&&")}&R&8&A, sida &P av &N`;
}

/** Excel's tallest row. */
const tallestRow = 409;

/** Every row as tall as its texts need, in columns of these widths: no program fits rows to what a file brings. */
export function fitRows(sheet: Worksheet, widths: readonly number[]): void {
  sheet.eachRow((row) => {
    const needed = Math.max(row.height ?? 0, ...widths.map((width, index) => heightOf(row.getCell(index + 1), width)));
    row.height = Math.min(tallestRow, needed);
  });
}

/** The height that a cell's text needs, in points. */
function heightOf(cell: Cell, width: number): number {
  const size = cell.font?.size ?? 10;
  const lines = cell.alignment?.wrapText ? linesOf(String(cell.value ?? ""), (width * 10) / size) : 1;
  return lines * size * 1.3 + 4;
}

function linesOf(text: string, perLine: number): number {
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / perLine)), 0);
}
