// A round with counted answers, for tests of what is shown of it.
import type { Db } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { insertRound, insertRoundActors } from "#db/queries/rounds.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import type { AnswerContent } from "#domain/answer.ts";
import type { LevelDecision } from "#domain/target.ts";
import { anAnswer } from "./builders.ts";
import { testNow } from "./request.ts";
import { testYear } from "./stored.ts";

const at = testNow.toISOString();

/** Submits answers of an actor, by code, without asking whether they are complete. */
export function storeSubmission(
  db: Db,
  actorId: string,
  answers: Record<string, Partial<AnswerContent>>,
  year = testYear,
): void {
  for (const [code, overrides] of Object.entries(answers)) {
    const key = { year, actorId, code, revision: 1, saveId: `${year} ${actorId} ${code}` };
    insertAnswerRevision(db, { ...key, content: anAnswer(overrides), savedAt: at, savedBy: null });
  }
  const codes = Object.keys(answers).map((code) => ({ code, revision: 1 }));
  insertSubmission(db, { year, actorId, number: 1, submittedAt: at, submittedBy: null }, codes);
}

/** A released round of an earlier year with those of the actors, who must be stored already. `definitionVersion`: published. */
export function storeEarlierRound(db: Db, year: number, actorIds: string[], definitionVersion = "test"): void {
  const closingDay = `${year}-05-31`;
  const moment = `${year}-03-02T11:00:00.000Z`;
  insertRound(db, {
    ...{ year, definitionVersion, closingDay, originalClosingDay: closingDay },
    ...{ createdAt: moment, openedAt: moment, closedAt: moment, releasedAt: moment },
  });
  for (const actorId of actorIds) {
    const actor = findActor(db, actorId);
    if (!actor) throw new Error(`No actor ${actorId}`);
    const { name, shortName, category, designated } = actor;
    insertRoundActors(db, [{ year, actorId, name, shortName, category, designated }]);
  }
}

/** Records one decision with the given levels. */
export function storeDecision(
  db: Db,
  levels: (Omit<LevelDecision, "sequence"> & { motive?: string })[],
  sequence = 1,
  year = testYear,
): void {
  const row = { year, sequence, decidedOn: "2026-02-12", reference: "Chefsgruppen § 4", recordedAt: at };
  insertDecision(db, { ...row, recordedBy: null, recordedAs: "chief_group" }, levels);
}
