import { and, asc, countDistinct, eq, isNotNull, lt, max, notExists, sql } from "drizzle-orm";
import type { AnswerContent, AnswerKind, Cause, Confidence } from "#domain/answer.ts";
import { answerContentSchema } from "#domain/answer-schema.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import { type Db, preparedOn, tables } from "../client.server.ts";

const { answerRevision, person, round, submission, submissionAnswer, submissionEnd } = tables;

export type Submission = typeof submission.$inferSelect;

// The latest submission counts (method § 4), unless it was withdrawn or sent back: then nothing does until the next. The
// columns are written out, as drizzle leaves the table out of their names where a query has one table.
function counts(table: "submission" | "submission_answer") {
  const row = sql.identifier(table);
  return sql`${row}.number = (SELECT max(latest.number) FROM submission latest
      WHERE latest.year = ${row}.year AND latest.actor_id = ${row}.actor_id)
    AND NOT EXISTS (SELECT 1 FROM submission_end ended
      WHERE ended.year = ${row}.year AND ended.actor_id = ${row}.actor_id AND ended.number = ${row}.number)`;
}

/** The submission of an actor that counts, with who made it. */
export function findLatestSubmission(
  db: Db,
  year: number,
  actorId: string,
): (Submission & { submittedByName: string | null }) | undefined {
  return db
    .select({
      year: submission.year,
      actorId: submission.actorId,
      number: submission.number,
      submittedAt: submission.submittedAt,
      submittedBy: submission.submittedBy,
      registryNumber: submission.registryNumber,
      onBehalf: submission.onBehalf,
      submittedByName: person.name,
    })
    .from(submission)
    .leftJoin(person, eq(person.id, submission.submittedBy))
    .where(and(eq(submission.year, year), eq(submission.actorId, actorId), counts("submission")))
    .get();
}

/** The newest released year before this one in which the actor has a submission that counts. */
export function findEarlierYear(db: Db, { year, actorId }: { year: number; actorId: string }): number | undefined {
  const row = db
    .select({ year: max(submission.year) })
    .from(submission)
    .innerJoin(round, eq(round.year, submission.year))
    .where(
      and(
        eq(submission.actorId, actorId),
        lt(submission.year, year),
        isNotNull(round.releasedAt),
        counts("submission"),
      ),
    )
    .get();
  return row?.year ?? undefined;
}

const submittedActors = preparedOn((db) =>
  db
    .select({ actors: countDistinct(submission.actorId) })
    .from(submission)
    .where(and(eq(submission.year, sql.placeholder("year")), counts("submission")))
    .prepare(),
);

/** How many actors have a submission that counts. */
export function countSubmittedActors(db: Db, year: number): number {
  return submittedActors(db).get({ year })?.actors ?? 0;
}

/** The submissions that count, one per actor at most. */
export function listCountedSubmissions(db: Db, year: number): { actorId: string; number: number }[] {
  return db
    .select({ actorId: submission.actorId, number: submission.number })
    .from(submission)
    .where(and(eq(submission.year, year), counts("submission")))
    .all();
}

/** The year's submissions, oldest first; also those that no longer count. */
export function listSubmissions(db: Db, year: number): Submission[] {
  return db.select().from(submission).where(eq(submission.year, year)).orderBy(asc(submission.submittedAt)).all();
}

/** Stores a numbered snapshot: the revisions that were in force when it was submitted. */
export function insertSubmission(
  db: Db,
  row: typeof submission.$inferInsert,
  answers: { code: string; revision: number }[],
): void {
  db.insert(submission).values(row).run();
  const key = { year: row.year, actorId: row.actorId, number: row.number };
  if (answers.length > 0) {
    db.insert(submissionAnswer)
      .values(answers.map(({ code, revision }) => ({ ...key, code, revision })))
      .run();
  }
}

const sameRevision = and(
  eq(answerRevision.year, submissionAnswer.year),
  eq(answerRevision.actorId, submissionAnswer.actorId),
  eq(answerRevision.code, submissionAnswer.code),
  eq(answerRevision.revision, submissionAnswer.revision),
);

/** The latest submission of every actor in the year; `ended`: it counts no longer. Read once per actor, not per answer. */
const latestOf = (db: Db) =>
  db
    .select({ actorId: submission.actorId, number: max(submission.number).as("latest_number") })
    .from(submission)
    .where(eq(submission.year, sql.placeholder("year")))
    .groupBy(submission.actorId)
    .as("latest");

const { code, kind, level, confidence, causes } = answerRevision;
const answerAsArray = sql`json_array(${code}, ${kind}, ${level}, ${confidence}, ${causes})`;

const countedAnswers = preparedOn((db) => {
  const latest = latestOf(db);
  const answers = db
    .select({ all: sql`json_group_array(${answerAsArray})` })
    .from(submissionAnswer)
    .innerJoin(answerRevision, sameRevision)
    .where(
      and(
        eq(submissionAnswer.year, sql.placeholder("year")),
        eq(submissionAnswer.actorId, latest.actorId),
        eq(submissionAnswer.number, latest.number),
      ),
    );
  const ended = db
    .select({ one: sql`1` })
    .from(submissionEnd)
    .where(
      and(
        eq(submissionEnd.year, sql.placeholder("year")),
        eq(submissionEnd.actorId, latest.actorId),
        eq(submissionEnd.number, latest.number),
      ),
    );
  return db
    .select({ actor: latest.actorId, answers: sql`${answers}` })
    .from(latest)
    .where(notExists(ended))
    .prepare();
});

type CountedRow = [
  code: string,
  kind: AnswerKind | null,
  level: number | null,
  confidence: Confidence | null,
  causes: string,
];

/**
 * Every counted answer of the year, over all actors, as the domain wants them, with its confidence. One query with one row
 * per actor: there are thousands of answers, and a row costs more than what is in it. Answers with the same causes share
 * one list of them.
 */
export function listCountedAnswers(db: Db, year: number): (CountedAnswer & { confidence: Confidence | null })[] {
  const causesOf = new Map<string, Cause[]>();
  const counted: (CountedAnswer & { confidence: Confidence | null })[] = [];
  for (const [actor, answers] of countedAnswers(db).values({ year }) as [string, string][]) {
    for (const [code, kind, level, confidence, text] of JSON.parse(answers) as CountedRow[]) {
      if (kind === null) continue;
      const causes = causesOf.get(text) ?? (JSON.parse(text) as Cause[]);
      causesOf.set(text, causes);
      counted.push({ actor, code, kind, level, confidence, causes });
    }
  }
  return counted;
}

/** `onBehalf`: the sequence of the on_behalf that the office saved it under, or null. */
export type SubmittedAnswer = {
  code: string;
  revision: number;
  content: AnswerContent;
  savedAt: string;
  onBehalf: number | null;
};

/** The whole answers of an actor's submission that counts. */
export function listSubmittedAnswers(db: Db, year: number, actorId: string): SubmittedAnswer[] {
  return db
    .select({
      code: answerRevision.code,
      revision: answerRevision.revision,
      content: answerRevision.content,
      savedAt: answerRevision.savedAt,
      onBehalf: answerRevision.onBehalf,
    })
    .from(submissionAnswer)
    .innerJoin(answerRevision, sameRevision)
    .where(and(eq(submissionAnswer.year, year), eq(submissionAnswer.actorId, actorId), counts("submission_answer")))
    .all()
    .map((row) => ({ ...row, content: answerContentSchema.parse(JSON.parse(row.content)) }));
}

/** The whole counted answers to one sub-capability, of every actor. One query. */
export function listCountedContents(db: Db, year: number, code: string): { actor: string; content: AnswerContent }[] {
  return db
    .select({ actor: answerRevision.actorId, content: answerRevision.content })
    .from(submissionAnswer)
    .innerJoin(answerRevision, sameRevision)
    .where(and(eq(submissionAnswer.year, year), eq(submissionAnswer.code, code), counts("submission_answer")))
    .orderBy(asc(answerRevision.actorId))
    .all()
    .map(({ actor, content }) => ({ actor, content: answerContentSchema.parse(JSON.parse(content)) }));
}
