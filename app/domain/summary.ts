// A summary (sammanställning) over a set of cells. What nobody asked for cannot fall short: shares look only at cells with a minimum in force.
// "Don't know" counts as not meeting; what is not known at all spans the band from shareLow to shareHigh. Source: method § 5.
import type { Cause } from "./answer.ts";
import type { Cell, CellStatus } from "./gap.ts";
import { shareOf } from "./share.ts";

/** Counts of cells, and shares 0–1 rounded to 6 decimals (null without a divisor). */
export type Summary = {
  applicable: number;
  missing: number;
  answered: number;
  unknown: number;
  noMinimum: number;
  expected: number;
  belowMinimum: number;
  meetsMinimum: number;
  meetsAmbition: number;
  notMeeting: number;
  shareMeeting: number | null;
  shareLow: number | null;
  shareHigh: number | null;
};

/** What only a single sub-capability has: levels are ordinal, so they are counted and the lower median named, never averaged. */
export type LevelSpread = {
  /** The lower median of the counted levels, so a real level; null without levels. */
  median: number | null;
  /** Number of cells per level, in the order of the scale. */
  distribution: number[];
  /** Sum of the gaps, in steps. */
  gapSteps: number;
  /** Number of cells per cause. */
  causes: Record<Cause, number>;
};

const noCells: Record<CellStatus, number> = {
  not_applicable: 0,
  missing: 0,
  unknown: 0,
  no_minimum: 0,
  below_minimum: 0,
  meets_ambition: 0,
  meets_minimum: 0,
};

/** Counts and shares over any set of cells. */
export function summarize(cells: readonly Cell[]): Summary {
  const count = { ...noCells };
  let missingWithoutMinimum = 0;
  let unknownWithoutMinimum = 0;
  for (const { status, minimum } of cells) {
    count[status] += 1;
    if (minimum === null && status === "missing") missingWithoutMinimum += 1;
    if (minimum === null && status === "unknown") unknownWithoutMinimum += 1;
  }
  const { missing, unknown } = count;
  const applicable = cells.length - count.not_applicable;
  const noMinimum = count.no_minimum + missingWithoutMinimum + unknownWithoutMinimum;
  const expected = applicable - noMinimum;
  const expectedMissing = missing - missingWithoutMinimum;
  const expectedUnknown = unknown - unknownWithoutMinimum;
  const meetsMinimum = count.meets_minimum + count.meets_ambition;
  return {
    applicable,
    missing,
    answered: applicable - missing,
    unknown,
    noMinimum,
    expected,
    belowMinimum: count.below_minimum,
    meetsMinimum,
    meetsAmbition: count.meets_ambition,
    notMeeting: count.below_minimum + expectedUnknown,
    shareMeeting: shareOf(meetsMinimum, expected - expectedMissing),
    shareLow: shareOf(meetsMinimum, expected),
    shareHigh: shareOf(meetsMinimum + expectedMissing + expectedUnknown, expected),
  };
}

/** Levels, gaps and causes over the cells of one sub-capability. `levels`: the scale, in its order. */
export function spreadOf(cells: readonly Cell[], levels: readonly number[]): LevelSpread {
  const counted = cells.flatMap(({ level }) => (level === null ? [] : [level]));
  const perLevel = new Map<number, number>();
  const perCause: Record<Cause, number> = { planning: 0, organisation: 0, equipment: 0, training: 0, exercise: 0 };
  let gapSteps = 0;
  for (const level of counted) perLevel.set(level, (perLevel.get(level) ?? 0) + 1);
  for (const cell of cells) {
    gapSteps += cell.gap ?? 0;
    for (const cause of cell.causes) perCause[cause] += 1;
  }
  return {
    median: lowerMedian(counted),
    distribution: levels.map((level) => perLevel.get(level) ?? 0),
    gapSteps,
    causes: perCause,
  };
}

function lowerMedian(levels: readonly number[]): number | null {
  const sorted = levels.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
