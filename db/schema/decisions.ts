import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { round } from "./rounds.ts";

/** A decision of the chief group on levels for a year; never changed, only followed by one with a higher sequence. */
export const decision = sqliteTable(
  "decision",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    sequence: integer().notNull(),
    decidedOn: text("decided_on").notNull(),
    reference: text().notNull(),
    /** The diarienummer under which the decision is kept, if it has one. */
    registryNumber: text("registry_number"),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
    /** The role that recorded it: the chief group itself, or the office on its behalf. */
    recordedAs: text("recorded_as", { enum: ["chief_group", "office"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.sequence] })],
);

export const decisionLevel = sqliteTable(
  "decision_level",
  {
    year: integer().notNull(),
    sequence: integer().notNull(),
    code: text().notNull(),
    /** `all`, `designated` or `category:<category>`. */
    group: text("group_key").notNull(),
    minimum: integer(),
    ambition: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.sequence, t.code, t.group] }),
    foreignKey({ columns: [t.year, t.sequence], foreignColumns: [decision.year, decision.sequence] }),
  ],
);
