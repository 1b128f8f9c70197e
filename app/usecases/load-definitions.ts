import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, inTransaction } from "#db/client.server.ts";
import {
  insertPublication,
  listDefinitions,
  type StoredDefinition,
  upsertDefinition,
} from "#db/queries/definitions.ts";
import { isGoalAreasFile } from "./load-goal-areas.ts";
import { isVersionMapFile } from "./load-version-maps.ts";
import { type ParsedDefinition, parseDefinitionFile } from "./parse-definition-file.ts";
import { FileError, type TextFile } from "./parse-yaml-file.ts";

function isDefinitionFile(name: string): boolean {
  return name.endsWith(".yaml") && !isVersionMapFile(name) && !isGoalAreasFile(name);
}

/** The definitions of a folder's files (`*.yaml`), by name. Throws FileError for a wrong file. */
export function readDefinitionFiles(folder: string): ParsedDefinition[] {
  const names = readdirSync(folder).filter((name) => isDefinitionFile(name));
  const texts = names.sort().map((name) => join(folder, name));
  return parseDefinitionFiles(texts.map((name) => ({ name, text: readFileSync(name, "utf8") })));
}

/** The definitions of these files. Throws FileError for a wrong file, and for two with the same version. */
export function parseDefinitionFiles(files: TextFile[]): ParsedDefinition[] {
  const parsed = files.map(parseDefinitionFile);
  refuseSharedVersion(parsed);
  return parsed;
}

/** Throws FileError where a file changes a version that is published. Only reads. */
export function refuseChangedDefinitions(db: Db, parsed: ParsedDefinition[]): void {
  const published = new Map(listDefinitions(db).flatMap((row) => (row.publishedAt ? [[row.version, row.sha256]] : [])));
  for (const file of parsed) {
    const stored = published.get(file.definition.version);
    if (stored !== undefined && stored !== file.sha256) refuse(file, changedMessage(file.definition.version));
  }
}

/**
 * Stores these definitions: a draft replaces its earlier content, a published one is stored and published once and never
 * changed. Loading the same again changes nothing. One transaction.
 * Throws FileError, and writes nothing, if any changes a published version.
 */
export function loadDefinitions(db: Db, parsed: ParsedDefinition[], now: Date): void {
  inTransaction(db, (tx) => {
    refuseChangedDefinitions(tx, parsed);
    const stored = new Map(listDefinitions(tx).map((row) => [row.version, row]));
    for (const file of parsed) store(tx, file, stored.get(file.definition.version), now.toISOString());
  });
}

function store(tx: Db, file: ParsedDefinition, stored: StoredDefinition | undefined, at: string): void {
  const { definition, sha256, status } = file;
  if (stored?.publishedAt) return;
  if (stored?.sha256 !== sha256) upsertDefinition(tx, { sha256, content: definition, loadedAt: at });
  if (status === "published") insertPublication(tx, { version: definition.version, sha256, publishedAt: at });
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
