import { expect, test } from "vitest";
import { yearParam } from "#http/params.ts";
import { outcomeOf } from "#test/support/request.ts";

test("a year of an address is four digits", () => {
  expect(yearParam("2026")).toBe(2026);
});

test.each(["0999", "1e3", "2026.0", " 2026", "20266", "nästa", "", undefined])("%j is no year", async (text) => {
  expect(await outcomeOf(() => yearParam(text))).toMatchObject({ status: 404 });
});
