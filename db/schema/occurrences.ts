import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { occurrenceKinds } from "#domain/occurrence.ts";
import { actor } from "./actors.ts";
import { definition } from "./definitions.ts";
import { person } from "./people.ts";

const savedColumns = {
  /** Made with the form; a repeated save is recognised by it. */
  saveId: text("save_id").notNull(),
  savedAt: text("saved_at").notNull(),
  savedBy: text("saved_by").references(() => person.id),
};

/** A recorded event or exercise (händelse, övning); what it says is in its revisions. */
export const occurrence = sqliteTable("occurrence", {
  id: integer().primaryKey(),
  /** The actor that recorded it; null: the office. */
  actorId: text("actor_id").references(() => actor.id),
});

/** Every save of it, append-only; the highest revision holds. */
export const occurrenceRevision = sqliteTable(
  "occurrence_revision",
  {
    occurrenceId: integer("occurrence_id")
      .notNull()
      .references(() => occurrence.id),
    revision: integer().notNull(),
    kind: text({ enum: occurrenceKinds }).notNull(),
    name: text().notNull(),
    /** YYYY-MM-DD; of one that lasted longer, its last. */
    day: text().notNull(),
    isRemoved: integer("is_removed", { mode: "boolean" }).notNull(),
    /** Why it was taken away; "" where it was not. */
    reason: text().notNull(),
    ...savedColumns,
  },
  (t) => [primaryKey({ columns: [t.occurrenceId, t.revision] }), uniqueIndex("occurrence_revision_save").on(t.saveId)],
);

/** The actors that took part, as one revision says. */
export const occurrenceParticipant = sqliteTable(
  "occurrence_participant",
  {
    occurrenceId: integer("occurrence_id").notNull(),
    revision: integer().notNull(),
    actorId: text("actor_id")
      .notNull()
      .references(() => actor.id),
  },
  (t) => [
    primaryKey({ columns: [t.occurrenceId, t.revision, t.actorId] }),
    index("occurrence_participant_actor").on(t.actorId),
    foreignKey({
      columns: [t.occurrenceId, t.revision],
      foreignColumns: [occurrenceRevision.occurrenceId, occurrenceRevision.revision],
    }),
  ],
);

/** What somebody observed of a sub-capability in it (iakttagelse); what it says is in its revisions. */
export const observation = sqliteTable(
  "observation",
  {
    occurrenceId: integer("occurrence_id")
      .notNull()
      .references(() => occurrence.id),
    number: integer().notNull(),
    /** The actor that noted it, about itself; null: the office, about all that took part together. */
    actorId: text("actor_id").references(() => actor.id),
  },
  (t) => [primaryKey({ columns: [t.occurrenceId, t.number] })],
);

/** Every save of an observation, append-only; the highest revision holds. */
export const observationRevision = sqliteTable(
  "observation_revision",
  {
    occurrenceId: integer("occurrence_id").notNull(),
    number: integer().notNull(),
    revision: integer().notNull(),
    /** The definition version that the code is of. */
    version: text()
      .notNull()
      .references(() => definition.version),
    code: text().notNull(),
    worked: text().notNull(),
    shortcomings: text().notNull(),
    isRemoved: integer("is_removed", { mode: "boolean" }).notNull(),
    ...savedColumns,
  },
  (t) => [
    primaryKey({ columns: [t.occurrenceId, t.number, t.revision] }),
    uniqueIndex("observation_revision_save").on(t.saveId),
    foreignKey({
      columns: [t.occurrenceId, t.number],
      foreignColumns: [observation.occurrenceId, observation.number],
    }),
  ],
);
