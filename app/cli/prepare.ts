import { existsSync, readFileSync } from "node:fs";
import { type Connection, type Db, openAsItIs, openDatabase } from "#db/client.server.ts";
import { listDefinitions } from "#db/queries/definitions.ts";
import { isDemo } from "#db/queries/meta.ts";
import { loadActors, parseActorsFile } from "#usecases/load-actors.ts";
import { loadDefinitions, readDefinitionFiles, refuseChangedDefinitions } from "#usecases/load-definitions.ts";
import { loadVersionMaps, readVersionMapFiles } from "#usecases/load-version-maps.ts";
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

function explained<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw new CommandError(`Databasen ${path} kunde inte öppnas: ${error instanceof Error ? error.message : error}`);
  }
}

/** Opens the database and brings its tables up to date. Throws CommandError with what SQLite said. */
export function openOrStop(path: string): Connection {
  return explained(path, () => openDatabase(path));
}

/** Opens a database for a command beside the server: it neither makes one nor updates its tables. Throws CommandError. */
export function openCurrentOrStop(path: string): Connection {
  if (!existsSync(path)) {
    throw new CommandError(`Databasen ${path} finns inte. Ange en annan med DATABASE, eller kör npm start först.`);
  }
  const { isCurrent, ...connection } = explained(path, () => openAsItIs(path));
  if (isCurrent) return connection;
  connection.close();
  throw new CommandError(`Databasen ${path} hör till en annan version av Förmågekollen. Kör npm start först.`);
}

/** What every database begins with: the definitions, the maps between them and the actors. Throws FileError for a wrong file. */
export function readBasics() {
  const actorsFile = { name: ACTORS_FILE, text: readFileSync(ACTORS_FILE, "utf8") };
  parseActorsFile(actorsFile);
  const maps = readVersionMapFiles(DEFINITIONS_FOLDER);
  return { definitions: readDefinitionFiles(DEFINITIONS_FOLDER), maps, actorsFile };
}

type Basics = ReturnType<typeof readBasics>;

/**
 * Stops before anything is written where a database, if it is there, holds a demo or the files change a version that is
 * published in it.
 */
export function checkOrStop(path: string, { definitions }: Basics): void {
  if (!existsSync(path)) return;
  const { db, close } = explained(path, () => openAsItIs(path));
  try {
    if (isDemo(db)) {
      throw new CommandError(
        `Databasen ${path} innehåller exempeldata och kan inte användas på riktigt. Välj en annan fil med DATABASE, eller kör npm run demo.`,
      );
    }
    if (hasDefinitions(db)) refuseChangedDefinitions(db, definitions);
  } finally {
    close();
  }
}

/** Whether definitions can be read before the tables are brought up to date. If not, loading them is what refuses. */
function hasDefinitions(db: Db): boolean {
  try {
    return listDefinitions(db).length > 0;
  } catch {
    return false;
  }
}

/** Loads the definitions and, once, the actors. */
export function loadBasics(db: Db, now: Date, { definitions, maps, actorsFile }: Basics = readBasics()): void {
  loadDefinitions(db, definitions, now);
  loadVersionMaps(db, maps, now);
  loadActors(db, actorsFile);
}
