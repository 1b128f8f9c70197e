import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { type Role, roles } from "#domain/access.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { aMember, mailed } from "#test/support/mail.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { answerMoreTimeRequest } from "#usecases/answer-more-time-request.ts";
import { askMoreTime } from "#usecases/ask-more-time.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";
import { viewRound } from "#usecases/view-round.ts";

let db: Db;
let personId: string;
const key = { year: testYear, actorId: "haninge" };
const afterClosing = new Date("2026-06-01T08:00:00Z");
const by = (role: Role, now = testNow) => ({ now, personId, role });
const ask = (change: object = {}, role: Role = "coordinator", now = testNow) =>
  askMoreTime(db, { ...key, wantedDay: "2026-06-10", reason: "Sjukdom", ...change }, by(role, now));
const answer = (change: object = {}, role: Role = "office", now = testNow) =>
  answerMoreTimeRequest(db, { ...key, sequence: 1, grantedDay: "2026-06-08", note: "", ...change }, by(role, now));
const decline = (note = "Chefsgruppen behöver resultatet.") => answer({ grantedDay: null, note });
function save(code: string, now = testNow) {
  const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
  const content = anAnswer({ indicators, level: 3, reason: "Därför." });
  return saveAnswer(db, { ...key, code, baseRevision: 0, saveId: randomUUID(), content }, by("coordinator", now));
}
function viewed(now = testNow) {
  const found = viewAssessment(db, key, now);
  if (!found.ok) throw new Error(found.problem);
  return found.view;
}

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  personId = signedIn(db, { role: "coordinator", actorId: "haninge" }).personId;
});

describe("asking for more time", () => {
  test("is seen by the actor until it is answered", () => {
    expect(ask()).toEqual({ ok: true, sequence: 1 });
    expect(viewed().requests).toMatchObject([{ wantedDay: "2026-06-10", reason: "Sjukdom", answer: null }]);
  });

  test.each([
    ["for a day that is none", { wantedDay: "2026-06-31" }, "wanted_day_invalid"],
    ["for the day it has", { wantedDay: "2026-05-31" }, "wanted_day_not_later"],
    ["without a reason", { reason: " " }, "reason_missing"],
    ["with a reason over its limit", { reason: "x".repeat(1001) }, "reason_long"],
    ["for an actor outside the round", { actorId: "ingen" }, "unknown_actor"],
    ["in a year without a round", { year: 2031 }, "unknown_round"],
  ])("is refused %s", (_rule, change, problem) => {
    expect(ask(change)).toEqual({ ok: false, problem });
  });

  test("twice is refused, and allowed again once there is an answer", () => {
    ask();
    expect(ask()).toEqual({ ok: false, problem: "already_asked" });
    decline();
    expect(ask()).toEqual({ ok: true, sequence: 2 });
  });

  test("is refused after submitting and after closing", () => {
    expect(ask({}, "coordinator", afterClosing)).toEqual({ ok: false, problem: "not_now" });
    for (const code of ["1:1", "1:2", "2:1"]) save(code);
    submitAssessment(db, key, by("coordinator"));
    expect(ask()).toEqual({ ok: false, problem: "not_now" });
  });

  test.each(roles.filter((role) => role !== "coordinator"))("is not a %s's to do", (role) => {
    expect(ask({}, role)).toEqual({ ok: false, problem: "not_yours" });
  });
});

describe("answering", () => {
  beforeEach(() => {
    ask();
  });

  test("yes gives the actor its own last day, also another than it asked for", () => {
    expect(answer()).toEqual({ ok: true });
    expect(viewed()).toMatchObject({
      closingDay: "2026-06-08",
      requests: [{ wantedDay: "2026-06-10", answer: { grantedDay: "2026-06-08" } }],
    });
    expect(save("1:1", new Date("2026-06-08T21:00:00Z"))).toMatchObject({ ok: true });
    expect(save("1:2", new Date("2026-06-08T22:00:00Z"))).toEqual({ ok: false, problem: "round_not_open" });
  });

  test("granted, the coordinators hear of their day; declined, they read it on the page", () => {
    aMember(db, "coordinator");
    ask();
    decline();
    expect(mailed(db)).toEqual([]);
    ask();
    expect(answer({ sequence: 2 })).toEqual({ ok: true });
    expect(mailed(db)).toEqual(["reopened to coordinator haninge"]);
  });

  test("yes may come after the round has closed", () => {
    closeRound(db, { year: testYear }, { now: testNow });
    expect(answer({}, "office", afterClosing)).toEqual({ ok: true });
    expect(save("1:1", afterClosing)).toMatchObject({ ok: true });
  });

  test("a later extension of the round reaches an actor with its own day too", () => {
    answer();
    extendRound(db, { year: testYear, closingDay: "2026-06-30" }, { now: testNow });
    expect(viewed().closingDay).toBe("2026-06-30");
    expect(save("1:1", new Date("2026-06-20T08:00:00Z"))).toMatchObject({ ok: true });
  });

  test("no says why, and the last day stands", () => {
    expect(decline()).toEqual({ ok: true });
    expect(viewed()).toMatchObject({ closingDay: "2026-05-31", requests: [{ answer: { grantedDay: null } }] });
    expect(save("1:1", afterClosing)).toEqual({ ok: false, problem: "round_not_open" });
  });

  test.each([
    ["with a day that is none", { grantedDay: "snart" }, "granted_day_invalid"],
    ["with the day it has", { grantedDay: "2026-05-31" }, "granted_day_not_later"],
    ["no, without saying why", { grantedDay: null, note: " " }, "note_missing"],
    ["with a note over its limit", { note: "x".repeat(1001) }, "note_long"],
    ["a request that was never made", { sequence: 2 }, "not_asked"],
  ])("is refused %s", (_rule, change, problem) => {
    expect(answer(change)).toEqual({ ok: false, problem });
  });

  test("with a day that has passed is refused", () => {
    const july = new Date("2026-07-01T08:00:00Z");
    expect(answer({}, "office", july)).toEqual({ ok: false, problem: "granted_day_past" });
  });

  test("twice is refused, and after submitting", () => {
    decline();
    expect(answer()).toEqual({ ok: false, problem: "not_asked" });
    ask();
    for (const code of ["1:1", "1:2", "2:1"]) save(code);
    submitAssessment(db, key, by("coordinator"));
    expect(answer({ sequence: 2 })).toEqual({ ok: false, problem: "not_now" });
  });

  test.each(roles.filter((role) => role !== "office"))("is not a %s's to do", (role) => {
    expect(answer({}, role)).toEqual({ ok: false, problem: "not_yours" });
  });
});

describe("in a round that was closed early", () => {
  const nextDay = new Date("2026-03-03T08:00:00Z");
  const reopenUntil = (lastDay: string) =>
    reopenAssessment(db, { ...key, reason: "Fel", lastDay }, { ...by("office"), now: nextDay });

  test("a reopened actor's last day is its own, not the day the round would have closed", () => {
    closeRound(db, { year: testYear }, { now: testNow });
    expect(reopenUntil("2026-03-12")).toEqual({ ok: true });
    expect(viewed(nextDay).closingDay).toBe("2026-03-12");
    expect(ask({ wantedDay: "2026-03-20" }, "coordinator", nextDay)).toMatchObject({ ok: true });
    expect(answer({ grantedDay: "2026-03-19" }, "office", nextDay)).toEqual({ ok: true });
    expect(viewed(nextDay).closingDay).toBe("2026-03-19");
  });

  test("one that is not reopened had until the day it closed", () => {
    closeRound(db, { year: testYear }, { now: testNow });
    expect(viewed(nextDay).closingDay).toBe("2026-03-02");
  });
});

describe("whom a release cuts off", () => {
  const cutOff = (now = testNow) => viewRound(db, testYear, now)?.cutOff;
  const nobody = { own: [], asking: [] };
  const reopen = (actorId: string, lastDay: string) =>
    reopenAssessment(db, { year: testYear, actorId, reason: "Fel", lastDay }, by("office"));
  const close = () => closeRound(db, { year: testYear }, { now: testNow });

  test("is nobody where nobody has an own day or waits for an answer, nor while the round is open", () => {
    reopen("solna", "2026-06-05");
    ask();
    expect(cutOff()).toEqual(nobody);
    answer();
    expect(cutOff(new Date("2026-06-20T08:00:00Z"))).toEqual(nobody);
  });

  test("is who can still save to an own day, to its end, and who waits for an answer", () => {
    ask();
    close();
    reopen("solna", "2026-03-04");
    const asking = [{ actorId: "haninge", name: "Haninge kommun" }];
    const own = [{ actorId: "solna", name: "Solna stad", lastDay: "2026-03-04" }];
    expect(cutOff(new Date("2026-03-04T22:59:00Z"))).toEqual({ own, asking });
    expect(cutOff(new Date("2026-03-04T23:00:00Z"))).toEqual({ own: [], asking });
  });

  test("is not who has submitted within its own day", () => {
    reopen("haninge", "2026-06-05");
    close();
    expect(cutOff()?.own).toMatchObject([{ actorId: "haninge" }]);
    for (const code of ["1:1", "1:2", "2:1"]) save(code);
    expect(submitAssessment(db, key, by("coordinator"))).toMatchObject({ ok: true });
    expect(cutOff()).toEqual(nobody);
  });

  test("can neither save nor be answered after it, whatever the own day", () => {
    reopen("haninge", "2026-06-05");
    ask();
    close();
    releaseRound(db, { year: testYear }, { now: testNow });
    expect(save("1:1")).toEqual({ ok: false, problem: "round_not_open" });
    expect(answer()).toEqual({ ok: false, problem: "not_now" });
    expect(cutOff()).toEqual(nobody);
  });
});
