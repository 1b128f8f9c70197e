import { expect, test } from "vitest";
import type { AnswerContent } from "#domain/answer.ts";
import { remarksOn } from "#domain/remark.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability } from "#test/support/builders.ts";

test.each<[string, Partial<AnswerContent>, number | null, string[]]>([
  ["a level as proposed that meets the minimum", {}, 3, []],
  ["a level below the minimum", {}, 4, ["below_minimum"]],
  ["a level other than the proposed", { level: 2 }, null, ["differs_from_proposal"]],
  ["a lowered level below the minimum", { level: 2 }, 3, ["below_minimum", "differs_from_proposal"]],
  ["a proven level", { level: 4, evidence: [anEvidence()] }, 3, ["proven"]],
  ["unknown", { kind: "unknown", level: null }, 3, ["unknown"]],
  ["not applicable", { kind: "not_applicable", level: null }, 3, ["not_applicable"]],
  ["nothing yet", { kind: null, level: null }, 3, []],
])("%s", (_what, change, minimum, expected) => {
  const input = { definition: aDefinition(), sub: aSubCapability("1:1"), designated: false, closingDay: "2026-05-31" };
  expect(remarksOn({ ...input, minimum, content: anAnswer(change) })).toEqual(expected);
});
