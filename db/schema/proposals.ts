import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { person } from "./people.ts";
import { round } from "./rounds.ts";

/** A proposal (förslag) for a year's levels. Open until it is decided or discarded; a year has at most one open. */
export const proposal = sqliteTable(
  "proposal",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    number: integer().notNull(),
    createdAt: text("created_at").notNull(),
    createdBy: text("created_by").references(() => person.id),
    closedAt: text("closed_at"),
    closedBy: text("closed_by").references(() => person.id),
    /** The decision that it became; null while it is open, and where it was discarded. */
    sequence: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number] }),
    uniqueIndex("proposal_one_open").on(t.year).where(sql`closed_at IS NULL`),
    check("proposal_decided", sql`${t.sequence} IS NULL OR ${t.closedAt} IS NOT NULL`),
  ],
);

const proposalKey = { year: integer().notNull(), number: integer().notNull() };

/** Every save of a proposal. */
export const proposalRevision = sqliteTable(
  "proposal_revision",
  {
    ...proposalKey,
    revision: integer().notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.revision] }),
    foreignKey({ columns: [t.year, t.number], foreignColumns: [proposal.year, proposal.number] }),
  ],
);

/** The rows that a save changed; a proposal's row is the one of its highest revision. */
export const proposalRow = sqliteTable(
  "proposal_row",
  {
    ...proposalKey,
    revision: integer().notNull(),
    code: text().notNull(),
    group: text("group_key").notNull(),
    minimum: integer(),
    ambition: integer(),
    motive: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.code, t.group, t.revision] }),
    foreignKey({
      columns: [t.year, t.number, t.revision],
      foreignColumns: [proposalRevision.year, proposalRevision.number, proposalRevision.revision],
    }),
  ],
);

/** What was said of a proposal, noted as it fell. `code` null: of the whole. */
export const proposalRemark = sqliteTable(
  "proposal_remark",
  {
    ...proposalKey,
    sequence: integer().notNull(),
    code: text(),
    text: text().notNull(),
    notedAt: text("noted_at").notNull(),
    notedBy: text("noted_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.sequence] }),
    foreignKey({ columns: [t.year, t.number], foreignColumns: [proposal.year, proposal.number] }),
  ],
);
