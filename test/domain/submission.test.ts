import { expect, test } from "vitest";
import { type AnswerContent, emptyAnswer } from "#domain/answer.ts";
import { type MissingField, missingForSubmission, type SubmissionInput } from "#domain/submission.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";

function missing(content: Partial<AnswerContent>, overrides: Partial<SubmissionInput> = {}): MissingField[] {
  return missingForSubmission({
    definition: aDefinition(),
    sub: aSubCapability("1:1"),
    designated: false,
    content: anAnswer(content),
    minimum: 2,
    closingDay: "2026-11-30",
    ...overrides,
  });
}

const partly = indicatorsAnswered({ "1:1.1": "yes", "1:1.2": "partly" });
const allUnknown = indicatorsAnswered({ "1:1.1": "unknown", "1:1.2": "unknown" });
const withoutReason = indicatorsAnswered({ "1:1.1": "yes", "1:1.2": "not_applicable" });
const withReason = {
  ...withoutReason,
  "1:1.2": { answer: "not_applicable" as const, reason: "Vi har inget stabsläge." },
};

test.each<[string, Partial<AnswerContent>, MissingField[]]>([
  ["a complete answer lacks nothing", {}, []],
  [
    "an empty one lacks every indicator, answer and confidence",
    emptyAnswer(),
    [
      { field: "indicator", id: "1:1.1" },
      { field: "indicator", id: "1:1.2" },
      { field: "answer" },
      { field: "confidence" },
    ],
  ],
  [
    "an indicator that is not applicable needs its reason",
    { indicators: withoutReason },
    [{ field: "indicator_reason", id: "1:1.2" }],
  ],
  ["with it, it is complete", { indicators: withReason }, []],
  ["a level other than the proposed one needs a reason", { level: 4 }, [{ field: "reason" }]],
  ["blanks are no reason", { level: 4, reason: "  \n" }, [{ field: "reason" }]],
  ["a reason given is enough", { level: 4, reason: "Prövad 2023." }, []],
  ["a level as proposed needs none", { level: 2, indicators: partly }, []],
  ["evidence that proves the capability moves the proposal", { level: 4, evidence: [anEvidence()] }, []],
  ["without a proposal a reason is due", { indicators: allUnknown }, [{ field: "reason" }]],
  ["unknown needs a reason and causes", { kind: "unknown", level: null }, [{ field: "reason" }, { field: "causes" }]],
  [
    "unknown with both is complete",
    { kind: "unknown", level: null, reason: "Ny organisation.", causes: ["organisation"] },
    [],
  ],
  ["a level below the minimum needs causes", { level: 1, reason: "Ej övat." }, [{ field: "causes" }]],
  ["with them it is complete", { level: 1, reason: "Ej övat.", causes: ["exercise"] }, []],
  ["a level at the minimum needs none", { level: 2, reason: "Ej känt av alla." }, []],
  ["confidence is always needed", { confidence: null }, [{ field: "confidence" }]],
  [
    "evidence needs a date",
    { evidence: [anEvidence({ kind: "plan", date: "", outcome: null })] },
    [{ field: "evidence", index: 0 }],
  ],
  [
    "evidence needs what it is",
    { evidence: [anEvidence({ kind: "plan", what: " ", outcome: null })] },
    [{ field: "evidence", index: 0 }],
  ],
  ["an exercise needs its outcome", { evidence: [anEvidence({ outcome: null })] }, [{ field: "evidence", index: 0 }]],
  ["a plan has none", { evidence: [anEvidence({ kind: "plan", outcome: null })] }, []],
])("%s", (_rule, content, expected) => {
  expect(missing(content)).toEqual(expected);
});

test("where no minimum is in force no level needs causes", () => {
  expect(missing({ level: 0, reason: "Inget på plats." }, { minimum: null })).toEqual([]);
});

test("of not applicable only the reason is asked", () => {
  const notApplicable = { ...emptyAnswer(), kind: "not_applicable" as const };
  expect(missing(notApplicable)).toEqual([{ field: "reason" }]);
  expect(missing({ ...notApplicable, reason: "Vi är ingen hamn." })).toEqual([]);
});

test("an indicator for designated actors is asked of them only", () => {
  const sub = aSubCapability("1:1", { audiences: ["all", "all", "designated"] });
  expect(missing({}, { sub })).toEqual([]);
  expect(missing({}, { sub, designated: true })).toContainEqual({ field: "indicator", id: "1:1.3" });
});

test("nothing is asked where no indicator is directed to the actor", () => {
  const sub = aSubCapability("1:1", { audiences: ["common_function"] });
  expect(missing(emptyAnswer(), { sub, designated: true })).toEqual([]);
});
