import { and, count, eq, gt, isNull, lte, or } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { actor } = tables;

export type Actor = typeof actor.$inferSelect;

/** All actors, by category and name. */
export function listActors(db: Db): Actor[] {
  return db.select().from(actor).orderBy(actor.category, actor.name).all();
}

/** The actors that are members on a day (YYYY-MM-DD), by category and name; the rule of domain/actor-life. */
export function listMembersOn(db: Db, day: string): Actor[] {
  return db
    .select()
    .from(actor)
    .where(
      and(
        or(isNull(actor.memberFrom), lte(actor.memberFrom, day)),
        or(isNull(actor.memberUntil), gt(actor.memberUntil, day)),
      ),
    )
    .orderBy(actor.category, actor.name)
    .all();
}

export function findActor(db: Db, id: string): Actor | undefined {
  return db.select().from(actor).where(eq(actor.id, id)).get();
}

export function countActors(db: Db): number {
  return db.select({ n: count() }).from(actor).get()?.n ?? 0;
}

export function insertActor(db: Db, row: typeof actor.$inferInsert): void {
  db.insert(actor).values(row).run();
}

export function updateActor(db: Db, { id, ...values }: Partial<Actor> & Pick<Actor, "id">): void {
  db.update(actor).set(values).where(eq(actor.id, id)).run();
}
