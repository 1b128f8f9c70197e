import { existsSync, readFileSync } from "node:fs";
import { type Connection, type Db, openAsItIs, openDatabase } from "#db/client.server.ts";
import { listDefinitions } from "#db/queries/definitions.ts";
import { listGoalDocumentHashes } from "#db/queries/goal-areas.ts";
import { isDemo } from "#db/queries/meta.ts";
import { loadActors, parseActorsFile } from "#usecases/load-actors.ts";
import { loadDefinitions, readDefinitionFiles, refuseChangedDefinitions } from "#usecases/load-definitions.ts";
import { loadGoalAreas, readGoalAreaFiles, refuseChangedGoals, refuseUnknownCodes } from "#usecases/load-goal-areas.ts";
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

/** What every database begins with: the definitions, the maps between them, the goal areas and the actors. Throws FileError for a wrong file. */
export function readBasics() {
  const actorsFile = { name: ACTORS_FILE, text: readFileSync(ACTORS_FILE, "utf8") };
  parseActorsFile(actorsFile);
  const maps = readVersionMapFiles(DEFINITIONS_FOLDER);
  const definitions = readDefinitionFiles(DEFINITIONS_FOLDER);
  const goals = readGoalAreaFiles(DEFINITIONS_FOLDER);
  refuseUnknownCodes(goals, (version) => definitions.find((each) => each.definition.version === version)?.definition);
  return { definitions, maps, goals, actorsFile };
}

type Basics = ReturnType<typeof readBasics>;

/**
 * Stops before anything is written where a database, if it is there, holds a demo or the files change a version that is
 * published in it.
 */
export function checkOrStop(path: string, { definitions, goals }: Basics): void {
  if (!existsSync(path)) return;
  const { db, close } = explained(path, () => openAsItIs(path));
  try {
    if (isDemo(db)) {
      throw new CommandError(
        `Databasen ${path} innehåller exempeldata och kan inte användas på riktigt. Välj en annan fil med DATABASE, eller kör npm run demo.`,
      );
    }
    if (isReadable(db, listDefinitions)) refuseChangedDefinitions(db, definitions);
    if (isReadable(db, listGoalDocumentHashes)) refuseChangedGoals(db, goals);
  } finally {
    close();
  }
}

/** Whether a table can be read, with something in it, before the tables are brought up to date. If not, loading it is what refuses. */
function isReadable(db: Db, read: (db: Db) => unknown[] | Map<string, unknown>): boolean {
  try {
    const rows = read(db);
    return (Array.isArray(rows) ? rows.length : rows.size) > 0;
  } catch {
    return false;
  }
}

/** Loads the definitions, the goal areas and, once, the actors. */
export function loadBasics(db: Db, now: Date, { definitions, maps, goals, actorsFile }: Basics = readBasics()): void {
  loadDefinitions(db, definitions, now);
  loadVersionMaps(db, maps, now);
  loadGoalAreas(db, goals, now);
  loadActors(db, actorsFile);
}
