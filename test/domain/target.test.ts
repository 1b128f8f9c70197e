import { expect, test } from "vitest";
import { type LevelDecision, targetsFor } from "#domain/target.ts";
import { aDecision, anActor } from "#test/support/builders.ts";

test.each<[string, Partial<LevelDecision>[], { minimum: number | null; ambition: number | null }]>([
  ["without decisions nothing is in force", [], { minimum: null, ambition: null }],
  ["a decision for all applies to everyone", [{ minimum: 2, ambition: 3 }], { minimum: 2, ambition: 3 }],
  ["a decision on another sub-capability does not", [{ code: "1:2" }], { minimum: null, ambition: null }],
  ["a decision for the actor's category applies", [{ group: "category:kommun" }], { minimum: 2, ambition: null }],
  ["another category's does not", [{ group: "category:hamn" }], { minimum: null, ambition: null }],
  ["one for designated actors does not apply to others", [{ group: "designated" }], { minimum: null, ambition: null }],
  [
    "the strictest minimum of the groups applies",
    [{ minimum: 3 }, { group: "category:kommun", minimum: 2, sequence: 2 }],
    { minimum: 3, ambition: null },
  ],
  [
    "the strictest ambition applies, separately from the minimum",
    [
      { minimum: 3, ambition: 3 },
      { group: "category:kommun", minimum: 1, ambition: 4 },
    ],
    { minimum: 3, ambition: 4 },
  ],
  [
    "an ambition under the minimum in force counts as none",
    [
      { minimum: 1, ambition: 2 },
      { group: "category:kommun", minimum: 3 },
    ],
    { minimum: 3, ambition: null },
  ],
  [
    "an ambition equal to the minimum in force stays",
    [
      { minimum: 1, ambition: 3 },
      { group: "category:kommun", minimum: 3 },
    ],
    { minimum: 3, ambition: 3 },
  ],
  ["a group may have an ambition without a minimum", [{ minimum: null, ambition: 3 }], { minimum: null, ambition: 3 }],
  ["a minimum creates no ambition", [{ minimum: 4 }], { minimum: 4, ambition: null }],
  [
    "the highest sequence replaces the group's earlier decision whole, in whatever order they come",
    [
      { sequence: 2, minimum: 1, ambition: null },
      { sequence: 1, minimum: 3, ambition: 4 },
    ],
    { minimum: 1, ambition: null },
  ],
  [
    "null in the latest decision takes the group's level away",
    [{ minimum: 3 }, { sequence: 2, minimum: null }],
    { minimum: null, ambition: null },
  ],
])("%s", (_rule, decisions, target) => {
  const targetOf = targetsFor(decisions.map((decision) => aDecision(decision)));
  expect(targetOf(anActor(), "1:1")).toEqual(target);
});

test("a designated actor belongs to the designated, beside all and its category", () => {
  const targetOf = targetsFor([aDecision({ minimum: 2 }), aDecision({ group: "designated", minimum: 3 })]);
  expect(targetOf(anActor({ designated: true }), "1:1").minimum).toBe(3);
  expect(targetOf(anActor(), "1:1").minimum).toBe(2);
});
