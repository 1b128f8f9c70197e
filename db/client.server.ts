import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import * as tables from "./schema.ts";

export { tables };

/** A drizzle database over better-sqlite3: synchronous, also inside a transaction. */
export type Db = BetterSQLite3Database<typeof tables>;
export type Connection = { db: Db; sqlite: Database.Database; close: () => void };

/**
 * Opens (and creates) the database file, sets SQLite's pragmas and brings the tables up to date.
 * `:memory:` gives an empty database of its own. Throws if the file cannot be opened or migrated.
 */
export function openDatabase(path: string, migrationsFolder = join(process.cwd(), "db/migrations")): Connection {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const sqlite = new Database(path);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("busy_timeout = 5000");
  sqlite.pragma("trusted_schema = OFF");
  const db = drizzle(sqlite, { schema: tables });
  migrate(db, { migrationsFolder });
  return { db, sqlite, close: () => sqlite.close() };
}

/** Runs `work` as one write transaction: all of it or nothing, and no other writer in between. */
export function inTransaction<T>(db: Db, work: (tx: Db) => T): T {
  // A drizzle transaction has the same query methods; the cast spares every query a second parameter type.
  return db.transaction((tx) => work(tx as unknown as Db), { behavior: "immediate" });
}

/** Runs `work` as one read: every query sees the same moment, whatever others write meanwhile. */
export function inSnapshot<T>(db: Db, work: (tx: Db) => T): T {
  return db.transaction((tx) => work(tx as unknown as Db), { behavior: "deferred" });
}
