import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { updateRoundActor } from "#db/queries/rounds.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { Role } from "#domain/access.ts";
import type { MeasureDecision } from "#domain/measure.ts";
import { aCapability, anAnswer, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeDecision } from "#test/support/results.ts";
import { storeDefinition, storeRound, testYear } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { decideMeasure } from "#usecases/decide-measure.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { editMeasure, noteMeasure, removeMeasure } from "#usecases/save-measure.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewCell } from "#usecases/view-cell.ts";
import { viewMeasures } from "#usecases/view-measures.ts";
import { viewReview } from "#usecases/view-review.ts";

let connection: Connection;
let people: Record<Role, string>;
const key = { year: testYear, actorId: "haninge" };
const nextYear = testYear + 1;
const later = new Date("2027-03-02T11:00:00.000Z");
const content = { what: "Öva larmkedjan", holder: "Säkerhetsenheten", dueDay: "2026-12-31" };

const by = (role: Role = "coordinator", now = testNow) => ({ now, personId: people[role], role });
const note = (change: object = {}, role: Role = "coordinator", now = testNow) =>
  noteMeasure(connection.db, { ...key, code: "1:1", saveId: randomUUID(), content, ...change }, by(role, now));
const own = (number: number, baseRevision: number) => ({ ...key, number, baseRevision, saveId: randomUUID() });
function viewed(year = testYear, role: Role = "coordinator") {
  const found = viewMeasures(connection.db, { ...key, year }, by(role));
  if (!found.ok) throw new Error(found.problem);
  return found.view;
}
const groupOf = (code: string, year = testYear) => viewed(year).groups.find((group) => group.code === code);
const takenOver = { state: "ongoing" as const, holder: "Ledningsstaben", dueDay: "2027-10-31", note: "" };
const ended = (state: "done" | "cancelled") => ({ state, note: "" });
const decide = (baseRevision: number, decision: MeasureDecision = takenOver, change: object = {}, now = later) =>
  decideMeasure(
    connection.db,
    {
      ...key,
      year: nextYear,
      saveId: randomUUID(),
      measure: { year: testYear, number: 1 },
      baseRevision,
      decision,
      ...change,
    },
    by("coordinator", now),
  );
const answer = (code: string, level = 3) =>
  saveAnswer(
    connection.db,
    {
      ...key,
      code,
      baseRevision: 0,
      saveId: randomUUID(),
      content: anAnswer({
        indicators: indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" }),
        level,
        reason: "Därför.",
        causes: ["training"],
      }),
    },
    by(),
  );
function submit() {
  for (const code of ["1:1", "1:2", "2:1"]) answer(code);
  return submitAssessment(connection.db, key, by());
}
function openNext(version = "test") {
  const { db } = connection;
  closeRound(db, { year: testYear }, { now: testNow });
  releaseRound(db, { year: testYear }, { now: testNow });
  planRound(db, { year: nextYear, definitionVersion: version, closingDay: "2027-05-31" }, { now: later });
  expect(openRound(db, { year: nextYear }, { now: later })).toMatchObject({ ok: true });
}

/** The year after, on a version in which 1:1 is directed to the designated actors alone. */
function openWithoutMunicipalities() {
  const { db } = connection;
  const one = [aSubCapability("1:1", { audiences: ["designated"] }), aSubCapability("1:2")];
  storeDefinition(db, { version: "ny", capabilities: [aCapability(1, one), aCapability(2, [aSubCapability("2:1")])] });
  const subCapabilities = ["1:1", "1:2", "2:1"].map((code) => {
    return { code, change: "unchanged" as const, from: [code], reason: "" };
  });
  const map = { from: "test", to: "ny", subCapabilities, retired: [] };
  upsertVersionMap(db, { map, sha256: "0".repeat(64), loadedAt: testNow.toISOString() });
  openNext("ny");
}

beforeEach(() => {
  connection = openDatabase(":memory:");
  const { db } = connection;
  storeRound(db, "open");
  const person = (role: Role, actorId?: string) => signedIn(db, { role, actorId }).personId;
  people = {
    coordinator: person("coordinator", "haninge"),
    contributor: person("contributor", "haninge"),
    approver: person("approver", "haninge"),
    office: person("office"),
    chief_group: person("chief_group"),
    council: person("council"),
  };
});

describe("noting a measure", () => {
  test("stands under its sub-capability, and only there", () => {
    expect(note()).toEqual({ ok: true });
    expect(groupOf("1:1")?.own).toMatchObject([{ ...content, number: 1, revision: 1, code: "1:1" }]);
    expect(groupOf("1:2")).toBeUndefined();
  });

  test("a sub-capability below its minimum is listed also without a measure", () => {
    storeDecision(connection.db, [{ code: "1:2", group: "all", minimum: 2, ambition: null }]);
    answer("1:2", 1);
    expect(groupOf("1:2")).toMatchObject({ isShort: true, own: [] });
  });

  test("the same form sent twice is one measure; another text with its id is refused", () => {
    const saveId = randomUUID();
    expect([note({ saveId }), note({ saveId })]).toEqual([{ ok: true }, { ok: true }]);
    expect(groupOf("1:1")?.own).toHaveLength(1);
    const other = { saveId, content: { ...content, what: "Något annat" } };
    expect(note(other)).toEqual({ ok: false, problem: "save_id_taken" });
  });

  test.each([
    ["approver", "not_yours"],
    ["office", "not_yours"],
    ["contributor", "not_delegated"],
  ] as const)("the role %s may not note one where it may not answer", (role, problem) => {
    expect(note({}, role)).toEqual({ ok: false, problem });
  });

  test.each([
    [{ code: "9:9" }, "unknown_code"],
    [{ actorId: "ingen" }, "unknown_actor"],
    [{ year: 1999 }, "unknown_round"],
  ])("%o is %s", (change, problem) => {
    expect(note(change)).toEqual({ ok: false, problem });
  });

  test("nothing is noted in a submitted assessment, nor after the round", () => {
    submit();
    expect(note()).toEqual({ ok: false, problem: "submitted" });
    const closed = openDatabase(":memory:");
    storeRound(closed.db, "closed");
    connection = closed;
    expect(note()).toEqual({ ok: false, problem: "round_not_open" });
  });

  test("the twenty-first for one sub-capability is refused", () => {
    for (let each = 0; each < 20; each += 1) note();
    expect(note()).toEqual({ ok: false, problem: "too_many" });
    expect(note({ code: "1:2" })).toEqual({ ok: true });
  });
});

describe("changing and taking away", () => {
  beforeEach(() => void note());

  test("a change is a new revision, and one from an older revision changes nothing", () => {
    const changed = { ...content, what: "Öva två gånger" };
    expect(editMeasure(connection.db, { ...own(1, 1), content: changed }, by())).toEqual({ ok: true });
    const late = editMeasure(connection.db, { ...own(1, 1), content }, by());
    expect(late).toMatchObject({ ok: false, problem: "stale", current: { what: "Öva två gånger", revision: 2 } });
    expect(groupOf("1:1")?.own).toMatchObject([{ what: "Öva två gånger" }]);
  });

  test("what is taken away is kept with what it said", () => {
    expect(removeMeasure(connection.db, own(1, 1), by())).toEqual({ ok: true });
    expect(viewed()).toMatchObject({ groups: [], removed: [{ what: content.what, revision: 2 }] });
  });

  test("no measure of that number is unknown, also another actor's", () => {
    note({ actorId: "solna" });
    note({ actorId: "solna" });
    expect(removeMeasure(connection.db, own(2, 1), by())).toEqual({ ok: false, problem: "unknown_measure" });
  });
});

test("an own measure of what is no longer directed to the actor can be changed and taken away, and none be added", () => {
  const { db } = connection;
  const place = { year: nextYear, actorId: "attunda" };
  openWithoutMunicipalities();
  expect(note(place, "coordinator", later)).toEqual({ ok: true });
  const values = { name: "Brandkåren Attunda", shortName: "Attunda", category: "blåljus", designated: false };
  updateRoundActor(db, { ...place, ...values });
  const found = viewMeasures(db, place, by("coordinator", later));
  expect(found).toMatchObject({ view: { groups: [{ canEdit: true, isAsked: false, own: [{ number: 1 }] }] } });
  expect(note(place, "coordinator", later)).toEqual({ ok: false, problem: "not_directed" });
  expect(removeMeasure(db, { ...own(1, 1), ...place }, by("coordinator", later))).toEqual({ ok: true });
});

describe("a submission", () => {
  test("shows the measures as they stood when it was made", () => {
    note();
    submit();
    const reopening = { ...key, reason: "Rättelse", lastDay: "2026-06-30" };
    expect(reopenAssessment(connection.db, reopening, by("office"))).toMatchObject({ ok: true });
    editMeasure(connection.db, { ...own(1, 1), content: { ...content, what: "Ändrad" } }, by());
    note({ code: "1:2" });
    const cell = (code: string) => viewCell(connection.db, { ...key, code }, { now: testNow })?.measures;
    expect(cell("1:1")).toMatchObject([{ what: content.what }]);
    expect(cell("1:2")).toEqual([]);
    submitAssessment(connection.db, key, by());
    expect(cell("1:1")).toMatchObject([{ what: "Ändrad" }]);
    expect(cell("1:2")).toMatchObject([{ what: content.what }]);
  });

  test("nothing is shown where nothing counts", () => {
    note();
    expect(viewCell(connection.db, { ...key, code: "1:1" }, { now: testNow })?.measures).toEqual([]);
  });
});

describe("the year after", () => {
  beforeEach(() => void note());

  test("asks how it goes, and keeps what is said beside what it was", () => {
    openNext();
    expect(groupOf("1:1", nextYear)?.earlier).toMatchObject([{ what: content.what, state: null, revision: 0 }]);
    expect(decide(0, { ...takenOver, note: "Två av tre övningar." })).toEqual({ ok: true });
    expect(groupOf("1:1", nextYear)?.earlier).toMatchObject([{ state: "ongoing", note: "Två av tre övningar." }]);
    expect(decide(0)).toMatchObject({ ok: false, problem: "stale" });
    expect(groupOf("1:1", testYear)?.own).toMatchObject([{ ...content, state: null }]);
  });

  test("what is taken over has its new day and holder, beside the day it had first", () => {
    openNext();
    decide(0);
    const { holder, dueDay } = takenOver;
    const firstDueDay = content.dueDay;
    expect(groupOf("1:1", nextYear)?.earlier).toMatchObject([{ what: content.what, holder, dueDay, firstDueDay }]);
    decide(1, ended("done"));
    expect(groupOf("1:1", nextYear)?.earlier).toMatchObject([{ ...content, state: "done" }]);
  });

  test("nothing is taken over until a day that has passed, but it can end", () => {
    openNext();
    const passed = { ...takenOver, dueDay: "2027-03-01" };
    expect(decide(0, passed)).toEqual({ ok: false, problem: "due_day_passed" });
    expect(decide(0, { ...passed, dueDay: "2027-03-02" })).toEqual({ ok: true });
    expect(decide(1, ended("cancelled"))).toEqual({ ok: true });
  });

  test("the same decision sent twice is one; another with its id is refused", () => {
    openNext();
    const saveId = randomUUID();
    expect([decide(0, takenOver, { saveId }), decide(0, takenOver, { saveId })]).toEqual([{ ok: true }, { ok: true }]);
    const other = { ...takenOver, dueDay: "2027-11-30" };
    expect(decide(0, other, { saveId })).toEqual({ ok: false, problem: "save_id_taken" });
  });

  test("what nothing is said of stands among what to look at before submitting", () => {
    openNext();
    const points = () => {
      const found = viewReview(connection.db, { ...key, year: nextYear }, later);
      return found.ok ? found.view.points.filter(({ kind }) => kind === "measure_undecided") : [];
    };
    expect(points()).toMatchObject([{ code: "1:1", count: 1 }]);
    decide(0);
    expect(points()).toEqual([]);
  });

  test("does not ask for what was taken away", () => {
    removeMeasure(connection.db, own(1, 1), by());
    openNext();
    expect(groupOf("1:1", nextYear)).toBeUndefined();
    expect(decide(0)).toEqual({ ok: false, problem: "unknown_measure" });
  });

  test.each([
    [ended("done"), 0],
    [ended("cancelled"), 0],
    [takenOver, 1],
    [{ ...takenOver, state: "not_started" as const }, 1],
  ])("two years after, what was said to be %o is asked for %i times", (said, times) => {
    openNext();
    decide(0, said);
    const { db } = connection;
    const yearAfter = nextYear + 1;
    const now = new Date("2028-03-02T11:00:00.000Z");
    planRound(db, { year: yearAfter, definitionVersion: "test", closingDay: "2028-05-31" }, { now });
    openRound(db, { year: yearAfter }, { now });
    const earlier = groupOf("1:1", yearAfter)?.earlier ?? [];
    expect(earlier).toHaveLength(times);
    if (times > 0)
      expect(earlier).toMatchObject([
        { state: null, dueDay: takenOver.dueDay, before: { year: nextYear, state: said.state } },
      ]);
  });

  test("an own measure is not given a state in its own year", () => {
    const asked = { year: testYear, measure: { year: testYear, number: 1 } };
    expect(decide(0, takenOver, asked, testNow)).toEqual({ ok: false, problem: "unknown_measure" });
  });

  test("what is no longer directed to the actor is asked for apart, and whoever fills in all of it says how it goes", () => {
    openWithoutMunicipalities();
    const read = () => {
      const found = viewReview(connection.db, { ...key, year: nextYear }, later);
      if (!found.ok) throw new Error(found.problem);
      const { points, assessment } = found.view;
      const toFollowUp = assessment.groups.flatMap(({ tasks }) => tasks.map((task) => task.toFollowUp));
      return { undecided: points.filter(({ kind }) => kind === "measure_undecided"), toFollowUp };
    };
    expect(viewed(nextYear)).toMatchObject({ groups: [], detached: [{ what: content.what, state: null }] });
    expect(read()).toMatchObject({ undecided: [{ code: null, count: 1 }], toFollowUp: [0, 0, 0] });
    expect(decide(0)).toEqual({ ok: true });
    expect(viewed(nextYear).detached).toMatchObject([{ state: takenOver.state }]);
    expect(read().undecided).toEqual([]);
  });

  test.each([
    ["clarified", "1:2", null],
    ["rescaled", null, 1],
  ] as const)("follows its sub-capability over a version where it is %s", (change, code, detached) => {
    storeDefinition(connection.db, { version: "ny" });
    const kept = ["1:1", "2:1"].map((each) => ({ code: each, change: "new" as const, from: [], reason: "Ny." }));
    const map = {
      from: "test",
      to: "ny",
      subCapabilities: [{ code: "1:2", change, from: ["1:1"], reason: "Omskriven." }, ...kept],
      retired: ["1:2", "2:1"].map((each) => ({ code: each, reason: "Utgår." })),
    };
    upsertVersionMap(connection.db, { map, sha256: "0".repeat(64), loadedAt: testNow.toISOString() });
    openNext("ny");
    const view = viewed(nextYear);
    expect(view.groups.filter(({ earlier }) => earlier.length > 0).map((group) => group.code)).toEqual(
      code ? [code] : [],
    );
    expect(view.detached).toHaveLength(detached ?? 0);
    expect(decide(0)).toEqual({ ok: true });
  });
});
