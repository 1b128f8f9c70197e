import { and, asc, desc, eq, inArray, max, or, sql } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { actor, observation, observationRevision, occurrence, occurrenceParticipant, occurrenceRevision, person } =
  tables;

export type StoredObservation = typeof observationRevision.$inferSelect & {
  /** The actor that noted it, about itself; null: the office. */
  actorId: string | null;
  actorName: string | null;
  savedByName: string | null;
};
/** An event or exercise as it stands: its latest revision, and the latest of each observation, also of those taken away. */
export type StoredOccurrence = Omit<typeof occurrenceRevision.$inferSelect, "occurrenceId"> & {
  id: number;
  /** The actor that recorded it; null: the office. */
  actorId: string | null;
  actorName: string | null;
  savedByName: string | null;
  participants: { id: string; name: string; shortName: string; category: string }[];
  observations: StoredObservation[];
};

// In a query over several tables drizzle writes a column with its table; in these, written out, the outer one is meant.
const isLatest = sql`occurrence_revision.revision = (SELECT max(later.revision) FROM occurrence_revision later WHERE later.occurrence_id = occurrence_revision.occurrence_id)`;
const isLatestObservation = sql`observation_revision.revision = (SELECT max(later.revision) FROM observation_revision later
  WHERE later.occurrence_id = observation_revision.occurrence_id AND later.number = observation_revision.number)`;

/** Those that the actor has to do with: recorded, took part in by some revision, or noted something in. */
function concerns(actorId: string) {
  return or(
    eq(occurrence.actorId, actorId),
    sql`EXISTS (SELECT 1 FROM occurrence_participant p WHERE p.occurrence_id = occurrence.id AND p.actor_id = ${actorId})`,
    sql`EXISTS (SELECT 1 FROM observation o WHERE o.occurrence_id = occurrence.id AND o.actor_id = ${actorId})`,
  );
}

/**
 * Events and exercises, newest day first, also those taken away; all, or those that an actor has to do with, or those of
 * these ids. Who may see them: domain/occurrence. One query where there are none, else three.
 */
export function listOccurrences(
  db: Db,
  { actorId, ids }: { actorId?: string; ids?: readonly number[] } = {},
): StoredOccurrence[] {
  const rows = db
    .select()
    .from(occurrence)
    .innerJoin(occurrenceRevision, and(eq(occurrenceRevision.occurrenceId, occurrence.id), isLatest))
    .leftJoin(actor, eq(actor.id, occurrence.actorId))
    .leftJoin(person, eq(person.id, occurrenceRevision.savedBy))
    .where(
      and(actorId === undefined ? undefined : concerns(actorId), ids ? inArray(occurrence.id, [...ids]) : undefined),
    )
    .orderBy(desc(occurrenceRevision.day), desc(occurrence.id))
    .all();
  if (rows.length === 0) return [];
  const found = rows.map((row) => row.occurrence.id);
  const participants = byOccurrence(listParticipants(db, found));
  const observations = byOccurrence(listObservations(db, found));
  return rows.map((row) => {
    const { occurrenceId: id, ...revision } = row.occurrence_revision;
    return {
      ...revision,
      id,
      actorId: row.occurrence.actorId,
      actorName: row.actor?.name ?? null,
      savedByName: row.person?.name ?? null,
      participants: (participants.get(id) ?? [])
        .filter((each) => each.revision === revision.revision)
        .map((each) => each.actor),
      observations: observations.get(id) ?? [],
    };
  });
}

function byOccurrence<R extends { occurrenceId: number }>(rows: readonly R[]): Map<number, R[]> {
  const grouped = new Map<number, R[]>();
  for (const row of rows) {
    const before = grouped.get(row.occurrenceId);
    if (before) before.push(row);
    else grouped.set(row.occurrenceId, [row]);
  }
  return grouped;
}

function listParticipants(db: Db, ids: number[]) {
  const { id, name, shortName, category } = actor;
  return db
    .select({
      occurrenceId: occurrenceParticipant.occurrenceId,
      revision: occurrenceParticipant.revision,
      actor: { id, name, shortName, category },
    })
    .from(occurrenceParticipant)
    .innerJoin(actor, eq(actor.id, occurrenceParticipant.actorId))
    .where(inArray(occurrenceParticipant.occurrenceId, ids))
    .all();
}

function listObservations(db: Db, ids: number[]): StoredObservation[] {
  return db
    .select()
    .from(observationRevision)
    .innerJoin(
      observation,
      and(
        eq(observation.occurrenceId, observationRevision.occurrenceId),
        eq(observation.number, observationRevision.number),
        isLatestObservation,
      ),
    )
    .leftJoin(actor, eq(actor.id, observation.actorId))
    .leftJoin(person, eq(person.id, observationRevision.savedBy))
    .where(inArray(observationRevision.occurrenceId, ids))
    .orderBy(asc(observationRevision.number))
    .all()
    .map((row) => ({
      ...row.observation_revision,
      actorId: row.observation.actorId,
      actorName: row.actor?.name ?? null,
      savedByName: row.person?.name ?? null,
    }));
}

export function findOccurrence(db: Db, id: number): StoredOccurrence | undefined {
  return listOccurrences(db, { ids: [id] })[0];
}

/** The revision of an event or exercise that the save with this id stored, with its participants; undefined where there is none. */
export function findOccurrenceSave(db: Db, saveId: string) {
  const row = db.select().from(occurrenceRevision).where(eq(occurrenceRevision.saveId, saveId)).get();
  if (!row) return undefined;
  const participants = listParticipants(db, [row.occurrenceId]).filter(({ revision }) => revision === row.revision);
  return { ...row, participants: participants.map((each) => each.actor.id) };
}

/** The revision of an observation that the save with this id stored. */
export function findObservationSave(db: Db, saveId: string): typeof observationRevision.$inferSelect | undefined {
  return db.select().from(observationRevision).where(eq(observationRevision.saveId, saveId)).get();
}

/** Adds an event or exercise of an actor, or of the office (null): its id. */
export function insertOccurrence(db: Db, actorId: string | null): number {
  return db.insert(occurrence).values({ actorId }).returning({ id: occurrence.id }).get().id;
}

/** Appends a revision with its participants; the primary key refuses a number that is taken. */
export function insertOccurrenceRevision(
  db: Db,
  row: typeof occurrenceRevision.$inferInsert,
  participants: readonly string[],
): void {
  db.insert(occurrenceRevision).values(row).run();
  const { occurrenceId, revision } = row;
  if (participants.length === 0) return;
  db.insert(occurrenceParticipant)
    .values(participants.map((actorId) => ({ occurrenceId, revision, actorId })))
    .run();
}

/** Adds an observation under the next number of its event or exercise: that number. */
export function insertObservation(db: Db, { occurrenceId, actorId }: { occurrenceId: number; actorId: string | null }) {
  const highest = db
    .select({ number: max(observation.number) })
    .from(observation)
    .where(eq(observation.occurrenceId, occurrenceId))
    .get();
  const number = (highest?.number ?? 0) + 1;
  db.insert(observation).values({ occurrenceId, number, actorId }).run();
  return number;
}

/** Appends a revision of an observation; the primary key refuses a number that is taken. */
export function insertObservationRevision(db: Db, row: typeof observationRevision.$inferInsert): void {
  db.insert(observationRevision).values(row).run();
}
