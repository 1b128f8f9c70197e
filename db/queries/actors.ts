import { count, eq } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { actor } = tables;

export type Actor = typeof actor.$inferSelect;

/** All actors, by category and name. */
export function listActors(db: Db): Actor[] {
  return db.select().from(actor).orderBy(actor.category, actor.name).all();
}

export function findActor(db: Db, id: string): Actor | undefined {
  return db.select().from(actor).where(eq(actor.id, id)).get();
}

export function countActors(db: Db): number {
  return db.select({ n: count() }).from(actor).get()?.n ?? 0;
}

export function insertActor(db: Db, row: Actor): void {
  db.insert(actor).values(row).run();
}

export function updateActor(db: Db, { id, ...values }: Actor): void {
  db.update(actor).set(values).where(eq(actor.id, id)).run();
}
