import { expect, test } from "vitest";
import type { AnswerContent } from "#domain/answer.ts";
import { type ReviewInput, reviewOf } from "#domain/review.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";

const closingDay = "2026-05-31";

function anInput(content: Partial<AnswerContent>, overrides: Partial<ReviewInput> = {}): ReviewInput {
  const { sub = aSubCapability("1:1") } = overrides;
  const indicators = indicatorsAnswered({ [`${sub.code}.1`]: "yes", [`${sub.code}.2`]: "yes" });
  return {
    ...{
      definition: aDefinition(),
      sub,
      designated: false,
      minimum: null,
      closingDay,
      hasMeasure: false,
      undecided: 0,
    },
    content: anAnswer({ indicators, ...content }),
    ...overrides,
  };
}
const proven = (date: string) => ({ level: 4, evidence: [anEvidence({ date })] });

test.each<[string, ReviewInput, object[]]>([
  ["an ordinary answer", anInput({}), []],
  ["no answer yet", anInput({ kind: null, level: null }), []],
  ["what cannot be judged", anInput({ kind: "unknown", level: null }), [{ kind: "unknown", code: "1:1" }]],
  [
    "a level other than the proposed",
    anInput({ level: 2 }),
    [{ kind: "differs_from_proposal", code: "1:1", level: 2, proposed: 3 }],
  ],
  [
    "a level below the minimum without a measure",
    anInput({}, { minimum: 4 }),
    [{ kind: "below_minimum", code: "1:1", level: 3, minimum: 4 }],
  ],
  ["a level below the minimum with a measure", anInput({}, { minimum: 4, hasMeasure: true }), []],
  [
    "earlier measures neither taken over nor ended",
    anInput({}, { undecided: 2 }),
    [{ kind: "measure_undecided", code: "1:1", count: 2 }],
  ],
  ["a level at the minimum", anInput({}, { minimum: 3 }), []],
  [
    "a proof that runs out six months after the closing day",
    anInput(proven("2024-11-30")),
    [{ kind: "proof_expiring", code: "1:1", level: 4, until: "2026-11-30" }],
  ],
  ["a proof that lasts a day longer", anInput(proven("2024-12-01")), []],
  [
    "an old proof beside a new one",
    anInput({ level: 4, evidence: [anEvidence({ date: "2024-11-30" }), anEvidence()] }),
    [],
  ],
  [
    "the highest level without proof",
    anInput({ level: 4 }),
    [{ kind: "differs_from_proposal", code: "1:1", level: 4, proposed: 3 }],
  ],
  [
    "two steps from the earlier year",
    anInput({}, { earlierLevel: 1 }),
    [{ kind: "large_change", code: "1:1", level: 3, earlier: 1 }],
  ],
  ["one step from the earlier year", anInput({}, { earlierLevel: 2 }), []],
])("%s", (_what, input, expected) => {
  expect(reviewOf([input])).toEqual(expected);
});

test("what is found stands by kind, whatever the order of the answers", () => {
  const below = anInput({}, { minimum: 4, sub: aSubCapability("1:1") });
  const unknown = anInput({ kind: "unknown", level: null }, { sub: aSubCapability("1:2") });
  const both = anInput({ level: 2 }, { minimum: 4, sub: aSubCapability("2:1") });
  expect(reviewOf([below, unknown, both]).map(({ kind, code }) => `${kind} ${code}`)).toEqual([
    "unknown 1:2",
    "differs_from_proposal 2:1",
    "below_minimum 1:1",
    "below_minimum 2:1",
  ]);
});

test.each<[string, (number | null)[], number | null]>([
  ["three of one level", [3, 3, 3], 3],
  ["three of one level beside one that cannot be judged", [3, null, 3, 3], 3],
  ["one that differs", [3, 3, 2], null],
  ["two, which are too few", [3, 3], null],
  ["none", [null, null, null], null],
])("all alike: %s", (_what, levels, expected) => {
  const inputs = levels.map((level) => anInput({ kind: level === null ? "unknown" : "level", level }));
  const found = reviewOf(inputs).find(({ kind }) => kind === "all_alike");
  expect(found ?? null).toEqual(expected === null ? null : { kind: "all_alike", code: null, level: expected });
});

test("undecided measures of sub-capabilities that are gone are told for themselves", () => {
  expect(reviewOf([anInput({})], 3)).toEqual([{ kind: "measure_undecided", code: null, count: 3 }]);
});
