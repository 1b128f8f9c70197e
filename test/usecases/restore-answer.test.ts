import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findAnswer, listRevisions } from "#db/queries/answers.ts";
import { anAnswer } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { restoreAnswer } from "#usecases/restore-answer.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { viewHistory } from "#usecases/view-history.ts";

const place = { year: testYear, actorId: "haninge", code: "1:1" };
const contents = [anAnswer({ comment: "först" }), anAnswer({ comment: "sedan" }), anAnswer({ comment: "sist" })];
let connection: Connection;
let personId: string;

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  personId = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }).personId;
  for (const [baseRevision, content] of contents.entries())
    saveAnswer(
      connection.db,
      { ...place, baseRevision, saveId: randomUUID(), content },
      { now: testNow, personId, role: "coordinator" },
    );
});

function restore(overrides: Partial<Parameters<typeof restoreAnswer>[1]> = {}, now = testNow) {
  const input = { ...place, revision: 1, baseRevision: 3, saveId: randomUUID(), ...overrides };
  return restoreAnswer(connection.db, input, { now, personId, role: "coordinator" });
}
const history = () => listRevisions(connection.db, place).map(({ revision, content }) => [revision, content.comment]);
const untouched = [
  [3, "sist"],
  [2, "sedan"],
  [1, "först"],
];

test("an earlier revision becomes a new one, and every revision stays", () => {
  expect(restore()).toEqual({ ok: true, revision: 4, savedAt: testNow.toISOString() });
  expect(history()).toEqual([[4, "först"], ...untouched]);
  expect(findAnswer(connection.db, place)).toMatchObject({ content: contents[0], savedBy: personId });
});

test("restoring what is in force changes nothing", () => {
  expect(restore({ revision: 3 })).toMatchObject({ ok: true, revision: 3 });
  expect(history()).toEqual(untouched);
});

test.each([
  ["a save that came in between", { baseRevision: 2 }, testNow, "stale"],
  ["a revision that is not there", { revision: 9 }, testNow, "unknown_revision"],
  ["a round that has closed", {}, new Date("2026-05-31T22:00:01Z"), "round_not_open"],
])("%s refuses the restore", (_case, overrides, now, problem) => {
  expect(restore(overrides, now)).toMatchObject({ ok: false, problem });
  expect(history()).toEqual(untouched);
});

test("the history tells which revisions say the same, and which of them is what the answer says now", () => {
  restore();
  const found = viewHistory(connection.db, place, { now: testNow, personId, role: "coordinator" });
  expect(found.ok && found.revisions.map(({ revision, sameAs, isInForce }) => [revision, sameAs, isInForce])).toEqual([
    [4, 1, true],
    [3, null, false],
    [2, null, false],
    [1, null, true],
  ]);
});
