import { expect, test } from "vitest";
import type { Group } from "#domain/target.ts";
import { scopeText } from "#text/levels.ts";

test.each<[string, [string, Group][], string]>([
  ["one group", [["1:1", "all"]], "Alla aktörer: 1 delförmåga"],
  [
    "several groups, in one phrase",
    [
      ["1:1", "category:blåljus"],
      ["1:2", "designated"],
      ["1:3", "designated"],
    ],
    "Blåljus och utpekade aktörer: 3 delförmågor",
  ],
  [
    "a sub-capability for two groups once",
    [
      ["1:1", "all"],
      ["1:1", "designated"],
    ],
    "Alla aktörer och utpekade aktörer: 1 delförmåga",
  ],
])("what a decision concerns names %s", (_case, levels, expected) => {
  expect(scopeText(levels.map(([code, group]) => ({ code, group })))).toBe(expected);
});
