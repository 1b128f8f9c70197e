import fc from "fast-check";
import { expect, test } from "vitest";
import { compareShares, shareOf } from "#domain/share.ts";

test.each([
  ["a share without a divisor is null, not 0", 0, 0, null],
  ["none of some is 0", 0, 7, 0],
  ["all is 1", 7, 7, 1],
  ["a third is cut down", 1, 3, 0.333333],
  ["two thirds are rounded up", 2, 3, 0.666667],
  ["exactly half a millionth is rounded up", 1, 2_000_000, 0.000001],
  ["exactly half, where the floating-point product lies below it", 41, 640, 0.064063],
  ["exactly half of the last digit is rounded up", 1, 128, 0.007813],
  ["exactly half of the last digit is rounded up, not to even", 5, 64, 0.078125],
  ["three of 128", 3, 128, 0.023438],
])("%s: %i of %i", (_rule, part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

test("every share is the nearest millionth, half up, by exact arithmetic", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4_000_000 }), fc.integer({ min: 0, max: 4_000_000 }), (whole, some) => {
      const part = Math.min(some, whole);
      const exact = (2n * BigInt(part) * 1_000_000n + BigInt(whole)) / (2n * BigInt(whole));
      expect(shareOf(part, whole)).toBe(Number(exact) / 1_000_000);
    }),
  );
});

test("shares are ordered by their exact values, also where the rounded ones are equal", () => {
  const smaller = { part: 333_333, whole: 1_000_000 };
  const larger = { part: 1, whole: 3 };
  expect(shareOf(smaller.part, smaller.whole)).toBe(shareOf(larger.part, larger.whole));
  expect(compareShares(smaller, larger)).toBeLessThan(0);
  expect(compareShares({ part: 2, whole: 6 }, larger)).toBe(0);
});
