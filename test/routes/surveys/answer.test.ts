import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { AnswerFailure } from "#components/survey/answer-values.ts";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findAnswer, listAnswers } from "#db/queries/answers.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { beginOnBehalf } from "#usecases/begin-on-behalf.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { takeBackDelegation } from "#usecases/take-back-delegation.ts";
import { action, loader } from "../../../app/routes/surveys/answer.tsx";

let connection: Connection;
let cookie: string;
let personId: string;

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  ({ cookie, personId } = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }));
});

type Options = { code?: string; actor?: string; year?: string; now?: Date; cookie?: string; query?: string };
function argsOf(
  { code = "1:1", actor = "haninge", year = String(testYear), query = "", ...rest }: Options,
  form?: Record<string, string | string[]>,
) {
  const path = `/skattning/${year}/${actor}/${code}${query}`;
  return routeArgs(connection.db, path, { cookie, params: { year, actor, code }, form, ...rest });
}
const complete = (code = "1:1") => ({
  [`indicators.${code}.1`]: "yes",
  [`indicators.${code}.2`]: "yes",
  answer: "3",
  confidence: "medium",
});
async function post(fields: Record<string, string | string[]> = {}, options: Options = {}) {
  const form = { intent: "save", baseRevision: "0", saveId: randomUUID(), ...fields };
  const outcome = await outcomeOf(() => action(argsOf(options, form)));
  if (outcome instanceof Response)
    return { status: outcome.status, location: outcome.headers.get("location"), failure: null };
  return { status: outcome.init?.status ?? 200, location: null, failure: outcome.data as AnswerFailure };
}
async function get(options: Options = {}) {
  const outcome = await outcomeOf(() => loader(argsOf(options)));
  if (outcome instanceof Response) throw new Error(await outcome.text());
  return outcome;
}
function thousandRows(): Record<string, string> {
  const rows = Array.from({ length: 1000 }, (_, row) => ({
    [`evidence.${row}.kind`]: "plan",
    [`evidence.${row}.what`]: `Plan ${row}`,
  }));
  return Object.assign({}, ...rows);
}
const nothingStored = () => expect(listAnswers(connection.db, testYear, "haninge")).toEqual([]);

test("a save leads back to the page, which says when it was saved and what is missing", async () => {
  expect(await post({ answer: "2" })).toMatchObject({
    status: 303,
    location: "/skattning/2026/haninge/1:1?sparat=1%3A1",
  });
  const page = await get({ query: "?sparat=1:1" });
  expect(page.notice?.text).toBe("Sparat 12:00. 1:1 är inte klar än.");
  expect(page.notice?.missing.map(({ field }) => field)).toEqual(["indicator", "indicator", "reason", "confidence"]);
  expect(page.savedText).toBe("Sparat 12:00 av Person coordinator");
});

test("save and next leads to the next sub-capability, and after the last to submitting", async () => {
  expect(await post({ intent: "next" })).toMatchObject({ location: "/skattning/2026/haninge/1:2?sparat=1%3A1" });
  expect(await post({ intent: "next" }, { code: "2:1" })).toMatchObject({
    location: "/skattning/2026/haninge/lamna-in?sparat=2%3A1",
  });
});

test("the level that the saved indicators point to is proposed", async () => {
  expect((await get()).view.proposed).toBeNull();
  await post({ ...complete(), "indicators.1:1.2": "partly" });
  expect((await get()).view.proposed).toBe(2);
});

test("another row of evidence keeps what was typed and saves nothing", async () => {
  const typed = { ...complete(), comment: "nytt 🙂", "evidence.0.kind": "exercise", "evidence.0.date": "inte än" };
  const { status, failure } = await post({ ...typed, intent: "add_row" });
  expect(status).toBe(200);
  expect(failure).toMatchObject({
    errors: {},
    emptyRows: 3,
    values: { answer: "3", comment: "nytt 🙂", evidence: [{ date: "inte än" }] },
  });
  nothingStored();
});

test.each<[string, Record<string, string>, string]>([
  ["a level outside the scale", { answer: "9" }, "answer"],
  ["a text over its limit", { comment: "å".repeat(100_000) }, "comment"],
  [
    "a date that is none",
    { "evidence.0.kind": "event", "evidence.0.what": "Brand", "evidence.0.date": "31 februari" },
    "evidence.0.date",
  ],
  ["a NUL byte", { reason: "\u0000" }, "reason"],
  ["a thousand rows of evidence", thousandRows(), "evidence"],
])("%s brings the form back with everything typed and stores nothing", async (_case, fields, field) => {
  const { status, failure } = await post({ ...complete(), "indicators.1:1.2": "partly", ...fields });
  expect(status).toBe(422);
  expect(Object.keys(failure?.errors ?? {})).toEqual([field]);
  expect(failure?.values.indicators["1:1.2"]?.answer).toBe("partly");
  for (const typed of Object.values(fields)) expect(JSON.stringify(failure?.values)).toContain(JSON.stringify(typed));
  nothingStored();
});

test.each([
  ["emoji", "Övat 🚒👩🏽‍🚒"],
  ["text from right to left", "תרגיל משותף עם المنطقة"],
  ["as much as fits", "å".repeat(4000)],
])("%s is stored as it was typed", async (_case, comment) => {
  expect((await post({ comment })).status).toBe(303);
  expect((await get()).view.saved.content.comment).toBe(comment);
});

describe("a stale save", () => {
  test("shows both versions, and the answer of the form can then be saved over the other", async () => {
    const other = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
    await post({ ...complete(), comment: "deras" }, { cookie: other.cookie });
    const late = await post({ answer: "1", comment: "mitt" });
    expect(late.status).toBe(409);
    expect(late.failure).toMatchObject({
      values: { answer: "1", comment: "mitt" },
      stale: { values: { answer: "3", comment: "deras" } },
      baseRevision: 1,
    });
    expect(findAnswer(connection.db, { year: testYear, actorId: "haninge", code: "1:1" })?.content.comment).toBe(
      "deras",
    );

    const mine = {
      answer: "1",
      comment: "mitt",
      baseRevision: String(late.failure?.baseRevision),
      saveId: String(late.failure?.saveId),
    };
    expect((await post(mine)).status).toBe(303);
    expect((await get()).view.saved).toMatchObject({ revision: 2, content: { comment: "mitt" } });
  });

  test("a repeated save is answered like the first", async () => {
    const form = { ...complete(), saveId: randomUUID() };
    expect((await post(form)).status).toBe(303);
    expect((await post(form)).status).toBe(303);
    expect((await get()).view.saved.revision).toBe(1);
  });

  test("a save id that was used for another answer keeps the text on the page", async () => {
    const saveId = randomUUID();
    await post({ ...complete(), saveId });
    const { status, failure } = await post({ comment: "skrivet", saveId }, { code: "1:2" });
    expect(status).toBe(409);
    expect(failure).toMatchObject({ values: { comment: "skrivet" } });
    expect(failure?.errors[""]).toContain("spara en gång till");
    expect(failure?.saveId).not.toBe(saveId);
  });
});

describe("what takes no answers says so and keeps the text on the page", () => {
  test("a round whose closing day has ended", async () => {
    const { cookie: later } = signedIn(connection.db, {
      role: "coordinator",
      actorId: "haninge",
      now: new Date("2026-05-31T21:00:00Z"),
    });
    const { status, failure } = await post(
      { comment: "för sent" },
      { now: new Date("2026-05-31T22:00:01Z"), cookie: later },
    );
    expect(status).toBe(409);
    expect(failure).toMatchObject({ values: { comment: "för sent" }, closed: expect.stringContaining("inte öppen") });
    nothingStored();
  });

  test("a submitted assessment", async () => {
    for (const code of ["1:1", "1:2", "2:1"]) await post(complete(code), { code });
    expect(submitAssessment(connection.db, { year: testYear, actorId: "haninge" }, { now: testNow, personId }).ok).toBe(
      true,
    );
    const { status, failure } = await post({ comment: "för sent", baseRevision: "1" });
    expect(status).toBe(409);
    expect(failure).toMatchObject({ values: { comment: "för sent" }, closed: expect.stringContaining("inlämnad") });
    expect((await get()).readOnly).toContain("inlämnad");
  });

  test.each([
    ["a row is asked for", { intent: "add_row" }],
    ["a text is too long", { reason: "x".repeat(200_000) }],
  ])("a submitted assessment, where %s", async (_what, fields) => {
    for (const code of ["1:1", "1:2", "2:1"]) await post(complete(code), { code });
    submitAssessment(connection.db, { year: testYear, actorId: "haninge" }, { now: testNow, personId });
    const { status, failure } = await post({ comment: "för sent", ...fields });
    expect(status).toBe(409);
    expect(failure).toMatchObject({ values: { comment: "för sent" }, closed: expect.stringContaining("inlämnad") });
  });

  test("saving an untouched page leaves no trace", async () => {
    expect((await post({})).status).toBe(303);
    nothingStored();
  });
});

describe("an unknown address gives 404 with a sentence", () => {
  test.each([
    [{ year: "2031" }, "Omgången 2031 finns inte."],
    [{ year: "nu" }, "Omgången nu finns inte."],
    [{ code: "9:9" }, "Delförmågan 9:9 finns inte i omgången 2026."],
  ])("%o", async (options, sentence) => {
    for (const run of [() => loader(argsOf(options)), () => action(argsOf(options, { answer: "1" }))]) {
      const outcome = await outcomeOf<unknown>(run);
      expect(outcome).toBeInstanceOf(Response);
      expect((outcome as Response).status).toBe(404);
      expect(await (outcome as Response).text()).toBe(sentence);
    }
  });
});

describe("a contributor", () => {
  const delegate = (personIdOf: string) =>
    delegateBaseCapability(
      connection.db,
      { year: testYear, actorId: "haninge", capability: 1, personId: personIdOf },
      { now: testNow, personId, role: "coordinator" },
    );
  const colleague = () => signedIn(connection.db, { role: "contributor", actorId: "haninge" });

  test("reads what is not delegated to it, and a save there keeps the text on the page", async () => {
    const { cookie: theirs } = colleague();
    expect((await get({ cookie: theirs })).readOnly).toContain("inte fördelat till dig");
    const { status, failure } = await post({ comment: "skrivet" }, { cookie: theirs });
    expect(status).toBe(409);
    expect(failure).toMatchObject({ values: { comment: "skrivet" }, closed: expect.stringContaining("inte fördelad") });
    nothingStored();
  });

  test("goes through its own pages, and from the last to the list", async () => {
    const bo = colleague();
    delegate(bo.personId);
    expect(await get({ cookie: bo.cookie })).toMatchObject({ readOnly: null, lastStep: "Spara och gå till listan" });
    const next = await post({ ...complete(), intent: "next" }, { cookie: bo.cookie });
    expect(next.location).toBe("/skattning/2026/haninge/1:2?sparat=1%3A1");
    const last = await post({ ...complete("1:2"), intent: "next" }, { cookie: bo.cookie, code: "1:2" });
    expect(last.location).toBe("/skattning/2026/haninge?sparat=1%3A2");
    expect((await get({ cookie: bo.cookie, code: "2:1" })).readOnly).toContain("inte fördelat till dig");
  });

  test("whose delegation is taken back while it types is told so, with its text on the page", async () => {
    const bo = colleague();
    delegate(bo.personId);
    const key = { year: testYear, actorId: "haninge", sequence: 1 };
    takeBackDelegation(connection.db, key, { now: testNow, personId, role: "coordinator" });
    const typed = { ...complete(), comment: "en halv timmes arbete" };
    const { status, failure } = await post(typed, { cookie: bo.cookie });
    expect(status).toBe(409);
    expect(failure).toMatchObject({
      values: { comment: typed.comment },
      closed: expect.stringContaining("inte längre"),
    });
    nothingStored();
  });
});

test.each([["approver", "haninge"]] as const)("a %s reads and cannot save", async (role, actorId) => {
  const reader = signedIn(connection.db, { role, actorId });
  expect((await get({ cookie: reader.cookie })).readOnly).toContain("Aktörens samordnare");
  expect((await post(complete(), { cookie: reader.cookie })).status).toBe(403);
  nothingStored();
});

test("the office reads, and saves only on the actor's behalf: refused, it keeps what was typed and is told what to do", async () => {
  const office = signedIn(connection.db, { role: "office" });
  expect((await get({ cookie: office.cookie })).readOnly).toContain("Aktörens samordnare");
  const refused = await post({ ...complete(), comment: "Från papper" }, { cookie: office.cookie });
  expect(refused.status).toBe(409);
  expect(refused.failure).toMatchObject({
    values: { comment: "Från papper" },
    closed: expect.stringContaining("vad svaren bygger på"),
  });
  nothingStored();
  const basis = { basis: "paper", basisDay: "2026-03-01", note: "" } as const;
  const by = { now: testNow, personId: office.personId, role: "office" } as const;
  beginOnBehalf(connection.db, { year: testYear, actorId: "haninge", ...basis }, by);
  expect((await get({ cookie: office.cookie })).readOnly).toBeNull();
  await post(complete(), { cookie: office.cookie });
  expect((await get()).savedText).toContain("samordningskansliet åt aktören (papper, 1 mars 2026)");
});

test("another actor's coordinator is told that nothing is there", async () => {
  const stranger = signedIn(connection.db, { role: "coordinator", actorId: "solna" });
  const seen = await outcomeOf<unknown>(() => loader(argsOf({ cookie: stranger.cookie })));
  expect((seen as Response).status).toBe(404);
  expect((await post(complete(), { cookie: stranger.cookie })).status).toBe(404);
  nothingStored();
});

test("the page takes at most fourteen queries where there is no earlier year, no plan and nothing recorded", async () => {
  const client = connection.sqlite;
  const prepare = client.prepare.bind(client);
  let queries = 0;
  client.prepare = ((text: string) => {
    queries += 1;
    return prepare(text);
  }) as typeof client.prepare;
  await get();
  expect(queries).toBeGreaterThan(0);
  expect(queries).toBeLessThanOrEqual(14);
});
