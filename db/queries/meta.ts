import { eq } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { meta } = tables;

/** A demo database holds made-up data and signs people in by link; `npm start` refuses it. */
export function isDemo(db: Db): boolean {
  return db.select().from(meta).where(eq(meta.key, "demo")).get() !== undefined;
}

/** Marks the database as demo, for ever. */
export function insertDemoMark(db: Db): void {
  db.insert(meta).values({ key: "demo", value: "true" }).run();
}
