import { and, asc, eq, inArray, lte, max } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { measure, measureRevision, measureState, person } = tables;

/** Which measure: the year it was noted in, whose, and its number. */
export type MeasureKey = { year: number; actorId: string; number: number };
export type MeasureRevision = typeof measureRevision.$inferSelect & { savedByName: string | null };
export type MeasureStateRevision = typeof measureState.$inferSelect & { savedByName: string | null };
/** A measure with every save of it, oldest first. */
export type StoredMeasure = MeasureKey & { code: string; revisions: MeasureRevision[]; states: MeasureStateRevision[] };

/** An actor's measures, or every actor's, of this year and the years before it, oldest first, taken away or not. Three queries. */
export function listMeasures(db: Db, upToYear: number, actorId?: string): StoredMeasure[] {
  const rows = db
    .select()
    .from(measure)
    .where(and(actorId === undefined ? undefined : eq(measure.actorId, actorId), lte(measure.year, upToYear)))
    .orderBy(asc(measure.actorId), asc(measure.year), asc(measure.number))
    .all();
  if (rows.length === 0) return [];
  const years = [...new Set(rows.map(({ year }) => year))];
  const revisions = db
    .select()
    .from(measureRevision)
    .leftJoin(person, eq(person.id, measureRevision.savedBy))
    .where(
      and(
        actorId === undefined ? undefined : eq(measureRevision.actorId, actorId),
        inArray(measureRevision.year, years),
      ),
    )
    .orderBy(asc(measureRevision.revision))
    .all()
    .map((row) => ({ ...row.measure_revision, savedByName: row.person?.name ?? null }));
  const states = db
    .select()
    .from(measureState)
    .leftJoin(person, eq(person.id, measureState.savedBy))
    .where(
      and(actorId === undefined ? undefined : eq(measureState.actorId, actorId), lte(measureState.inYear, upToYear)),
    )
    .orderBy(asc(measureState.inYear), asc(measureState.revision))
    .all()
    .map((row) => ({ ...row.measure_state, savedByName: row.person?.name ?? null }));
  const [revisionsOf, statesOf] = [byMeasure(revisions), byMeasure(states)];
  return rows.map((row) => ({ ...row, revisions: revisionsOf(row), states: statesOf(row) }));
}

function byMeasure<Saved extends MeasureKey>(saved: Saved[]): (measure: MeasureKey) => Saved[] {
  const key = ({ year, actorId, number }: MeasureKey) => `${year} ${number} ${actorId}`;
  const byKey = new Map<string, Saved[]>();
  for (const each of saved) byKey.set(key(each), [...(byKey.get(key(each)) ?? []), each]);
  return (measure) => byKey.get(key(measure)) ?? [];
}

/** The highest number among an actor's measures of a year; 0 for none. */
export function highestMeasureNumber(db: Db, year: number, actorId: string): number {
  const row = db
    .select({ number: max(measure.number) })
    .from(measure)
    .where(and(eq(measure.year, year), eq(measure.actorId, actorId)))
    .get();
  return row?.number ?? 0;
}

/** What the save with this id stored, and who made it; undefined where there is none. */
export function findMeasureSave(
  db: Db,
  saveId: string,
): typeof measureRevision.$inferSelect | typeof measureState.$inferSelect | undefined {
  return (
    db.select().from(measureRevision).where(eq(measureRevision.saveId, saveId)).get() ??
    db.select().from(measureState).where(eq(measureState.saveId, saveId)).get()
  );
}

export function insertMeasure(db: Db, row: typeof measure.$inferInsert): void {
  db.insert(measure).values(row).run();
}

/** Appends a revision; the primary key refuses a number that is taken. */
export function insertMeasureRevision(db: Db, row: typeof measureRevision.$inferInsert): void {
  db.insert(measureRevision).values(row).run();
}

/** Appends what was said of a measure in a later year. */
export function insertMeasureState(db: Db, row: typeof measureState.$inferInsert): void {
  db.insert(measureState).values(row).run();
}
