import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import type { Evidence } from "#domain/answer.ts";
import { levelsPerCategory } from "#domain/category-levels.ts";
import { countEvidence, provenClaims } from "#domain/evidence-age.ts";
import { countIndicators } from "#domain/indicator-count.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";
import { anyRound } from "#test/support/rounds.ts";

const closingDay = "2026-05-31";
const { proposal } = aDefinition();

describe("levels per category", () => {
  test("the categories add up to the region, and the region to its results", () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const { cells, regional } = computeResults(round);
        for (const row of regional) {
          const own = cells.filter(({ code }) => code === row.code);
          const [whole, ...categories] = levelsPerCategory(own, round.actors, [0, 1, 2, 3, 4]);
          expect(whole).toMatchObject({ distribution: row.distribution, shareMeeting: row.shareMeeting });
          const parts = categories.map(({ distribution }) => distribution);
          expect(row.distribution.map((_count, at) => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0))).toEqual(
            row.distribution,
          );
        }
      }),
    );
  });

  test("without actors there is the region alone, with no share", () => {
    expect(levelsPerCategory([], [], [0, 1])).toMatchObject([
      { category: null, distribution: [0, 0], shareMeeting: null, notApplicable: 0 },
    ]);
  });
});

describe("indicators", () => {
  const sub = aSubCapability("1:1", { audiences: ["all", "designated", "common_function", "all"] });
  const answered = (designated: boolean, answers: Parameters<typeof indicatorsAnswered>[0]) => ({
    designated,
    content: anAnswer({ indicators: indicatorsAnswered(answers) }),
  });

  test("no, partly and don't know are not met, not applicable is not counted; the most often not met stands first", () => {
    const counted = countIndicators(sub, [
      answered(true, { "1:1.1": "yes", "1:1.2": "no", "1:1.4": "partly" }),
      answered(false, { "1:1.1": "not_applicable", "1:1.4": "unknown" }),
    ]);
    expect(counted.map(({ id, notMet, of }) => [id, notMet, of])).toEqual([
      ["1:1.4", 2, 2],
      ["1:1.2", 1, 1],
      ["1:1.1", 0, 1],
    ]);
    expect(counted[2]?.counts).toEqual({ yes: 1, partly: 0, no: 0, unknown: 0, not_applicable: 1 });
  });

  test("of as many, the larger share comes first, then the definition's order", () => {
    const counted = countIndicators(sub, [
      answered(true, { "1:1.1": "no", "1:1.2": "no", "1:1.4": "no" }),
      answered(false, { "1:1.1": "yes", "1:1.4": "yes" }),
    ]);
    expect(counted.map(({ id }) => id)).toEqual(["1:1.2", "1:1.1", "1:1.4"]);
  });

  test("an answer to what is not directed to the actor does not count", () => {
    const [first] = countIndicators(sub, [answered(false, { "1:1.2": "no" })]);
    expect(first).toMatchObject({ id: "1:1.1", of: 0 });
  });

  test("without answers every indicator stands with nothing", () => {
    expect(countIndicators(sub, []).map(({ notMet, of }) => [notMet, of])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

describe("evidence", () => {
  const of = (...evidence: Evidence[]) => ({ actor: "a", content: anAnswer({ level: 4, evidence }) });

  test.each([
    ["2024-05-30", "older"],
    ["2024-05-31", "recent"],
    ["2026-05-31", "recent"],
    ["2026-06-01", "later"],
  ])("of %s is %s when the round closes on 31 May 2026", (date, age) => {
    const exercise = countEvidence([of(anEvidence({ date }))], closingDay).find(({ kind }) => kind === "exercise");
    expect(exercise).toMatchObject({ recent: 0, older: 0, later: 0, actors: 1, [age]: 1 });
  });

  test("has an outcome only where something was put to the test", () => {
    const counted = countEvidence(
      [of(anEvidence(), anEvidence({ outcome: "shortcomings" }), anEvidence({ kind: "plan", outcome: null }))],
      closingDay,
    );
    expect(counted.map(({ kind, worked, shortcomings }) => [kind, worked, shortcomings])).toEqual([
      ["event", 0, 0],
      ["exercise", 1, 1],
      ["training", null, null],
      ["plan", null, null],
    ]);
  });

  test.each<[string, Evidence[], string | null | undefined]>([
    ["an exercise that worked in time", [anEvidence()], undefined],
    ["nothing", [], null],
    ["one that showed shortcomings", [anEvidence({ outcome: "shortcomings" })], null],
    ["a training", [anEvidence({ kind: "training", outcome: null })], null],
    ["two that are too old", [anEvidence({ date: "2021-03-01" }), anEvidence({ date: "2023-09-01" })], "2023-09-01"],
    ["one to come", [anEvidence({ date: "2026-09-01" })], null],
  ])("the highest level with %s: last worked %s", (_what, evidence, lastWorked) => {
    const { claimed, unproven } = provenClaims([of(...evidence)], { closingDay, proposal });
    expect(claimed).toBe(1);
    expect(unproven).toEqual(lastWorked === undefined ? [] : [{ actor: "a", level: 4, lastWorked }]);
  });

  test.each([
    ["the scale's highest", 4, []],
    ["a lower one, by the version", 3, ["a"]],
  ])("who claims to be proven is from the level of the definition on: %s", (_what, proven, expected) => {
    const content = anAnswer({ level: 3, evidence: [] });
    const claims = provenClaims([{ actor: "a", content }], { closingDay, proposal: { ...proposal, proven } });
    expect(claims).toMatchObject({ level: proven, claimed: expected.length });
    expect(claims.unproven.map(({ actor }) => actor)).toEqual(expected);
  });
});
