import type { CellValue } from "exceljs";
import { isDay } from "#domain/day.ts";

/** What stands in a cell, as text; `why` says what is wrong where it cannot be read. */
export type CellText = { text: string; why: string | null };

const noResult = "Cellen innehåller en formel utan resultat. Skriv svaret som text i stället.";
const failed = "Cellen visar ett fel från en formel. Skriv svaret som text i stället.";
const unreadable = "Cellens innehåll kan inte läsas. Skriv svaret som text i stället.";

/**
 * A cell's content as text, whatever kind the program made of it: rich text without its look, a link as its words, a date as
 * YYYY-MM-DD, a formula as its last result.
 */
export function cellText(value: CellValue | undefined): CellText {
  if (value === null || value === undefined) return read("");
  if (typeof value === "string") return read(tidy(value));
  if (typeof value === "number") return Number.isFinite(value) ? read(String(value)) : { text: "", why: unreadable };
  if (typeof value === "boolean") return read(value ? "ja" : "nej");
  if (value instanceof Date) return dateText(value);
  if ("error" in value) return { text: value.error, why: failed };
  if ("formula" in value || "sharedFormula" in value) {
    const result = value.result as CellValue | undefined;
    return result === undefined || result === null ? { text: "", why: noResult } : cellText(result);
  }
  if ("richText" in value) return read(tidy(value.richText.map(({ text }) => text ?? "").join("")));
  if ("hyperlink" in value) return cellText(value.text as CellValue);
  return { text: "", why: unreadable };
}

function read(text: string): CellText {
  return { text, why: null };
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** A text as a cell's value. In these files `_x0041_` means A: where somebody wrote just that, its first sign is written so. */
export function valueOfText(text: string): string | null {
  return text === "" ? null : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** The library keeps a day as midnight UTC. */
function dateText(date: Date): CellText {
  if (Number.isNaN(date.getTime())) return { text: "", why: unreadable };
  // 20260301 typed where a day belongs is, to the program, a day far off: it becomes the number again.
  if (date.getTime() > lastDate) return read(String(Math.round((date.getTime() - dayZero) / dayMs)));
  return read(date.toISOString().slice(0, 10));
}

const firstSerial = 367;
const lastSerial = 73_050;
const dayZero = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
const lastDate = Date.UTC(9999, 11, 31);

/** A day as people and programs write it, as YYYY-MM-DD: 20260301, 2026-3-1, Excel's number of the day. The rest as it is. */
export function dayOfCell(text: string): string {
  const trimmed = text.trim();
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed);
  if (parts) return [parts[1], parts[2]?.padStart(2, "0"), parts[3]?.padStart(2, "0")].join("-");
  const serial = /^\d{3,5}(\.\d+)?$/.test(trimmed) ? Math.floor(Number(trimmed)) : 0;
  if (serial < firstSerial || serial > lastSerial) return trimmed;
  const day = new Date(dayZero + serial * dayMs).toISOString().slice(0, 10);
  return isDay(day) ? day : trimmed;
}
