import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { actor } from "./actors.ts";
import { definition } from "./definitions.ts";

/** One year's assessment round (skattningsomgång); its state is computed from its moments, see domain/round. */
export const round = sqliteTable("round", {
  year: integer().primaryKey(),
  definitionVersion: text("definition_version")
    .notNull()
    .references(() => definition.version),
  closingDay: text("closing_day").notNull(),
  /** The day set when the round opened; an extension does not move it, and the 24 months of evidence count from it. */
  originalClosingDay: text("original_closing_day").notNull(),
  createdAt: text("created_at").notNull(),
  openedAt: text("opened_at"),
  closedAt: text("closed_at"),
  releasedAt: text("released_at"),
});

/** The actors as they were when the round opened. */
export const roundActor = sqliteTable(
  "round_actor",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    actorId: text("actor_id")
      .notNull()
      .references(() => actor.id),
    name: text().notNull(),
    shortName: text("short_name").notNull(),
    category: text().notNull(),
    designated: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.actorId] })],
);
