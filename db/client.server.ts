import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import * as tables from "./schema.ts";

export { tables };

/** A drizzle database over better-sqlite3: synchronous, also inside a transaction. */
export type Db = BetterSQLite3Database<typeof tables>;
export type Connection = { db: Db; sqlite: Database.Database; close: () => void };

const migrationsOfApp = () => join(process.cwd(), "db/migrations");

/**
 * Opens (and creates) the database file, sets SQLite's pragmas and brings the tables up to date.
 * `:memory:` gives an empty database of its own. Throws if the file cannot be opened or migrated.
 */
export function openDatabase(path: string, migrationsFolder = migrationsOfApp()): Connection {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const connection = connect(path);
  connection.sqlite.pragma("journal_mode = WAL");
  migrate(connection.db, { migrationsFolder });
  return connection;
}

/**
 * Opens a database file that is there as it is. `isCurrent`: its tables are those of this version. Throws if there is
 * none.
 */
export function openAsItIs(path: string, migrationsFolder = migrationsOfApp()): Connection & { isCurrent: boolean } {
  const connection = connect(path, { fileMustExist: true });
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  return { ...connection, isCurrent: lastMigration(connection.sqlite) === Math.max(...known) };
}

function connect(path: string, options?: Database.Options): Connection {
  const sqlite = new Database(path, options);
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("busy_timeout = 5000");
  sqlite.pragma("trusted_schema = OFF");
  return { db: drizzle(sqlite, { schema: tables }), sqlite, close: () => sqlite.close() };
}

/** When the latest migration of a database was made, as drizzle keeps it; undefined for a file without any. */
function lastMigration(sqlite: Database.Database): number | undefined {
  const isTable = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  const last = isTable && sqlite.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").get();
  return (last as { at: number } | undefined)?.at;
}

/** Runs `work` as one write transaction: all of it or nothing, and no other writer in between. */
export function inTransaction<T>(db: Db, work: (tx: Db) => T): T {
  // One connection has one transaction at a time, so `db` itself is within it, and finds its prepared queries.
  return db.transaction(() => work(db), { behavior: "immediate" });
}

/** Runs `work` as one read: every query sees the same moment, whatever others write meanwhile. */
export function inSnapshot<T>(db: Db, work: (tx: Db) => T): T {
  return db.transaction(() => work(db), { behavior: "deferred" });
}

/**
 * A query with placeholders, built once per connection: for the hot ones, as building its SQL costs more than running it.
 */
export function preparedOn<T>(build: (db: Db) => T): (db: Db) => T {
  const built = new WeakMap<Db, T>();
  return (db) => {
    const query = built.get(db) ?? build(db);
    built.set(db, query);
    return query;
  };
}
