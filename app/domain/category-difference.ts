// A large difference between categories in one sub-capability: by counts and shares of actors that meet the minimum, never by levels.
// Large: the shares lie a quarter apart or more, and the higher stays higher whatever the missing and unknown would have said, even if
// one actor more in each category had answered otherwise. Source: method § 5, docs/decisions/0009-patterns.md.
import type { CategoryRow } from "./aggregate.ts";
import { compareShares } from "./share.ts";
import type { Summary } from "./summary.ts";

/** One category's side, with its coverage. */
export type CategorySide = { category: string } & Summary;
/** `higher` meets the minimum more often than `lower`. */
export type CategoryDifference = { code: string; higher: CategorySide; lower: CategorySide };

type Fraction = { part: number; whole: number };

/** The largest difference of each sub-capability that has one, the largest first. `rows`: as in `Results`. */
export function categoryDifferences(rows: readonly CategoryRow[]): CategoryDifference[] {
  const byCode = new Map<string, CategorySide[]>();
  for (const { code, ...side } of rows) {
    const sides = byCode.get(code);
    if (sides) sides.push(side);
    else byCode.set(code, [side]);
  }
  return [...byCode]
    .flatMap(([code, sides]) => {
      const [largest] = largePairs(sides).sort(bySize);
      return largest ? [{ code, ...largest }] : [];
    })
    .sort(bySize);
}

type Pair = Omit<CategoryDifference, "code">;

function largePairs(sides: readonly CategorySide[]): Pair[] {
  return sides.flatMap((higher) => sides.flatMap((lower) => (isLarge({ higher, lower }) ? [{ higher, lower }] : [])));
}

/** Exact, without rounding. */
function isLarge({ higher, lower }: Pair): boolean {
  const { part, whole } = differenceOf({ higher, lower });
  if (whole === 0 || 4 * part < whole) return false;
  const least = { part: higher.meetsMinimum - 1, whole: higher.expected };
  const most = { part: lower.expected - lower.belowMinimum + 1, whole: lower.expected };
  return compareShares(least, most) > 0;
}

/** How much higher the one share is, as a fraction; 0/0 where one of them has no share. */
function differenceOf({ higher, lower }: Pair): Fraction {
  const [a, b] = [meetingOf(higher), meetingOf(lower)];
  return { part: a.part * b.whole - b.part * a.whole, whole: a.whole * b.whole };
}

function meetingOf({ meetsMinimum, notMeeting }: Summary): Fraction {
  return { part: meetsMinimum, whole: meetsMinimum + notMeeting };
}

function bySize(a: Pair, b: Pair): number {
  return compareShares(differenceOf(b), differenceOf(a));
}
