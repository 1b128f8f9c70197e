import { describe, expect, test } from "vitest";
import { maySaveAnswer, maySubmit } from "#domain/assessment.ts";

describe("an assessment", () => {
  const draft = { roundState: "open", assessmentState: "draft", reopenedUntil: null } as const;
  const now = new Date("2026-12-10T22:59:00Z");

  test.each<[string, Partial<Parameters<typeof maySaveAnswer>[0]>, boolean]>([
    ["a draft is saved and submitted while the round is open", {}, true],
    ["a draft is not once the round is closed", { roundState: "closed" }, false],
    ["a submitted one is not", { assessmentState: "submitted" }, false],
    ["an approved one is not", { assessmentState: "approved" }, false],
    [
      "a reopened one is, after closing, to the end of its own last day",
      { roundState: "closed", reopenedUntil: "2026-12-10" },
      true,
    ],
    ["a reopened one is not the day after", { roundState: "closed", reopenedUntil: "2026-12-09" }, false],
    ["a reopened one has its own last day also while the round is open", { reopenedUntil: "2026-12-09" }, false],
    ["a reopened one is not after release", { roundState: "released", reopenedUntil: "2026-12-10" }, false],
    [
      "a reopened one that is submitted again is not",
      { assessmentState: "submitted", reopenedUntil: "2026-12-10" },
      false,
    ],
  ])("%s", (_rule, overrides, permitted) => {
    expect(maySaveAnswer({ ...draft, now, ...overrides })).toBe(permitted);
    expect(maySubmit({ ...draft, now, ...overrides })).toBe(permitted);
  });
});
