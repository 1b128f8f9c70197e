import { integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { round } from "./rounds.ts";

/**
 * Every save of what the office answers for the common functions (gemensamma funktioner) of one sub-capability, append-only.
 * No actor's answer: it is in no sum.
 */
export const commonFunctionRevision = sqliteTable(
  "common_function_revision",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    code: text().notNull(),
    revision: integer().notNull(),
    /** Made with the form; a repeated save is recognised by it. */
    saveId: text("save_id").notNull(),
    /** JSON of the domain's CommonFunctionContent. */
    content: text().notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.code, t.revision] }),
    uniqueIndex("common_function_revision_save").on(t.saveId),
  ],
);
