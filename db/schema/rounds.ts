import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { actor } from "./actors.ts";
import { definition } from "./definitions.ts";
import { person } from "./people.ts";

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

/** That the office took back the opening of a round; it is planned again until the next. */
export const roundWithdrawal = sqliteTable(
  "round_withdrawal",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    sequence: integer().notNull(),
    /** When the round that was withdrawn had opened. */
    openedAt: text("opened_at").notNull(),
    reason: text().notNull(),
    withdrawnAt: text("withdrawn_at").notNull(),
    withdrawnBy: text("withdrawn_by").references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.year, t.sequence] })],
);

/** The actors as they were when the round opened; of no effect while the round is planned again. */
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
