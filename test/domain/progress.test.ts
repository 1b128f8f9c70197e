import { expect, test } from "vitest";
import { chooseProgress, countProgress, type ProgressChoice, progressState, showsUnusual } from "#domain/progress.ts";

function aRow(name: string, overrides: object = {}) {
  const base = { category: "kommun", progress: "begun" as const, ready: 1, total: 4, lastActivity: null, unusual: [] };
  return { name, ...base, ...overrides };
}
const rows = [
  aRow("Attunda", { category: "blåljus", ready: 4, lastActivity: { at: "2026-11-02" } }),
  aRow("Österåker", { progress: "not_begun", ready: 0, unusual: [1, 2] }),
  aRow("Danderyd", { progress: "approved", ready: 3, lastActivity: { at: "2026-11-01" }, unusual: [1] }),
  aRow("Inget frågat", { progress: "submitted", ready: 0, total: 0, lastActivity: { at: "2026-11-09" } }),
];
const all: ProgressChoice = { state: null, category: null, isUnusual: false, text: "", order: "category" };
const names = (choice: Partial<ProgressChoice>) => chooseProgress(rows, { ...all, ...choice }).map(({ name }) => name);

test.each([
  ["draft", 0, "not_begun"],
  ["draft", 1, "begun"],
  ["submitted", 3, "submitted"],
  ["approved", 0, "approved"],
] as const)("%s with %d saved is %s", (state, saved, expected) => {
  expect(progressState(state, saved)).toBe(expected);
});

test("the four states together are all actors", () => {
  expect(countProgress(rows)).toEqual({ not_begun: 1, begun: 1, submitted: 1, approved: 1 });
  expect(countProgress([])).toEqual({ not_begun: 0, begun: 0, submitted: 0, approved: 0 });
});

test.each<[string, Partial<ProgressChoice>, string[]]>([
  ["without a choice all stand as they came", {}, ["Attunda", "Österåker", "Danderyd", "Inget frågat"]],
  ["by state", { state: "approved" }, ["Danderyd"]],
  ["by category", { category: "blåljus" }, ["Attunda"]],
  ["only what is unusual", { isUnusual: true }, ["Österåker", "Danderyd"]],
  ["by a part of the name, in any case, with spaces around", { text: " öSTER " }, ["Österåker"]],
  ["by what nobody has", { state: "approved", category: "blåljus" }, []],
  ["by name, as Swedish sorts", { order: "name" }, ["Attunda", "Danderyd", "Inget frågat", "Österåker"]],
  [
    "least ready first, who is asked nothing last",
    { order: "share" },
    ["Österåker", "Danderyd", "Attunda", "Inget frågat"],
  ],
  [
    "longest silent first, never before that",
    { order: "activity" },
    ["Österåker", "Danderyd", "Attunda", "Inget frågat"],
  ],
  ["most unusual first", { order: "unusual" }, ["Österåker", "Danderyd", "Attunda", "Inget frågat"]],
])("%s", (_rule, choice, expected) => {
  expect(names(choice)).toEqual(expected);
});

test.each([
  ["not while the round goes on", [], {}, false, true],
  ["once it is released", [], {}, true, false],
  ["not where somebody has something", rows, {}, true, true],
  ["not where it is asked for", [], { isUnusual: true }, true, true],
  ["not where the list is in its order", [], { order: "unusual" as const }, true, true],
])("what is unusual has no place where nobody has anything: %s", (_when, some, choice, isReleased, expected) => {
  expect(showsUnusual(some, { ...all, ...choice }, isReleased)).toBe(expected);
});
