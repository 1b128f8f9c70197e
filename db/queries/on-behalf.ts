import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { onBehalf, onBehalfEnd, person } = tables;

/** One time that the office filled in for an actor. `endedAt`: null while it does. */
export type OnBehalf = typeof onBehalf.$inferSelect & { startedByName: string | null; endedAt: string | null };

const timesOf = preparedOn((db) => {
  const sameTime = and(
    eq(onBehalfEnd.year, onBehalf.year),
    eq(onBehalfEnd.actorId, onBehalf.actorId),
    eq(onBehalfEnd.sequence, onBehalf.sequence),
  );
  const actorId = sql.placeholder("actorId");
  return db
    .select()
    .from(onBehalf)
    .leftJoin(onBehalfEnd, sameTime)
    .leftJoin(person, eq(person.id, onBehalf.startedBy))
    .where(and(eq(onBehalf.year, sql.placeholder("year")), or(isNull(sql`${actorId}`), eq(onBehalf.actorId, actorId))))
    .orderBy(desc(onBehalf.sequence))
    .prepare();
});

/** The times that the office filled in for actors of the year, or for one of them, newest first. */
export function listOnBehalf(db: Db, year: number, actorId?: string): OnBehalf[] {
  return timesOf(db)
    .all({ year, actorId: actorId ?? null })
    .map((row) => ({
      ...row.on_behalf,
      startedByName: row.person?.name ?? null,
      endedAt: row.on_behalf_end?.endedAt ?? null,
    }));
}

export function insertOnBehalf(db: Db, row: typeof onBehalf.$inferInsert): void {
  db.insert(onBehalf).values(row).run();
}

export function insertOnBehalfEnd(db: Db, row: typeof onBehalfEnd.$inferInsert): void {
  db.insert(onBehalfEnd).values(row).run();
}
