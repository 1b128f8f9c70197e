import { eq, sql } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { meta } = tables;

/**
 * A demo database holds made-up data and signs people in by link; `npm start` refuses it. False also for a file that is
 * no database of ours.
 */
export function isDemo(db: Db): boolean {
  if (!db.get(sql`SELECT 1 FROM sqlite_master WHERE name = 'meta'`)) return false;
  return db.select().from(meta).where(eq(meta.key, "demo")).get() !== undefined;
}

/** Marks the database as demo, for ever. */
export function insertDemoMark(db: Db): void {
  db.insert(meta).values({ key: "demo", value: "true" }).run();
}
