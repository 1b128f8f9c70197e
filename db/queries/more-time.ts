import { and, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "../client.server.ts";

const { moreTimeAnswer, moreTimeRequest, person } = tables;
const answerer = alias(person, "answerer");

/** What the office answered; `grantedDay` null: declined. */
export type MoreTimeAnswer = {
  grantedDay: string | null;
  note: string;
  answeredAt: string;
  answeredByName: string | null;
};
/** One time that an actor asked for more time. `answer`: null while the office has not answered. */
export type MoreTimeRequest = typeof moreTimeRequest.$inferSelect & {
  askedByName: string | null;
  answer: MoreTimeAnswer | null;
};

/** The requests of the year, or of one actor in it, newest first. */
export function listMoreTimeRequests(db: Db, year: number, actorId?: string): MoreTimeRequest[] {
  const answersIt = and(
    eq(moreTimeAnswer.year, moreTimeRequest.year),
    eq(moreTimeAnswer.actorId, moreTimeRequest.actorId),
    eq(moreTimeAnswer.sequence, moreTimeRequest.sequence),
  );
  const inYear = eq(moreTimeRequest.year, year);
  return db
    .select()
    .from(moreTimeRequest)
    .leftJoin(moreTimeAnswer, answersIt)
    .leftJoin(person, eq(person.id, moreTimeRequest.askedBy))
    .leftJoin(answerer, eq(answerer.id, moreTimeAnswer.answeredBy))
    .where(actorId === undefined ? inYear : and(inYear, eq(moreTimeRequest.actorId, actorId)))
    .orderBy(desc(moreTimeRequest.askedAt), desc(moreTimeRequest.sequence))
    .all()
    .map((row) => ({
      ...row.more_time_request,
      askedByName: row.person?.name ?? null,
      answer: row.more_time_answer && answerOf(row.more_time_answer, row.answerer?.name ?? null),
    }));
}

function answerOf(row: typeof moreTimeAnswer.$inferSelect, answeredByName: string | null): MoreTimeAnswer {
  const { grantedDay, note, answeredAt } = row;
  return { grantedDay, note, answeredAt, answeredByName };
}

export function insertMoreTimeRequest(db: Db, row: typeof moreTimeRequest.$inferInsert): void {
  db.insert(moreTimeRequest).values(row).run();
}

export function insertMoreTimeAnswer(db: Db, row: typeof moreTimeAnswer.$inferInsert): void {
  db.insert(moreTimeAnswer).values(row).run();
}
