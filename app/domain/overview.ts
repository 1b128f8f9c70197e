// The overview (översikt) of a round: in how many sub-capabilities the region meets the minimum, and what has changed since an
// earlier year, counted only where the version map draws a line and the minimum is the same. Source: method § 5–7.
import type { Results } from "./aggregate.ts";
import type { Definition } from "./definition.ts";
import { isWithheld } from "./region.ts";
import { percentOf } from "./share.ts";
import { type Summary, summarize } from "./summary.ts";
import { areSameMinima, type LevelDecision, minimaOf } from "./target.ts";
import { comparabilityOf, type Lineage, type LineageStep } from "./version-map.ts";

/** One round with its results, as far as an overview looks. */
export type OverviewRound = {
  definition: Definition;
  levelDecisions: readonly LevelDecision[];
  results: Pick<Results, "cells" | "regional">;
};

/** At how many of the actors that are judged the minimum is met: all, at least half, fewer; null: nobody is judged. */
export type Reach = "all" | "most" | "few";

/** The actors judged in a row: with an answer that counts, and a minimum to meet. */
function judgedIn({ meetsMinimum, notMeeting }: Summary): number {
  return meetsMinimum + notMeeting;
}

/** How far a sub-capability reaches over the actors. Exact, without rounding. */
export function reachOf(row: Summary): Reach | null {
  if (judgedIn(row) === 0) return null;
  if (row.notMeeting === 0) return "all";
  return row.meetsMinimum >= row.notMeeting ? "most" : "few";
}

export type ShareChange = {
  code: string;
  before: number | null;
  now: number | null;
  /** What breaks the line, where it does. */
  breaks: LineageStep[];
  kind: "better" | "worse" | "same" | "new_minimum" | "not_comparable" | "no_share" | "withheld";
};

type Compared = { now: OverviewRound; before: OverviewRound; lineage: Lineage | undefined; mayWithhold: boolean };

/** Share meeting the minimum then and now, per sub-capability. Better or worse is by the whole per cent that are shown. */
export function shareChanges({ now, before, lineage, mayWithhold }: Compared): ShareChange[] {
  const rowsThen = new Map(before.results.regional.map((row) => [row.code, row]));
  return now.results.regional.map((row) => {
    const nothing = { code: row.code, before: null, now: null, breaks: [] };
    const comparability = comparabilityOf(lineage, row.code);
    const rowThen = comparability.comparable ? rowsThen.get(comparability.from) : undefined;
    const isFewThen = rowThen !== undefined && isWithheld(before.results, rowThen.code);
    if (mayWithhold && (isWithheld(now.results, row.code) || isFewThen)) return { ...nothing, kind: "withheld" };
    if (!comparability.comparable || !rowThen) {
      const breaks = comparability.comparable ? [] : comparability.breaks;
      return { ...nothing, now: row.shareMeeting, breaks, kind: "not_comparable" };
    }
    const shares = { ...nothing, before: rowThen.shareMeeting, now: row.shareMeeting };
    if (shares.before === null || shares.now === null) return { ...shares, kind: "no_share" };
    if (isMinimumChanged({ now, before }, row.code, rowThen.code)) return { ...shares, kind: "new_minimum" };
    return { ...shares, kind: directionOf(shares.before, shares.now) };
  });
}

function directionOf(before: number, now: number): "better" | "worse" | "same" {
  const difference = percentOf(now) - percentOf(before);
  if (difference === 0) return "same";
  return difference > 0 ? "better" : "worse";
}

function isMinimumChanged({ now, before }: Pick<Compared, "now" | "before">, code: string, codeThen: string): boolean {
  return !areSameMinima(minimaOf(now.levelDecisions, code), minimaOf(before.levelDecisions, codeThen));
}

export type CapabilityPoint = {
  capability: number;
  name: string;
  /** Share meeting the minimum; null without anything to judge, and where it is withheld. */
  now: number | null;
  /** The earlier year's; null also where one of its sub-capabilities cannot be compared. */
  before: number | null;
  isMinimumChanged: boolean;
  isWithheld: boolean;
};

/**
 * Share meeting per base capability, now and then. With `mayWithhold` it is not given where one of its sub-capabilities is
 * withheld: the difference to the others would tell that one.
 */
export function capabilityPoints(
  now: OverviewRound,
  earlier: { before: OverviewRound; lineage: Lineage | undefined } | null,
  { mayWithhold }: { mayWithhold: boolean },
): CapabilityPoint[] {
  return now.definition.capabilities.map(({ number, name, subCapabilities }) => {
    const codes = subCapabilities.map(({ code }) => code);
    const origins = codes.map((code) => ({ code, origin: earlier && comparabilityOf(earlier.lineage, code) }));
    const pairs = origins.flatMap(({ code, origin }) => (origin?.comparable ? [{ code, from: origin.from }] : []));
    const isComparable = pairs.length === codes.length;
    const before = earlier?.before;
    const isHidden = mayWithhold && hasWithheld(now, codes);
    return {
      capability: number,
      name,
      now: isHidden ? null : shareOver(now, codes),
      before:
        before && isComparable
          ? shareThen(
              before,
              pairs.map(({ from }) => from),
              mayWithhold,
            )
          : null,
      isMinimumChanged:
        before !== undefined && pairs.some(({ code, from }) => isMinimumChanged({ now, before }, code, from)),
      isWithheld: isHidden,
    };
  });
}

function shareThen(before: OverviewRound, codes: string[], mayWithhold: boolean): number | null {
  return mayWithhold && hasWithheld(before, codes) ? null : shareOver(before, codes);
}

function hasWithheld({ results }: OverviewRound, codes: string[]): boolean {
  return codes.some((code) => isWithheld(results, code));
}

function shareOver({ results }: OverviewRound, codes: string[]): number | null {
  return summarize(results.cells.filter(({ code }) => codes.includes(code))).shareMeeting;
}
