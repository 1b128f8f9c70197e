import { stringify } from "csv-stringify/sync";

export type CsvValue = string | number | boolean | null;

/** What a spreadsheet would take for the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/;

function textOf(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  return formulaStart.test(value) ? `'${value}` : value;
}

/**
 * A table as CSV text for spreadsheets: UTF-8 byte order mark, semicolons, CRLF, decimal point. null is empty, booleans are
 * true and false, and a text that could become a formula gets an apostrophe before it; numbers stay numbers.
 */
export function csvText(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const texts = rows.map((row) => row.map(textOf));
  // By itself it quotes a text for a whole CRLF only, and a text with a bare line feed would break its row.
  const quoted_match = /[\r\n]/;
  return stringify([[...heads], ...texts], { bom: true, delimiter: ";", record_delimiter: "windows", quoted_match });
}
