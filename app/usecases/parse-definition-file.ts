import { createHash } from "node:crypto";
import type { Definition } from "#domain/definition.ts";
import { type DefinitionStatus, definitionFileSchema } from "#domain/definition-file.ts";
import { canonicalJson } from "./canonical-json.ts";
import { parseYamlFile, type TextFile } from "./parse-yaml-file.ts";

/** A definition with its status, the line its version stands on, and the SHA-256 (hex) of its content. */
export type ParsedDefinition = {
  fileName: string;
  versionLine: number;
  status: DefinitionStatus;
  definition: Definition;
  sha256: string;
};

/** Reads one definition file. Throws FileError, with file and line, for a file that is no definition. */
export function parseDefinitionFile(file: TextFile): ParsedDefinition {
  const { data, lineOf } = parseYamlFile(file, definitionFileSchema);
  return { fileName: file.name, versionLine: lineOf(["version"]), ...data, sha256: hashOf(data.definition) };
}

/** SHA-256 of the content: the same whatever the file's comments, order of fields and status. */
function hashOf(definition: Definition): string {
  return createHash("sha256").update(canonicalJson(definition)).digest("hex");
}
