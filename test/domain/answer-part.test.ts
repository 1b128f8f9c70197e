import { describe, expect, test } from "vitest";
import { emptyAnswer } from "#domain/answer.ts";
import { changesBetween, isSamePart, partsOf, withParts } from "#domain/answer-part.ts";
import { anAnswer, anEvidence, indicatorsAnswered } from "#test/support/builders.ts";

const ids = ["1:1.1", "1:1.2"];
const base = partsOf(anAnswer(), ids);
const partsWith = (overrides: Parameters<typeof anAnswer>[0]) => partsOf(anAnswer(overrides), ids);

test("the parts of an answer are the whole of it", () => {
  const content = anAnswer({ causes: ["planning"], comment: "c", reason: "r", evidence: [anEvidence()] });
  const entries = Object.entries(content.indicators).map(([id, entry]) => [id, { ...entry, reason: `Skäl ${id}` }]);
  const whole = { ...content, indicators: Object.fromEntries(entries) };
  expect(withParts(emptyAnswer(), partsOf(whole, ids))).toEqual(whole);
});

test("a part taken alone leaves the others as they are", () => {
  const content = anAnswer({ comment: "behålls" });
  const taken = withParts(content, [{ part: "indicator", id: "1:1.2", answer: "no" }]);
  expect(taken).toEqual({ ...content, indicators: indicatorsAnswered({ "1:1.1": "yes", "1:1.2": "no" }) });
});

describe("a change is what differs from the beginning and is not so already", () => {
  const changed = (current: typeof base, theirs: typeof base) =>
    changesBetween(base, current, theirs).map(({ from, to }) => [from, to]);
  const comment = (text: string) => ({ part: "comment", comment: text });

  test("nothing changed", () => expect(changed(base, base)).toEqual([]));
  test("changed by them alone", () =>
    expect(changed(base, partsWith({ comment: "nytt" }))).toEqual([[comment(""), comment("nytt")]]));
  test("changed by others alone is no change of theirs", () =>
    expect(changed(partsWith({ comment: "annat" }), base)).toEqual([]));
  test("changed by both to the same", () =>
    expect(changed(partsWith({ comment: "nytt" }), partsWith({ comment: "nytt" }))).toEqual([]));
  test("changed by both differently shows both", () =>
    expect(changed(partsWith({ comment: "annat" }), partsWith({ comment: "nytt" }))).toEqual([
      [comment("annat"), comment("nytt")],
    ]));
  test("emptied", () =>
    expect(changesBetween(partsWith({ comment: "x" }), partsWith({ comment: "x" }), base)).toHaveLength(1));
  test("a part that they do not tell is no change", () => expect(changed(base, [])).toEqual([]));
});

test.each([
  ["rad\r\nrad", "rad\nrad", true],
  ["a\u0001b", "ab", true],
  ["a\ud83d", "a", true],
  ["🙂", "", false],
  ["a\tb\nc", "ab\nc", false],
  [" a", "a", false],
])("%j and %j say the same: %s", (a, b, same) => {
  expect(isSamePart({ part: "comment", comment: a }, { part: "comment", comment: b })).toBe(same);
});

test("a workbook carries no record's id: evidence that says the same keeps the record it was taken from", () => {
  const recorded = { ...anEvidence(), occurrence: 7 };
  const before = { ...emptyAnswer(), evidence: [recorded] };
  const read = { part: "evidence" as const, evidence: [anEvidence(), anEvidence({ what: "Ny" })] };
  expect(isSamePart({ part: "evidence", evidence: [recorded] }, { ...read, evidence: [anEvidence()] })).toBe(true);
  expect(withParts(before, [read]).evidence).toEqual([recorded, anEvidence({ what: "Ny" })]);
});
