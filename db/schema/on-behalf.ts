import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { onBehalfBases } from "#domain/on-behalf.ts";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/** That the office fills in an actor's assessment on its behalf, and on what basis; it holds until a row in on_behalf_end. */
export const onBehalf = sqliteTable(
  "on_behalf",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    sequence: integer().notNull(),
    basis: text({ enum: onBehalfBases }).notNull(),
    /** The day of the workshop, the paper or the talk, YYYY-MM-DD. */
    basisDay: text("basis_day").notNull(),
    note: text().notNull(),
    startedAt: text("started_at").notNull(),
    startedBy: text("started_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
  ],
);

export const onBehalfEnd = sqliteTable(
  "on_behalf_end",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    sequence: integer().notNull(),
    endedAt: text("ended_at").notNull(),
    endedBy: text("ended_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({
      columns: [t.year, t.actorId, t.sequence],
      foreignColumns: [onBehalf.year, onBehalf.actorId, onBehalf.sequence],
    }),
  ],
);
