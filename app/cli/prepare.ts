import { readFileSync } from "node:fs";
import { type Connection, type Db, openDatabase } from "#db/client.server.ts";
import { loadActors } from "#usecases/load-actors.ts";
import { loadDefinitions, readDefinitionFiles } from "#usecases/load-definitions.ts";
import { readSettings, type Settings } from "../settings.ts";
import { CommandError } from "./fail.ts";

const DEFINITIONS_FOLDER = "capabilities";
const ACTORS_FILE = "db/actors.yaml";

/** The settings of an environment. Throws CommandError with a sentence for each that is wrong. */
export function settingsOrStop(environment: Record<string, string | undefined> = process.env): Settings {
  const result = readSettings(environment);
  if (result.ok) return result.settings;
  throw new CommandError(result.sentences.join("\n"));
}

/** Opens the database and brings its tables up to date. Throws CommandError with what SQLite said. */
export function openOrStop(path: string): Connection {
  try {
    return openDatabase(path);
  } catch (error) {
    throw new CommandError(`Databasen ${path} kunde inte öppnas: ${error instanceof Error ? error.message : error}`);
  }
}

/** Loads what every database begins with: the definitions and, once, the actors. Throws FileError for a wrong file. */
export function loadBasics(db: Db, now: Date): void {
  loadDefinitions(db, readDefinitionFiles(DEFINITIONS_FOLDER), now);
  loadActors(db, { name: ACTORS_FILE, text: readFileSync(ACTORS_FILE, "utf8") });
}
