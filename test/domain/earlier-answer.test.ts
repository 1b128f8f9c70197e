import { describe, expect, test } from "vitest";
import type { AnswerContent, Evidence } from "#domain/answer.ts";
import { isEarlierLevelShown, isTaken, isTooOld, type Piece, withPiece } from "#domain/earlier-answer.ts";
import { missingForSubmission } from "#domain/submission.ts";
import { aDefinition, anAnswer, anEvidence, aSubCapability } from "#test/support/builders.ts";

const exercise = anEvidence();
const plan = anEvidence({ kind: "plan", what: "Krisplan", outcome: null });
const earlier = anAnswer({ level: 2, reason: "Då.", comment: "Övas i maj.", evidence: [exercise, plan] });

test.each<[string, Partial<AnswerContent>, boolean]>([
  ["a level", { level: 0 }, true],
  ["nothing yet", { kind: null, level: null }, false],
  ["that it cannot be judged", { kind: "unknown", level: null }, false],
  ["that it does not apply", { kind: "not_applicable", level: null }, false],
])("with %s saved, the earlier level is shown: %s", (_what, content, isShown) => {
  expect(isEarlierLevelShown(anAnswer(content))).toBe(isShown);
});

test.each<[string, string, boolean]>([
  ["the first day of the 24 months", "2024-05-31", false],
  ["the day before", "2024-05-30", true],
  ["no date", "", false],
])("evidence of %s is too old: %s", (_what, date, expected) => {
  expect(isTooOld(anEvidence({ date }), "2026-05-31")).toBe(expected);
});

describe("a piece of the earlier answer", () => {
  const comment: Piece = { piece: "comment" };
  const piece = (index: number): Piece => ({ piece: "evidence", index });

  test.each<[string, Partial<AnswerContent>, Piece, Partial<AnswerContent>]>([
    ["evidence comes last", { evidence: [plan] }, piece(0), { evidence: [plan, exercise] }],
    ["evidence that is there is not added again", { evidence: [exercise] }, piece(0), { evidence: [exercise] }],
    ["evidence that is none adds nothing", {}, piece(2), { evidence: [] }],
    ["a comment fills an empty one", {}, comment, { comment: "Övas i maj." }],
    ["a comment follows what is written", { comment: "Nytt. " }, comment, { comment: "Nytt.\n\nÖvas i maj." }],
    [
      "a comment that is there is not added again",
      { comment: "Övas i maj. Ja." },
      comment,
      { comment: "Övas i maj. Ja." },
    ],
  ])("%s", (_what, content, taken, expected) => {
    const before = anAnswer({ level: 4, ...content });
    expect(withPiece(before, earlier, taken)).toEqual({ ...before, ...expected });
    expect(isTaken(withPiece(before, earlier, taken), earlier, taken)).toBe(
      taken.piece === "comment" || taken.index < 2,
    );
  });

  test("another outcome is another piece", () => {
    const changed: Evidence = { ...exercise, outcome: "shortcomings" };
    expect(isTaken(anAnswer({ evidence: [changed] }), earlier, { piece: "evidence", index: 0 })).toBe(false);
  });
});

test.each<[string, Partial<AnswerContent>, number | null, boolean]>([
  ["two steps up", { level: 4 }, 2, true],
  ["two steps down", { level: 0 }, 2, true],
  ["one step", { level: 3 }, 2, false],
  ["none", { level: 2 }, 2, false],
  ["two steps, told why", { level: 4, changeReason: "Ny organisation." }, 2, false],
  ["two steps, told in blanks", { level: 4, changeReason: " \n" }, 2, true],
  ["nothing to compare with", { level: 4 }, null, false],
  ["no level now", { kind: "unknown", level: null, causes: ["planning"] }, 4, false],
])("%s from the earlier year: why it has changed is missing: %s", (_what, content, earlierLevel, isMissing) => {
  const missing = missingForSubmission({
    definition: aDefinition(),
    sub: aSubCapability("1:1"),
    designated: false,
    content: anAnswer({ reason: "Därför.", ...content }),
    minimum: null,
    closingDay: "2026-11-30",
    earlierLevel,
  });
  expect(missing).toEqual(isMissing ? [{ field: "change_reason" }] : []);
});
