import { foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/**
 * What an uploaded workbook says, kept between its preview and the choice of what to take. One per person and assessment:
 * the next upload replaces it. Not history: it goes when it is used, or after a day.
 */
export const workbookImport = sqliteTable(
  "workbook_import",
  {
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    /** New with each upload, so that a choice made on an older preview is recognised. */
    id: text().notNull().unique(),
    fileName: text("file_name").notNull(),
    /** JSON of the domain's WorkbookReading. */
    content: text().notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.year, t.actorId] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
  ],
);
