import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition, listDefinitions } from "#db/queries/definitions.ts";
import { listVersionMaps, upsertVersionMap } from "#db/queries/version-maps.ts";
import { checkVersionMap } from "#domain/version-map-checks.ts";
import { versionMapFileSchema } from "#domain/version-map-file.ts";
import { canonicalJson } from "./canonical-json.ts";
import { FileError, parseYamlFile, type TextFile } from "./parse-yaml-file.ts";

/** Whether a file in capabilities/ is a map between versions ("2019-to-2027.yaml"), not a definition. */
export function isVersionMapFile(name: string): boolean {
  return /-to-.*\.yaml$/.test(name);
}

/** The map files of a folder, by name. */
export function readVersionMapFiles(folder: string): TextFile[] {
  const names = readdirSync(folder).filter(isVersionMapFile).sort();
  return names.map((name) => ({ name: join(folder, name), text: readFileSync(join(folder, name), "utf8") }));
}

/**
 * Stores the maps of these files, each checked against both its versions, which must be loaded. A map to a published
 * version is stored once and never changed, like the version itself. One transaction.
 * Throws FileError, and writes nothing, if any file is wrong.
 */
export function loadVersionMaps(db: Db, files: TextFile[], now: Date): void {
  inTransaction(db, (tx) => {
    const published = new Set(listDefinitions(tx).flatMap((row) => (row.publishedAt ? [row.version] : [])));
    const stored = new Map(listVersionMaps(tx).map((map) => [map.to, map.sha256]));
    const arriving = new Map<string, string>();
    for (const file of files) {
      const { data: map, lineOf } = parseYamlFile(file, versionMapFileSchema);
      const refuse = (path: (string | number)[], message: string): never => {
        throw new FileError(file.name, [{ line: lineOf(path), message }]);
      };
      const [from, to] = [findDefinition(tx, map.from), findDefinition(tx, map.to)];
      if (!from) return refuse(["from"], `Definitionen ${map.from} finns inte. Rätta from.`);
      if (!to) return refuse(["to"], `Definitionen ${map.to} finns inte. Rätta to.`);
      if (map.from === map.to) return refuse(["to"], "En version jämförs med sig själv utan karta. Ta bort filen.");
      const other = arriving.get(map.to);
      if (other) return refuse(["to"], `${other} leder också till ${map.to}. Behåll en av kartorna.`);
      arriving.set(map.to, file.name);
      const problems = checkVersionMap(map, from, to);
      if (problems.length > 0) {
        throw new FileError(
          file.name,
          problems.map(({ path, message }) => ({ line: lineOf(path), message })),
        );
      }
      const sha256 = createHash("sha256").update(canonicalJson(map)).digest("hex");
      const earlier = stored.get(map.to);
      if (earlier === sha256) continue;
      if (earlier && published.has(map.to))
        return refuse(["to"], `Version ${map.to} är publicerad, så dess karta får inte ändras. Återställ filen.`);
      upsertVersionMap(tx, { map, sha256, loadedAt: now.toISOString() });
    }
  });
}
