import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findActor, updateActor } from "#db/queries/actors.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import type { DecidedLevel } from "#domain/level-check.ts";
import { targetsFor } from "#domain/target.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeDefinition, storeRound, testYear } from "#test/support/stored.ts";
import { decideLevels } from "#usecases/decide-levels.ts";
import { planRound } from "#usecases/plan-round.ts";
import { prepareDecision } from "#usecases/prepare-decision.ts";

let db: Db;
let personId: string;

beforeEach(() => {
  db = openDatabase(":memory:").db;
});

function level(overrides: Partial<DecidedLevel> = {}): DecidedLevel {
  return { code: "1:1", group: "all", minimum: 2, ambition: 3, ...overrides };
}

function decide(
  levels: DecidedLevel[],
  overrides: { expectedSequence?: number; decidedOn?: string; reference?: string; registryNumber?: string } = {},
) {
  const given = { expectedSequence: 0, decidedOn: "2026-02-12", reference: "Chefsgruppen § 4", ...overrides };
  return decideLevels(db, { year: testYear, ...given, levels }, { now: testNow, personId, role: "chief_group" });
}

function storedWith(state: "planned" | "open" | "closed" | "released") {
  storeRound(db, state);
  personId = signedIn(db, { role: "chief_group" }).personId;
}

describe("deciding levels", () => {
  test.each(["planned", "open", "closed"] as const)("records a numbered decision while the round is %s", (state) => {
    storedWith(state);
    expect(decide([level()])).toEqual({ ok: true, sequence: 1, warnings: [] });
    expect(decide([level({ minimum: 3 })], { expectedSequence: 1 })).toEqual({ ok: true, sequence: 2, warnings: [] });
    expect(listDecisions(db, testYear)).toMatchObject([
      { sequence: 2 },
      {
        sequence: 1,
        decidedOn: "2026-02-12",
        reference: "Chefsgruppen § 4",
        recordedBy: personId,
        recordedAs: "chief_group",
      },
    ]);
    const target = targetsFor(listLevelDecisions(db, testYear))({ category: "kommun", designated: false }, "1:1");
    expect(target).toEqual({ minimum: 3, ambition: 3 });
  });

  test.each([
    ["as it was typed, without spaces around", "  SSR 2026/14 ", "SSR 2026/14"],
    ["as none where it was left empty", " ", null],
  ])("keeps its registry number %s", (_rule, registryNumber, expected) => {
    storedWith("open");
    decide([level()], { registryNumber });
    expect(listDecisions(db, testYear)[0]?.registryNumber).toBe(expected);
  });

  it("takes a group's levels away with two nulls", () => {
    storedWith("open");
    decide([level()]);
    expect(decide([level({ minimum: null, ambition: null })], { expectedSequence: 1 })).toMatchObject({ ok: true });
    const target = targetsFor(listLevelDecisions(db, testYear))({ category: "kommun", designated: false }, "1:1");
    expect(target).toEqual({ minimum: null, ambition: null });
  });

  it("allows an ambition without a minimum", () => {
    storedWith("open");
    expect(decide([level({ minimum: null, ambition: 4 })])).toMatchObject({ ok: true });
  });

  it("is refused after release", () => {
    storedWith("released");
    expect(decide([level()])).toEqual({ ok: false, problem: "round_released" });
    expect(listDecisions(db, testYear)).toEqual([]);
  });

  it("stores a form that is posted twice only once", () => {
    storedWith("open");
    expect(decide([level()])).toMatchObject({ ok: true });
    expect(decide([level()])).toEqual({ ok: false, problem: "decided_meanwhile" });
    expect(listDecisions(db, testYear)).toHaveLength(1);
  });

  test.each([
    ["no levels", [], {}, "no_levels"],
    ["a day that is none", [level()], { decidedOn: "2026-13-01" }, "decided_on_invalid"],
    ["a day that is to come", [level()], { decidedOn: "2026-03-03" }, "decided_on_future"],
    ["no reference", [level()], { reference: "  " }, "reference_missing"],
    ["a reference over its limit", [level()], { reference: "x".repeat(201) }, "reference_long"],
    ["a registry number over its limit", [level()], { registryNumber: "x".repeat(101) }, "registry_number_long"],
    ["an unknown code", [level({ code: "9:9" })], {}, "code_unknown"],
    ["a category that no actor has", [level({ group: "category:hamn" })], {}, "group_unknown"],
    ["the same level twice", [level(), level({ minimum: 3 })], {}, "level_twice"],
  ])("refuses %s and stores nothing", (_name, levels, overrides, problem) => {
    storedWith("open");
    expect(decide(levels, overrides)).toEqual({ ok: false, problem });
    expect(listDecisions(db, testYear)).toEqual([]);
  });

  test.each([
    ["a minimum outside the scale", { minimum: 5, ambition: null }, { field: "minimum", problem: "outside_scale" }],
    ["half a level", { minimum: 1.5, ambition: null }, { field: "minimum", problem: "outside_scale" }],
    ["the lowest level as minimum", { minimum: 0, ambition: null }, { field: "minimum", problem: "lowest_level" }],
    ["an ambition outside the scale", { minimum: 2, ambition: 7 }, { field: "ambition", problem: "outside_scale" }],
    ["an ambition below the minimum", { minimum: 3, ambition: 2 }, { field: "ambition", problem: "below_minimum" }],
  ])("refuses %s, naming the field, and stores nothing", (_name, values, expected) => {
    storedWith("open");
    const result = decide([level({ code: "1:2" }), level(values)]);
    expect(result).toEqual({ ok: false, problem: "levels", levels: [{ code: "1:1", ...expected }] });
    expect(listLevelDecisions(db, testYear)).toEqual([]);
  });

  it("knows no round of another year", () => {
    storedWith("open");
    const input = { year: 2031, expectedSequence: 0, decidedOn: "2026-02-12", reference: "§ 4", levels: [level()] };
    const result = decideLevels(db, input, { now: testNow, personId, role: "office" });
    expect(result).toEqual({ ok: false, problem: "round_unknown" });
  });
});

describe("warnings", () => {
  beforeEach(() => storedWith("open"));

  it("a group's minimum below that of all has no effect: allowed, with a warning", () => {
    decide([level({ minimum: 3 })]);
    const below = { kind: "below_all", code: "1:1", group: "category:kommun", minimum: 2, minimumOfAll: 3 };
    const category = level({ group: "category:kommun", ambition: null });
    expect(decide([category], { expectedSequence: 1 })).toEqual({ ok: true, sequence: 2, warnings: [below] });
  });

  it("a minimum of all raised over a group's is warned of too", () => {
    decide([level({ group: "designated" })]);
    const result = decide([level({ minimum: 4, ambition: null })], { expectedSequence: 1 });
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: "below_all", group: "designated" }] });
  });

  it("a group without actors is warned of", () => {
    db = openDatabase(":memory:").db;
    storedWith("planned");
    const attunda = findActor(db, "attunda");
    if (attunda) updateActor(db, { ...attunda, designated: false });
    const result = decide([level({ group: "designated" })]);
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: "no_actors", group: "designated" }] });
  });
});

test.each([
  ["on the same definition version are offered to begin with", "test", 2026],
  ["on another version are not: a code need not mean the same there", "annan", null],
])("last year's levels %s", (_rule, version, lastYear) => {
  storedWith("open");
  decide([level()]);
  if (version !== "test") storeDefinition(db, { version });
  planRound(db, { year: testYear + 1, definitionVersion: version, closingDay: "2027-05-31" }, { now: testNow });
  const form = prepareDecision(db, { year: testYear + 1, group: "all", start: "last_year" }, testNow);
  expect(form?.lastYear).toBe(lastYear);
  expect(form?.capabilities[0]?.rows[0]?.prefill.minimum).toBe(lastYear && 2);
});
