import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { isGoalDocumentUsed, listGoalDocumentHashes, upsertGoalDocument } from "#db/queries/goal-areas.ts";
import { type Definition, findSubCapability } from "#domain/definition.ts";
import type { GoalDocument } from "#domain/goal-area.ts";
import { goalDocumentSchema } from "#domain/goal-area-file.ts";
import { canonicalJson } from "./canonical-json.ts";
import { FileError, parseYamlFile, type TextFile } from "./parse-yaml-file.ts";

/** A document of goals with the SHA-256 (hex) of its content, and where in its file a path stands. */
export type ParsedGoals = {
  fileName: string;
  document: GoalDocument;
  sha256: string;
  lineOf: (path: PropertyKey[]) => number;
};

/** Whether a file in capabilities/ holds goal areas ("goal-areas-2019.yaml"), not a definition. */
export function isGoalAreasFile(name: string): boolean {
  return /^goal-areas-.*\.yaml$/.test(name);
}

/** The documents of goals of a folder's files, by name. Throws FileError for a wrong file. */
export function readGoalAreaFiles(folder: string): ParsedGoals[] {
  const names = readdirSync(folder).filter(isGoalAreasFile).sort();
  return parseGoalAreaFiles(
    names.map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), "utf8") })),
  );
}

/** The documents of these files. Throws FileError for a wrong file, and for two with the same id. */
export function parseGoalAreaFiles(files: TextFile[]): ParsedGoals[] {
  const fileNames = new Map<string, string>();
  return files.map((file) => {
    const { data: document, lineOf } = parseYamlFile(file, goalDocumentSchema);
    const other = fileNames.get(document.id);
    if (other) {
      const message = `Målbilden ${document.id} finns också i ${other}. Ge en av dem ett eget id.`;
      throw refusal({ fileName: file.name, lineOf }, ["id"], message);
    }
    fileNames.set(document.id, file.name);
    const sha256 = createHash("sha256").update(canonicalJson(document)).digest("hex");
    return { fileName: file.name, document, sha256, lineOf };
  });
}

/** Throws FileError where a code is not in the definition that its document names. `definitionOf`: by version. Only reads. */
export function refuseUnknownCodes(
  parsed: readonly ParsedGoals[],
  definitionOf: (version: string) => Definition | undefined,
): void {
  for (const file of parsed) {
    const { definition: version } = file.document;
    const definition = definitionOf(version);
    if (!definition) throw refusal(file, ["definition"], `Definitionen ${version} finns inte. Rätta definition.`);
    const places = file.document.areas.flatMap(({ fedBy }, area) =>
      fedBy.flatMap(({ codes }, feeder) =>
        codes.map((code, at) => ({ code, path: ["areas", area, "fedBy", feeder, "codes", at] })),
      ),
    );
    const unknown = places.find(({ code }) => !findSubCapability(definition, code));
    if (unknown)
      throw refusal(file, unknown.path, `${unknown.code} finns inte i definitionen ${version}. Rätta koden.`);
  }
}

/** Throws FileError where a file changes a document that a plan stands on. Only reads. */
export function refuseChangedGoals(db: Db, parsed: readonly ParsedGoals[]): void {
  const stored = listGoalDocumentHashes(db);
  for (const file of parsed) {
    const { id } = file.document;
    const sha256 = stored.get(id);
    if (sha256 === undefined || sha256 === file.sha256 || !isGoalDocumentUsed(db, id)) continue;
    const message = `En verksamhetsplan bygger på målbilden ${id}, så den får inte ändras. Återställ filen eller skriv en ny målbild i en egen fil.`;
    throw refusal(file, ["id"], message);
  }
}

/**
 * Stores these documents; the same again changes nothing. One transaction. Throws FileError, and writes nothing, if a code is
 * unknown or a document changed that a plan stands on.
 */
export function loadGoalAreas(db: Db, parsed: readonly ParsedGoals[], now: Date): void {
  inTransaction(db, (tx) => {
    refuseUnknownCodes(parsed, (version) => findDefinition(tx, version));
    refuseChangedGoals(tx, parsed);
    const stored = listGoalDocumentHashes(tx);
    for (const { document, sha256 } of parsed) {
      if (stored.get(document.id) === sha256) continue;
      upsertGoalDocument(tx, { id: document.id, content: document, sha256, loadedAt: now.toISOString() });
    }
  });
}

function refusal({ fileName, lineOf }: Pick<ParsedGoals, "fileName" | "lineOf">, path: PropertyKey[], message: string) {
  return new FileError(fileName, [{ line: lineOf(path), message }]);
}
