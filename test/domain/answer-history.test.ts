import { describe, expect, test } from "vitest";
import { shownSaves } from "#domain/answer-history.ts";

/** `a` typed by the page itself, `A` saved by hand; the minute of the day. */
function save(revision: number, by: string, minute: number) {
  const savedAt = new Date(Date.UTC(2026, 2, 2, 8, minute)).toISOString();
  return { revision, savedBy: by.toLowerCase(), automatic: by === by.toLowerCase(), savedAt };
}
const shown = (saves: [by: string, minute: number][]) =>
  shownSaves(saves.map(([by, minute], index) => save(index + 1, by, minute)).reverse()).map(
    ({ firstRevision, revision }) => [firstRevision, revision],
  );

describe("the history shows", () => {
  test.each<[string, [string, number][], number[][]]>([
    ["nothing where nothing is saved", [], []],
    ["one save", [["a", 0]], [[1, 1]]],
    ["every save made by hand", [["A", 0], ["A", 1], ["A", 2]], [[3, 3], [2, 2], [1, 1]]], // biome-ignore format: one case a line
    ["the last of several automatic ones", [["a", 0], ["a", 1], ["a", 2]], [[1, 3]]], // biome-ignore format: one case a line
    ["automatic ones with the save by hand that ends them", [["a", 0], ["a", 1], ["A", 2]], [[1, 3]]], // biome-ignore format: one case a line
    ["automatic ones after a save by hand apart from it", [["A", 0], ["a", 1], ["a", 2]], [[2, 3], [1, 1]]], // biome-ignore format: one case a line
    ["two people's apart", [["a", 0], ["b", 1], ["a", 2]], [[3, 3], [2, 2], [1, 1]]], // biome-ignore format: one case a line
    ["half an hour together, and no more", [["a", 0], ["a", 1], ["a", 31]], [[2, 3], [1, 1]]], // biome-ignore format: one case a line
  ])("%s", (_case, saves, expected) => {
    expect(shown(saves)).toEqual(expected);
  });
});
