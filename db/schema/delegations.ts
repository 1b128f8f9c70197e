import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/** Which delegation, of whom, in which year. */
const delegationKey = { year: integer().notNull(), actorId: text("actor_id").notNull(), sequence: integer().notNull() };

/**
 * That a contributor may answer a base capability of its actor in one round. Whether it holds also depends on its end and
 * on the person's membership: domain/delegation.
 */
export const delegation = sqliteTable(
  "delegation",
  {
    ...delegationKey,
    /** The base capability's number in the round's definition. */
    capability: integer().notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    delegatedAt: text("delegated_at").notNull(),
    delegatedBy: text("delegated_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
  ],
);

/** That a delegation was taken back. */
export const delegationEnd = sqliteTable(
  "delegation_end",
  {
    ...delegationKey,
    takenBackAt: text("taken_back_at").notNull(),
    takenBackBy: text("taken_back_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({
      columns: [t.year, t.actorId, t.sequence],
      foreignColumns: [delegation.year, delegation.actorId, delegation.sequence],
    }),
  ],
);

/** What the contributor has said of its delegated base capability: ready (klart) with a note, or not ready after all. The latest holds. */
export const delegationMark = sqliteTable(
  "delegation_mark",
  {
    ...delegationKey,
    number: integer().notNull(),
    kind: text({ enum: ["ready", "not_ready"] }).notNull(),
    note: text().notNull(),
    markedAt: text("marked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence, t.number] }),
    foreignKey({
      columns: [t.year, t.actorId, t.sequence],
      foreignColumns: [delegation.year, delegation.actorId, delegation.sequence],
    }),
  ],
);
