import { expect, test } from "vitest";
import { spread } from "#components/levels/level-bar.tsx";

test.each([
  ["counts with room stand under their parts", [10, 50, 90], [10, 50, 90]],
  ["two narrow parts beside each other keep their counts apart", [40, 42, 80], [40, 50, 80]],
  ["none is written over the bar's left end", [1, 3, 50], [5, 15, 50]],
  ["nor over its right end, nor over the one before", [50, 97, 99], [50, 85, 95]],
  ["one alone stays", [50], [50]],
  ["none is none", [], []],
])("%s", (_rule, middles, places) => {
  expect(spread(middles, 10)).toEqual(places);
});
