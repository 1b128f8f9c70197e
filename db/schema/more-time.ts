import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/** That a coordinator asked for more time, until which day and why. */
export const moreTimeRequest = sqliteTable(
  "more_time_request",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    sequence: integer().notNull(),
    /** YYYY-MM-DD in Stockholm. */
    wantedDay: text("wanted_day").notNull(),
    reason: text().notNull(),
    askedAt: text("asked_at").notNull(),
    askedBy: text("asked_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
  ],
);

/** The office's answer. A granted request comes with a reopening made at the same moment, which gives the day its force. */
export const moreTimeAnswer = sqliteTable(
  "more_time_answer",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    sequence: integer().notNull(),
    /** The last day that was granted, YYYY-MM-DD in Stockholm; null: declined. */
    grantedDay: text("granted_day"),
    note: text().notNull(),
    answeredAt: text("answered_at").notNull(),
    answeredBy: text("answered_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({
      columns: [t.year, t.actorId, t.sequence],
      foreignColumns: [moreTimeRequest.year, moreTimeRequest.actorId, moreTimeRequest.sequence],
    }),
    check("more_time_answer_declined", sql`${t.grantedDay} IS NOT NULL OR ${t.note} <> ''`),
  ],
);
