import { describe, expect, test } from "vitest";
import type { Cell } from "#domain/gap.ts";
import { disclosedMovements, effortMovements, type Movement, movementOf, movementsBetween } from "#domain/loop.ts";
import { observationsByCode } from "#domain/observed-shortcoming.ts";
import type { Comparability } from "#domain/version-map.ts";

const at = (level: number | null, actor = "a", code = "1:1") => ({
  actor,
  code,
  level,
  status: (level === null ? "unknown" : "meets_minimum") as Cell["status"],
});
const missing = { actor: "a", code: "1:1", level: null, status: "missing" as const };
const notAsked = { actor: "a", code: "1:1", level: null, status: "not_applicable" as const };
const same: Comparability = { comparable: true, from: "1:1", clarified: [] };
const broken: Comparability = { comparable: false, breaks: [{ change: "rescaled", reason: "Ny skala." }] };

describe("one actor's level", () => {
  test.each([
    ["a higher level is up", at(1), at(3), true, "up"],
    ["a lower level is down", at(3), at(1), true, "down"],
    ["the same level is the same", at(2), at(2), true, "same"],
    ["level 0 is a level", at(0), at(1), true, "up"],
    ["from kan inte bedömas is no step", at(null), at(3), true, "not_comparable"],
    ["to kan inte bedömas is no step", at(3), at(null), true, "not_comparable"],
    ["across a break is no step, however the levels stand", at(1), at(3), false, "not_comparable"],
    ["without an answer before", missing, at(3), true, "not_answered"],
    ["without an answer after", at(3), missing, true, "not_answered"],
    ["not in the earlier round", undefined, at(3), true, "not_answered"],
    ["gone in the later round", at(3), undefined, true, "not_answered"],
    ["not asked before counts nowhere", notAsked, at(3), true, null],
    ["not asked after counts nowhere", at(3), notAsked, true, null],
  ] as const)("%s", (_rule, before, after, isComparable, movement) => {
    expect(movementOf(before, after, isComparable)).toBe(movement);
  });
});

describe("between two rounds", () => {
  test("a code that goes on under another is followed to it", () => {
    const before = [at(1, "a", "1:9"), at(4, "a", "1:1")];
    const moved = movementsBetween({ before, after: [at(2)], comparability: { ...same, from: "1:9" } });
    expect([...moved]).toEqual([["a", "up"]]);
  });

  test("across a break those that answered both times cannot be compared, and the others did not answer", () => {
    const before = [at(1, "a"), at(1, "b"), { ...missing, actor: "c" }];
    const after = [at(3, "a"), { ...missing, actor: "b" }, at(3, "c")];
    expect(Object.fromEntries(movementsBetween({ before, after, comparability: broken }))).toEqual({
      a: "not_comparable",
      b: "not_answered",
      c: "not_answered",
    });
  });

  test("an actor that was only in the earlier round is not forgotten", () => {
    expect([...movementsBetween({ before: [at(1, "b")], after: [at(2)], comparability: same })]).toEqual([
      ["a", "not_answered"],
      ["b", "not_answered"],
    ]);
  });
});

const nobody = { up: 0, same: 0, down: 0, not_comparable: 0, not_answered: 0 };
const moves = (found: Record<string, Movement>) => new Map(Object.entries(found));

describe("those that took part, and the others", () => {
  const moved = moves({ a: "up", b: "same", c: "up", d: "not_answered" });

  test("are counted apart, each once", () => {
    expect(effortMovements([{ key: "1", actors: ["a", "b", "gone"] }], moved)).toEqual([
      { key: "1", took: { ...nobody, up: 1, same: 1 }, others: { ...nobody, up: 1, not_answered: 1 } },
    ]);
  });

  test("an effort that nobody took part in has only others", () => {
    expect(effortMovements([{ key: "1", actors: [] }], moved)[0]?.took).toEqual(nobody);
  });
});

describe("what a reader of no single answers may see (method § 7)", () => {
  const ten = moves(Object.fromEntries([..."abcdefghij"].map((actor) => [actor, "up" as const])));
  const shownFor = (efforts: { key: string; actors: string[] }[], found = ten) =>
    disclosedMovements(efforts, found).map(({ took, others }) => [took?.up ?? null, others?.up ?? null]);

  test.each([
    ["five and five are shown", ["abcde"], [[5, 5]]],
    ["four are not, nor the six whose difference to all rests on them", ["abcd"], [[null, null]]],
    ["all, with nobody beside: then there is none to tell of", ["abcdefghij"], [[10, 0]]],
    ["nobody that took part: only the others", [""], [[null, 10]]],
    [
      "a second group that differs by one from the first is withheld",
      ["abcde", "abcdf"],
      [
        [5, 5],
        [null, null],
      ],
    ],
    [
      "the same group again is shown",
      ["abcde", "abcde"],
      [
        [5, 5],
        [5, 5],
      ],
    ],
  ])("%s", (_rule, groups, expected) => {
    expect(shownFor(groups.map((actors, index) => ({ key: String(index), actors: [...actors] })))).toEqual(expected);
  });

  test("all that answered: that the others were silent is not told", () => {
    const found = moves({ ...Object.fromEntries(ten), k: "not_answered" });
    expect(shownFor([{ key: "1", actors: [..."abcdefghij"] }], found)).toEqual([[10, null]]);
  });

  test("those that did not answer make no group larger, and are not told", () => {
    const silent = moves({ ...Object.fromEntries(ten), e: "not_answered", k: "up", l: "not_answered" });
    expect(shownFor([{ key: "1", actors: [..."abcde"] }], silent)).toEqual([[null, null]]);
    const [shown] = disclosedMovements([{ key: "1", actors: [..."abcdefl"] }], silent);
    expect(shown?.took).toEqual({ ...nobody, up: 5 });
    expect(shown?.took?.not_answered).toBe(0);
  });
});

describe("what did not work in events and exercises", () => {
  const noted = (occurrence: number, actorId: string | null, shortcomings: string, code = "1:1") => {
    return { occurrence, actorId, code, shortcomings };
  };
  test.each([
    ["nothing noted", [], []],
    ["only what worked", [noted(1, "a", " ")], []],
    ["an actor and an event count once", [noted(1, "a", "x"), noted(1, "a", "y")], [["1:1", 1, ["a"]]]],
    ["the office counts as an event, not as an actor", [noted(1, null, "x"), noted(2, "a", "y")], [["1:1", 2, ["a"]]]],
    [
      "each code on its own",
      [noted(1, "b", "x"), noted(1, "a", "x"), noted(1, "a", "x", "2:1")],
      [
        ["1:1", 1, ["a", "b"]],
        ["2:1", 1, ["a"]],
      ],
    ],
  ])("%s", (_rule, observations, expected) => {
    const found = [...observationsByCode(observations)].map(([code, { occurrences, actors }]) => [
      code,
      occurrences,
      actors,
    ]);
    expect(found).toEqual(expected);
  });
});
