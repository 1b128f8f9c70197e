import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listRevisions } from "#db/queries/answers.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { action, loader } from "../../../app/routes/surveys/history.tsx";

const params = { year: String(testYear), actor: "haninge", code: "1:1" };
const path = "/skattning/2026/haninge/1:1/historik";
let connection: Connection;
let cookie: string;
let personId: string;

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  ({ cookie, personId } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }));
});

function save(code: string, baseRevision: number, overrides: Parameters<typeof anAnswer>[0] = {}) {
  const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
  const input = { year: testYear, actorId: "haninge", code, baseRevision, saveId: randomUUID() };
  saveAnswer(
    connection.db,
    { ...input, content: anAnswer({ indicators, ...overrides }) },
    { now: testNow, personId, role: "coordinator" },
  );
}

async function get(options: { cookie?: string; now?: Date; query?: string } = {}) {
  const { query = "", ...rest } = options;
  const outcome = await outcomeOf(() => loader(routeArgs(connection.db, path + query, { cookie, params, ...rest })));
  if (outcome instanceof Response) throw new Error(await outcome.text());
  return outcome;
}

async function restore(fields: Record<string, string> = {}, as = cookie) {
  const form = { revision: "1", baseRevision: "2", saveId: randomUUID(), ...fields };
  const outcome = await outcomeOf(() => action(routeArgs(connection.db, path, { cookie: as, params, form })));
  if (outcome instanceof Response) return { status: outcome.status, location: outcome.headers.get("location") };
  return { status: outcome.init?.status, problem: outcome.data.problem };
}
const count = () => listRevisions(connection.db, { year: testYear, actorId: "haninge", code: "1:1" }).length;

test("an answer that nobody has begun has an empty history", async () => {
  expect((await get()).revisions).toEqual([]);
});

test("a restore leads back to the history, which says which version is in force", async () => {
  save("1:1", 0, { comment: "först" });
  save("1:1", 1, { comment: "sedan" });
  expect(await restore()).toEqual({ status: 303, location: `${path}?aterstalld=1` });
  const page = await get({ query: "?aterstalld=1" });
  expect(page.restored).toBe(1);
  expect(page.revisions.map(({ content }) => content.comment)).toEqual(["först", "sedan", "först"]);
  expect((await get({ query: "?aterstalld=2" })).restored).toBeNull();
});

test.each([
  ["a version that somebody has saved since", { baseRevision: "1" }, 409, "ny version"],
  ["a form that did not come whole", { saveId: "" }, 422, "kom inte fram helt"],
])("%s stops the restore, and the page says so", async (_case, fields, status, words) => {
  save("1:1", 0);
  save("1:1", 1, { comment: "sedan" });
  expect(await restore(fields)).toEqual({ status, problem: expect.stringContaining(words) });
  expect(count()).toBe(2);
});

test("a version that does not exist is not found", async () => {
  expect(await restore({ revision: "9" })).toMatchObject({ status: 404 });
});

test("what is submitted cannot be restored, and says so before one tries", async () => {
  for (const code of ["1:1", "1:2", "2:1"]) save(code, 0, { comment: "först" });
  save("1:1", 1, { comment: "sedan" });
  submitAssessment(connection.db, { year: testYear, actorId: "haninge" }, { now: testNow, personId });
  expect((await get()).readOnly).toContain("inlämnad");
  expect(await restore()).toEqual({ status: 409, problem: expect.stringContaining("inlämnad") });
  expect(count()).toBe(2);
});

test.each([
  ["contributor, to whom nothing is delegated,", "contributor", "inte fördelat till dig", 409],
  ["approver", "approver", "Aktörens samordnare", 403],
  ["office", "office", "Aktörens samordnare", 409],
] as const)("the %s reads the history and restores nothing", async (_who, role, reason, status) => {
  save("1:1", 0, { comment: "först" });
  save("1:1", 1, { comment: "sedan" });
  const reader = signedIn(connection.db, { role, actorId: role === "office" ? null : "haninge" });
  const page = await get({ cookie: reader.cookie });
  expect(page.revisions).toHaveLength(2);
  expect(page.readOnly).toContain(reason);
  expect(await restore({}, reader.cookie)).toMatchObject({ status });
  expect(count()).toBe(2);
});
