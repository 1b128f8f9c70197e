import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { GoalDocument } from "#domain/goal-area.ts";
import { definition } from "./definitions.ts";
import { person } from "./people.ts";

/** A document of goal areas (målbild), as its file in capabilities/ says. One that a plan stands on is never changed. */
export const goalDocument = sqliteTable("goal_document", {
  id: text().primaryKey(),
  content: text({ mode: "json" }).$type<GoalDocument>().notNull(),
  sha256: text().notNull(),
  loadedAt: text("loaded_at").notNull(),
});

/** That the office has joined a sub-capability to a goal area, or parted them; the latest of the two holds. Append-only. */
export const goalAreaLink = sqliteTable("goal_area_link", {
  sequence: integer().primaryKey(),
  document: text()
    .notNull()
    .references(() => goalDocument.id),
  area: text().notNull(),
  definitionVersion: text("definition_version")
    .notNull()
    .references(() => definition.version),
  code: text().notNull(),
  isLinked: integer("is_linked", { mode: "boolean" }).notNull(),
  reason: text().notNull(),
  savedAt: text("saved_at").notNull(),
  savedBy: text("saved_by").references(() => person.id),
});
