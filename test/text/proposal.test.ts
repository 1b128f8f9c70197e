import { expect, test } from "vitest";
import { motiveText } from "#text/proposal.ts";

test.each([
  ["a motive is said as it is", "Övningen visade det.", "raised", "Övningen visade det."],
  ["a changed row without one says so", "", "lowered", "Motivering saknas"],
  ["a row that stays needs none", "", "same", ""],
] as const)("%s", (_rule, motive, change, says) => {
  expect(motiveText({ motive, change })).toBe(says);
});
