// A trend (utveckling) is the share meeting the minimum over the years, of all actors beside the matched panel: broken where years
// cannot be compared, marked where the minimum changed. A year without answers is a gap, never zero. Source: method § 6.
import { listSubCapabilities } from "./definition.ts";
import { cellsOfStretch } from "./trend-cells.ts";
import { regionalReader } from "./trend-disclosure.ts";
import { segmentOfMany, segmentOfOne, type TrendSegment, yearsBetween } from "./trend-segment.ts";
import { stretchesOf, type TrendRound } from "./trend-stretch.ts";
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
  const newest = rounds.reduce<TrendRound | undefined>((a, b) => (a && a.year > b.year ? a : b), undefined);
  const years = rounds.map(({ year }) => year);
  const mayShow = isCouncil ? regionalReader(rounds, maps) : () => true;
  const subs = (newest ? listSubCapabilities(newest.definition) : []).map(({ code, name }) => ({
    code,
    name,
    stretches: stretchesOf(rounds, maps, code).map(cellsOfStretch),
  }));
  const together = (code: string, name: string, members: typeof subs): Trend => {
    const stretches = members.flatMap((member) => member.stretches.at(-1) ?? []);
    return { code, name, segments: [segmentOfMany(name, stretches, mayShow)] };
  };
  return {
    years: yearsBetween(Math.min(...years), Math.max(...years)),
    whole: together("", "", subs),
    capabilities: (newest?.definition.capabilities ?? []).map(({ number, name, subCapabilities }) => {
      const codes = new Set(subCapabilities.map(({ code }) => code));
      return together(
        String(number),
        name,
        subs.filter(({ code }) => codes.has(code)),
      );
    }),
    subs: subs.map(({ code, name, stretches }) => ({
      code,
      name,
      segments: stretches.map((each) => segmentOfOne(each, mayShow)),
    })),
  };
}
