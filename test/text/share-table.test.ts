import { expect, test } from "vitest";
import { belowText } from "#text/share-table.ts";

test.each([
  ["nobody has a minimum", 0, 0, "–"],
  ["all with a minimum reach it", 3, 0, "0"],
  ["some are below", 3, 2, "2"],
])("how many are below where %s", (_case, expected, belowMinimum, text) => {
  expect(belowText({ expected, belowMinimum })).toBe(text);
});
