import { describe, expect, test } from "vitest";
import { brokenRatios, limited, median, ratio, tableOf, told } from "#cli/bench/figures.ts";

describe("a benchmark", () => {
  test("ends with an error for a ratio over its limit, not for one at it", () => {
    const figures = [ratio("at", 20, 10, 2), ratio("over", 21, 10, 2), told("time", 9000, "ms")];
    expect(brokenRatios(figures).map(({ what }) => what)).toEqual(["over"]);
  });

  test("says where a time is over its limit, but does not fail for it: the machine may be slow", () => {
    const figures = [limited("blocking", 140, 100)];
    expect(brokenRatios(figures)).toEqual([]);
    expect(tableOf(figures)).toBe("blocking  140 ms  at most 100 ms  BROKEN");
  });

  test("counts a ratio against nothing as broken", () => {
    expect(brokenRatios([ratio("of nothing", 1, 0, 2), ratio("nothing of nothing", 0, 0, 2)])).toHaveLength(2);
  });

  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2],
    [[5], 5],
  ])("tells the middle of %j", (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});
