import { expect, test } from "vitest";
import { whatIf } from "#domain/what-if.ts";
import { aCountedAnswer, aDecision, aDefinition, anActor, anUnknown } from "#test/support/builders.ts";

test("all whose level is then below are listed, in the group or not, and a lower minimum than that of all helps nobody", () => {
  const actors = [anActor({ id: "h", category: "hamn" }), anActor({ id: "k" })];
  const answers = [aCountedAnswer({ actor: "k", level: 1 }), aCountedAnswer({ actor: "h", level: 2 })];
  const input = { definition: aDefinition(), actors, decisions: [aDecision()], answers };
  const ask = (minimum: number | null) => whatIf(input, { code: "1:1", group: "category:hamn", minimum }).below;
  expect(ask(3)).toEqual(["h", "k"]);
  expect(ask(1)).toEqual(["k"]);
  expect(ask(null)).toEqual(["k"]);
});

test("the candidate replaces the group's minimum", () => {
  const input = {
    definition: aDefinition(),
    actors: [anActor()],
    decisions: [aDecision({ minimum: 4 })],
    answers: [aCountedAnswer()],
  };
  expect(whatIf(input, { code: "1:1", group: "all", minimum: 4 }).below).toEqual(["a"]);
  expect(whatIf(input, { code: "1:1", group: "all", minimum: 3 }).below).toEqual([]);
});

test("what if asks about levels: nobody unknown or missing is listed, and nobody for a code that does not exist", () => {
  const input = {
    definition: aDefinition(),
    actors: ["a", "b"].map((id) => anActor({ id })),
    decisions: [],
    answers: [anUnknown()],
  };
  expect(whatIf(input, { code: "1:1", group: "all", minimum: 4 }).below).toEqual([]);
  expect(whatIf(input, { code: "9:9", group: "all", minimum: 4 }).below).toEqual([]);
});
