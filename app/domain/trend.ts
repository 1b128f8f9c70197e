// A trend (utveckling) is the share meeting the minimum over the years, of all actors beside the matched panel: broken where years
// cannot be compared, marked where the minimum changed. A year without answers is a gap, never zero. Source: method § 6.
import { regionalReader } from "./trend-disclosure.ts";
import { partsOfTrends, type TrendPart } from "./trend-parts.ts";
import { segmentOfMany, segmentOfOne, type TrendSegment, yearsBetween } from "./trend-segment.ts";
import type { TrendRound } from "./trend-stretch.ts";
import type { VersionMap } from "./version-map.ts";

export type { TrendKind } from "./trend-cells.ts";
export type { TrendGap, TrendPoint, TrendSegment, TrendShare, TrendValue } from "./trend-segment.ts";
export type { TrendBreak, TrendRound } from "./trend-stretch.ts";

/** Segments, oldest first; several of the same years where something was merged. That of the newest round is the last. */
export type Trend = { code: string; name: string; segments: TrendSegment[] };
export type Trends = {
  /** Every calendar year from the first round to the last. */
  years: number[];
  /** All sub-capabilities together; without code and name. */
  whole: Trend;
  /** By base capability of the newest version; `code`: its number. */
  capabilities: Trend[];
  subs: Trend[];
};

type Asked = { rounds: readonly TrendRound[]; maps: readonly VersionMap[] };

/**
 * The trends of all sub-capabilities in the newest round's version, and of its base capabilities. `isCouncil`: only what a reader
 * may see who sees no single actor's answers, in this and in every earlier year's trend. Its rounds must all be released.
 */
export function trendsOf({ rounds, maps }: Asked, { isCouncil }: { isCouncil: boolean }): Trends {
  const years = rounds.map(({ year }) => year);
  const parts = partsOfTrends(rounds, maps);
  const mayShow = isCouncil ? regionalReader(rounds, maps, parts) : () => true;
  const together = ({ code, name, stretches }: TrendPart): Trend => ({
    code,
    name,
    segments: [segmentOfMany(name, stretches, mayShow)],
  });
  return {
    years: yearsBetween(Math.min(...years), Math.max(...years)),
    whole: together(parts.whole),
    capabilities: parts.capabilities.map(together),
    subs: parts.subs.map(({ code, name, stretches }) => ({
      code,
      name,
      segments: stretches.map((each) => segmentOfOne(each, mayShow)),
    })),
  };
}
