import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exportCsv } from "#usecases/export-csv.ts";
import { CommandError, runCommand } from "./fail.ts";
import { openCurrentOrStop, settingsOrStop } from "./prepare.ts";

const usage = "Skriv så här: npm run export -- --year 2026 --out katalog";

/** The year and folder asked for on the command line; stops with a sentence where they are not given. */
function argumentsOrStop(): { year: number; out: string } {
  const options = { year: { type: "string" }, out: { type: "string" } } as const;
  try {
    const { year = "", out = "" } = parseArgs({ options }).values;
    if (/^\d{4}$/.test(year) && out !== "") return { year: Number(year), out };
  } catch {
    throw new CommandError(`Kommandot förstår bara --year och --out. ${usage}`);
  }
  throw new CommandError(`Ange både år och katalog. ${usage}`);
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
  } catch {
    throw new CommandError(`Det gick inte att skriva ${path}. Kontrollera att katalogen får skrivas.`);
  }
  console.log(`Skrev ${path}`);
}

await runCommand(() => {
  const { year, out } = argumentsOrStop();
  const { database } = settingsOrStop();
  const { db, close } = openCurrentOrStop(database);
  const files = exportCsv(db, year);
  close();
  if (!files.ok) throw new CommandError(`Omgången ${year} finns inte i ${database}.`);
  write(out, "cells.csv", files.cells);
  write(out, "regional.csv", files.regional);
});
