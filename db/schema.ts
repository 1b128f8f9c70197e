// The tables. Days are YYYY-MM-DD in Europe/Stockholm, moments UTC ISO strings. No table stores a cell's status, gap or
// share: those are computed from answers and decisions each time (app/domain). Drizzle-kit does not emit STRICT, so each
// generated migration is mended by hand; test/db/schema.test.ts checks it.
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Facts about this database file itself, such as `demo`. */
export const meta = sqliteTable("meta", { key: text().primaryKey(), value: text().notNull() });

/** A definition version as parsed; `content` is JSON of the domain's Definition. */
export const definition = sqliteTable("definition", {
  version: text().primaryKey(),
  sha256: text().notNull(),
  content: text().notNull(),
  loadedAt: text("loaded_at").notNull(),
});

/** A version with a row here is published: its content can never change again. */
export const definitionPublication = sqliteTable("definition_publication", {
  version: text()
    .primaryKey()
    .references(() => definition.version),
  sha256: text().notNull(),
  publishedAt: text("published_at").notNull(),
});

export const actor = sqliteTable("actor", {
  id: text().primaryKey(),
  name: text().notNull().unique(),
  shortName: text("short_name").notNull(),
  category: text().notNull(),
  designated: integer({ mode: "boolean" }).notNull().default(false),
});

export const person = sqliteTable("person", {
  id: text().primaryKey(),
  /** Lower case, trimmed. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** argon2id; null until the person has chosen a password. */
  passwordHash: text("password_hash"),
  createdAt: text("created_at").notNull(),
});

export const membership = sqliteTable(
  "membership",
  {
    id: text().primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    role: text({ enum: ["coordinator", "contributor", "approver", "office", "chief_group", "council"] }).notNull(),
    /** The actor for coordinator, contributor and approver; null for the others. */
    actorId: text("actor_id").references(() => actor.id),
    validFrom: text("valid_from").notNull(),
    /** The first moment the membership no longer holds; null while it does. */
    validUntil: text("valid_until"),
  },
  (t) => [
    index("membership_person").on(t.personId),
    check(
      "membership_role_actor",
      sql`(${t.role} IN ('coordinator', 'contributor', 'approver')) = (${t.actorId} IS NOT NULL)`,
    ),
  ],
);

/** Server-side sessions; the cookie holds the token, the table only its SHA-256. */
export const session = sqliteTable("session", {
  tokenHash: text("token_hash").primaryKey(),
  personId: text("person_id")
    .notNull()
    .references(() => person.id),
  membershipId: text("membership_id")
    .notNull()
    .references(() => membership.id),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at").notNull(),
});

/** Links that work once: the first office user, an invitation to choose a password. */
export const oneTimeLink = sqliteTable("one_time_link", {
  tokenHash: text("token_hash").primaryKey(),
  purpose: text({ enum: ["first_office", "invitation"] }).notNull(),
  /** Null for first_office: the person does not exist yet. */
  personId: text("person_id").references(() => person.id),
  createdAt: text("created_at").notNull(),
  expiresAt: text("expires_at").notNull(),
  usedAt: text("used_at"),
});

/** One year's assessment round (skattningsomgång); its state is computed from its moments, see domain/round. */
export const round = sqliteTable("round", {
  year: integer().primaryKey(),
  definitionVersion: text("definition_version")
    .notNull()
    .references(() => definition.version),
  closingDay: text("closing_day").notNull(),
  /** The day set when the round opened; an extension does not move it, and the 24 months of evidence count from it. */
  originalClosingDay: text("original_closing_day").notNull(),
  createdAt: text("created_at").notNull(),
  openedAt: text("opened_at"),
  closedAt: text("closed_at"),
  releasedAt: text("released_at"),
});

/** The actors as they were when the round opened. */
export const roundActor = sqliteTable(
  "round_actor",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    actorId: text("actor_id")
      .notNull()
      .references(() => actor.id),
    name: text().notNull(),
    shortName: text("short_name").notNull(),
    category: text().notNull(),
    designated: integer({ mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.actorId] })],
);

/** A decision of the chief group on levels for a year; never changed, only followed by one with a higher sequence. */
export const decision = sqliteTable(
  "decision",
  {
    year: integer()
      .notNull()
      .references(() => round.year),
    sequence: integer().notNull(),
    decidedOn: text("decided_on").notNull(),
    reference: text().notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
    /** The role that recorded it: the chief group itself, or the office on its behalf. */
    recordedAs: text("recorded_as", { enum: ["chief_group", "office"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.sequence] })],
);

export const decisionLevel = sqliteTable(
  "decision_level",
  {
    year: integer().notNull(),
    sequence: integer().notNull(),
    code: text().notNull(),
    /** `all`, `designated` or `category:<category>`. */
    group: text("group_key").notNull(),
    minimum: integer(),
    ambition: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.sequence, t.code, t.group] }),
    foreignKey({ columns: [t.year, t.sequence], foreignColumns: [decision.year, decision.sequence] }),
  ],
);

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
  },
  (t) => [
    primaryKey({ columns: [t.year, t.actorId, t.code, t.revision] }),
    uniqueIndex("answer_revision_save").on(t.saveId),
    foreignKey({ columns: [t.year, t.actorId], foreignColumns: [roundActor.year, roundActor.actorId] }),
    check("answer_revision_level", sql`(${t.kind} IS NOT NULL AND ${t.kind} = 'level') = (${t.level} IS NOT NULL)`),
  ],
);

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

/** Which submission, of whom, in which year. */
const submissionKey = { year: integer().notNull(), actorId: text("actor_id").notNull(), number: integer().notNull() };

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
