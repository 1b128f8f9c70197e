import { describe, expect, test } from "vitest";
import { type AnswerContent, emptyAnswer, hasStarted, maxEvidenceRows } from "#domain/answer.ts";
import { answerContentSchema, answerContentSchemaFor } from "#domain/answer-schema.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability, indicatorsAnswered } from "#test/support/builders.ts";

test.each<[string, unknown]>([
  ["an empty draft", emptyAnswer()],
  ["a complete answer", anAnswer()],
  ["texts at their limits", anAnswer({ reason: "å".repeat(4000), comment: "å".repeat(4000) })],
  ["evidence that is not filled in yet", anAnswer({ evidence: [anEvidence({ what: "", date: "", outcome: null })] })],
  ["as many pieces of evidence as fit", anAnswer({ evidence: Array(maxEvidenceRows).fill(anEvidence()) })],
])("%s can be stored", (_what, content) => {
  expect(answerContentSchema.parse(content)).toEqual(content);
});

test.each<[string, Partial<AnswerContent>, string]>([
  ["a reason over its limit", { reason: "x".repeat(4001) }, "reason"],
  ["a comment over its limit", { comment: "x".repeat(4001) }, "comment"],
  ["a NUL character", { comment: "a\u0000b" }, "comment"],
  ["evidence text over its limit", { evidence: [anEvidence({ what: "x".repeat(501) })] }, "evidence.0.what"],
  ["a date that does not exist", { evidence: [anEvidence({ date: "2027-02-29" })] }, "evidence.0.date"],
  ["an outcome of a plan", { evidence: [anEvidence({ kind: "plan" })] }, "evidence.0.outcome"],
  ["more evidence than fits", { evidence: Array(maxEvidenceRows + 1).fill(anEvidence()) }, "evidence"],
  ["the same cause twice", { causes: ["planning", "planning"] }, "causes"],
  ["a level that is not whole", { level: 2.5 }, "level"],
  ["a level beside unknown", { kind: "unknown", level: 2 }, "level"],
  ["the answer level without a level", { kind: "level", level: null }, "level"],
])("%s is refused, at its field", (_what, overrides, path) => {
  const result = answerContentSchema.safeParse(anAnswer(overrides));
  expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

describe("for one sub-capability of one actor", () => {
  const sub = aSubCapability("1:1", { audiences: ["all", "designated", "common_function"] });
  const open = aSubCapability("1:1", { notApplicableAllowed: true });
  const notApplicable = { kind: "not_applicable", level: null, indicators: {} } as const;

  function refusedFields(content: Partial<AnswerContent>, options: { designated?: boolean; sub?: typeof sub } = {}) {
    const schema = answerContentSchemaFor(aDefinition(), options.sub ?? sub, {
      designated: options.designated ?? false,
    });
    const whole = anAnswer({ indicators: {}, ...content });
    return schema.safeParse(whole).error?.issues.map((issue) => issue.path.join(".")) ?? [];
  }

  test("a level outside the scale cannot be stored", () => {
    expect(refusedFields({ level: 5 })).toEqual(["level"]);
  });

  test("not applicable cannot be stored where the definition does not allow it", () => {
    expect(refusedFields(notApplicable)).toEqual(["kind"]);
    expect(refusedFields(notApplicable, { sub: open })).toEqual([]);
  });

  test("an indicator for designated actors is answered by them only", () => {
    const content = { indicators: indicatorsAnswered({ "1:1.2": "yes" }) };
    expect(refusedFields(content)).toEqual(["indicators.1:1.2"]);
    expect(refusedFields(content, { designated: true })).toEqual([]);
  });

  test("an indicator for the shared functions is answered by no actor", () => {
    const content = { indicators: indicatorsAnswered({ "1:1.3": "yes" }) };
    expect(refusedFields(content, { designated: true })).toEqual(["indicators.1:1.3"]);
  });

  test("an indicator is not applicable only where the definition allows it", () => {
    const strict = answerContentSchemaFor(aDefinition({ indicatorNotApplicableAllowed: false }), sub, {
      designated: false,
    });
    const content = anAnswer({ indicators: indicatorsAnswered({ "1:1.1": "not_applicable" }) });
    expect(strict.safeParse(content).success).toBe(false);
    expect(refusedFields(content)).toEqual([]);
  });
});

test.each<[string, Partial<AnswerContent>, boolean]>([
  ["nothing filled in is not started", {}, false],
  ["blanks alone are not a start", { comment: " \n", reason: "\t" }, false],
  ["an indicator without answer is not a start", { indicators: indicatorsAnswered({ "1:1.1": null }) }, false],
  ["one indicator answered is", { indicators: indicatorsAnswered({ "1:1.1": "unknown" }) }, true],
  ["a comment is", { comment: "x" }, true],
  ["a cause is", { causes: ["planning"] }, true],
  ["an answer is", { kind: "unknown" }, true],
])("%s", (_rule, overrides, started) => {
  expect(hasStarted({ ...emptyAnswer(), ...overrides })).toBe(started);
});
