import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { definition } from "./definitions.ts";
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
    /** Which meeting took it; null where none was named. */
    meeting: text(),
    reference: text().notNull(),
    /** The diarienummer under which the decision is kept, if it has one. */
    registryNumber: text("registry_number"),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
    /** The role that recorded it: the chief group itself, or the office on its behalf. */
    recordedAs: text("recorded_as", { enum: ["chief_group", "office"] }).notNull(),
    /** The proposal that was decided; null for a decision without one. */
    proposal: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.sequence] }),
    // The last word against deciding the same proposal twice.
    uniqueIndex("decision_proposal").on(t.year, t.proposal),
  ],
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
    /** Why, as every actor reads it; empty where none was given. */
    motive: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.sequence, t.code, t.group] }),
    foreignKey({ columns: [t.year, t.sequence], foreignColumns: [decision.year, decision.sequence] }),
  ],
);

/** A level to have reached by a year (målnivå), per sub-capability; the highest sequence is in force, two nulls take it away. */
export const ambitionGoal = sqliteTable(
  "ambition_goal",
  {
    sequence: integer().primaryKey(),
    definitionVersion: text("definition_version")
      .notNull()
      .references(() => definition.version),
    code: text().notNull(),
    level: integer(),
    goalYear: integer("goal_year"),
    reference: text().notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
    recordedAs: text("recorded_as", { enum: ["chief_group", "office"] }).notNull(),
  },
  (t) => [check("ambition_goal_whole", sql`(${t.level} IS NULL) = (${t.goalYear} IS NULL)`)],
);
