import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/**
 * Every save of every answer, append-only: the answer is its highest revision, its history the rest. A submission points
 * at revisions, so a snapshot is immutable without a copy.
 */
export const answerRevision = sqliteTable(
  "answer_revision",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    code: text().notNull(),
    revision: integer().notNull(),
    /** Made by the browser's form; a repeated save is recognised by it. */
    saveId: text("save_id").notNull(),
    kind: text({ enum: ["level", "unknown", "not_applicable"] }),
    level: integer(),
    confidence: text({ enum: ["low", "medium", "high"] }),
    /** JSON list, in the order of method § 2; counted where the cell's status asks for causes. */
    causes: text().notNull(),
    /** JSON of the domain's AnswerContent. */
    content: text().notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by").references(() => person.id),
    /** True where the page saved by itself while somebody was typing; null counts as false. */
    automatic: integer({ mode: "boolean" }),
    /** The sequence of the on_behalf that the office saved it under; null where the actor's own people did. */
    onBehalf: integer("on_behalf"),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.code, t.revision] }),
    uniqueIndex("answer_revision_save").on(t.saveId),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
    check("answer_revision_level", sql`(${t.kind} IS NOT NULL AND ${t.kind} = 'level') = (${t.level} IS NOT NULL)`),
  ],
);
