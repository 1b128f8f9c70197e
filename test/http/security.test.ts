import { expect, test } from "vitest";
import { isSameOrigin } from "#http/security.ts";

const origin = "https://formagekollen.example.se";

test.each([
  ["our own page", { origin, fetchSite: "same-origin", host: "formagekollen.example.se" }, true],
  ["our own page in an older browser", { origin }, true],
  ["our own page without Origin", { fetchSite: "same-origin" }, true],
  ["another site", { origin: "https://evil.example", fetchSite: "cross-site" }, false],
  ["another host of the same site", { origin: "https://evil.example.se", fetchSite: "same-site" }, false],
  ["the same host over http", { origin: "http://formagekollen.example.se", host: "formagekollen.example.se" }, false],
  ["a page that hides where it is", { origin: "null" }, false],
  ["no browser at all", { host: "formagekollen.example.se" }, false],
  ["one's own machine by another name", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }, true],
  ["another program on one's own machine", { origin: "http://localhost:8080", host: "localhost:3000" }, false],
])("a form from %s", (_from, headers, expected) => {
  expect(isSameOrigin(headers, origin)).toBe(expected);
});
