import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { AnswerContent } from "#domain/answer.ts";
import type { MapEntry } from "#domain/version-map.ts";
import { aCapability, anAnswer, anEvidence, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeActors, storeDefinition } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewRound } from "#usecases/view-round.ts";
import { withdrawSubmission } from "#usecases/withdraw-submission.ts";
import { action, loader } from "../../../app/routes/surveys/answer.tsx";
import { loader as autosaveEarlier } from "../../../app/routes/surveys/earlier.ts";
import { loader as submitPage } from "../../../app/routes/surveys/submit.tsx";

const lastYear = new Date("2025-03-03T11:00:00Z");
const secret = "Skälet förra året";
const evidence = [
  anEvidence({ what: "Övning Norr", date: "2025-02-01" }),
  anEvidence({ what: "Övning Syd", date: "2024-01-10" }),
];
let connection: Connection;
let cookie: string;
let personId: string;

function done<T extends { ok: boolean }>(result: T): void {
  if (!result.ok) throw new Error(JSON.stringify(result));
}
function contentOf(code: string, overrides: Partial<AnswerContent> = {}): AnswerContent {
  return anAnswer({ indicators: indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" }), ...overrides });
}
function save(code: string, content: AnswerContent, year = 2026, now = testNow) {
  const baseRevision = findAnswer(connection.db, { year, actorId: "haninge", code })?.revision ?? 0;
  const input = { year, actorId: "haninge", code, baseRevision, saveId: randomUUID(), content };
  done(saveAnswer(connection.db, input, { now, personId, role: "coordinator" }));
}
function plan(year: number, definitionVersion: string, now: Date) {
  done(planRound(connection.db, { year, definitionVersion, closingDay: `${year}-05-31` }, { now }));
  done(openRound(connection.db, { year }, { now }));
}

/** Haninge's year 2025: 1:1 at level 1, with evidence and a comment; released unless told otherwise. */
function playLastYear({ isReleased = true, isWithdrawn = false } = {}) {
  plan(2025, "test", lastYear);
  const told = { level: 1, reason: secret, comment: "Övas i maj.", evidence };
  for (const code of ["1:1", "1:2", "2:1"]) save(code, contentOf(code, code === "1:1" ? told : {}), 2025, lastYear);
  const key = { year: 2025, actorId: "haninge" };
  const by = { now: lastYear, personId, role: "coordinator" as const };
  done(submitAssessment(connection.db, key, by));
  if (isWithdrawn) done(withdrawSubmission(connection.db, { ...key, number: 1 }, by));
  done(closeRound(connection.db, { year: 2025 }, { now: lastYear }));
  if (isReleased) done(releaseRound(connection.db, { year: 2025 }, { now: lastYear }));
}

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeDefinition(connection.db);
  storeActors(connection.db);
  ({ cookie, personId } = signedIn(connection.db, { role: "coordinator", actorId: "haninge", now: lastYear }));
  ({ cookie } = signedInAgain());
});
/** Sessions do not last a year. */
function signedInAgain() {
  const again = signedIn(connection.db, { role: "coordinator", actorId: "haninge" });
  personId = again.personId;
  return again;
}

function argsOf(code = "1:1", form?: Record<string, string>) {
  const path = `/skattning/2026/haninge/${code}`;
  return routeArgs(connection.db, path, { cookie, params: { year: "2026", actor: "haninge", code }, form });
}
async function get(code = "1:1") {
  const page = await outcomeOf(() => loader(argsOf(code)));
  if (page instanceof Response) throw new Error(await page.text());
  return page;
}
async function post(fields: Record<string, string>) {
  const form = { "indicators.1:1.1": "yes", "indicators.1:1.2": "yes", baseRevision: "0", saveId: randomUUID() };
  const outcome = await outcomeOf(() => action(argsOf("1:1", { ...form, intent: "save", ...fields })));
  return outcome instanceof Response ? (outcome.headers.get("location") ?? "") : outcome;
}
const saved = () => findAnswer(connection.db, { year: 2026, actorId: "haninge", code: "1:1" });

test("a level that has changed much is ready for the office only with why it did, as it is for the actor", () => {
  playLastYear();
  plan(2026, "test", testNow);
  const ready = () =>
    viewRound(connection.db, 2026, testNow)?.actors.find(({ actorId }) => actorId === "haninge")?.ready;
  save("1:1", contentOf("1:1", { level: 3, reason: "Därför." }));
  expect(ready()).toBe(0);
  save("1:1", contentOf("1:1", { level: 3, reason: "Därför.", changeReason: "Utbildat alla." }));
  expect(ready()).toBe(1);
  save("1:2", contentOf("1:2"));
  expect(ready()).toBe(2);
});

describe("the level of the year before", () => {
  beforeEach(() => {
    playLastYear();
    plan(2026, "test", testNow);
  });
  const asked = async () => {
    const outcome = await outcomeOf(() => autosaveEarlier(argsOf()));
    return (await (outcome as Response).json()) as { answer: unknown };
  };

  test.each<[string, AnswerContent | null]>([
    ["nothing is saved", null],
    ["only indicators are saved", contentOf("1:1", { kind: null, level: null, confidence: null })],
    ["it is saved that it cannot be judged", contentOf("1:1", { kind: "unknown", level: null })],
  ])("is nowhere in what the page gets while %s", async (_what, content) => {
    if (content) save("1:1", content);
    const page = await get();
    expect(page.view.earlier).toMatchObject({ kind: "comparable", year: 2025, answer: null });
    // A level of 1 is nowhere, nor what was said of it.
    expect(Object.keys(page.view.earlier ?? {}).sort()).toEqual(
      ["kind", "year", "clarified", "evidence", "comment", "isCommentTaken", "answer"].sort(),
    );
    expect(JSON.stringify(page)).not.toContain(secret);
    expect((await asked()).answer).toBeNull();
  });

  test("is shown once a level is saved, never its reason", async () => {
    save("1:1", contentOf("1:1"));
    const page = await get();
    expect(page.view.earlier).toMatchObject({ answer: { kind: "level", level: 1 } });
    expect(JSON.stringify(page)).not.toContain(secret);
    expect((await asked()).answer).toEqual({ kind: "level", level: 1 });
  });

  test("two steps away, submitting needs to know why, and the page before it says so", async () => {
    for (const code of ["1:1", "1:2", "2:1"]) save(code, contentOf(code));
    const by = { now: testNow, personId, role: "coordinator" as const };
    const key = { year: 2026, actorId: "haninge" };
    expect(submitAssessment(connection.db, key, by)).toMatchObject({
      problem: "incomplete",
      missing: [{ code: "1:1", missing: [{ field: "change_reason" }] }],
    });
    const page = await outcomeOf(() => submitPage(argsOf()));
    if (page instanceof Response) throw new Error(await page.text());
    expect(page.review.points.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      "large_change 1:1",
      "all_alike null",
    ]);
    await post({ answer: "3", confidence: "medium", changeReason: "Ny plan.", baseRevision: "1" });
    expect(saved()?.content.changeReason).toBe("Ny plan.");
    expect(submitAssessment(connection.db, key, by)).toMatchObject({ ok: true });
  });
});

describe("what can be taken over", () => {
  beforeEach(() => {
    playLastYear();
    plan(2026, "test", testNow);
  });
  const pieces = async () => {
    const { earlier } = (await get()).view;
    if (earlier?.kind !== "comparable") throw new Error("nothing to compare with");
    return earlier;
  };

  test("nothing is taken by itself, and what is too old says so", async () => {
    const { view } = await get();
    expect(view.saved.content).toMatchObject({ evidence: [], comment: "" });
    expect((await pieces()).evidence.map(({ what, isTooOld }) => [what, isTooOld])).toEqual([
      ["Övning Norr", false],
      ["Övning Syd", true],
    ]);
  });

  test("one piece of evidence is added to what is typed, as a save of its own", async () => {
    const to = await post({ intent: "take.evidence.1", comment: "Nytt i år." });
    expect(to).toBe("/skattning/2026/haninge/1:1?sparat=1%3A1&hamtat=1#forra-aret");
    expect(saved()).toMatchObject({
      revision: 1,
      content: { evidence: [evidence[1]], comment: "Nytt i år.", kind: null },
    });
    expect((await pieces()).evidence.map(({ isTaken }) => isTaken)).toEqual([false, true]);
  });

  test("the comment follows the one that is typed", async () => {
    await post({ intent: "take.comment", comment: "Nytt i år." });
    expect(saved()?.content.comment).toBe("Nytt i år.\n\nÖvas i maj.");
  });

  test.each(["take.evidence.7", "take.level", "take.evidence.x", "take."])("%s takes nothing over", async (intent) => {
    await post({ intent, comment: "Nytt." });
    expect(saved()?.content).toMatchObject({ evidence: [], comment: "Nytt.", kind: null });
  });

  test("from an old revision nothing is taken, and both versions are shown", async () => {
    save("1:1", contentOf("1:1", { comment: "Kollegans" }));
    const refused = await post({ intent: "take.comment", comment: "Min" });
    expect(refused).toMatchObject({ init: { status: 409 }, data: { stale: { values: { comment: "Kollegans" } } } });
    expect(saved()?.revision).toBe(1);
  });

  test("a comment that would be too long is refused at its field, with what is typed kept", async () => {
    const comment = "a".repeat(3995);
    const refused = await post({ intent: "take.comment", comment });
    expect(refused).toMatchObject({
      init: { status: 422 },
      data: { errors: { comment: expect.any(String) }, values: { comment } },
    });
    expect(saved()).toBeUndefined();
  });
});

describe("where there is nothing to compare with", () => {
  test.each([
    ["the year before is not released", { isReleased: false }],
    ["its submission was withdrawn", { isWithdrawn: true }],
  ])("nothing is said where %s", async (_what, options) => {
    playLastYear(options);
    plan(2026, "test", testNow);
    expect((await get()).view.earlier).toBeNull();
  });

  const entries: MapEntry[] = [
    { code: "1:1", change: "split", from: ["1:1"], reason: "Två frågor blev en." },
    { code: "1:2", change: "clarified", from: ["1:2"], reason: "Tydligare ord." },
    { code: "2:1", change: "new", from: [], reason: "Ny fråga." },
  ];
  test("the page says why where the version map draws no line, and shows nothing", async () => {
    playLastYear();
    const subs = ["1:1", "1:2"].map((code) => aSubCapability(code));
    const capabilities = [aCapability(1, subs), aCapability(2, [aSubCapability("2:1")])];
    storeDefinition(connection.db, { version: "test-2", capabilities });
    const map = { from: "test", to: "test-2", subCapabilities: entries, retired: [{ code: "2:1", reason: "Borta." }] };
    upsertVersionMap(connection.db, { map, sha256: "0".repeat(64), loadedAt: testNow.toISOString() });
    plan(2026, "test-2", testNow);
    save("1:1", contentOf("1:1"));
    expect((await get()).view.earlier).toEqual({
      ...{ kind: "not_comparable", year: 2025 },
      breaks: [{ change: "split", reason: "Två frågor blev en." }],
    });
    expect((await get("1:2")).view.earlier).toMatchObject({ kind: "comparable", clarified: ["Tydligare ord."] });
  });
});
