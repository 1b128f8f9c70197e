import { and, asc, desc, eq, max } from "drizzle-orm";
import type { ActivityContent, ActivityNote, ActivityRevision, ActivityState, Tertial } from "#domain/activity.ts";
import type { PlanVersion } from "#domain/operations-plan.ts";
import type { PlanProposal, ProposalAct } from "#domain/plan-proposal.ts";
import { type Db, tables } from "../client.server.ts";

const { operationsPlan, planVersion, planAdoption, planPresentation, planDiscard, planProposalAct, person } = tables;
const { activity, activityRevision, activitySub, activityActor, activityCheck, activityNote } = tables;

export type OperationsPlan = typeof operationsPlan.$inferSelect;
export type Adoption = Omit<typeof planAdoption.$inferSelect, "year" | "version"> & { recordedByName: string | null };
export type Presentation = Omit<typeof planPresentation.$inferSelect, "year" | "version">;
/** A version with what has happened to it. */
export type StoredVersion = PlanVersion & {
  startedAt: string;
  adoption: Adoption | null;
  presentation: Presentation | null;
};
export type StoredRevision = ActivityRevision & { saveId: string; savedAt: string; savedByName: string | null };
export type StoredNote = ActivityNote & { text: string; savedAt: string; savedByName: string | null };
/** An activity with every save of it, oldest first, and its notes in the order in which they fell. */
export type StoredActivity = { number: number; revisions: StoredRevision[]; notes: StoredNote[] };
export type StoredAct = ProposalAct & {
  reason: string;
  proposal: PlanProposal;
  savedAt: string;
  savedByName: string | null;
};

export function findPlan(db: Db, year: number): OperationsPlan | undefined {
  return db.select().from(operationsPlan).where(eq(operationsPlan.year, year)).get();
}

/** All plans, newest year first. */
export function listPlans(db: Db): OperationsPlan[] {
  return db.select().from(operationsPlan).orderBy(desc(operationsPlan.year)).all();
}

export function insertPlan(db: Db, row: typeof operationsPlan.$inferInsert): void {
  db.insert(operationsPlan).values(row).run();
}

/** The versions of a year's plan, oldest first. */
export function listPlanVersions(db: Db, year: number): StoredVersion[] {
  const onVersion = (table: typeof planAdoption | typeof planPresentation | typeof planDiscard) =>
    and(eq(table.year, planVersion.year), eq(table.version, planVersion.version));
  return db
    .select()
    .from(planVersion)
    .leftJoin(planAdoption, onVersion(planAdoption))
    .leftJoin(person, eq(person.id, planAdoption.recordedBy))
    .leftJoin(planPresentation, onVersion(planPresentation))
    .leftJoin(planDiscard, onVersion(planDiscard))
    .where(eq(planVersion.year, year))
    .orderBy(asc(planVersion.version))
    .all()
    .map((row) => ({
      version: row.plan_version.version,
      startedAt: row.plan_version.startedAt,
      adoption: row.plan_adoption && { ...row.plan_adoption, recordedByName: row.person?.name ?? null },
      presentation: row.plan_presentation,
      discardedAt: row.plan_discard?.discardedAt ?? null,
    }));
}

export function insertPlanVersion(db: Db, row: typeof planVersion.$inferInsert): void {
  db.insert(planVersion).values(row).run();
}

/** The primary key refuses a second adoption of the same version. */
export function insertPlanAdoption(db: Db, row: typeof planAdoption.$inferInsert): void {
  db.insert(planAdoption).values(row).run();
}

export function insertPlanPresentation(db: Db, row: typeof planPresentation.$inferInsert): void {
  db.insert(planPresentation).values(row).run();
}

export function insertPlanDiscard(db: Db, row: typeof planDiscard.$inferInsert): void {
  db.insert(planDiscard).values(row).run();
}

type RevisionRow = typeof activityRevision.$inferSelect;
type Parts = Pick<ActivityContent, "subs" | "actors" | "checkDays">;

/** All activities that a year's plan has had, by number, taken away or not. Six queries, whatever their number. */
export function listActivities(db: Db, year: number): StoredActivity[] {
  const keys = db.select().from(activity).where(eq(activity.year, year)).orderBy(asc(activity.number)).all();
  if (keys.length === 0) return [];
  const partsOf = partReader(db, year);
  const revisions = db
    .select()
    .from(activityRevision)
    .leftJoin(person, eq(person.id, activityRevision.savedBy))
    .where(eq(activityRevision.year, year))
    .orderBy(asc(activityRevision.revision))
    .all();
  const notes = db
    .select()
    .from(activityNote)
    .leftJoin(person, eq(person.id, activityNote.savedBy))
    .where(eq(activityNote.year, year))
    .orderBy(asc(activityNote.sequence))
    .all();
  return keys.map(({ number }) => ({
    number,
    revisions: revisions
      .filter((row) => row.activity_revision.number === number)
      .map((row) => revisionOf(row.activity_revision, row.person?.name ?? null, partsOf(row.activity_revision))),
    notes: notes
      .filter((row) => row.activity_note.number === number)
      .map((row) => ({ ...row.activity_note, savedByName: row.person?.name ?? null })),
  }));
}

/** The sub-capabilities, actors and check days of each saved revision of a year, in the order they were saved in. */
function partReader(db: Db, year: number): (row: RevisionRow) => Parts {
  const all = new Map<string, Parts>();
  const of = ({ number, revision }: { number: number; revision: number }) => {
    const key = `${number} ${revision}`;
    const parts = all.get(key) ?? { subs: [], actors: [], checkDays: [] };
    all.set(key, parts);
    return parts;
  };
  for (const row of db.select().from(activitySub).where(eq(activitySub.year, year)).all()) {
    const { expectedLevel: level, expectedActors: actors } = row;
    of(row).subs.push({ code: row.code, effect: actors === null ? null : { level, actors } });
  }
  for (const row of db.select().from(activityActor).where(eq(activityActor.year, year)).all())
    of(row).actors.push(row.actorId);
  for (const row of db.select().from(activityCheck).where(eq(activityCheck.year, year)).all())
    of(row).checkDays.push(row.day);
  return of;
}

function revisionOf(row: RevisionRow, savedByName: string | null, parts: Parts): StoredRevision {
  const { fromTertial: from, toTertial: to, revision, version, isRemoved, saveId, savedAt } = row;
  const when = from === null || to === null ? null : { from: from as Tertial, to: to as Tertial };
  const { goalArea, what, holder, costFrame, checkHow } = row;
  const content = { goalArea, what, holder, when, costFrame, ...parts, checkHow };
  return { ...content, revision, version, isRemoved, saveId, savedAt, savedByName };
}

/** The highest number among a year's activities; 0 for none. */
export function highestActivityNumber(db: Db, year: number): number {
  const row = db
    .select({ number: max(activity.number) })
    .from(activity)
    .where(eq(activity.year, year))
    .get();
  return row?.number ?? 0;
}

export function insertActivity(db: Db, row: typeof activity.$inferInsert): void {
  db.insert(activity).values(row).run();
}

type NewRevision = { year: number; number: number; revision: number; version: number; isRemoved: boolean } & {
  content: ActivityContent;
  saveId: string;
  savedAt: string;
  savedBy: string | null;
};

/** Appends a revision with its parts; the primary key refuses a number that is taken. */
export function insertActivityRevision(db: Db, { content, ...row }: NewRevision): void {
  const { goalArea, what, holder, when, costFrame, checkHow, subs, actors, checkDays } = content;
  const key = { year: row.year, number: row.number, revision: row.revision };
  const said = { goalArea, what, holder, costFrame, checkHow };
  const tertials = { fromTertial: when?.from ?? null, toTertial: when?.to ?? null };
  db.insert(activityRevision)
    .values({ ...row, ...said, ...tertials })
    .run();
  const subRows = subs.map(({ code, effect }) => ({
    ...key,
    code,
    expectedLevel: effect?.level ?? null,
    expectedActors: effect?.actors ?? null,
  }));
  if (subRows.length > 0) db.insert(activitySub).values(subRows).run();
  const actorRows = actors.map((actorId) => ({ ...key, actorId }));
  if (actorRows.length > 0) db.insert(activityActor).values(actorRows).run();
  const checkRows = checkDays.map((day) => ({ ...key, day }));
  if (checkRows.length > 0) db.insert(activityCheck).values(checkRows).run();
}

/** What the save with this id stored: a revision or a note, and who made it. undefined where there is none. */
export function findActivitySave(db: Db, saveId: string) {
  const revision = db.select().from(activityRevision).where(eq(activityRevision.saveId, saveId)).get();
  const note = revision ? undefined : db.select().from(activityNote).where(eq(activityNote.saveId, saveId)).get();
  const row = revision ?? note;
  return row && { year: row.year, number: row.number, savedBy: row.savedBy, note, revision };
}

export function insertActivityNote(
  db: Db,
  row: Omit<typeof activityNote.$inferInsert, "state"> & { state: ActivityState },
): void {
  db.insert(activityNote).values(row).run();
}

/** What was done with a plan's proposals, in the order in which it was. */
export function listProposalActs(db: Db, year: number): StoredAct[] {
  return db
    .select()
    .from(planProposalAct)
    .leftJoin(person, eq(person.id, planProposalAct.savedBy))
    .where(eq(planProposalAct.year, year))
    .orderBy(asc(planProposalAct.sequence))
    .all()
    .map((row) => ({ ...row.plan_proposal_act, savedByName: row.person?.name ?? null }));
}

export function insertProposalActs(db: Db, rows: (typeof planProposalAct.$inferInsert)[]): void {
  if (rows.length > 0) db.insert(planProposalAct).values(rows).run();
}
