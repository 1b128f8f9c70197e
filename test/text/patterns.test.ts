import { expect, test } from "vitest";
import { patternsText } from "#text/patterns.ts";

const gap = (code: string, below: string[], unknown: string[] = []) => ({ code, below, unknown });

test("the largest gap is named, with all that are as large", () => {
  const sharedGaps = [gap("3:5", ["a", "b"], ["c"]), gap("4:2", ["a", "b", "c"]), gap("1:1", ["a"])];
  const text = "Störst är bristen i 3:5 och 4:2: 3 aktörer når inte lägstanivån i var och en.";
  expect(patternsText({ causes: [], sharedGaps })).toBe(text);
  expect(patternsText({ causes: [], sharedGaps: sharedGaps.slice(1, 2) })).toBe(
    "Störst är bristen i 4:2: 3 aktörer når inte lägstanivån.",
  );
  expect(patternsText({ causes: [], sharedGaps: [] })).toBe("");
});

test("a cause that others equal is not the commonest alone", () => {
  const cause = (code: string, actors: string[]) => ({ code, cause: "training" as const, actors, of: 5 });
  const causes = [cause("2:5", ["a", "b"]), cause("3:1", ["a", "b"])];
  const says = "2 av de 5 aktörer som inte når lägstanivån i 2:5 anger utbildning.";
  expect(patternsText({ causes, sharedGaps: [] })).toBe(`Bland det vanligaste: ${says}`);
  expect(patternsText({ causes: causes.slice(0, 1), sharedGaps: [] })).toBe(`Vanligast: ${says}`);
});
