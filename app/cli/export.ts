import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { madeByCommand } from "#text/planning-basis.ts";
import { type BasisFormat, basisFormats, exportBasis } from "#usecases/export-basis.ts";
import { CommandError, runCommand } from "./fail.ts";
import { openCurrentOrStop, settingsOrStop } from "./prepare.ts";

const formats = basisFormats.join("|");
const usage = `Skriv så här: npm run export -- --year 2026 --format ${formats} --out katalog`;
const known = `Kommandot förstår bara --year, --format (${formats}), --out och --council.`;

type Asked = { year: number; format: BasisFormat; isCouncil: boolean; out: string };

/** What is asked for on the command line; CSV where no format is named. Stops with a sentence where it is not understood. */
function argumentsOrStop(): Asked {
  const text = { type: "string" } as const;
  const options = { year: text, out: text, format: text, council: { type: "boolean" } } as const;
  let values: { year?: string; out?: string; format?: string; council?: boolean };
  try {
    values = parseArgs({ options }).values;
  } catch {
    throw new CommandError(`${known} ${usage}`);
  }
  const { year = "", out = "", format = "csv", council = false } = values;
  const found = basisFormats.find((each) => each === format);
  if (!found) throw new CommandError(`Formatet ${format} finns inte. ${usage}`);
  if (!/^\d{4}$/.test(year) || out === "") throw new CommandError(`Ange både år och katalog. ${usage}`);
  return { year: Number(year), format: found, isCouncil: council, out };
}

function write(folder: string, name: string, content: string | Buffer): void {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, content);
  } catch {
    throw new CommandError(`Det gick inte att skriva ${path}. Kontrollera att katalogen får skrivas.`);
  }
  console.log(`Skrev ${path}`);
}

await runCommand(async () => {
  const { out, ...asked } = argumentsOrStop();
  const { database } = settingsOrStop();
  const { db, close } = openCurrentOrStop(database);
  const made = await exportBasis(db, asked, { now: new Date(), madeBy: madeByCommand });
  close();
  if (made.ok) {
    for (const { name, content } of made.files) write(out, name, content);
    return;
  }
  if (made.problem === "unknown_round") throw new CommandError(`Omgången ${asked.year} finns inte i ${database}.`);
  throw new CommandError(`Omgången ${asked.year} är inte släppt, så rådets underlag finns inte än.`);
});
