import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const actor = sqliteTable("actor", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  shortName: text("short_name").notNull(),
  category: text().notNull(),
  designated: integer({ mode: "boolean" }).notNull().default(false),
});
