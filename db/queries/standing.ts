import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Db, preparedOn, tables } from "../client.server.ts";
import type { Submission } from "./submissions.ts";

const { approval, person, reopening, sendBackComment, submission, submissionEnd } = tables;
const submitter = alias(person, "submitter");
const approver = alias(person, "approver");
const ender = alias(person, "ender");

export type Approval = typeof approval.$inferSelect;
export type SubmissionEnd = typeof submissionEnd.$inferSelect;
export type Reopening = typeof reopening.$inferSelect;
export type SendBackComment = { code: string; comment: string };

/** What has happened to an actor's assessment, as far as it decides what may be done with it now. */
export type Standing = {
  /** The number of the latest submission, whether it counts or not; 0 where there is none. */
  latestNumber: number;
  /** The submission that counts: the latest, unless it has ended. */
  submission: (Submission & { submittedByName: string | null }) | undefined;
  /** Of the latest submission. */
  approval: (Approval & { approvedByName: string | null }) | undefined;
  /** How the latest submission ended, with the approver's comments where it was sent back. */
  end: (SubmissionEnd & { endedByName: string | null; comments: SendBackComment[] }) | undefined;
  /** The one in force: made after the latest submission. */
  reopening: Reopening | undefined;
};

/** Reads the standing of an actor's assessment in two queries, three where it was sent back. */
export function findStanding(db: Db, year: number, actorId: string): Standing {
  const latest = latestWithEvents(db).get({ year, actorId });
  const latestNumber = latest?.submission.number ?? 0;
  const end = latest?.submission_end;
  const given = latest?.approval;
  return {
    latestNumber,
    submission: latest && !end ? { ...latest.submission, submittedByName: latest.submitter?.name ?? null } : undefined,
    approval: given ? { ...given, approvedByName: latest.approver?.name ?? null } : undefined,
    end: end ? { ...end, endedByName: latest.ender?.name ?? null, comments: listComments(db, end) } : undefined,
    reopening: latestReopening(db).get({ year, actorId, number: latestNumber }),
  };
}

function sameSubmission(columns: typeof submissionEnd | typeof approval) {
  return and(
    eq(columns.year, submission.year),
    eq(columns.actorId, submission.actorId),
    eq(columns.number, submission.number),
  );
}

const [year, actorId, number] = [sql.placeholder("year"), sql.placeholder("actorId"), sql.placeholder("number")];

const latestWithEvents = preparedOn((db) =>
  db
    .select()
    .from(submission)
    .leftJoin(submitter, eq(submitter.id, submission.submittedBy))
    .leftJoin(submissionEnd, sameSubmission(submissionEnd))
    .leftJoin(ender, eq(ender.id, submissionEnd.endedBy))
    .leftJoin(approval, sameSubmission(approval))
    .leftJoin(approver, eq(approver.id, approval.approvedBy))
    .where(and(eq(submission.year, year), eq(submission.actorId, actorId)))
    .orderBy(desc(submission.number))
    .limit(1)
    .prepare(),
);

const latestReopening = preparedOn((db) =>
  db
    .select()
    .from(reopening)
    .where(and(eq(reopening.year, year), eq(reopening.actorId, actorId), eq(reopening.afterNumber, number)))
    .orderBy(desc(reopening.sequence))
    .limit(1)
    .prepare(),
);

function listComments(db: Db, { year, actorId, number, kind }: SubmissionEnd): SendBackComment[] {
  if (kind !== "sent_back") return [];
  const { code, comment } = sendBackComment;
  return db
    .select({ code, comment })
    .from(sendBackComment)
    .where(
      and(eq(sendBackComment.year, year), eq(sendBackComment.actorId, actorId), eq(sendBackComment.number, number)),
    )
    .all();
}

/** Stores that a submission was approved. */
export function insertApproval(db: Db, row: Approval): void {
  db.insert(approval).values(row).run();
}

/** Stores that a submission no longer counts, with the comments that go with sending it back. */
export function insertSubmissionEnd(db: Db, row: SubmissionEnd, comments: SendBackComment[]): void {
  db.insert(submissionEnd).values(row).run();
  const { year, actorId, number } = row;
  if (comments.length > 0) {
    db.insert(sendBackComment)
      .values(comments.map(({ code, comment }) => ({ year, actorId, number, code, comment })))
      .run();
  }
}

/** Stores a reopening under the next number of the actor's reopenings that year. */
export function insertReopening(db: Db, row: Omit<Reopening, "sequence">): void {
  const { year, actorId } = row;
  const latest = db
    .select({ sequence: reopening.sequence })
    .from(reopening)
    .where(and(eq(reopening.year, year), eq(reopening.actorId, actorId)))
    .orderBy(desc(reopening.sequence))
    .limit(1)
    .get();
  db.insert(reopening)
    .values({ ...row, sequence: (latest?.sequence ?? 0) + 1 })
    .run();
}
