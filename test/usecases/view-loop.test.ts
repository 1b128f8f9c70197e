import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { insertMeasure, insertMeasureRevision, insertMeasureState } from "#db/queries/measures.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { MeasureState } from "#domain/measure.ts";
import type { MapEntry } from "#domain/version-map.ts";
import { aCapability, anActivity, aSubCapability } from "#test/support/builders.ts";
import { aSaveId, planYear, storeActivity, storeAdoption, storePlan } from "#test/support/plans.ts";
import { testNow } from "#test/support/request.ts";
import { storeEarlierRound, storeSubmission } from "#test/support/results.ts";
import { storeDefinition, testYear } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { revisePlan } from "#usecases/move-plan.ts";
import { noteActivity } from "#usecases/note-activity.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { readPlannedFor } from "#usecases/read-plan-for-code.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { editActivity } from "#usecases/save-activity.ts";
import { viewLoop } from "#usecases/view-loop.ts";
import { viewSubCapability } from "#usecases/view-sub-capability.ts";

const nobody = { up: 0, same: 0, down: 0, not_comparable: 0, not_answered: 0 };
const now = testNow;

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  // 2026: Haninge and Solna stand at 1 in 1:1, Attunda at 3; the plan's activity is for the first two.
  storePlan(db);
});

/** The round after, on this version, with these levels in `code`. */
function playNext(levels: Record<string, number>, { version = "test", code = "1:1" } = {}) {
  planRound(db, { year: planYear, definitionVersion: version, closingDay: "2027-05-31" }, { now });
  expect(openRound(db, { year: planYear }, { now })).toMatchObject({ ok: true });
  for (const [actorId, level] of Object.entries(levels)) storeSubmission(db, actorId, { [code]: { level } }, planYear);
}
function storeMap(change: MapEntry["change"], code: string, from: string[]) {
  const subs = [aSubCapability(code), aSubCapability("1:2")];
  storeDefinition(db, { version: "next", capabilities: [aCapability(1, subs)] });
  const reason = change === "unchanged" ? "" : "Ny ordning.";
  const subCapabilities: MapEntry[] = [
    { code, change, from, reason },
    { code: "1:2", change: "unchanged", from: ["1:2"], reason: "" },
  ];
  const retired = ["1:1", "2:1"]
    .filter((each) => !from.includes(each))
    .map((each) => ({ code: each, reason: "Bort." }));
  const map = { from: "test", to: "next", subCapabilities, retired };
  upsertVersionMap(db, { map, sha256: "map", loadedAt: now.toISOString() });
}
function adopt(overrides: Parameters<typeof storeActivity>[1] = {}) {
  const number = storeActivity(db, overrides);
  storeAdoption(db);
  return number;
}
const loopOf = (isCouncil = false) => {
  const view = viewLoop(db, { year: planYear, isCouncil }, { now });
  if (!view || "waits" in view) throw new Error("no round, or not released");
  return view;
};

test("levels of those that took part and of the others are told apart, with how the activity went", () => {
  const number = adopt();
  const note = { state: "done" as const, checkDay: null, text: "" };
  noteActivity(db, { year: planYear, number, saveId: aSaveId(), note }, { now, personId: null });
  playNext({ haninge: 3, solna: 1, attunda: 2 });
  const { since, rows } = loopOf();
  expect(since).toBe(testYear);
  expect(rows).toMatchObject([
    {
      code: "1:1",
      breaks: null,
      efforts: [
        {
          activity: { number, state: "done", what: "Utbildning i 1:1" },
          actors: 2,
          took: { ...nobody, up: 1, same: 1 },
          others: { ...nobody, down: 1 },
        },
      ],
    },
  ]);
});

test("who has not answered in the later round is counted as that, not as lower", () => {
  adopt();
  playNext({ haninge: 3 });
  expect(loopOf().rows[0]?.efforts[0]).toMatchObject({
    took: { ...nobody, up: 1, not_answered: 1 },
    others: { ...nobody, not_answered: 1 },
  });
});

const earlierMeasure = { year: testYear - 1, actorId: "haninge", number: 1 };
const measureSaid = { what: "Öva", holder: "Säkerhetsenheten", dueDay: "2027-01-01", isRemoved: false };
const savedAs = (revision: number, at = now) => ({
  ...{ revision, savedAt: at.toISOString(), savedBy: null, afterNumber: 0 },
  saveId: aSaveId(),
});
const stateAs = (state: MeasureState, revision: number, at = now) =>
  insertMeasureState(db, { ...earlierMeasure, ...savedAs(revision, at), inYear: testYear, state, note: "" });
const reviseAs = (isRemoved: boolean, revision: number, at = now) =>
  insertMeasureRevision(db, { ...earlierMeasure, ...measureSaid, ...savedAs(revision, at), isRemoved });

/** A measure of the year before the round that the plan was built on, and what that round said of it; null: nothing. */
function storeEarlierMeasure(state: MeasureState | null) {
  storeEarlierRound(db, earlierMeasure.year, [earlierMeasure.actorId]);
  insertMeasure(db, { ...earlierMeasure, code: "1:1" });
  reviseAs(false, 1);
  if (state !== null) stateAs(state, 1);
}
const toldEfforts = () =>
  loopOf().rows.flatMap(({ efforts }) => efforts.map(({ activity, actors }) => ({ activity, actors })));

test.each([
  ["ongoing", 1],
  ["not_started", 1],
  ["done", 0],
  ["cancelled", 0],
  [null, 0],
] as const)("an earlier year's measure that the round before said was %s is %i effort", (state, efforts) => {
  storeEarlierMeasure(state);
  playNext({ haninge: 3 });
  expect(toldEfforts()).toEqual(Array(efforts).fill({ activity: null, actors: 1 }));
});

const released = new Date("2027-07-01T08:00:00.000Z");
const removeAt = (at: Date) => reviseAs(true, 2, at);
const endAt = (at: Date) => stateAs("done", 2, at);
test.each([
  ["taken away by the release is no effort", removeAt, 0, 0],
  ["said by the release to be done is no effort", endAt, 0, 0],
  ["taken away after the release is still one", removeAt, 1, 1],
  ["said after the release to be done is still one", endAt, 1, 1],
])("a measure %s", (_rule, end, msAfter, efforts) => {
  storeEarlierMeasure("ongoing");
  playNext({ haninge: 3 });
  closeRound(db, { year: planYear }, { now: released });
  releaseRound(db, { year: planYear }, { now: released });
  end(new Date(released.getTime() + msAfter));
  expect(toldEfforts()).toEqual(Array(efforts).fill({ activity: null, actors: 1 }));
});

test("a plan that is not adopted, and one without a round after it, tell nothing", () => {
  storeActivity(db);
  playNext({ haninge: 3 });
  expect(loopOf().rows).toEqual([]);
  expect(viewLoop(db, { year: testYear, isCouncil: false }, { now })).toMatchObject({ since: null, rows: [] });
  expect(viewLoop(db, { year: 1999, isCouncil: false }, { now })).toBeUndefined();
});

describe("over a version map", () => {
  test("a sub-capability that goes on under another code is followed there", () => {
    adopt();
    storeMap("clarified", "1:9", ["1:1"]);
    playNext({ haninge: 3, solna: 0, attunda: 3 }, { version: "next", code: "1:9" });
    expect(loopOf().rows).toMatchObject([
      { code: "1:9", breaks: null, efforts: [{ took: { ...nobody, up: 1, down: 1 }, others: { ...nobody, same: 1 } }] },
    ]);
  });

  test("where the line is broken it says why, and counts no steps", () => {
    adopt();
    storeMap("rescaled", "1:1", ["1:1"]);
    playNext({ haninge: 3, solna: 0 }, { version: "next" });
    expect(loopOf().rows).toMatchObject([
      {
        breaks: [{ change: "rescaled", reason: "Ny ordning." }],
        efforts: [{ took: { ...nobody, not_comparable: 2 }, others: { ...nobody, not_answered: 1 } }],
      },
    ]);
  });

  test("what concerned a sub-capability that was retired is named, not followed", () => {
    adopt();
    storeMap("new", "1:9", []);
    playNext({ haninge: 3 }, { version: "next", code: "1:9" });
    expect(loopOf()).toMatchObject({ rows: [], ended: [{ codes: ["1:1"] }] });
  });
});

describe("who sees it", () => {
  test("the council waits for the release, and then sees no value over fewer than five", () => {
    adopt();
    playNext({ haninge: 3, solna: 1, attunda: 2 });
    // Not even how many have submitted.
    const waiting = { waits: true, year: planYear, releasedYear: testYear };
    expect(viewLoop(db, { year: planYear, isCouncil: true }, { now })).toEqual(waiting);
    closeRound(db, { year: planYear }, { now });
    releaseRound(db, { year: planYear }, { now });
    expect(loopOf(true).rows[0]?.efforts).toMatchObject([{ took: null, others: null, actors: null }]);
  });

  test("a plan revised and an activity noted after the release leave what is read as it was", () => {
    const number = adopt();
    playNext({ haninge: 3, solna: 1, attunda: 2 });
    closeRound(db, { year: planYear }, { now });
    releaseRound(db, { year: planYear }, { now });
    const before = loopOf();
    const by = { now: new Date("2027-08-01T08:00:00.000Z"), personId: null };
    revisePlan(db, planYear, by);
    const content = anActivity({ actors: ["haninge"] });
    const edit = { year: planYear, number, baseRevision: 1, saveId: aSaveId(), content };
    expect(editActivity(db, edit, by)).toMatchObject({ ok: true });
    storeActivity(db, { what: "Ny", actors: ["solna"] }, by.now);
    storeAdoption(db, by.now);
    const note = { state: "done" as const, checkDay: null, text: "Klart." };
    expect(noteActivity(db, { year: planYear, number, saveId: aSaveId(), note }, by)).toMatchObject({ ok: true });
    expect(loopOf()).toEqual(before);
    expect(before.rows[0]?.efforts).toMatchObject([{ actors: 2, activity: { state: "not_started" } }]);
    const planned = readPlannedFor(db, {
      year: planYear,
      actorId: "solna",
      code: "1:1",
      definition: definitionInForce(),
    });
    expect(planned).toMatchObject([{ state: "done", isYours: false }, { what: "Ny" }]);
  });

  test("an actor that answers is told what concerned the sub-capability and whether it was for it: nothing of others, no level", () => {
    adopt({ actors: ["haninge"] });
    playNext({});
    const definition = definitionInForce();
    const planned = (actorId: string, code = "1:1") =>
      readPlannedFor(db, { year: planYear, actorId, code, definition });
    expect(planned("haninge")).toEqual([
      { year: planYear, number: 1, what: "Utbildning i 1:1", state: "not_started", isYours: true },
    ]);
    expect(planned("solna")).toMatchObject([{ isYours: false }]);
    expect(planned("solna", "2:1")).toEqual([]);
  });

  test("the page of the sub-capability tells the same as the page of all", () => {
    adopt();
    playNext({ haninge: 3, solna: 1, attunda: 2 });
    const one = viewSubCapability(db, { year: planYear, code: "1:1" }, { now });
    expect(one?.loop.rows).toEqual(loopOf().rows);
  });
});

function definitionInForce() {
  const found = findDefinition(db, "test");
  if (!found) throw new Error("no definition");
  return found;
}
