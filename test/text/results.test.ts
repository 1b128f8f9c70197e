import { expect, test } from "vitest";
import type { Cause } from "#domain/answer.ts";
import { categoryName, categoryOf, causesText, numberText, ownStatusName } from "#text/results.ts";

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

test.each<[string, Cause[]]>([
  ["", []],
  ["bemanning och mandat", ["organisation"]],
  ["utbildning och övning", ["training", "exercise"]],
  ["bemanning och mandat samt utbildning", ["organisation", "training"]],
  ["rutin eller plan, teknik och utrustning samt övning", ["planning", "equipment", "exercise"]],
])("%j: one hears where each cause ends", (text, causes) => {
  expect(causesText(causes)).toBe(text);
});

test("what is not submitted is not said to be unanswered", () => {
  expect(ownStatusName("missing", null)).toBe("Inte inlämnat");
  expect(ownStatusName("missing", "2026-10-01T08:00:00.000Z")).toBe("Svar saknas");
  expect(ownStatusName("not_applicable", null)).toBe("Ej tillämplig");
});
