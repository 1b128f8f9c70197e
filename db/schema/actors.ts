import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The actors as they are now. A round keeps its own copy (round_actor), and what was is in actor_change. */
export const actor = sqliteTable("actor", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  shortName: text("short_name").notNull(),
  category: text().notNull(),
  designated: integer({ mode: "boolean" }).notNull().default(false),
  /** The first day as a member, YYYY-MM-DD in Stockholm; null: since before the register was kept. */
  memberFrom: text("member_from"),
  /** The first day no longer a member; null while it is one. */
  memberUntil: text("member_until"),
});
