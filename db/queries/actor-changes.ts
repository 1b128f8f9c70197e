import { and, asc, desc, eq, max } from "drizzle-orm";
import type { ActorValues } from "#domain/actor-life.ts";
import { type Db, tables } from "../client.server.ts";

const { actor, actorChange, person, roundActorChange } = tables;

type Change = typeof actorChange.$inferSelect;
type RoundChange = typeof roundActorChange.$inferSelect;
type Values = { before: ActorValues | null; after: ActorValues | null };

/** What became of one actor, with who recorded it. */
export type ActorChange = Omit<Change, "before" | "after" | "recordedBy"> &
  Values & { actorName: string; recordedByName: string | null };
export type RoundActorChange = Omit<RoundChange, "before" | "after" | "recordedBy"> & {
  before: ActorValues | null;
  after: ActorValues;
  recordedByName: string | null;
};

/** The number of the latest change of an actor; 0 where nothing was recorded. */
export function latestActorChange(db: Db, actorId: string): number {
  const row = db
    .select({ n: max(actorChange.sequence) })
    .from(actorChange)
    .where(eq(actorChange.actorId, actorId))
    .get();
  return row?.n ?? 0;
}

/** Records what became of an actor, after what was recorded before. */
export function insertActorChange(db: Db, row: Omit<Change, "sequence" | "before" | "after"> & Values): void {
  const sequence = latestActorChange(db, row.actorId) + 1;
  db.insert(actorChange)
    .values({ ...row, sequence, before: toJson(row.before), after: toJson(row.after) })
    .run();
}

/** What became of the actor, and which actors were merged into it: newest first. */
export function listActorChanges(db: Db, actorId: string): ActorChange[] {
  const rowsWhere = (column: typeof actorChange.actorId | typeof actorChange.intoActorId) =>
    db
      .select({ change: actorChange, actorName: actor.name, recordedByName: person.name })
      .from(actorChange)
      .innerJoin(actor, eq(actor.id, actorChange.actorId))
      .leftJoin(person, eq(person.id, actorChange.recordedBy))
      .where(eq(column, actorId))
      .all();
  return [...rowsWhere(actorChange.actorId), ...rowsWhere(actorChange.intoActorId)]
    .map(({ change: { recordedBy: _id, ...change }, ...names }) => ({
      ...change,
      ...names,
      before: fromJson(change.before),
      after: fromJson(change.after),
    }))
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt) || b.sequence - a.sequence);
}

/** Every merger there has been: who went up in whom, from which day. Oldest first. */
export function listMergers(db: Db) {
  return db
    .select({
      actorId: actorChange.actorId,
      name: actor.name,
      intoActorId: actorChange.intoActorId,
      day: actorChange.day,
    })
    .from(actorChange)
    .innerJoin(actor, eq(actor.id, actorChange.actorId))
    .where(eq(actorChange.kind, "merged"))
    .orderBy(asc(actorChange.day), asc(actor.name))
    .all();
}

/** The number of the latest change of a frozen actor; 0 where nothing was recorded. */
export function latestRoundActorChange(db: Db, year: number, actorId: string): number {
  const row = db
    .select({ n: max(roundActorChange.sequence) })
    .from(roundActorChange)
    .where(and(eq(roundActorChange.year, year), eq(roundActorChange.actorId, actorId)))
    .get();
  return row?.n ?? 0;
}

/** Records what was changed in a round's frozen actor. */
export function insertRoundActorChange(
  db: Db,
  row: Omit<RoundChange, "sequence" | "before" | "after"> & { before: ActorValues | null; after: ActorValues },
): void {
  const sequence = latestRoundActorChange(db, row.year, row.actorId) + 1;
  db.insert(roundActorChange)
    .values({ ...row, sequence, before: toJson(row.before), after: JSON.stringify(row.after) })
    .run();
}

/** What was changed in frozen actors after the opening: of a round, of an actor, or of both. Newest first. */
export function listRoundActorChanges(db: Db, of: { year?: number; actorId?: string }): RoundActorChange[] {
  return db
    .select({ change: roundActorChange, recordedByName: person.name })
    .from(roundActorChange)
    .leftJoin(person, eq(person.id, roundActorChange.recordedBy))
    .where(
      and(
        of.year === undefined ? undefined : eq(roundActorChange.year, of.year),
        of.actorId === undefined ? undefined : eq(roundActorChange.actorId, of.actorId),
      ),
    )
    .orderBy(desc(roundActorChange.recordedAt), desc(roundActorChange.sequence))
    .all()
    .map(({ change: { recordedBy: _id, before, after, ...change }, recordedByName }) => ({
      ...change,
      recordedByName,
      before: fromJson(before),
      after: JSON.parse(after) as ActorValues,
    }));
}

function toJson(values: ActorValues | null): string | null {
  return values && JSON.stringify(values);
}

function fromJson(text: string | null): ActorValues | null {
  return text === null ? null : (JSON.parse(text) as ActorValues);
}
