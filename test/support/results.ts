// A round with counted answers, for tests of what is shown of it.
import type { Db } from "#db/client.server.ts";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import type { AnswerContent } from "#domain/answer.ts";
import type { LevelDecision } from "#domain/target.ts";
import { anAnswer } from "./builders.ts";
import { testNow } from "./request.ts";
import { testYear } from "./stored.ts";

const at = testNow.toISOString();

/** Submits answers of an actor, by code, without asking whether they are complete. */
export function storeSubmission(db: Db, actorId: string, answers: Record<string, Partial<AnswerContent>>): void {
  for (const [code, overrides] of Object.entries(answers)) {
    const key = { year: testYear, actorId, code, revision: 1, saveId: `${actorId} ${code}` };
    insertAnswerRevision(db, { ...key, content: anAnswer(overrides), savedAt: at, savedBy: null });
  }
  const codes = Object.keys(answers).map((code) => ({ code, revision: 1 }));
  insertSubmission(db, { year: testYear, actorId, number: 1, submittedAt: at, submittedBy: null }, codes);
}

/** Records one decision with the given levels. */
export function storeDecision(
  db: Db,
  levels: (Omit<LevelDecision, "sequence"> & { motive?: string })[],
  sequence = 1,
): void {
  const row = { year: testYear, sequence, decidedOn: "2026-02-12", reference: "Chefsgruppen § 4", recordedAt: at };
  insertDecision(db, { ...row, recordedBy: null, recordedAs: "chief_group" }, levels);
}
