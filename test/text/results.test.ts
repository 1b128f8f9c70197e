import { expect, test } from "vitest";
import { categoryName, categoryOf, numberText } from "#text/results.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1064, "1\u00a0064"],
  [250_000, "250\u00a0000"],
])("%d is written %j: thousands apart, never on two lines", (count, text) => {
  expect(numberText(count)).toBe(text);
});

test.each([
  ["Kommuner", "kommun"],
  [" övriga ", "övrig"],
  ["Blåljus", "blåljus"],
  ["kommun", "kommun"],
  ["Hamnar", "Hamnar"],
])("%j is the category %j, so that no two are shown by one name", (written, word) => {
  expect(categoryOf(written)).toBe(word);
  expect(categoryName(categoryOf(written))).toBe(categoryName(word));
});
