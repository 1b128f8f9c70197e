import { describe, expect, test } from "vitest";
import {
  type ActivityNote,
  type ActivityRevision,
  activityAt,
  changedParts,
  lastDayOfTertial,
  missingIn,
  overdueOf,
  standing,
  stateOf,
} from "#domain/activity.ts";
import { anActivity } from "#test/support/builders.ts";

const revision = (overrides: Partial<ActivityRevision>): ActivityRevision => ({
  ...anActivity(),
  revision: 1,
  version: 1,
  isRemoved: false,
  ...overrides,
});
const none = new Set<number>();
const note = (overrides: Partial<ActivityNote>): ActivityNote => ({
  sequence: 1,
  state: "ongoing",
  checkDay: null,
  ...overrides,
});

describe("a version's activity", () => {
  const saved = [
    revision({}),
    revision({ revision: 2, what: "Ändrad i utkastet" }),
    revision({ revision: 3, version: 2, what: "Ändrad i revideringen" }),
    revision({ revision: 4, version: 3, isRemoved: true }),
  ];

  test.each([
    [1, "Ändrad i utkastet"],
    [2, "Ändrad i revideringen"],
    [3, undefined],
    [4, undefined],
  ])("%i is its highest revision up to it, and none once it is taken away", (version, what) => {
    expect(activityAt(saved, version, none)?.what).toBe(what);
  });

  test("counts nothing of a revision that was thrown away", () => {
    expect(activityAt(saved, 3, new Set([3]))?.what).toBe("Ändrad i revideringen");
    expect(activityAt(saved, 3, new Set([2, 3]))?.what).toBe("Ändrad i utkastet");
    expect(activityAt([revision({ version: 2 })], 2, new Set([2]))).toBeUndefined();
  });

  test("that is taken away still stands as what the next save starts from", () => {
    expect(standing(saved, 9, none)?.revision).toBe(4);
  });
});

test.each([
  [{}, []],
  [{ holder: "" }, ["holder"]],
  [{ when: null }, ["when"]],
  [{ checkHow: "" }, ["check"]],
  [{ checkDays: [] }, ["check"]],
  [{ holder: "", when: null, checkDays: [] }, ["holder", "when", "check"]],
  [{ costFrame: null, subs: [], actors: [] }, []],
])("an activity with %j lacks %j for the plan to be adopted", (overrides, missing) => {
  expect(missingIn(anActivity(overrides))).toEqual(missing);
});

test.each([
  [{}, []],
  [{ what: "Annat" }, ["what"]],
  [{ costFrame: null }, ["costFrame"]],
  [{ costFrame: 0 }, ["costFrame"]],
  [{ when: { to: 2, from: 1 } as const }, []],
  [{ when: { from: 1, to: 3 } as const }, ["when"]],
  [{ subs: [{ code: "1:1", effect: null }] }, ["subs"]],
  [{ subs: [{ code: "1:1", effect: { actors: 1, level: 3 } }] }, []],
  [{ checkDays: ["2027-08-31", "2027-04-30"] }, []],
  [{ checkDays: ["2027-04-30"] }, ["check"]],
  [{ actors: [] }, ["actors"]],
])("what differs with %j is %j", (overrides, parts) => {
  expect(changedParts(anActivity(), anActivity(overrides))).toEqual(parts);
});

describe("over the year", () => {
  test("the state is the one noted last, whatever order the notes come in", () => {
    expect(stateOf([])).toBe("not_started");
    expect(stateOf([note({ sequence: 2, state: "done" }), note({})])).toBe("done");
  });

  const overdue = (today: string, notes: ActivityNote[] = []) => overdueOf(anActivity(), notes, { year: 2027, today });

  test("a check is overdue from the day after its day, until it is noted", () => {
    expect(overdue("2027-04-30").checks).toEqual([]);
    expect(overdue("2027-05-01").checks).toEqual(["2027-04-30"]);
    expect(overdue("2027-05-01", [note({})]).checks).toEqual(["2027-04-30"]);
    expect(overdue("2027-05-01", [note({ checkDay: "2027-04-30" })]).checks).toEqual([]);
    expect(overdue("2027-12-01").checks).toEqual(["2027-04-30", "2027-08-31"]);
  });

  test("an activity is late from the day after its last tertial, until it is done or cancelled", () => {
    expect(overdue("2027-08-31").isLate).toBe(false);
    expect(overdue("2027-09-01").isLate).toBe(true);
    for (const state of ["done", "cancelled"] as const)
      expect(overdue("2027-12-01", [note({ state })])).toEqual({ checks: [], isLate: false });
  });

  test("one that does not say when is never late", () => {
    expect(overdueOf(anActivity({ when: null }), [], { year: 2027, today: "2029-01-01" }).isLate).toBe(false);
  });

  test("tertials end in April, August and December", () => {
    expect(([1, 2, 3] as const).map((tertial) => lastDayOfTertial(2028, tertial))).toEqual([
      "2028-04-30",
      "2028-08-31",
      "2028-12-31",
    ]);
  });
});
