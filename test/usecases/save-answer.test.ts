import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findAnswer, listRevisions } from "#db/queries/answers.ts";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { type SaveAnswerInput, saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";

let connection: Connection;
let first: string;
let second: string;
const place = { year: testYear, actorId: "haninge", code: "1:1" };

function open(state: Parameters<typeof storeRound>[1] = "open") {
  connection = openDatabase(":memory:");
  storeRound(connection.db, state);
  first = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }).personId;
  second = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }).personId;
}
beforeEach(() => open());

function save(input: Partial<SaveAnswerInput> = {}, by: Partial<MoveBy> = {}) {
  const whole = { ...place, baseRevision: 0, saveId: randomUUID(), content: anAnswer(), ...input };
  return saveAnswer(connection.db, whole, { now: testNow, personId: first, role: "coordinator", ...by });
}
const revisions = () => connection.sqlite.prepare("SELECT count(*) AS n FROM answer_revision").get();
const stored = () => findAnswer(connection.db, place)?.content;

test("an answer is saved as revision 1 and the next save as revision 2", () => {
  expect(save()).toEqual({ ok: true, revision: 1, savedAt: testNow.toISOString() });
  expect(save({ baseRevision: 1, content: anAnswer({ level: 2 }) })).toMatchObject({ ok: true, revision: 2 });
  expect(stored()).toEqual(anAnswer({ level: 2 }));
});

test("an empty draft and a half one can be saved", () => {
  expect(save({ content: emptyAnswer() })).toMatchObject({ ok: true });
  expect(save({ baseRevision: 1, content: { ...emptyAnswer(), comment: "Vi återkommer 🙂" } })).toMatchObject({
    ok: true,
  });
  expect(stored()?.comment).toBe("Vi återkommer 🙂");
});

test("causes stay as typed where none are asked for, in their order", () => {
  save({ content: anAnswer({ level: 3, causes: ["exercise", "planning"] }) });
  expect(stored()?.causes).toEqual(["planning", "exercise"]);
});

describe("a save that is repeated", () => {
  test("gives the revision that it made, also after the round closed", () => {
    const input = { saveId: randomUUID() };
    const first = save(input);
    expect(save(input)).toEqual(first);
    expect(save(input, { now: new Date("2026-06-02T10:00:00Z") })).toEqual(first);
    expect(revisions()).toEqual({ n: 1 });
  });

  test("never conflicts with itself, though somebody saved in between", () => {
    const input = { saveId: randomUUID() };
    save(input);
    save({ baseRevision: 1, content: anAnswer({ level: 2 }) }, { personId: second });
    expect(save(input)).toMatchObject({ ok: true, revision: 1 });
    expect(stored()?.level).toBe(2);
  });

  test("with other content is a conflict and shows what is saved", () => {
    const saveId = randomUUID();
    save({ saveId });
    const again = save({ saveId, content: anAnswer({ level: 1 }) });
    expect(again).toMatchObject({ ok: false, problem: "stale", current: { revision: 1, content: { level: 3 } } });
    expect(revisions()).toEqual({ n: 1 });
  });

  test.each([
    ["another sub-capability", { code: "1:2", content: emptyAnswer() }, {}],
    ["another person", {}, { personId: "another" }],
  ])("under an id that belongs to %s is refused", (_case, input, by) => {
    const saveId = randomUUID();
    save({ saveId });
    const personId = "personId" in by ? second : first;
    expect(save({ saveId, ...input }, { personId })).toEqual({ ok: false, problem: "save_id_taken" });
    expect(revisions()).toEqual({ n: 1 });
  });
});

describe("a save from an older revision", () => {
  test("changes nothing and gives the answer as it stands", () => {
    save({}, { personId: second });
    const late = save({ content: anAnswer({ level: 1, comment: "mitt" }) });
    expect(late).toMatchObject({
      ok: false,
      problem: "stale",
      current: { revision: 1, savedByName: "Person coordinator" },
    });
    expect(stored()).toEqual(anAnswer());
  });

  test("that says the same as the answer already does succeeds", () => {
    save({}, { personId: second });
    expect(save()).toMatchObject({ ok: true, revision: 1 });
    expect(revisions()).toEqual({ n: 1 });
  });
});

test("a save without changes makes no revision", () => {
  save();
  expect(save({ baseRevision: 1 })).toEqual({ ok: true, revision: 1, savedAt: testNow.toISOString() });
  expect(revisions()).toEqual({ n: 1 });
});

describe("a save that the page made by itself", () => {
  const versions = () => listRevisions(connection.db, place).map(({ revision, automatic }) => [revision, automatic]);

  test("becomes a version by hand when the same person saves it so, once", () => {
    save({ automatic: true });
    expect(save({ baseRevision: 1 })).toMatchObject({ ok: true, revision: 2 });
    expect(save({ baseRevision: 2 })).toMatchObject({ ok: true, revision: 2 });
    expect(versions()).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test.each([
    ["it saves the same again", { automatic: true, baseRevision: 1 }, {}],
    ["a colleague saves the same by hand", { baseRevision: 1 }, { isSecond: true }],
    ["an older page of the same person does", { baseRevision: 0 }, {}],
  ])("stays alone where %s", (_case, input, by) => {
    save({ automatic: true });
    expect(save(input, { personId: "isSecond" in by ? second : first })).toMatchObject({ ok: true, revision: 1 });
    expect(versions()).toEqual([[1, true]]);
  });
});

test.each<[string, Partial<AnswerContent>, string]>([
  ["a level outside the scale", { level: 7 }, "level"],
  ["not applicable where the definition does not allow it", { kind: "not_applicable", level: null }, "kind"],
  ["a text over its limit", { comment: "x".repeat(200_000) }, "comment"],
  ["a NUL byte", { reason: "a\u0000b" }, "reason"],
  ["an indicator of another sub-capability", { indicators: indicatorsAnswered({ "2:1.1": "yes" }) }, "indicators"],
  [
    "a date that is none",
    { evidence: [{ kind: "plan", what: "Plan", date: "2026-02-30", outcome: null }] },
    "evidence",
  ],
])("%s is refused and nothing is stored", (_case, change, field) => {
  const result = save({ content: anAnswer(change) });
  expect(result).toMatchObject({ ok: false, problem: "invalid" });
  expect("issues" in result && result.issues.map(({ path }) => path[0])).toEqual([field]);
  expect(revisions()).toEqual({ n: 0 });
});

describe("a round", () => {
  test.each([
    ["the last minute of the closing day", "2026-05-31T21:59:59.000Z", true],
    ["the first minute of the next day in Stockholm", "2026-05-31T22:00:00.000Z", false],
  ])("at %s", (_case, at, ok) => {
    const result = save({}, { now: new Date(at) });
    expect(result).toMatchObject(ok ? { ok } : { ok, problem: "round_not_open" });
    expect(revisions()).toEqual({ n: ok ? 1 : 0 });
  });

  test.each(["planned", "closed", "released"] as const)("that is %s takes no answers", (state) => {
    open(state);
    expect(save()).toEqual({ ok: false, problem: "round_not_open" });
  });

  test.each([
    ["unknown_round", { year: 2031 }],
    ["unknown_actor", { actorId: "ingen" }],
    ["unknown_code", { code: "9:9" }],
  ])("does not know: %s", (problem, input) => {
    expect(save(input)).toEqual({ ok: false, problem });
  });
});

test("a submitted assessment takes no answers", () => {
  for (const code of ["1:1", "1:2", "2:1"]) {
    const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
    save({ code, content: anAnswer({ indicators }) });
  }
  expect(submitAssessment(connection.db, place, { now: testNow, personId: first })).toMatchObject({
    ok: true,
    number: 1,
  });
  expect(save({ baseRevision: 1, content: anAnswer({ level: 0 }) })).toEqual({ ok: false, problem: "submitted" });
});
