import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { measureStates } from "#domain/measure.ts";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/** Which measure: the year it was noted in, whose it is, and its number among the actor's of that year. */
const measureKey = { year: integer().notNull(), actorId: text("actor_id").notNull(), number: integer().notNull() };

/** Who saved, when, and between which submissions. */
const savedColumns = {
  /** Made with the form; a repeated save is recognised by it. */
  saveId: text("save_id").notNull(),
  savedAt: text("saved_at").notNull(),
  savedBy: text("saved_by").references(() => person.id),
  /** The number of the assessment's latest submission then, 0 for none: a submission shows what was saved before it. */
  afterNumber: integer("after_number").notNull(),
  /** The sequence of the on_behalf that the office saved it under; null where the actor's own people did. */
  onBehalf: integer("on_behalf"),
};

/** A measure (åtgärd) that an actor has noted for a sub-capability; what it says is in its revisions. */
export const measure = sqliteTable("measure", { ...measureKey, code: text().notNull() }, (t) => [
  primaryKey({ columns: [t.year, t.actorId, t.number] }),
  foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
]);

/** Every save of a measure in its own year, append-only; the highest revision holds. */
export const measureRevision = sqliteTable(
  "measure_revision",
  {
    ...measureKey,
    revision: integer().notNull(),
    what: text().notNull(),
    /** The function (a role or unit) that holds it. */
    holder: text().notNull(),
    /** By when, YYYY-MM-DD. */
    dueDay: text("due_day").notNull(),
    isRemoved: integer("is_removed", { mode: "boolean" }).notNull(),
    ...savedColumns,
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number, t.revision] }),
    uniqueIndex("measure_revision_save").on(t.saveId),
    foreignKey({
      columns: [t.year, t.actorId, t.number],
      foreignColumns: [measure.year, measure.actorId, measure.number],
    }),
  ],
);

/** How a measure goes, as said in a later year's assessment, append-only; the highest revision of a year holds. */
export const measureState = sqliteTable(
  "measure_state",
  {
    ...measureKey,
    /** The year of the assessment that it was said in. */
    inYear: integer("in_year").notNull(),
    revision: integer().notNull(),
    state: text({ enum: measureStates }).notNull(),
    note: text().notNull(),
    /** Where it is taken over: who holds it from now on, and by when; null where it has ended, or nothing new was said. */
    holder: text(),
    dueDay: text("due_day"),
    ...savedColumns,
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number, t.inYear, t.revision] }),
    uniqueIndex("measure_state_save").on(t.saveId),
    foreignKey({
      columns: [t.year, t.actorId, t.number],
      foreignColumns: [measure.year, measure.actorId, measure.number],
    }),
    foreignKey({ columns: [t.inYear, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
    check("measure_state_later", sql`${t.inYear} > ${t.year}`),
  ],
);
