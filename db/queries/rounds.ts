import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { round, roundActor } = tables;

export type Round = typeof round.$inferSelect;
export type FrozenActor = typeof roundActor.$inferSelect;

const roundOf = preparedOn((db) =>
  db
    .select()
    .from(round)
    .where(eq(round.year, sql.placeholder("year")))
    .prepare(),
);

export function findRound(db: Db, year: number): Round | undefined {
  return roundOf(db).get({ year });
}

/** All rounds, newest year first. */
export function listRounds(db: Db): Round[] {
  return db.select().from(round).orderBy(desc(round.year)).all();
}

/** The newest year whose results are released. */
export function findNewestReleasedYear(db: Db): number | undefined {
  return db
    .select({ year: round.year })
    .from(round)
    .where(isNotNull(round.releasedAt))
    .orderBy(desc(round.year))
    .limit(1)
    .get()?.year;
}

export function insertRound(db: Db, row: Round): void {
  db.insert(round).values(row).run();
}

export function updateRound(db: Db, year: number, values: Partial<Omit<Round, "year">>): void {
  db.update(round).set(values).where(eq(round.year, year)).run();
}

export function insertRoundActors(db: Db, rows: FrozenActor[]): void {
  if (rows.length > 0) db.insert(roundActor).values(rows).run();
}

/** Corrects a frozen actor; its history is in round_actor_change. */
export function updateRoundActor(
  db: Db,
  { year, actorId, ...values }: Partial<FrozenActor> & Pick<FrozenActor, "year" | "actorId">,
): void {
  db.update(roundActor)
    .set(values)
    .where(and(eq(roundActor.year, year), eq(roundActor.actorId, actorId)))
    .run();
}

/** The rounds that an actor is frozen in, newest first. */
export function listRoundsOf(db: Db, actorId: string): (Round & { frozen: FrozenActor })[] {
  return db
    .select({ round, frozen: roundActor })
    .from(roundActor)
    .innerJoin(round, eq(round.year, roundActor.year))
    .where(eq(roundActor.actorId, actorId))
    .orderBy(desc(round.year))
    .all()
    .map((row) => ({ ...row.round, frozen: row.frozen }));
}

/** The round's actors as frozen when it opened, by category and name. */
export function listRoundActors(db: Db, year: number): FrozenActor[] {
  return db
    .select()
    .from(roundActor)
    .where(eq(roundActor.year, year))
    .orderBy(roundActor.category, roundActor.name)
    .all();
}

const frozenActor = preparedOn((db) =>
  db
    .select()
    .from(roundActor)
    .where(and(eq(roundActor.year, sql.placeholder("year")), eq(roundActor.actorId, sql.placeholder("actorId"))))
    .prepare(),
);

export function findRoundActor(db: Db, year: number, actorId: string): FrozenActor | undefined {
  return frozenActor(db).get({ year, actorId });
}
