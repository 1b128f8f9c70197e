import { describe, expect, test } from "vitest";
import { isOwn, isRecorder, maySeeObservation, maySeeOccurrence, outcomeOf, type Reader } from "#domain/occurrence.ts";
import { occurrenceContentSchema } from "#domain/occurrence-schema.ts";

const office: Reader = { role: "office", actorId: null };
const chiefGroup: Reader = { role: "chief_group", actorId: null };
const council: Reader = { role: "council", actorId: null };
const of = (actorId: string, role: Reader["role"] = "coordinator"): Reader => ({ role, actorId });

describe("who may see an event or exercise that Haninge recorded and Solna took part in", () => {
  const record = { actorId: "haninge", participants: ["haninge", "solna"], observations: [{ actorId: "attunda" }] };
  test.each([
    ["the office", office, true],
    ["the chief group", chiefGroup, true],
    ["the council", council, false],
    ["the actor that recorded it", of("haninge"), true],
    ["its approver", of("haninge", "approver"), true],
    ["one that took part", of("solna", "contributor"), true],
    ["one that noted something before it was no longer named", of("attunda"), true],
    ["a stranger", of("taby"), false],
  ])("%s: %s", (_who, reader, sees) => {
    expect(maySeeOccurrence(reader, record)).toBe(sees);
  });
});

describe("what an actor observed of itself", () => {
  test.each([
    ["is read by the actor", of("haninge"), "haninge", true],
    ["is not read by another that took part", of("solna"), "haninge", false],
    ["is read by the office", office, "haninge", true],
    ["is read by the chief group", chiefGroup, "haninge", true],
    ["is not read by the council", council, "haninge", false],
    ["stands apart from what the office observed, which all read", of("solna"), null, true],
  ])("%s", (_what, reader, actorId, sees) => {
    expect(maySeeObservation(reader, { actorId })).toBe(sees);
  });
});

describe("who may change what", () => {
  test.each([
    [of("haninge"), "haninge", true],
    [of("haninge", "contributor"), "haninge", true],
    [of("haninge", "approver"), "haninge", false],
    [of("solna"), "haninge", false],
    [of("haninge"), null, false],
    [office, null, true],
    [office, "haninge", false],
    [chiefGroup, null, false],
    [council, null, false],
  ] as const)("%o changes what %s owns: %s", (writer, actorId, may) => {
    expect(isOwn(writer, { actorId })).toBe(may);
  });

  test("nobody but the office and the actors' writers records", () => {
    expect([office, of("a"), of("a", "contributor")].every(isRecorder)).toBe(true);
    expect([chiefGroup, council, of("a", "approver")].some(isRecorder)).toBe(false);
  });
});

test.each([
  [[], null],
  [[{ worked: "Larmet gick fram.", shortcomings: "" }], "worked"],
  [[{ worked: "Larmet gick fram.", shortcomings: "Sent." }], "shortcomings"],
  [
    [
      { worked: "Ja", shortcomings: "" },
      { worked: "", shortcomings: "Nej" },
    ],
    "shortcomings",
  ],
] as const)("the outcome of %o is %s: a shortcoming is one whatever else worked", (observations, outcome) => {
  expect(outcomeOf(observations)).toBe(outcome);
});

describe("what can be recorded", () => {
  const content = { kind: "exercise", name: "Snö", day: "2026-03-02", participants: [] };
  const errorOf = (change: object) =>
    occurrenceContentSchema("2026-03-02").safeParse({ ...content, ...change }).error?.issues[0]?.message;
  test.each([
    ["today is not in the future", {}, undefined],
    ["tomorrow has not been yet", { day: "2026-03-03" }, "inte varit än"],
    ["a day that is none", { day: "2026-02-30" }, "en dag som finns"],
    ["a year with a slip of the finger", { day: "0206-03-02" }, "en dag som finns"],
    ["no day", { day: "" }, "en dag som finns"],
    ["no name", { name: "  " }, "Skriv vad"],
    ["a name of 201 characters", { name: "x".repeat(201) }, "för lång"],
    ["a kind that is none", { kind: "plan" }, "Välj händelse eller övning"],
    ["a null character", { name: "a\u0000" }, "går att spara"],
    ["marks and signs of any kind", { name: "<b>&=🚒" }, undefined],
  ])("%s", (_what, change, sentence) => {
    const error = errorOf(change);
    if (sentence === undefined) expect(error).toBeUndefined();
    else expect(error).toContain(sentence);
  });
});
