// Our files opened by another program: LibreOffice, without a window and with a profile of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findSoffice } from "#cli/find-soffice.ts";

/** Every sheet as a CSV file of its own: comma, quote, UTF-8, values as they are stored and not as they are shown. */
export const everySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
export const asText = "txt:Text (encoded):UTF8";

/** The files as LibreOffice writes them in another format, by name. One start of the program. Throws where it writes none. */
export function converted(folder: string, files: Record<string, Buffer>, format: string): Map<string, Buffer> {
  const out = join(folder, format.slice(0, 3));
  mkdirSync(out, { recursive: true });
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const args = [profile, "--headless", "--norestore", "--convert-to", format, "--outdir", out, ...paths];
  const { status, stderr } = spawnSync(findSoffice(), args, { encoding: "utf8", timeout: 120_000 });
  const names = readdirSync(out);
  if (status !== 0 || names.length < paths.length) throw new Error(`LibreOffice wrote ${names.join(", ")}: ${stderr}`);
  return new Map(names.map((name) => [name, readFileSync(join(out, name))]));
}

/** How many pages a PDF has. */
export function pageCount(pdf: Buffer): number {
  const counts = [
    ...pdf.toString("latin1").matchAll(/\/Type\s*\/Pages[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages/g),
  ];
  return Math.max(0, ...counts.map(([, a, b]) => Number(a ?? b)));
}
