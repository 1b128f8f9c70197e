import { eq, sql } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";
import type { FrozenActor } from "./rounds.ts";

const { roundActor } = tables;

/** How far an actor has come in a round; `begun` counts the sub-capabilities with a saved answer. */
export type ActorProgress = Omit<FrozenActor, "year"> & { begun: number; submittedAt: string | null };

// Drizzle leaves the table out of a column's name where a query has one table, and inside the subquery `year` would then
// be the answer's own: so the outer columns are written out.
const begun = sql<number>`(SELECT count(DISTINCT answer.code) FROM answer_revision answer
  WHERE answer.year = round_actor.year AND answer.actor_id = round_actor.actor_id)`;
const submittedAt = sql<string | null>`(SELECT max(sent.submitted_at) FROM submission sent
  WHERE sent.year = round_actor.year AND sent.actor_id = round_actor.actor_id)`;

/** Every actor of the round with its progress, in one query. */
export function listActorProgress(db: Db, year: number): ActorProgress[] {
  return db
    .select({
      actorId: roundActor.actorId,
      name: roundActor.name,
      shortName: roundActor.shortName,
      category: roundActor.category,
      designated: roundActor.designated,
      begun,
      submittedAt,
    })
    .from(roundActor)
    .where(eq(roundActor.year, year))
    .all();
}
