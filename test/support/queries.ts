import { drizzle } from "drizzle-orm/better-sqlite3";
import { type Connection, type Db, tables } from "#db/client.server.ts";

/** The same database, and every query that is run through it, begin and commit left out. */
export function listening({ sqlite }: Connection): { db: Db; queries: string[] } {
  const queries: string[] = [];
  const db = drizzle(sqlite, { schema: tables, logger: { logQuery: (text) => queries.push(text) } });
  return { db, queries };
}
