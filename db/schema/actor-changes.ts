import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { actor } from "./actors.ts";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/** What became of an actor over time, append-only: joined, changed, left, or merged into another. */
export const actorChange = sqliteTable(
  "actor_change",
  {
    actorId: text("actor_id")
      .notNull()
      .references(() => actor.id),
    sequence: integer().notNull(),
    kind: text({ enum: ["joined", "changed", "left", "merged"] }).notNull(),
    /** The day it holds from, YYYY-MM-DD in Stockholm. */
    day: text().notNull(),
    /** JSON of name, short name, category and designation; null where there was no actor before, or is none after. */
    before: text(),
    after: text(),
    /** The actor that a merged one became part of. */
    intoActorId: text("into_actor_id").references(() => actor.id),
    reason: text().notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.sequence] }),
    check("actor_change_into", sql`(${t.kind} = 'merged') = (${t.intoActorId} IS NOT NULL)`),
  ],
);

/** What was changed in a round's frozen actors after its opening, append-only: one taken in late, one corrected. */
export const roundActorChange = sqliteTable(
  "round_actor_change",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    sequence: integer().notNull(),
    kind: text({ enum: ["added", "corrected"] }).notNull(),
    /** JSON as in actor_change; null for an actor that was taken in. */
    before: text(),
    after: text().notNull(),
    reason: text().notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
    check("round_actor_change_before", sql`(${t.kind} = 'added') = (${t.before} IS NULL)`),
  ],
);
