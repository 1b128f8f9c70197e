import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, inTransaction } from "#db/client.server.ts";
import {
  insertPublication,
  listDefinitions,
  type StoredDefinition,
  upsertDefinition,
} from "#db/queries/definitions.ts";
import { type ParsedDefinition, parseDefinitionFile } from "./parse-definition-file.ts";
import { FileError, type TextFile } from "./parse-yaml-file.ts";

/** The definition files of a folder (`*.yaml`), by name. */
export function readDefinitionFiles(folder: string): TextFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * Stores the definitions of these files: a draft replaces its earlier content, a published one is stored and published
 * once and never changed. Loading the same files again changes nothing. One transaction.
 * Throws FileError, and writes nothing, if any file is wrong or changes a published version.
 */
export function loadDefinitions(db: Db, files: TextFile[], now: Date): void {
  const parsed = files.map(parseDefinitionFile);
  refuseSharedVersion(parsed);
  inTransaction(db, (tx) => {
    const stored = new Map(listDefinitions(tx).map((row) => [row.version, row]));
    for (const file of parsed) store(tx, file, stored.get(file.definition.version), now.toISOString());
  });
}

function store(tx: Db, file: ParsedDefinition, stored: StoredDefinition | undefined, at: string): void {
  const { definition, sha256, status } = file;
  const { version } = definition;
  if (stored?.publishedAt) {
    if (stored.sha256 !== sha256) refuse(file, changedMessage(version));
    return;
  }
  if (stored?.sha256 !== sha256) upsertDefinition(tx, { sha256, content: definition, loadedAt: at });
  if (status === "published") insertPublication(tx, { version, sha256, publishedAt: at });
}

function refuseSharedVersion(parsed: ParsedDefinition[]): void {
  const fileNames = new Map<string, string>();
  for (const file of parsed) {
    const { version } = file.definition;
    const other = fileNames.get(version);
    if (other)
      refuse(file, `Version ${version} finns också i ${other}. Ge en av filerna en egen version, eller ta bort den.`);
    fileNames.set(version, file.fileName);
  }
}

function changedMessage(version: string): string {
  return `Version ${version} är publicerad och får inte ändras. Återställ filen eller lägg ändringen i en ny version.`;
}

function refuse(file: ParsedDefinition, message: string): never {
  throw new FileError(file.fileName, [{ line: file.versionLine, message }]);
}
