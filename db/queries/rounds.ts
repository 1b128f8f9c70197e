import { and, desc, eq, isNotNull, notInArray, sql } from "drizzle-orm";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { round, roundActor, roundWithdrawal, person, workbookImport } = tables;

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

const allRounds = preparedOn((db) => db.select().from(round).orderBy(desc(round.year)).prepare());

/** All rounds, newest year first. */
export function listRounds(db: Db): Round[] {
  return allRounds(db).all();
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

/** Every table whose rows keep a frozen actor in its round, with the column of the round's year; a test holds it complete. */
export const keptOfActors = {
  answer_revision: "year",
  submission: "year",
  reopening: "year",
  on_behalf: "year",
  more_time_request: "year",
  delegation: "year",
  round_actor_change: "year",
  measure: "year",
  measure_state: "in_year",
};

/**
 * Freezes the actors of a round that opens. After a withdrawn opening it freezes anew: those that are there get today's
 * values, and those that are gone are dropped, unless something of theirs is kept: then they stay.
 */
export function freezeRoundActors(db: Db, year: number, rows: FrozenActor[]): void {
  const ids = rows.map(({ actorId }) => actorId);
  const isEmpty = sql.join(
    Object.entries(keptOfActors).map(
      ([name, column]) =>
        sql`NOT EXISTS (SELECT 1 FROM ${sql.identifier(name)} kept
          WHERE kept.${sql.identifier(column)} = round_actor.year AND kept.actor_id = round_actor.actor_id)`,
    ),
    sql` AND `,
  );
  // What waits to be taken from a workbook is nothing to keep an actor for.
  db.delete(workbookImport)
    .where(and(eq(workbookImport.year, year), notInArray(workbookImport.actorId, ids)))
    .run();
  db.delete(roundActor)
    .where(and(eq(roundActor.year, year), notInArray(roundActor.actorId, ids), isEmpty))
    .run();
  for (const row of rows) {
    const { name, shortName, category, designated } = row;
    db.insert(roundActor)
      .values(row)
      .onConflictDoUpdate({
        target: [roundActor.year, roundActor.actorId],
        set: { name, shortName, category, designated },
      })
      .run();
  }
}

/** Stores that an opening was withdrawn, under the next number of the round's withdrawals. */
export function insertRoundWithdrawal(db: Db, row: Omit<typeof roundWithdrawal.$inferInsert, "sequence">): void {
  const sequence = listRoundWithdrawals(db, row.year).length + 1;
  db.insert(roundWithdrawal)
    .values({ ...row, sequence })
    .run();
}

/** The withdrawn openings of a round, newest first. */
export function listRoundWithdrawals(db: Db, year: number) {
  const { openedAt, reason, withdrawnAt } = roundWithdrawal;
  return db
    .select({ openedAt, reason, withdrawnAt, withdrawnByName: person.name })
    .from(roundWithdrawal)
    .leftJoin(person, eq(person.id, roundWithdrawal.withdrawnBy))
    .where(eq(roundWithdrawal.year, year))
    .orderBy(desc(roundWithdrawal.sequence))
    .all();
}

// The frozen actors of a withdrawn opening stay for what they have saved, but nobody meets them before the next opening.
const isOpened = sql`EXISTS (SELECT 1 FROM round opened WHERE opened.year = round_actor.year AND opened.opened_at IS NOT NULL)`;

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
    .where(and(eq(roundActor.actorId, actorId), isNotNull(round.openedAt)))
    .orderBy(desc(round.year))
    .all()
    .map((row) => ({ ...row.round, frozen: row.frozen }));
}

const frozenActors = preparedOn((db) =>
  db
    .select()
    .from(roundActor)
    .where(and(eq(roundActor.year, sql.placeholder("year")), isOpened))
    .orderBy(roundActor.category, roundActor.name)
    .prepare(),
);

/** The round's actors as frozen when it opened, by category and name. */
export function listRoundActors(db: Db, year: number): FrozenActor[] {
  return frozenActors(db).all({ year });
}

const frozenActor = preparedOn((db) =>
  db
    .select()
    .from(roundActor)
    .where(
      and(eq(roundActor.year, sql.placeholder("year")), eq(roundActor.actorId, sql.placeholder("actorId")), isOpened),
    )
    .prepare(),
);

export function findRoundActor(db: Db, year: number, actorId: string): FrozenActor | undefined {
  return frozenActor(db).get({ year, actorId });
}
