import { describe, expect, test } from "vitest";
import { areasFedBy, documentFor, type GoalLinkChange, goalLinks } from "#domain/goal-area.ts";
import type { Lineage } from "#domain/version-map.ts";
import { aGoalDocument } from "#test/support/builders.ts";

const change = (overrides: Partial<GoalLinkChange>): GoalLinkChange => ({
  sequence: 1,
  area: "en",
  definitionVersion: "test",
  code: "2:1",
  isLinked: true,
  reason: "Vi vill.",
  ...overrides,
});
const own = { version: "test", lineage: undefined };
const codesOf = (area: string, changes: GoalLinkChange[], asked: Parameters<typeof goalLinks>[2] = own) =>
  goalLinks(aGoalDocument(), changes, asked).flatMap((link) => (link.area === area ? [link.code] : []));

describe("what feeds a goal area", () => {
  test("is what the file proposes until the office changes it", () => {
    expect(codesOf("en", [])).toEqual(["1:1"]);
    expect(codesOf("en", [change({})])).toEqual(["1:1", "2:1"]);
    expect(codesOf("en", [change({ code: "1:1", isLinked: false })])).toEqual([]);
  });

  test("is the latest change, whatever order they come in", () => {
    const changes = [change({ sequence: 2, isLinked: false }), change({ sequence: 1 })];
    expect(codesOf("en", changes)).toEqual(["1:1"]);
  });

  test("goes on under a later definition version only where the version map draws a line", () => {
    const lineage: Lineage = new Map([
      ["1:9", { from: ["1:1"], steps: [] }],
      ["2:1", { from: ["2:1"], steps: [{ change: "split", reason: "Delad." }] }],
    ]);
    expect(codesOf("alla", [], { version: "next", lineage })).toEqual(["1:9"]);
    expect(codesOf("alla", [], { version: "next", lineage: undefined })).toEqual([]);
  });

  test("is changed for the version it was changed under, and carried on from the file's own", () => {
    const lineage: Lineage = new Map([["2:9", { from: ["2:1"], steps: [] }]]);
    const changes = [change({}), change({ sequence: 2, definitionVersion: "next", code: "5:5" })];
    expect(codesOf("en", changes, { version: "next", lineage })).toEqual(["2:9", "5:5"]);
    expect(codesOf("en", changes)).toEqual(["1:1", "2:1"]);
  });
});

test("a sub-capability belongs first to the area that the fewest feed", () => {
  const document = aGoalDocument();
  const links = goalLinks(document, [], own);
  expect(areasFedBy(document, links, "1:1")).toEqual(["en", "alla"]);
  expect(areasFedBy(document, links, "2:1")).toEqual(["alla"]);
  expect(areasFedBy(document, links, "9:9")).toEqual([]);
});

test("a year has the newest document that has begun, and the oldest before them all", () => {
  const documents = [aGoalDocument({ id: "2023", fromYear: 2023 }), aGoalDocument({ id: "2019" })];
  expect([2018, 2019, 2022, 2023, 2031].map((year) => documentFor(documents, year)?.id)).toEqual([
    "2019",
    "2019",
    "2019",
    "2023",
    "2023",
  ]);
  expect(documentFor([], 2026)).toBeUndefined();
});
