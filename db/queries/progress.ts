import { and, eq, sql } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";
import type { FrozenActor } from "./rounds.ts";

const { roundActor } = tables;

/** How far an actor has come in a round. */
export type ActorProgress = Omit<FrozenActor, "year"> & {
  /** Sub-capabilities with a saved answer. */
  begun: number;
  /** Of the submission that counts; null where none does. */
  submittedAt: string | null;
  /** Of the latest submission. */
  approvedAt: string | null;
  sentBackAt: string | null;
  /** The last day of the reopening in force, YYYY-MM-DD in Stockholm. */
  reopenedUntil: string | null;
  /** When that was. */
  reopenedAt: string | null;
};

// Drizzle leaves the table out of a column's name where a query has one table, and inside the subquery `year` would then
// be the answer's own: so the outer columns are written out.
const begun = sql<number>`(SELECT count(DISTINCT answer.code) FROM answer_revision answer
  WHERE answer.year = round_actor.year AND answer.actor_id = round_actor.actor_id)`;
const isLatest = sql`latest.year = round_actor.year AND latest.actor_id = round_actor.actor_id AND latest.number = (
  SELECT max(number) FROM submission sent WHERE sent.year = latest.year AND sent.actor_id = latest.actor_id)`;
const ofLatest = sql`done.year = latest.year AND done.actor_id = latest.actor_id AND done.number = latest.number`;
const submittedAt = sql<string | null>`(SELECT latest.submitted_at FROM submission latest WHERE ${isLatest}
  AND NOT EXISTS (SELECT 1 FROM submission_end done WHERE ${ofLatest}))`;
const approvedAt = sql<string | null>`(SELECT done.approved_at FROM submission latest
  JOIN approval done ON ${ofLatest} WHERE ${isLatest})`;
const sentBackAt = sql<string | null>`(SELECT done.ended_at FROM submission latest
  JOIN submission_end done ON ${ofLatest} WHERE ${isLatest} AND done.kind = 'sent_back')`;
const ofReopening = sql`FROM reopening again
  WHERE again.year = round_actor.year AND again.actor_id = round_actor.actor_id AND again.after_number =
    coalesce((SELECT max(sent.number) FROM submission sent
      WHERE sent.year = again.year AND sent.actor_id = again.actor_id), 0)
  ORDER BY again.sequence DESC LIMIT 1`;
const reopenedUntil = sql<string | null>`(SELECT again.last_day ${ofReopening})`;
const reopenedAt = sql<string | null>`(SELECT again.reopened_at ${ofReopening})`;

// As in rounds.ts: nobody meets the frozen actors of a withdrawn opening.
const isOpened = sql`EXISTS (SELECT 1 FROM round opened WHERE opened.year = round_actor.year AND opened.opened_at IS NOT NULL)`;

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
      approvedAt,
      sentBackAt,
      reopenedUntil,
      reopenedAt,
    })
    .from(roundActor)
    .where(and(eq(roundActor.year, year), isOpened))
    .all();
}
