import { sql } from "drizzle-orm";
import { check, foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { activityStates } from "#domain/activity.ts";
import type { PlanProposal } from "#domain/plan-proposal.ts";
import { actor } from "./actors.ts";
import { goalDocument } from "./goal-areas.ts";
import { person } from "./people.ts";
import { round } from "./rounds.ts";

/** The operations plan (verksamhetsplan) of a year, built on the results of the round before it. What it says is in its activities. */
export const operationsPlan = sqliteTable("operations_plan", {
  year: integer().primaryKey(),
  basisYear: integer("basis_year")
    .notNull()
    .references(() => round.year),
  goalDocument: text("goal_document")
    .notNull()
    .references(() => goalDocument.id),
});

/** Every version of a plan: the first, and one for each revision that was begun. */
export const planVersion = sqliteTable(
  "plan_version",
  {
    year: integer()
      .notNull()
      .references(() => operationsPlan.year),
    version: integer().notNull(),
    startedAt: text("started_at").notNull(),
    startedBy: text("started_by").references(() => person.id),
  },
  (t) => [primaryKey({ columns: [t.year, t.version] })],
);

const versionKey = { year: integer().notNull(), version: integer().notNull() };

/** That the chief group adopted a version, and who recorded it. From then on the version is locked. */
export const planAdoption = sqliteTable(
  "plan_adoption",
  {
    ...versionKey,
    /** The day of the meeting, YYYY-MM-DD. */
    adoptedOn: text("adopted_on").notNull(),
    meeting: text().notNull(),
    reference: text().notNull(),
    registryNumber: text("registry_number").notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
    recordedAs: text("recorded_as", { enum: ["chief_group", "office"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.version] }),
    foreignKey({ columns: [t.year, t.version], foreignColumns: [planVersion.year, planVersion.version] }),
  ],
);

/** That an adopted version was presented to the council. */
export const planPresentation = sqliteTable(
  "plan_presentation",
  {
    ...versionKey,
    presentedOn: text("presented_on").notNull(),
    note: text().notNull(),
    recordedAt: text("recorded_at").notNull(),
    recordedBy: text("recorded_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.version] }),
    foreignKey({ columns: [t.year, t.version], foreignColumns: [planAdoption.year, planAdoption.version] }),
  ],
);

/** That a begun revision was thrown away: what was saved in it counts no more. */
export const planDiscard = sqliteTable(
  "plan_discard",
  {
    ...versionKey,
    discardedAt: text("discarded_at").notNull(),
    discardedBy: text("discarded_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.version] }),
    foreignKey({ columns: [t.year, t.version], foreignColumns: [planVersion.year, planVersion.version] }),
  ],
);

const activityKey = { year: integer().notNull(), number: integer().notNull() };

/** An activity (aktivitet) of a year's plan; what it says is in its revisions. */
export const activity = sqliteTable(
  "activity",
  {
    year: integer()
      .notNull()
      .references(() => operationsPlan.year),
    number: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.number] })],
);

const revisionKey = { ...activityKey, revision: integer().notNull() };

/** Every save of an activity, append-only. A version's activity is its highest revision up to that version. */
export const activityRevision = sqliteTable(
  "activity_revision",
  {
    ...revisionKey,
    /** The version that was being drafted when it was saved. */
    version: integer().notNull(),
    goalArea: text("goal_area").notNull(),
    what: text().notNull(),
    /** The function (a role or unit) that holds it; "" where it is not said yet. */
    holder: text().notNull(),
    /** The tertials (1–3) in which it begins and ends; null: not said yet. */
    fromTertial: integer("from_tertial"),
    toTertial: integer("to_tertial"),
    /** Whole kronor; null: not known. */
    costFrame: integer("cost_frame"),
    /** How it is checked; the days are in activity_check. */
    checkHow: text("check_how").notNull(),
    isRemoved: integer("is_removed", { mode: "boolean" }).notNull(),
    /** Made with the form; a repeated save is recognised by it. */
    saveId: text("save_id").notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.revision] }),
    uniqueIndex("activity_revision_save").on(t.saveId),
    foreignKey({ columns: [t.year, t.number], foreignColumns: [activity.year, activity.number] }),
    foreignKey({ columns: [t.year, t.version], foreignColumns: [planVersion.year, planVersion.version] }),
    check(
      "activity_revision_when",
      sql`(${t.fromTertial} IS NULL AND ${t.toTertial} IS NULL) OR (${t.fromTertial} BETWEEN 1 AND 3 AND ${t.toTertial} BETWEEN ${t.fromTertial} AND 3)`,
    ),
    check("activity_revision_cost", sql`${t.costFrame} IS NULL OR ${t.costFrame} >= 0`),
  ],
);

/** The sub-capabilities of a saved activity, each with the effect expected: which level at how many actors. */
export const activitySub = sqliteTable(
  "activity_sub",
  {
    ...revisionKey,
    code: text().notNull(),
    /** Null with a number of actors: each its own minimum. */
    expectedLevel: integer("expected_level"),
    expectedActors: integer("expected_actors"),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.revision, t.code] }),
    foreignKey({
      columns: [t.year, t.number, t.revision],
      foreignColumns: [activityRevision.year, activityRevision.number, activityRevision.revision],
    }),
    check("activity_sub_effect", sql`${t.expectedLevel} IS NULL OR ${t.expectedActors} IS NOT NULL`),
  ],
);

/** The actors that a saved activity is for. */
export const activityActor = sqliteTable(
  "activity_actor",
  {
    ...revisionKey,
    actorId: text("actor_id")
      .notNull()
      .references(() => actor.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.revision, t.actorId] }),
    foreignKey({
      columns: [t.year, t.number, t.revision],
      foreignColumns: [activityRevision.year, activityRevision.number, activityRevision.revision],
    }),
  ],
);

/** The days, YYYY-MM-DD, on which a saved activity is checked. */
export const activityCheck = sqliteTable("activity_check", { ...revisionKey, day: text().notNull() }, (t) => [
  primaryKey({ columns: [t.year, t.number, t.revision, t.day] }),
  foreignKey({
    columns: [t.year, t.number, t.revision],
    foreignColumns: [activityRevision.year, activityRevision.number, activityRevision.revision],
  }),
]);

/** What was noted of an activity over the year, append-only: how it goes, and which planned check it was. */
export const activityNote = sqliteTable(
  "activity_note",
  {
    ...activityKey,
    sequence: integer().notNull(),
    state: text({ enum: activityStates }).notNull(),
    /** The check it was, by its day; null: noted in between. */
    checkDay: text("check_day"),
    text: text().notNull(),
    saveId: text("save_id").notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.number, t.sequence] }),
    uniqueIndex("activity_note_save").on(t.saveId),
    foreignKey({ columns: [t.year, t.number], foreignColumns: [activity.year, activity.number] }),
  ],
);

/** What the office did with a proposal that the results gave: the latest act holds. Append-only. */
export const planProposalAct = sqliteTable(
  "plan_proposal_act",
  {
    year: integer()
      .notNull()
      .references(() => operationsPlan.year),
    sequence: integer().notNull(),
    key: text().notNull(),
    act: text({ enum: ["taken", "rejected", "restored"] }).notNull(),
    /** The activity that took it. */
    number: integer(),
    reason: text().notNull(),
    /** The proposal as it was, with the numbers behind it. */
    proposal: text({ mode: "json" }).$type<PlanProposal>().notNull(),
    savedAt: text("saved_at").notNull(),
    savedBy: text("saved_by").references(() => person.id),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.sequence] }),
    foreignKey({ columns: [t.year, t.number], foreignColumns: [activity.year, activity.number] }),
    check("plan_proposal_act_taken", sql`(${t.act} = 'taken') = (${t.number} IS NOT NULL)`),
  ],
);
