import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Db } from "#db/client.server.ts";
import { madeByCommand } from "#text/planning-basis.ts";
import { reportMark, secrecyNotice } from "#text/secrecy.ts";
import { type BasisFile, type BasisFormat, basisFormats, exportBasis } from "#usecases/export-basis.ts";
import { exportPlan } from "#usecases/export-plan.ts";
import { CommandError, runCommand } from "./fail.ts";
import { openCurrentOrStop, settingsOrStop } from "./prepare.ts";

const formats = basisFormats.join("|");
const usage = `Skriv så här: npm run export -- --year 2026 --format ${formats} --out katalog, för verksamhetsplanen npm run export -- --plan --year 2027 --format ${formats} --out katalog`;
const known = `Kommandot förstår bara --year, --format (${formats}), --out, --council, --plan och --version.`;

type Asked = { year: number; format: BasisFormat; isCouncil: boolean; isPlan: boolean; version: number | undefined };

function valuesOrStop() {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  const options = { year: text, out: text, format: text, version: text, council: flag, plan: flag } as const;
  try {
    return parseArgs({ options }).values;
  } catch {
    throw new CommandError(`${known} ${usage}`);
  }
}

/** What is asked for on the command line; CSV where no format is named. Stops with a sentence where it is not understood. */
function argumentsOrStop(): Asked & { out: string } {
  const { year = "", out = "", format = "csv", council = false, plan = false, version } = valuesOrStop();
  const found = basisFormats.find((each) => each === format);
  if (!found) throw new CommandError(`Formatet ${format} finns inte. ${usage}`);
  if (!/^\d{4}$/.test(year) || out === "") throw new CommandError(`Ange både år och katalog. ${usage}`);
  if (version !== undefined && !plan)
    throw new CommandError(`Bara planen har versioner: ange --plan, eller ta bort --version. ${usage}`);
  if (version !== undefined && council)
    throw new CommandError("Rådet läser den version som gäller: ta bort --version eller --council.");
  if (version !== undefined && !/^[1-9]\d{0,3}$/.test(version))
    throw new CommandError("Skriv versionens nummer med siffror, till exempel --version 2.");
  const number = version === undefined ? undefined : Number(version);
  return { year: Number(year), format: found, isCouncil: council, isPlan: plan, version: number, out };
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

type From = { db: Db; database: string; now: Date };

async function basisOrStop(asked: Asked, { db, database, now }: From): Promise<BasisFile[]> {
  const made = await exportBasis(db, asked, { now, madeBy: madeByCommand });
  if (made.ok) return made.files;
  if (made.problem === "unknown_round") throw new CommandError(`Omgången ${asked.year} finns inte i ${database}.`);
  throw new CommandError(`Omgången ${asked.year} är inte släppt, så rådets underlag finns inte än.`);
}

async function planOrStop(asked: Asked, { db, database, now }: From): Promise<BasisFile[]> {
  const { year, format, isCouncil, version } = asked;
  const files = format === "json" ? (["plan.json", "plan.schema.json"] as const) : ([`plan.${format}`] as const);
  const reader = { role: isCouncil ? ("council" as const) : ("office" as const), actorId: null };
  const secrecy = isCouncil ? secrecyNotice : reportMark;
  const words = { title: `Verksamhetsplan ${year}`, secrecy, madeBy: madeByCommand };
  const made = await exportPlan(db, { year, version, files }, { reader, now, ...words });
  if (made) return made;
  if (version !== undefined)
    throw new CommandError(`Version ${version} av planen för ${year} finns inte i ${database}.`);
  if (isCouncil)
    throw new CommandError(`Det finns ingen antagen plan för ${year} i ${database}, så rådets plan finns inte.`);
  throw new CommandError(`Det finns ingen plan för ${year} i ${database}.`);
}

await runCommand(async () => {
  const { out, ...asked } = argumentsOrStop();
  const { database } = settingsOrStop();
  const { db, close } = openCurrentOrStop(database);
  const from = { db, database, now: new Date() };
  try {
    const files = await (asked.isPlan ? planOrStop(asked, from) : basisOrStop(asked, from));
    for (const { name, content } of files) write(out, name, content);
  } finally {
    close();
  }
});
