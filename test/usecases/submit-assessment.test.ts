import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { listSubmittedAnswers } from "#db/queries/submissions.ts";
import type { AnswerContent } from "#domain/answer.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";

let connection: Connection;
let personId: string;
const key = { year: testYear, actorId: "haninge" };

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  personId = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }).personId;
});

function answer(code: string, change: Partial<AnswerContent> = {}) {
  const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
  const input = { ...key, code, baseRevision: 0, saveId: randomUUID(), content: anAnswer({ indicators, ...change }) };
  expect(saveAnswer(connection.db, input, { now: testNow, personId, role: "coordinator" })).toMatchObject({ ok: true });
}

function decideMinimum(code: string, minimum: number) {
  const decision = { year: testYear, sequence: 1, decidedOn: "2026-03-02", reference: "RC 1", recordedBy: null };
  insertDecision(connection.db, { ...decision, recordedAt: testNow.toISOString(), recordedAs: "office" }, [
    { code, group: "all", minimum, ambition: null },
  ]);
}

const submit = (now = testNow) => submitAssessment(connection.db, key, { now, personId });

test("a complete assessment is stored as snapshot number 1 of the revisions in force", () => {
  for (const code of ["1:1", "1:2", "2:1"]) answer(code);
  expect(submit()).toEqual({ ok: true, number: 1, submittedAt: testNow.toISOString() });
  const submitted = listSubmittedAnswers(connection.db, testYear, "haninge");
  expect(submitted.map(({ code, revision, content }) => [code, revision, content.level])).toEqual([
    ["1:1", 1, 3],
    ["1:2", 1, 3],
    ["2:1", 1, 3],
  ]);
});

test("an incomplete assessment is refused with what is missing per sub-capability", () => {
  answer("1:1");
  answer("1:2", { level: 1 });
  expect(submit()).toMatchObject({
    ok: false,
    problem: "incomplete",
    missing: [
      { code: "1:2", missing: [{ field: "reason" }] },
      {
        code: "2:1",
        missing: [
          { field: "indicator", id: "2:1.1" },
          { field: "indicator", id: "2:1.2" },
          { field: "answer" },
          { field: "confidence" },
        ],
      },
    ],
  });
  expect(listSubmittedAnswers(connection.db, testYear, "haninge")).toEqual([]);
});

test("below the minimum in force causes are asked for", () => {
  for (const code of ["1:1", "1:2", "2:1"]) answer(code);
  decideMinimum("2:1", 4);
  expect(submit()).toMatchObject({ missing: [{ code: "2:1", missing: [{ field: "causes" }] }] });
});

test("a decision after the submission makes it no less complete", () => {
  for (const code of ["1:1", "1:2", "2:1"]) answer(code);
  submit();
  decideMinimum("2:1", 4);
  expect(viewAssessment(connection.db, key, testNow)).toMatchObject({ view: { submission: { number: 1 } } });
});

test("nobody submits twice, nor in a closed round, nor for an actor outside it", () => {
  for (const code of ["1:1", "1:2", "2:1"]) answer(code);
  expect(submit(new Date("2026-06-01T08:00:00Z"))).toEqual({ ok: false, problem: "round_not_open" });
  submit();
  expect(submit()).toEqual({ ok: false, problem: "submitted" });
  const stranger = submitAssessment(connection.db, { ...key, actorId: "ingen" }, { now: testNow, personId });
  expect(stranger).toEqual({ ok: false, problem: "unknown_actor" });
});

test("the list of what remains tells ready, begun and not started apart", () => {
  answer("1:1");
  answer("1:2", { level: 1 });
  const found = viewAssessment(connection.db, key, testNow);
  const tasks = found.ok ? found.view.groups.flatMap((group) => group.tasks) : [];
  expect(tasks.map(({ state }) => state)).toEqual(["ready", "begun", "not_started"]);
  expect(found).toMatchObject({ view: { ready: 1, total: 3, daysLeft: 90 } });
});
