import { describe, expect, test } from "vitest";
import { type ActivityRevision, activityAt, changedParts } from "#domain/activity.ts";
import {
  draftOf,
  mayMovePlan,
  mayRoleMovePlan,
  type PlanVersion,
  planDifferences,
  planMoves,
  planState,
  versionInForce,
} from "#domain/operations-plan.ts";
import { anActivity } from "#test/support/builders.ts";

const drafted: PlanVersion = { version: 1, adoption: null, presentation: null, discardedAt: null };
const adopted = { ...drafted, adoption: { adoptedOn: "2026-12-01" } };
const presented = { ...adopted, presentation: { presentedOn: "2026-12-15" } };
const discarded = { ...drafted, version: 2, discardedAt: "2026-12-02T10:00:00.000Z" };

describe("a version of the plan", () => {
  test.each([
    [drafted, "drafted", ["edit", "adopt", "discard"]],
    [adopted, "adopted", ["present", "revise", "follow_up"]],
    [presented, "presented", ["revise", "follow_up"]],
    [discarded, "discarded", []],
  ])("%j is %s and permits %j", (version, state, moves) => {
    expect(planState(version)).toBe(state);
    expect(planMoves.filter((move) => mayMovePlan(version, move))).toEqual(moves);
  });

  test("that does not exist permits nothing", () => {
    expect(planMoves.filter((move) => mayMovePlan(undefined, move))).toEqual([]);
  });
});

test("the chief group adopts and does nothing else; the council and actors do nothing", () => {
  expect(planMoves.filter((move) => mayRoleMovePlan(move, "chief_group"))).toEqual(["adopt"]);
  expect(planMoves.filter((move) => mayRoleMovePlan(move, "council") || mayRoleMovePlan(move, "coordinator"))).toEqual(
    [],
  );
});

test("the adopted version holds while its revision is drafted, and the newest adopted one after that", () => {
  const revision = { ...drafted, version: 3 };
  expect(versionInForce([adopted, discarded, revision])?.version).toBe(1);
  expect(draftOf([adopted, discarded, revision])?.version).toBe(3);
  expect(versionInForce([adopted, discarded, { ...adopted, version: 3 }])?.version).toBe(3);
  expect(versionInForce([drafted])).toBeUndefined();
  expect(draftOf([adopted, discarded])).toBeUndefined();
});

test("two versions differ in what was added, changed and taken away, and in nothing else", () => {
  const saved = (overrides: Partial<ActivityRevision>): ActivityRevision => ({
    ...anActivity(),
    revision: 1,
    version: 1,
    isRemoved: false,
    ...overrides,
  });
  const activities = [
    { number: 1, revisions: [saved({})] },
    { number: 2, revisions: [saved({}), saved({ revision: 2, version: 2, holder: "Länsstyrelsen" })] },
    { number: 3, revisions: [saved({}), saved({ revision: 2, version: 2, isRemoved: true })] },
    { number: 4, revisions: [saved({ version: 2 })] },
    { number: 5, revisions: [saved({ version: 2 }), saved({ revision: 2, version: 2, isRemoved: true })] },
  ];
  const inVersion = (version: number, discarded = new Set<number>()) =>
    activities.flatMap(({ number, revisions }) => {
      const content = activityAt(revisions, version, discarded);
      return content ? [{ number, ...content }] : [];
    });
  const found = planDifferences(inVersion(1), inVersion(2), changedParts);
  expect(found.map(({ number, change, parts }) => [number, change, parts])).toEqual([
    [2, "changed", ["holder"]],
    [3, "removed", []],
    [4, "added", []],
  ]);
  expect(planDifferences(inVersion(1), inVersion(2, new Set([2])), changedParts)).toEqual([]);
});
