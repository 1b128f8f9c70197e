import { expect, test } from "vitest";
import { actorRow, cellsOf, computeResults, type ResultsInput } from "#domain/aggregate.ts";
import {
  aCapability,
  aCountedAnswer,
  aDecision,
  aDefinition,
  anActor,
  anUnknown,
  aSubCapability,
} from "#test/support/builders.ts";

const fourActors = ["a", "b", "c", "d"].map((id) => anActor({ id }));

function results(input: Partial<ResultsInput>) {
  return computeResults({ definition: aDefinition(), actors: fourActors, decisions: [], answers: [], ...input });
}

function row(input: Partial<ResultsInput>, code = "1:1") {
  return results(input).regional.find((candidate) => candidate.code === code);
}

test("an indicator for the shared functions is never directed to an actor", () => {
  const sub = aSubCapability("1:1", { audiences: ["common_function"] });
  const definition = aDefinition({ capabilities: [aCapability(1, [sub])] });
  const actors = [anActor(), anActor({ id: "b", designated: true })];
  const { cells } = results({ definition, actors, decisions: [aDecision()], answers: [aCountedAnswer()] });
  expect(cells.map(({ status }) => status)).toEqual(["not_applicable", "not_applicable"]);
});

test("an indicator for designated actors is directed to them only", () => {
  const sub = aSubCapability("1:1", { audiences: ["designated", "common_function"] });
  const definition = aDefinition({ capabilities: [aCapability(1, [sub])] });
  const actors = [anActor(), anActor({ id: "b", designated: true })];
  expect(results({ definition, actors }).cells.map(({ status }) => status)).toEqual(["not_applicable", "missing"]);
});

test("don't know counts as not meeting, missing only widens the band", () => {
  const answers = [aCountedAnswer({ level: 2 }), aCountedAnswer({ actor: "b", level: 1 }), anUnknown({ actor: "c" })];
  expect(row({ decisions: [aDecision()], answers })).toMatchObject({
    applicable: 4,
    missing: 1,
    answered: 3,
    unknown: 1,
    noMinimum: 0,
    expected: 4,
    belowMinimum: 1,
    meetsMinimum: 1,
    meetsAmbition: 0,
    notMeeting: 2,
    shareMeeting: 0.333333,
    shareLow: 0.25,
    shareHigh: 0.75,
  });
});

test("what nobody asked for cannot fall short", () => {
  const answers = [aCountedAnswer({ level: 0 }), anUnknown({ actor: "b" })];
  expect(row({ answers })).toMatchObject({
    unknown: 1,
    noMinimum: 4,
    expected: 0,
    notMeeting: 0,
    shareMeeting: null,
    shareLow: null,
    shareHigh: null,
  });
});

test("with nothing answered the share is null, and the band is everything", () => {
  expect(row({ decisions: [aDecision()] })).toMatchObject({ shareMeeting: null, shareLow: 0, shareHigh: 1 });
});

test("the median is the lower one, a real level, and counts levels without a minimum too", () => {
  const answers = [1, 4, 2, 3].map((level, index) => aCountedAnswer({ actor: "abcd"[index], level }));
  expect(row({ answers })).toMatchObject({ median: 2, distribution: [0, 1, 1, 1, 1] });
  expect(row({})).toMatchObject({ median: null, distribution: [0, 0, 0, 0, 0] });
});

test("gap steps add up the gaps, and causes count cells", () => {
  const answers = [
    aCountedAnswer({ level: 0, causes: ["exercise", "planning"] }),
    aCountedAnswer({ actor: "b", level: 1, causes: ["planning"] }),
    aCountedAnswer({ actor: "c", level: 4, causes: ["training"] }),
  ];
  expect(row({ decisions: [aDecision()], answers })).toMatchObject({
    gapSteps: 3,
    causes: { planning: 2, organisation: 0, equipment: 0, training: 0, exercise: 1 },
  });
});

test("a category is what it is called, whatever else its name could mean", () => {
  const actors = [
    anActor({ id: "a", category: "hamn", designated: true }),
    anActor({ id: "b", category: "hamn designated", designated: false }),
  ];
  const found = results({ actors, decisions: [aDecision({ group: "designated", minimum: 3 })] });
  expect(found.cells.filter(({ code }) => code === "1:1").map(({ minimum }) => minimum)).toEqual([3, null]);
});

test("categories with an actor stand by code point, each in definition order", () => {
  const actors = ["övrig", "kommun", "Polis", "\u{1F6A2}", "\uFF21"].map((category) =>
    anActor({ id: category, category }),
  );
  const { categories } = results({ actors, decisions: [aDecision({ group: "category:hamn" })] });
  const order = ["Polis", "kommun", "övrig", "\uFF21", "\u{1F6A2}"];
  expect([...new Set(categories.map(({ category }) => category))]).toEqual(order);
  expect(categories.slice(0, 3).map(({ code }) => code)).toEqual(["1:1", "1:2", "2:1"]);
});

test("base capabilities add up their own sub-capabilities, per actor too", () => {
  const decisions = ["1:1", "1:2", "2:1"].map((code) => aDecision({ code }));
  const answers = [aCountedAnswer(), aCountedAnswer({ code: "2:1", level: 0 })];
  const found = results({ actors: [anActor()], decisions, answers });
  const { capabilities } = found;
  expect(
    capabilities.map(({ capability, meetsMinimum, notMeeting }) => [capability, meetsMinimum, notMeeting]),
  ).toEqual([
    [1, 1, 0],
    [2, 0, 1],
  ]);
  const own = actorRow(aDefinition(), anActor().id, cellsOf(found, 0));
  expect(own.capabilities).toEqual(capabilities);
  expect(own.total).toMatchObject({ applicable: 3, missing: 1, meetsMinimum: 1, notMeeting: 1 });
});

test("an answer to a code that the definition does not have counts nowhere", () => {
  expect(results({ answers: [aCountedAnswer({ code: "9:9" })] })).toEqual(results({}));
});

test("an answer of somebody who is not in the round counts nowhere", () => {
  expect(results({ answers: [aCountedAnswer({ actor: "stranger" })] })).toEqual(results({}));
});

const below = (code: string, actor: string, level = 1) => aCountedAnswer({ code, actor, level });
const meets = (code: string, actor: string) => aCountedAnswer({ code, actor, level: 2 });

test.each([
  ["most not meeting first", [below("1:1", "a"), below("2:1", "a"), below("2:1", "b")], ["2:1", "1:1"]],
  [
    "then the larger share of those answered",
    [below("1:1", "a"), meets("1:1", "b"), below("2:1", "a")],
    ["2:1", "1:1"],
  ],
  ["then the more gap steps", [below("1:1", "a", 1), below("2:1", "a", 0)], ["2:1", "1:1"]],
  [
    "then the order of the definition",
    [below("2:1", "a"), below("1:2", "a"), below("1:1", "a")],
    ["1:1", "1:2", "2:1"],
  ],
  [
    "unknown counts like below",
    [anUnknown({ code: "2:1" }), anUnknown({ code: "2:1", actor: "b" }), below("1:1", "a")],
    ["2:1", "1:1"],
  ],
  ["what everybody meets is left out", [meets("1:1", "a"), below("2:1", "a")], ["2:1"]],
])("priority: %s", (_rule, answers, order) => {
  const decisions = ["1:1", "1:2", "2:1"].map((code) => aDecision({ code }));
  expect(results({ decisions, answers }).priority).toEqual(order);
});
