import { expect, test } from "vitest";
import { type CellInput, cellOf, gapBetween } from "#domain/gap.ts";
import { aCountedAnswer, anUnknown } from "#test/support/builders.ts";

test.each([
  ["a level below the minimum is a gap", 3, 1, 2],
  ["a level at the minimum is none", 3, 3, 0],
  ["a level above the minimum is none, never a negative one", 2, 4, 0],
  ["without a minimum there is no gap to speak of", null, 1, null],
  ["without a level there is no gap to speak of", 3, null, null],
])("%s", (_rule, minimum, level, gap) => {
  expect(gapBetween(minimum, level)).toBe(gap);
});

function aCell(overrides: Partial<CellInput>) {
  const target = { minimum: 2, ambition: 3 };
  return cellOf({ actor: "a", code: "1:1", isDirected: true, answer: aCountedAnswer(), target, ...overrides });
}
const noTarget = { minimum: null, ambition: null };

test.each<[string, Partial<CellInput>, string]>([
  ["no indicator directed to the actor: not applicable, even with an answer", { isDirected: false }, "not_applicable"],
  [
    "an answer that says not applicable",
    { answer: aCountedAnswer({ kind: "not_applicable", level: null }) },
    "not_applicable",
  ],
  ["no counted answer: missing", { answer: undefined }, "missing"],
  ["no counted answer and no minimum: missing still", { answer: undefined, target: noTarget }, "missing"],
  ["kan inte bedömas: unknown", { answer: anUnknown() }, "unknown"],
  ["kan inte bedömas without a minimum: unknown still", { answer: anUnknown(), target: noTarget }, "unknown"],
  ["a level without a minimum", { target: { minimum: null, ambition: 3 } }, "no_minimum"],
  ["a level below the minimum", { answer: aCountedAnswer({ level: 1 }) }, "below_minimum"],
  ["level 0 is a level, and below", { answer: aCountedAnswer({ level: 0 }) }, "below_minimum"],
  ["a level at the minimum", { answer: aCountedAnswer({ level: 2 }) }, "meets_minimum"],
  ["a level at the ambition", { answer: aCountedAnswer({ level: 3 }) }, "meets_ambition"],
  ["a high level without an ambition", { target: { minimum: 2, ambition: null } }, "meets_minimum"],
])("%s is its own status", (_rule, overrides, status) => {
  expect(aCell(overrides).status).toBe(status);
});

test("minimum and ambition in force are stated also where nothing is answered", () => {
  expect(aCell({ answer: undefined })).toEqual({
    actor: "a",
    code: "1:1",
    level: null,
    minimum: 2,
    ambition: 3,
    gap: null,
    ambitionGap: null,
    causes: [],
    status: "missing",
  });
});

test("the gap to an ambition exists also without a minimum", () => {
  const answer = aCountedAnswer({ level: 1 });
  const cell = aCell({ answer, target: { minimum: null, ambition: 3 } });
  expect(cell).toMatchObject({ level: 1, gap: null, ambitionGap: 2 });
});

test("causes stand in their fixed order, once each, for unknown and below the minimum", () => {
  const given = ["exercise", "planning", "exercise"] as const;
  const below = aCell({ answer: aCountedAnswer({ level: 1, causes: [...given] }) });
  const unknown = aCell({ answer: anUnknown({ causes: [...given] }) });
  expect(below.causes).toEqual(["planning", "exercise"]);
  expect(unknown.causes).toEqual(["planning", "exercise"]);
});

test("causes left from a lower level are not counted where the minimum is met", () => {
  expect(aCell({ answer: aCountedAnswer({ level: 2, causes: ["planning"] }) }).causes).toEqual([]);
});
