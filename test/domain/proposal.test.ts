import { describe, expect, it, test } from "vitest";
import {
  changeBetween,
  editedRows,
  levelDifferences,
  type ProposalRow,
  proposalState,
  rowsAt,
  type SavedRow,
} from "#domain/proposal.ts";
import { aDecision } from "#test/support/builders.ts";

const row = (overrides: Partial<ProposalRow> = {}): ProposalRow => ({
  code: "1:1",
  group: "all",
  minimum: 2,
  ambition: 3,
  motive: "",
  ...overrides,
});
const saved = (revision: number, overrides: Partial<ProposalRow> = {}): SavedRow => ({ ...row(overrides), revision });

test.each([
  [null, null, "open"],
  ["2026-03-02T11:00:00.000Z", null, "discarded"],
  ["2026-03-02T11:00:00.000Z", 3, "decided"],
] as const)("a proposal closed at %s with decision %s is %s", (closedAt, sequence, state) => {
  expect(proposalState({ closedAt, sequence })).toBe(state);
});

describe("the rows of a proposal", () => {
  const history = [saved(1), saved(1, { code: "1:2" }), saved(2, { minimum: 3 }), saved(3, { minimum: 4 })];

  it("are each the latest saved", () => {
    expect(rowsAt(history)).toEqual([row({ minimum: 4 }), row({ code: "1:2" })]);
  });

  it("can be read as they stood at an earlier save, in whatever order they come", () => {
    expect(rowsAt(history.toReversed(), 2)).toEqual(
      expect.arrayContaining([row({ minimum: 3 }), row({ code: "1:2" })]),
    );
  });

  it("are edited where a level or the motive differs from what was seen", () => {
    const seen = [row(), row({ code: "1:2" })];
    expect(editedRows([row({ motive: "Övningen" }), row({ code: "1:2" })], seen)).toEqual([
      row({ motive: "Övningen" }),
    ]);
  });

  it("are not edited by an empty row that nobody had seen", () => {
    const empty = row({ group: "designated", minimum: null, ambition: null });
    expect(editedRows([empty], [])).toEqual([]);
    expect(editedRows([{ ...empty, minimum: 1 }], [])).toHaveLength(1);
  });
});

test.each([
  ["the same", [2, 3], [2, 3], "same"],
  ["levels where there were none", [null, null], [2, null], "new"],
  ["a minimum raised", [2, 3], [3, 3], "raised"],
  ["an ambition that comes", [2, null], [2, 3], "ambition_added"],
  ["a minimum lowered", [2, 3], [1, 3], "lowered"],
  ["an ambition that goes", [2, 3], [2, null], "ambition_removed"],
  ["a minimum that comes", [null, 3], [2, 3], "minimum_added"],
  ["a minimum that goes", [2, 3], [null, 3], "minimum_removed"],
  ["an ambition lowered", [2, 4], [2, 3], "lowered"],
  ["a minimum lowered and the ambition gone", [2, 3], [1, null], "lowered"],
  ["both gone", [2, 3], [null, null], "removed"],
  ["one up and one down", [2, 4], [3, 3], "mixed"],
] as const)("%s is seen as such", (_name, [m1, a1], [m2, a2], expected) => {
  expect(changeBetween({ minimum: m1, ambition: a1 }, { minimum: m2, ambition: a2 })).toBe(expected);
});

test("two sets of decisions differ where what is in force differs, and nowhere else", () => {
  const before = [aDecision(), aDecision({ code: "1:2" })];
  const after = [...before, aDecision({ sequence: 2, minimum: 3 }), aDecision({ sequence: 2, code: "1:2" })];
  expect(levelDifferences(before, after)).toEqual([
    {
      code: "1:1",
      group: "all",
      before: { minimum: 2, ambition: null },
      after: { minimum: 3, ambition: null },
      change: "raised",
    },
  ]);
  expect(levelDifferences(after, before)).toMatchObject([{ change: "lowered" }]);
  expect(levelDifferences([], before)).toHaveLength(2);
});
