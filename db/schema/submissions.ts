import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { answerRevision } from "./answers.ts";
import { person } from "./people.ts";
import { roundActor } from "./rounds.ts";

/** Which submission, of whom, in which year. */
const submissionKey = { year: integer().notNull(), actorId: text("actor_id").notNull(), number: integer().notNull() };

/** An immutable numbered snapshot; the latest counts, unless a row in submission_end has ended it. */
export const submission = sqliteTable(
  "submission",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    number: integer().notNull(),
    submittedAt: text("submitted_at").notNull(),
    submittedBy: text("submitted_by").references(() => person.id),
    /** The actor's own diarienummer. */
    registryNumber: text("registry_number"),
    /** The sequence of the on_behalf that the office submitted it under; null where the actor itself did. */
    onBehalf: integer("on_behalf"),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
  ],
);

export const submissionAnswer = sqliteTable(
  "submission_answer",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    number: integer().notNull(),
    code: text().notNull(),
    revision: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number, t.code] }),
    foreignKey({
      columns: [t.year, t.actorId, t.number],
      foreignColumns: [submission.year, submission.actorId, submission.number],
    }),
    foreignKey({
      columns: [t.year, t.actorId, t.code, t.revision],
      foreignColumns: [answerRevision.year, answerRevision.actorId, answerRevision.code, answerRevision.revision],
    }),
  ],
);

/** That a submission was approved (fastställd), in the tool or on paper. */
export const approval = sqliteTable(
  "approval",
  {
    ...submissionKey,
    approvedAt: text("approved_at").notNull(),
    /** The approver; for an approval on paper the one who recorded it. */
    approvedBy: text("approved_by").references(() => person.id),
    /** The day of the paper, and what it is; both null where the approver approved in the tool. */
    paperDate: text("paper_date"),
    reference: text(),
    registryNumber: text("registry_number"),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number] }),
    foreignKey({
      columns: [t.year, t.actorId, t.number],
      foreignColumns: [submission.year, submission.actorId, submission.number],
    }),
    check("approval_paper", sql`(${t.paperDate} IS NULL) = (${t.reference} IS NULL)`),
  ],
);

/** That a submission no longer counts: withdrawn by the actor or sent back by its approver. */
export const submissionEnd = sqliteTable(
  "submission_end",
  {
    ...submissionKey,
    kind: text({ enum: ["withdrawn", "sent_back"] }).notNull(),
    endedAt: text("ended_at").notNull(),
    endedBy: text("ended_by").references(() => person.id),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number] }),
    foreignKey({
      columns: [t.year, t.actorId, t.number],
      foreignColumns: [submission.year, submission.actorId, submission.number],
    }),
  ],
);

/** What the approver wants changed in a sub-capability of a submission that was sent back. */
export const sendBackComment = sqliteTable(
  "send_back_comment",
  { ...submissionKey, code: text().notNull(), comment: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.number, t.code] }),
    foreignKey({
      columns: [t.year, t.actorId, t.number],
      foreignColumns: [submissionEnd.year, submissionEnd.actorId, submissionEnd.number],
    }),
  ],
);

/** That the office reopened an assessment. It holds until the next submission; the latest reopening goes first. */
export const reopening = sqliteTable(
  "reopening",
  {
    year: integer().notNull(),
    actorId: text("actor_id").notNull(),
    sequence: integer().notNull(),
    /** The number of the latest submission at that time; 0 where there was none. */
    afterNumber: integer("after_number").notNull(),
    reason: text().notNull(),
    /** The last day for saving, YYYY-MM-DD in Stockholm. */
    lastDay: text("last_day").notNull(),
    reopenedAt: text("reopened_at").notNull(),
    reopenedBy: text("reopened_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.sequence] }),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
  ],
);
