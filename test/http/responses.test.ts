import { expect, test } from "vitest";
import { csvFile, notFound, redirectTo } from "#http/responses.ts";

test.each([
  ["/resultat/2026", "/resultat/2026"],
  ["https://evil.example/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example/", "/"],
  ["/\t/evil.example/", "/"],
  ["/\n/evil.example/", "/"],
  ["/.//evil.example/", "/"],
  ["/logga-in/..//evil.example/", "/"],
  ["/%2e\\\\evil.example/", "/"],
  ["/resultat/2026?kategori=blåljus#rad", "/resultat/2026?kategori=bl%C3%A5ljus#rad"],
])("a redirect to %s leads to %s", (path, expected) => {
  expect(redirectTo(path).headers.get("Location")).toBe(expected);
});

test("an unknown thing is answered with a sentence and 404", async () => {
  const response = notFound("Omgången 1999 finns inte.");
  expect(response.status).toBe(404);
  expect(await response.text()).toBe("Omgången 1999 finns inte.");
});

test("a CSV file is one to download", () => {
  expect(csvFile("celler.csv", "").headers.get("Content-Disposition")).toBe('attachment; filename="celler.csv"');
});
