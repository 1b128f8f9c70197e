import { expect, test } from "vitest";
import type { GroupMinimum } from "#domain/target.ts";
import { minimaText } from "#text/sub-capability.ts";

test.each<[GroupMinimum[], string]>([
  [[], ""],
  [[{ group: "all", minimum: 3 }], "Lägstanivån är 3."],
  [
    [
      { group: "all", minimum: 3 },
      { group: "category:blåljus", minimum: 4 },
    ],
    "Lägstanivån är 3, för kategorin blåljus 4.",
  ],
  [
    [
      { group: "all", minimum: 3 },
      { group: "category:trafik", minimum: 2 },
      { group: "designated", minimum: 3 },
    ],
    "Lägstanivån är 3.",
  ],
  [[{ group: "designated", minimum: 0 }], "Lägstanivån för utpekade aktörer är 0."],
])("what is asked of whom: %j", (minima, text) => expect(minimaText(minima)).toBe(text));
