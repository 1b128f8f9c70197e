import { describe, expect, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import { capabilityPoints, type OverviewRound, reachOf, shareChanges } from "#domain/overview.ts";
import { isWithheld } from "#domain/region.ts";
import { summarize } from "#domain/summary.ts";
import type { LevelDecision } from "#domain/target.ts";
import { identityLineage, type Lineage } from "#domain/version-map.ts";
import { aCountedAnswer, aDecision, aDefinition, anActor } from "#test/support/builders.ts";

const definition = aDefinition();

/** A round in which the actors gave these levels on 1:1 (null: no answer), under a minimum of 2 unless said otherwise. */
function aRound(levels: (number | null)[], decisions: LevelDecision[] = [aDecision()]): OverviewRound {
  const actors = levels.map((_level, index) => anActor({ id: `a${index}` }));
  const answers = levels.flatMap((level, index) =>
    level === null ? [] : [aCountedAnswer({ actor: `a${index}`, level })],
  );
  const input = { definition, actors, decisions, answers };
  return { definition, levelDecisions: decisions, results: computeResults(input) };
}

const rowOf = (levels: (number | null)[]) =>
  summarize(aRound(levels).results.cells.filter(({ code }) => code === "1:1"));

describe("how far a sub-capability reaches", () => {
  test.each([
    [[2, 3], "all"],
    [[2, 3, null], "all"],
    [[2, 1], "most"],
    [[2, 2, 1], "most"],
    [[2, 1, 1], "few"],
    [[1, 1], "few"],
    [[null, null], null],
  ])("of levels %j under a minimum of 2 is %s", (levels, reach) => {
    expect(reachOf(rowOf(levels))).toBe(reach);
  });
});

describe("what has changed since an earlier year", () => {
  const same = identityLineage(definition);
  const change = (
    before: OverviewRound,
    now: OverviewRound,
    lineage: Lineage | undefined = same,
    mayWithhold = false,
  ) => shareChanges({ now, before, lineage, mayWithhold })[0];

  test.each([
    [[1, 2], [2, 2], "better"],
    [[2, 2], [1, 2], "worse"],
    [[2, 1], [1, 2], "same"],
    [[null, null], [1, 2], "no_share"],
  ])("%j → %j is %s", (before, now, kind) => {
    expect(change(aRound(before), aRound(now))).toMatchObject({ code: "1:1", kind });
  });

  test("is neither better nor worse where the minimum is another", () => {
    const raised = aRound([1, 2], [aDecision({ minimum: 3 })]);
    expect(change(aRound([2, 2]), raised)).toMatchObject({
      kind: "new_minimum",
      before: 1,
      now: 0,
    });
  });

  test("is not drawn across anything but unchanged and clarified, nor without a map", () => {
    const steps = [{ change: "rescaled" as const, reason: "Ny skala." }];
    const broken: Lineage = new Map([["1:1", { from: ["1:1"], steps }]]);
    const expected = { kind: "not_comparable", before: null, breaks: steps };
    expect(change(aRound([1, 2]), aRound([2, 2]), broken)).toMatchObject(expected);
    const point = capabilityPoints(
      aRound([2, 2]),
      { before: aRound([1, 2]), lineage: broken },
      { mayWithhold: false },
    )[0];
    expect(point).toMatchObject({ now: 1, before: null });
    expect(change(aRound([1, 2]), aRound([2, 2]), new Map())).toMatchObject({ kind: "not_comparable", before: null });
  });

  test("is withheld where one to four stand behind either year", () => {
    const [four, five] = [aRound([1, 2, 2, 2, null]), aRound([1, 2, 2, 2, 2])];
    for (const [before, now] of [
      [four, five],
      [five, four],
    ] as const) {
      expect(change(before, now, same, true)).toMatchObject({ kind: "withheld", before: null, now: null });
    }
    expect(change(five, five, same, true)).toMatchObject({ kind: "same", now: 0.8 });
  });
});

test("a base capability is withheld with any of its sub-capabilities: the difference would tell it", () => {
  const points = (round: OverviewRound) => capabilityPoints(round, null, { mayWithhold: true });
  expect(isWithheld(aRound([1, 2, 2, 2]).results, "1:1")).toBe(true);
  expect(points(aRound([1, 2, 2, 2]))[0]).toMatchObject({ now: null, isWithheld: true });
  expect(points(aRound([1, 2, 2, 2, 2]))[0]).toMatchObject({ now: 0.8, isWithheld: false });
});
