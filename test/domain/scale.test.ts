import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Evidence, IndicatorAnswer } from "#domain/answer.ts";
import { proposedLevel, provenUntil, provesCapability } from "#domain/scale.ts";
import { anEvidence } from "#test/support/builders.ts";

const proposal = { none: 0, underHalf: 1, half: 2, all: 3, proven: 4 };

function propose(
  indicatorAnswers: (IndicatorAnswer | null)[],
  evidence: Evidence[] = [],
  closingDay = "2026-11-30",
): number | null {
  return proposedLevel({ indicatorAnswers, evidence, closingDay, proposal });
}

test.each<[string, (IndicatorAnswer | null)[], number | null]>([
  ["nothing is proposed while an indicator is unanswered", ["yes", null], null],
  ["nothing is proposed when no indicator is applicable", ["not_applicable", "not_applicable"], null],
  ["nothing is proposed when no indicator is directed to the actor", [], null],
  ["nothing is proposed when all that are applicable are unknown", ["unknown", "unknown", "not_applicable"], null],
  ["only no gives the lowest step", ["no", "no"], 0],
  ["unknown beside no counts as no", ["unknown", "no"], 0],
  ["below half gives the second step", ["partly", "no"], 1],
  ["one in three lies below half", ["yes", "no", "unknown"], 1],
  ["exactly half gives the third step", ["yes", "no"], 2],
  ["partly counts as a half", ["partly"], 2],
  ["almost all is not all", ["yes", "yes", "partly"], 2],
  ["all gives the fourth step", ["yes", "yes"], 3],
  ["not applicable is left out of the count", ["yes", "not_applicable"], 3],
  ["not applicable is left out of the count, also under half", ["partly", "no", "not_applicable"], 1],
])("%s", (_rule, answers, level) => {
  expect(propose(answers)).toBe(level);
});

test.each<[string, Partial<Evidence>, number]>([
  ["an exercise that worked proves the capability", {}, 4],
  ["an event that worked proves the capability", { kind: "event" }, 4],
  ["one with shortcomings does not", { outcome: "shortcomings" }, 3],
  ["one without outcome does not", { outcome: null }, 3],
  ["a training does not", { kind: "training", outcome: null }, 3],
  ["a plan does not", { kind: "plan", outcome: null }, 3],
  ["24 months before the closing day still counts", { date: "2024-11-30" }, 4],
  ["a day more does not", { date: "2024-11-29" }, 3],
  ["the closing day itself counts", { date: "2026-11-30" }, 4],
  ["the day after it does not", { date: "2026-12-01" }, 3],
  ["an undated one does not", { date: "" }, 3],
])("%s", (_rule, evidence, level) => {
  expect(propose(["yes"], [anEvidence(evidence)])).toBe(level);
});

describe("when the closing day is a leap day", () => {
  test.each([
    ["the last of February two years earlier counts", "2026-02-28", 4],
    ["the day before it does not", "2026-02-27", 3],
  ])("%s", (_rule, date, level) => {
    expect(propose(["yes"], [anEvidence({ date })], "2028-02-29")).toBe(level);
  });
});

test("evidence proves nothing where not all indicators are met", () => {
  expect(propose(["yes", "partly"], [anEvidence()])).toBe(2);
});

test("one piece of evidence that proves it is enough", () => {
  expect(propose(["yes"], [anEvidence({ kind: "plan", outcome: null }), anEvidence()])).toBe(4);
});

test("the level of each step is the definition version's", () => {
  const steps = { none: 1, underHalf: 1, half: 2, all: 5, proven: 6 };
  const input = { evidence: [], closingDay: "2026-11-30", proposal: steps };
  expect(proposedLevel({ ...input, indicatorAnswers: ["no"] })).toBe(1);
  expect(proposedLevel({ ...input, indicatorAnswers: ["yes"] })).toBe(5);
});

describe("the proof runs out", () => {
  const closingDay = "2026-11-30";
  test.each<[string, Partial<Evidence>[], string | null]>([
    ["24 months after an exercise that worked", [{ date: "2026-05-14" }], "2028-05-14"],
    ["on its last day for the oldest that counts", [{ date: "2024-11-30" }], "2026-11-30"],
    ["after the latest of several", [{ date: "2026-05-14" }, { date: "2025-01-01" }], "2028-05-14"],
    ["on the leap day for the last of February", [{ date: "2026-02-28" }], "2028-02-29"],
    ["never where nothing proves it", [{ kind: "plan", outcome: null }, { outcome: "shortcomings" }], null],
    ["never where what worked is too old", [{ date: "2024-11-29" }], null],
    ["without regard to what happens after the closing day", [{ date: "2026-12-01" }], null],
    ["never without evidence", [], null],
  ])("%s", (_rule, pieces, day) => {
    expect(provenUntil(pieces.map(anEvidence), closingDay)).toBe(day);
  });

  const anyDay = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  test("on the last closing day that still counts it, whatever the day", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const evidence = [anEvidence({ date })];
        const last = provenUntil(evidence, date) ?? "";
        const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
        expect(evidence.map((piece) => [provesCapability(piece, last), provesCapability(piece, after)])).toEqual([
          [true, false],
        ]);
      }),
    );
  });
});
