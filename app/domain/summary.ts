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

/** Cells counted per status; the two last are those of their status that have no minimum in force. */
export type Tally = Record<CellStatus | "missingWithoutMinimum" | "unknownWithoutMinimum", number>;

/** A tally that has counted nothing yet. */
export function emptyTally(): Tally {
  return {
    not_applicable: 0,
    missing: 0,
    unknown: 0,
    no_minimum: 0,
    below_minimum: 0,
    meets_ambition: 0,
    meets_minimum: 0,
    missingWithoutMinimum: 0,
    unknownWithoutMinimum: 0,
  };
}

/** Counts one more cell. */
export function countCell(tally: Tally, { status, minimum }: Pick<Cell, "status" | "minimum">): void {
  tally[status] += 1;
  if (minimum !== null) return;
  if (status === "missing") tally.missingWithoutMinimum += 1;
  if (status === "unknown") tally.unknownWithoutMinimum += 1;
}

const tallied = Object.keys(emptyTally()) as (keyof Tally)[];

/** All that several tallies have counted; every cell stands in one of them. */
export function joinTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) for (const key of tallied) sum[key] += tally[key];
  return sum;
}

/** Counts and shares over any set of cells. */
export function summarize(cells: readonly Cell[]): Summary {
  const tally = emptyTally();
  for (const cell of cells) countCell(tally, cell);
  return summaryOf(tally);
}

/** Counts and shares of what a tally has counted. */
export function summaryOf(tally: Tally): Summary {
  const { missing, unknown, missingWithoutMinimum, unknownWithoutMinimum } = tally;
  const meetsMinimum = tally.meets_minimum + tally.meets_ambition;
  const applicable = missing + unknown + tally.no_minimum + tally.below_minimum + meetsMinimum;
  const noMinimum = tally.no_minimum + missingWithoutMinimum + unknownWithoutMinimum;
  const expected = applicable - noMinimum;
  const expectedMissing = missing - missingWithoutMinimum;
  const expectedUnknown = unknown - unknownWithoutMinimum;
  return {
    applicable,
    missing,
    answered: applicable - missing,
    unknown,
    noMinimum,
    expected,
    belowMinimum: tally.below_minimum,
    meetsMinimum,
    meetsAmbition: tally.meets_ambition,
    notMeeting: tally.below_minimum + expectedUnknown,
    shareMeeting: shareOf(meetsMinimum, expected - expectedMissing),
    shareLow: shareOf(meetsMinimum, expected),
    shareHigh: shareOf(meetsMinimum + expectedMissing + expectedUnknown, expected),
  };
}

/** Levels, gaps and causes over the cells of one sub-capability. `levels`: the scale, in its order. */
export function spreadOf(cells: readonly Cell[], levels: readonly number[]): LevelSpread {
  const perLevel = new Map<number, number>();
  const perCause: Record<Cause, number> = { planning: 0, organisation: 0, equipment: 0, training: 0, exercise: 0 };
  let gapSteps = 0;
  for (const { level, gap, causes } of cells) {
    if (level !== null) perLevel.set(level, (perLevel.get(level) ?? 0) + 1);
    gapSteps += gap ?? 0;
    for (const cause of causes) perCause[cause] += 1;
  }
  return {
    median: lowerMedian(perLevel),
    distribution: levels.map((level) => perLevel.get(level) ?? 0),
    gapSteps,
    causes: perCause,
  };
}

/** The lower of the two in the middle, out of how many cells have each level. */
function lowerMedian(perLevel: ReadonlyMap<number, number>): number | null {
  const counts = [...perLevel].sort(([a], [b]) => a - b);
  let before = Math.ceil(counts.reduce((sum, [, count]) => sum + count, 0) / 2);
  for (const [level, count] of counts) {
    before -= count;
    if (before <= 0) return level;
  }
  return null;
}
