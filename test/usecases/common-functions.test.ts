import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { aCapability, aSubCapability } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn, statusOf, testNow } from "#test/support/request.ts";
import { storeActors, storeDefinition } from "#test/support/stored.ts";
import { answerCommonFunction } from "#usecases/answer-common-function.ts";
import { closeRound } from "#usecases/close-round.ts";
import { loadResults } from "#usecases/load-results.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { viewCommonFunctions } from "#usecases/view-common-functions.ts";
import { viewRegion } from "#usecases/view-region.ts";
import { action } from "../../app/routes/surveys/common-functions.tsx";

let connection: Connection;
let office: { personId: string; cookie: string };
const year = 2026;
const open = () => openRound(connection.db, { year }, { now: testNow });
const close = () => closeRound(connection.db, { year }, { now: testNow });
const release = () => releaseRound(connection.db, { year }, { now: testNow });
const content = { answers: { "2:4.2": "partly" as const }, comment: "RSIB övade i mars." };
const answer = (change: object = {}) =>
  answerCommonFunction(
    connection.db,
    { year, code: "2:4", baseRevision: 0, saveId: randomUUID(), content, ...change },
    { now: testNow, personId: office.personId },
  );
const viewed = () => viewCommonFunctions(connection.db, year, testNow)?.functions;

beforeEach(() => {
  connection = openDatabase(":memory:");
  const { db } = connection;
  const shared = aSubCapability("2:4", { audiences: ["all", "common_function"] });
  storeDefinition(db, { capabilities: [aCapability(2, [aSubCapability("2:3"), shared])] });
  storeActors(db);
  planRound(db, { year, definitionVersion: "test", closingDay: "2026-05-31" }, { now: testNow });
  office = signedIn(db, { role: "office" });
});

test("only what the definition directs to a common function is asked of the office", () => {
  expect(viewed()).toMatchObject([
    { code: "2:4", indicators: [{ id: "2:4.2" }], revision: 0, content: { answers: {} } },
  ]);
});

test("a save is kept, and answers to other indicators are left out", () => {
  open();
  expect(answer({ content: { ...content, answers: { "2:4.1": "yes", "2:4.2": "partly" } } })).toMatchObject({
    ok: true,
  });
  expect(viewed()).toMatchObject([{ revision: 1, content }]);
  expect(viewed()?.[0]?.content.answers).toEqual({ "2:4.2": "partly" });
});

test.each([
  ["planned", [], "not_now"],
  ["open", [open], undefined],
  ["closed", [open, close], undefined],
  ["released", [open, close, release], "not_now"],
] as const)("while the round is %s", (_state, moves, problem) => {
  for (const move of moves) move();
  expect(answer()).toEqual(problem ? { ok: false, problem } : { ok: true, revision: 1 });
});

test("a repeated save is one, a used id for something else and a stale save are refused", () => {
  open();
  const saveId = randomUUID();
  expect([answer({ saveId }), answer({ saveId })]).toEqual([
    { ok: true, revision: 1 },
    { ok: true, revision: 1 },
  ]);
  const other = { ...content, comment: "Något annat" };
  expect(answer({ saveId, content: other })).toEqual({ ok: false, problem: "save_id_taken" });
  expect(answer({ content: other })).toEqual({ ok: false, problem: "stale" });
  expect(answer({ content: other, baseRevision: 1 })).toEqual({ ok: true, revision: 2 });
});

test("an id used in another year's round is refused, and changes nothing", () => {
  open();
  const saveId = randomUUID();
  answer({ saveId });
  planRound(connection.db, { year: year + 1, definitionVersion: "test", closingDay: "2027-05-31" }, { now: testNow });
  openRound(connection.db, { year: year + 1 }, { now: testNow });
  expect(answer({ saveId, year: year + 1 })).toEqual({ ok: false, problem: "save_id_taken" });
});

test.each([
  [{ code: "2:3" }, "unknown_code"],
  [{ year: 1999 }, "unknown_round"],
])("%o is %s", (change, problem) => {
  open();
  expect(answer(change)).toEqual({ ok: false, problem });
});

test("it is in no sum, and the council reads it after the release alone, without the comment", () => {
  open();
  const before = loadResults(connection.db, year)?.results;
  answer();
  expect(loadResults(connection.db, year)?.results).toEqual(before);
  const council = () => viewRegion(connection.db, { year, mustWait: true }, { now: testNow })?.common;
  expect(council()).toEqual([]);
  close();
  release();
  expect(council()).toEqual([{ id: "2:4.2", code: "2:4", text: "Aktören kan 2:4.2", answer: "partly" }]);
});

test.each([
  [{ "answers.2:4.2": "kanske" }, 422],
  [{ comment: "å".repeat(4001) }, 422],
  [{ comment: "a\0b" }, 422],
  [{ saveId: "" }, 422],
  [{ code: "2:3" }, 409],
  [{ "answers.2:4.2": "yes" }, 303],
])("the form %o is answered with %i", async (change, status) => {
  open();
  const form = { code: "2:4", baseRevision: "0", saveId: "ett", comment: "", ...change };
  const args = routeArgs(connection.db, "/", { cookie: office.cookie, params: { year: "2026" }, form });
  const outcome = await outcomeOf(() => action(args));
  expect(statusOf(outcome)).toBe(status);
  if (status !== 303) expect(outcome).toMatchObject({ data: { values: form } });
});
