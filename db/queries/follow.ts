// What the office's page of a round needs of all actors at once: a query each, whatever the number of actors.
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { AnswerContent } from "#domain/answer.ts";
import { type Db, tables } from "../client.server.ts";

const { answerRevision, membership, person } = tables;

export type LatestAnswer = {
  actorId: string;
  code: string;
  content: AnswerContent;
  savedAt: string;
  isOnBehalf: boolean;
};

/** Every answer of the year as it stands. The content was checked when it was saved. */
export function listLatestAnswers(db: Db, year: number): LatestAnswer[] {
  const latest = sql`(SELECT max(latest.revision) FROM answer_revision latest WHERE latest.year = answer_revision.year
    AND latest.actor_id = answer_revision.actor_id AND latest.code = answer_revision.code)`;
  return db
    .select({
      actorId: answerRevision.actorId,
      code: answerRevision.code,
      content: answerRevision.content,
      savedAt: answerRevision.savedAt,
      onBehalf: answerRevision.onBehalf,
    })
    .from(answerRevision)
    .where(and(eq(answerRevision.year, year), eq(answerRevision.revision, latest)))
    .all()
    .map(({ content, onBehalf, ...row }) => ({
      ...row,
      content: JSON.parse(content) as AnswerContent,
      isOnBehalf: onBehalf !== null,
    }));
}

export const activityKinds = ["saved", "submitted", "approved", "sent_back", "withdrawn"] as const;
export type Activity = { actorId: string; at: string; kind: (typeof activityKinds)[number]; byName: string | null };

/** The last thing that each actor's people, or the office for them, did in the year. */
export function listLastActivities(db: Db, year: number): Activity[] {
  // SQLite takes the other columns from the row that has the greatest `at`.
  return db.all<Activity>(sql`
    SELECT actor_id AS actorId, max(at) AS at, kind, person.name AS byName FROM (
      SELECT actor_id, saved_at AS at, 'saved' AS kind, saved_by AS done_by FROM answer_revision WHERE year = ${year}
      UNION ALL SELECT actor_id, submitted_at, 'submitted', submitted_by FROM submission WHERE year = ${year}
      UNION ALL SELECT actor_id, approved_at, 'approved', approved_by FROM approval WHERE year = ${year}
      UNION ALL SELECT actor_id, ended_at, kind, ended_by FROM submission_end WHERE year = ${year}
    ) LEFT JOIN person ON person.id = done_by GROUP BY actor_id`);
}

export type Coordinator = { actorId: string; name: string; hasSignedIn: boolean };

/** The coordinators of every actor at `at` (UTC ISO), by name. */
export function listCoordinators(db: Db, at: string): Coordinator[] {
  return db
    .select({
      actorId: sql<string>`${membership.actorId}`,
      name: person.name,
      hasSignedIn: sql<number>`(${membership.lastUsedAt} IS NOT NULL OR ${person.passwordHash} IS NOT NULL
        OR EXISTS (SELECT 1 FROM answer_revision saved WHERE saved.saved_by = ${person.id}))`,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.role, "coordinator"),
        lte(membership.validFrom, at),
        or(isNull(membership.validUntil), gt(membership.validUntil, at)),
      ),
    )
    .orderBy(person.name)
    .all()
    .map((row) => ({ ...row, hasSignedIn: row.hasSignedIn === 1 }));
}
