import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { type Role, roles } from "#domain/access.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { beginOnBehalf } from "#usecases/begin-on-behalf.ts";
import { closeRound } from "#usecases/close-round.ts";
import { endOnBehalf } from "#usecases/end-on-behalf.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { restoreAnswer } from "#usecases/restore-answer.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewActorReport } from "#usecases/view-actor-report.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";
import { viewHistory } from "#usecases/view-history.ts";
import { withdrawSubmission } from "#usecases/withdraw-submission.ts";

let connection: Connection;
let people: Record<"office" | "coordinator", string>;
const key = { year: testYear, actorId: "haninge" };
const workshop = { ...key, basis: "workshop", basisDay: "2026-02-14", note: "" } as const;

const by = (role: Role, now = testNow) => ({
  now,
  personId: role === "coordinator" ? people.coordinator : people.office,
  role,
});
const content = (code: string, level = 3) =>
  anAnswer({
    indicators: indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" }),
    level,
    reason: "Därför.",
  });
const save = (role: Role, code = "1:1", { level = 3, baseRevision = 0 } = {}) =>
  saveAnswer(
    connection.db,
    { ...key, code, baseRevision, saveId: randomUUID(), content: content(code, level) },
    by(role),
  );
const submit = (role: Role) => submitAssessment(connection.db, key, by(role));
const begin = (change: object = {}, role: Role = "office") =>
  beginOnBehalf(connection.db, { ...workshop, ...change }, by(role));
const end = (role: Role = "office") => endOnBehalf(connection.db, key, by(role));
function viewed() {
  const found = viewAssessment(connection.db, key, testNow);
  if (!found.ok) throw new Error(found.problem);
  return found.view;
}
function historyOf(code: string) {
  const found = viewHistory(connection.db, { ...key, code }, by("office"));
  return found.ok ? found.revisions : [];
}

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  people = {
    office: signedIn(connection.db, { role: "office" }).personId,
    coordinator: signedIn(connection.db, { role: "coordinator", actorId: "haninge" }).personId,
  };
});

describe("the office", () => {
  test("neither saves nor submits nor restores for an actor before it has said from what", () => {
    expect(save("office")).toEqual({ ok: false, problem: "not_yours" });
    save("coordinator");
    save("coordinator", "1:1", { level: 2, baseRevision: 1 });
    const restore = { ...key, code: "1:1", revision: 1, baseRevision: 2, saveId: randomUUID() };
    expect(restoreAnswer(connection.db, restore, by("office"))).toEqual({ ok: false, problem: "not_yours" });
    expect(submit("office")).toEqual({ ok: false, problem: "not_yours" });
    expect(historyOf("1:1")).toHaveLength(2);
  });

  test("then does both, and all that it did says so", () => {
    expect(begin()).toEqual({ ok: true, sequence: 1 });
    for (const code of ["1:1", "1:2", "2:1"]) expect(save("office", code)).toMatchObject({ ok: true });
    const facts = { basis: "workshop", basisDay: "2026-02-14", note: "" };
    expect(viewed()).toMatchObject({ onBehalf: facts, filledInFrom: [facts] });
    expect(submit("office")).toMatchObject({ ok: true, number: 1 });
    expect(viewed().submission).toMatchObject({ submittedByName: "Person office", onBehalf: facts });
    expect(historyOf("1:1")).toMatchObject([{ savedByName: "Person office", onBehalf: facts }]);
    expect(viewActorReport(connection.db, key, { now: testNow })?.filledInFrom).toMatchObject([facts]);
  });

  test("may take back what it submitted, while it fills in", () => {
    begin();
    for (const code of ["1:1", "1:2", "2:1"]) save("office", code);
    submit("office");
    const first = { ...key, number: 1 };
    end();
    expect(withdrawSubmission(connection.db, first, by("office"))).toMatchObject({ problem: "not_yours" });
  });

  test("stops: what it saved stays with its basis, and it saves no more", () => {
    begin();
    save("office");
    expect(end()).toEqual({ ok: true });
    expect(save("office", "1:2")).toEqual({ ok: false, problem: "not_yours" });
    expect(viewed()).toMatchObject({ onBehalf: null, filledInFrom: [{ basis: "workshop" }] });
    expect(end()).toEqual({ ok: false, problem: "not_on_behalf" });
  });

  test("begins again from something else, and each answer keeps its own", () => {
    begin();
    save("office", "1:1");
    end();
    expect(begin({ basis: "other", note: "Telefonsamtal med räddningschefen" })).toEqual({ ok: true, sequence: 2 });
    save("office", "1:2");
    expect(historyOf("1:1")[0]?.onBehalf).toMatchObject({ basis: "workshop" });
    expect(historyOf("1:2")[0]?.onBehalf).toMatchObject({ basis: "other", note: "Telefonsamtal med räddningschefen" });
  });

  test("fills in for one actor and no other", () => {
    begin({ actorId: "solna" });
    expect(save("office")).toEqual({ ok: false, problem: "not_yours" });
  });
});

test("the actor's own people still write, and their answers are their own", () => {
  begin();
  save("office", "1:1");
  expect(save("coordinator", "1:1", { level: 2, baseRevision: 1 })).toMatchObject({ ok: true, revision: 2 });
  expect(historyOf("1:1").map(({ onBehalf }) => onBehalf?.basis ?? null)).toEqual([null, "workshop"]);
  save("coordinator", "1:2");
  save("coordinator", "2:1");
  expect(submit("coordinator")).toMatchObject({ ok: true });
  expect(viewed()).toMatchObject({ submission: { onBehalf: null }, filledInFrom: [] });
});

describe("beginning", () => {
  test.each([
    ["with a day that is none", { basisDay: "2026-02-30" }, "basis_day_invalid"],
    ["with a day to come", { basisDay: "2026-03-03" }, "basis_day_future"],
    ["from something else without saying what", { basis: "other", note: " " }, "note_missing"],
    ["with a note over its limit", { note: "x".repeat(301) }, "note_long"],
    ["for an actor outside the round", { actorId: "ingen" }, "unknown_actor"],
    ["in a year without a round", { year: 2031 }, "unknown_round"],
  ])("is refused %s", (_rule, change, problem) => {
    expect(begin(change)).toEqual({ ok: false, problem });
  });

  test("twice is refused", () => {
    begin();
    expect(begin()).toEqual({ ok: false, problem: "already_on_behalf" });
  });

  test.each(roles.filter((role) => role !== "office"))("is not a %s's to do, nor is ending", (role) => {
    expect(begin({}, role)).toEqual({ ok: false, problem: "not_yours" });
    begin();
    expect(end(role)).toEqual({ ok: false, problem: "not_yours" });
  });

  test("is refused in a closed round, but not where the actor is reopened", () => {
    closeRound(connection.db, { year: testYear }, { now: testNow });
    expect(begin()).toEqual({ ok: false, problem: "not_now" });
    reopenAssessment(connection.db, { ...key, reason: "Sjukdom", lastDay: "2026-03-09" }, by("office"));
    expect(begin()).toMatchObject({ ok: true });
    expect(save("office")).toMatchObject({ ok: true });
  });
});

test("what was recorded is never changed, and no answer names a basis that is not there", () => {
  begin();
  save("office");
  end();
  const { sqlite } = connection;
  expect(() => sqlite.exec("UPDATE on_behalf SET note = 'x'")).toThrow("never changed");
  expect(() => sqlite.exec("DELETE FROM on_behalf_end")).toThrow("never changed");
  const insert = `INSERT INTO answer_revision (year, actor_id, code, revision, save_id, causes, content, saved_at, on_behalf)
    VALUES (2026, 'haninge', '1:2', 1, 'x', '[]', '{}', '2026-03-02', 7)`;
  expect(() => sqlite.exec(insert)).toThrow("needs its basis");
});
