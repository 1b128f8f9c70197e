import { and, desc, eq, lte, sql } from "drizzle-orm";
import type { AnswerContent } from "#domain/answer.ts";
import { answerContentSchema } from "#domain/answer-schema.ts";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { answerRevision, person } = tables;

/** One saved answer; revision 0 means that nothing was ever saved. */
export type SavedAnswer = {
  code: string;
  revision: number;
  saveId: string;
  content: AnswerContent;
  savedAt: string;
  savedBy: string | null;
  savedByName: string | null;
  /** Whether the page saved by itself while somebody was typing. */
  automatic: boolean;
  /** The sequence of the on_behalf that the office saved it under; null where the actor's own people did. */
  onBehalf: number | null;
};
type Key = { year: number; actorId: string; code: string };

const columns = {
  code: answerRevision.code,
  revision: answerRevision.revision,
  saveId: answerRevision.saveId,
  content: answerRevision.content,
  savedAt: answerRevision.savedAt,
  savedBy: answerRevision.savedBy,
  savedByName: person.name,
  automatic: answerRevision.automatic,
  onBehalf: answerRevision.onBehalf,
};

function parsed<T extends { content: string; automatic: boolean | null }>(row: T) {
  const content: AnswerContent = answerContentSchema.parse(JSON.parse(row.content));
  return { ...row, content, automatic: row.automatic === true };
}

function sameAnswer({ year, actorId, code }: Key) {
  return and(eq(answerRevision.year, year), eq(answerRevision.actorId, actorId), eq(answerRevision.code, code));
}

const answerOf = preparedOn((db) =>
  db
    .select(columns)
    .from(answerRevision)
    .leftJoin(person, eq(person.id, answerRevision.savedBy))
    .where(
      and(
        eq(answerRevision.year, sql.placeholder("year")),
        eq(answerRevision.actorId, sql.placeholder("actorId")),
        eq(answerRevision.code, sql.placeholder("code")),
        lte(answerRevision.revision, sql.placeholder("upTo")),
      ),
    )
    .orderBy(desc(answerRevision.revision))
    .limit(1)
    .prepare(),
);

/** The answer as it stands: its highest revision, or the revision asked for. */
export function findAnswer(db: Db, { year, actorId, code }: Key, revision?: number): SavedAnswer | undefined {
  const row = answerOf(db).get({ year, actorId, code, upTo: revision ?? Number.MAX_SAFE_INTEGER });
  return row && (revision === undefined || row.revision === revision) ? parsed(row) : undefined;
}

const saveOf = preparedOn((db) =>
  db
    .select()
    .from(answerRevision)
    .where(eq(answerRevision.saveId, sql.placeholder("saveId")))
    .prepare(),
);

/** The revision that a save made, so that a repeated save is recognised. */
export function findSave(
  db: Db,
  saveId: string,
): (Key & { revision: number; savedAt: string; savedBy: string | null; content: AnswerContent }) | undefined {
  const row = saveOf(db).get({ saveId });
  return row && parsed(row);
}

/** All of an actor's answers as they stand. */
export function listAnswers(db: Db, year: number, actorId: string): SavedAnswer[] {
  const highest = sql`(SELECT max(latest.revision) FROM answer_revision latest WHERE latest.year = ${answerRevision.year}
    AND latest.actor_id = ${answerRevision.actorId} AND latest.code = ${answerRevision.code})`;
  return db
    .select(columns)
    .from(answerRevision)
    .leftJoin(person, eq(person.id, answerRevision.savedBy))
    .where(
      and(eq(answerRevision.year, year), eq(answerRevision.actorId, actorId), eq(answerRevision.revision, highest)),
    )
    .all()
    .map(parsed);
}

/** Every revision of an answer, newest first. */
export function listRevisions(db: Db, key: Key): SavedAnswer[] {
  return db
    .select(columns)
    .from(answerRevision)
    .leftJoin(person, eq(person.id, answerRevision.savedBy))
    .where(sameAnswer(key))
    .orderBy(desc(answerRevision.revision))
    .all()
    .map(parsed);
}

/** Appends a revision; the primary key refuses a number that is taken. */
export function insertAnswerRevision(
  db: Db,
  row: Key &
    Omit<SavedAnswer, "savedByName" | "automatic" | "onBehalf"> & { automatic?: boolean; onBehalf?: number | null },
): void {
  const { kind, level, confidence, causes } = row.content;
  db.insert(answerRevision)
    .values({ ...row, kind, level, confidence, causes: JSON.stringify(causes), content: JSON.stringify(row.content) })
    .run();
}
