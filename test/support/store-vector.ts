// A worked case written into the database as the app stores it, so that everything after it reads what was really stored.
import type { Db } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { insertRound, insertRoundActors } from "#db/queries/rounds.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { storeDefinition } from "./stored.ts";
import { definitionOf, type Vector } from "./vectors.ts";

export const vectorYear = 2026;
const at = "2026-02-01T08:00:00.000Z";

/** The name an actor of a vector gets. */
export function nameOf(actorId: string): string {
  return `Aktör ${actorId}`;
}

/** The same vector again, as the round of an earlier year, released. */
export function storeEarlierVector(db: Db, vector: Vector, year: number): void {
  storeRoundOf(db, vector, { year, version: definitionOf(vector).version, releasedAt: at });
}

/** Stores definition, frozen actors, decisions and, of every assessment, answers; all but drafts are submitted. */
export function storeVector(db: Db, vector: Vector): void {
  const { version } = storeDefinition(db, definitionOf(vector));
  for (const actor of vector.input.actors) insertActor(db, { ...actor, name: nameOf(actor.id), shortName: actor.id });
  storeRoundOf(db, vector, { year: vectorYear, version, releasedAt: null });
}

type RoundOf = { year: number; version: string; releasedAt: string | null };

function storeRoundOf(db: Db, vector: Vector, { year, version, releasedAt }: RoundOf): void {
  const { input } = vector;
  insertRound(db, {
    year,
    definitionVersion: version,
    closingDay: input.closesOn,
    originalClosingDay: input.closesOn,
    createdAt: at,
    openedAt: at,
    closedAt: releasedAt,
    releasedAt,
  });
  insertRoundActors(
    db,
    input.actors.map(({ id, ...actor }) => ({
      ...actor,
      year,
      actorId: id,
      name: nameOf(id),
      shortName: id,
    })),
  );
  storeDecisions(db, vector, year);
  storeAssessments(db, vector, year);
}

function storeDecisions(db: Db, { input }: Vector, year: number): void {
  for (const sequence of new Set(input.decisions.map((decision) => decision.sequence))) {
    const levels = input.decisions.filter((decision) => decision.sequence === sequence);
    const row = { year, sequence, decidedOn: "2026-01-15", reference: "§ 1", recordedAt: at };
    insertDecision(
      db,
      { ...row, recordedBy: null, recordedAs: "chief_group" },
      levels.map(({ code, group, minimum, ambition }) => ({ code, group, minimum, ambition })),
    );
  }
}

function storeAssessments(db: Db, { input }: Vector, year: number): void {
  const submitted = new Set(input.assessments.filter(({ status }) => status !== "draft").map(({ actor }) => actor));
  for (const actorId of new Set([...submitted, ...input.answers.map(({ actor }) => actor)])) {
    const answers = input.answers.filter(({ actor }) => actor === actorId);
    for (const { code, kind, level, causes } of answers) {
      insertAnswerRevision(db, {
        year,
        actorId,
        code,
        revision: 1,
        saveId: `${year} ${actorId} ${code}`,
        content: { ...emptyAnswer(), kind, level, causes, confidence: "medium" },
        savedAt: at,
        savedBy: null,
      });
    }
    if (!submitted.has(actorId)) continue;
    const row = { year, actorId, number: 1, submittedAt: at, submittedBy: null };
    insertSubmission(
      db,
      row,
      answers.map(({ code }) => ({ code, revision: 1 })),
    );
  }
}
