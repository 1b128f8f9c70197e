import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listGoals, type Goal as StoredGoal } from "#db/queries/goals.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { listVersionMaps } from "#db/queries/version-maps.ts";
import { areTooFew } from "#domain/consequences.ts";
import { type Definition, type LevelAnchor, listSubCapabilities } from "#domain/definition.ts";
import { type Goal, goalsInForce, reachedBy } from "#domain/goal.ts";
import { levelsInForce } from "#domain/level-change.ts";
import { type Trend, type TrendPoint, type TrendValue, trendsOf } from "#domain/trend.ts";
import {
  breaksOf,
  carriedOver,
  comparabilityOf,
  type LineageStep,
  lineageBetween,
  type VersionMap,
} from "#domain/version-map.ts";
import { loadResults, type RoundResults } from "./load-results.ts";
import { asTrendRound } from "./view-trends.ts";

/** One sub-capability in one year: the levels for all actors, and where the region stood. */
export type GoalYear = {
  year: number;
  minimum: number | null;
  ambition: number | null;
  answered: number;
  applicable: number;
  isTooFew: boolean;
  /** The lower median of the levels given; null without levels, and where too few have answered. */
  median: number | null;
  /** How many have reached the goal; null without a goal, and where too few have answered. */
  reached: number | null;
  /** Share meeting the minimum, of all actors and of the matched panel; null without anybody to judge. */
  shareMeeting: number | null;
  panelMeeting: number | null;
  /** How many gave a level. */
  withLevel: number;
};
export type GoalRow = {
  code: string;
  name: string;
  goal: (Goal & Pick<StoredGoal, "reference" | "recordedAt" | "recordedAs">) | null;
  /** Goals of what it comes from, which do not hold for it as the line is broken, and why. */
  left: (Goal & { code: string; breaks: LineageStep[] })[];
  /** The years that the version map draws a line to, oldest first. */
  years: GoalYear[];
};
export type GoalsView = {
  year: number;
  scale: LevelAnchor[];
  choices: LevelAnchor[];
  rows: GoalRow[];
  /** The rounds that have opened and are not released: their numbers can still change. Newest first. */
  running: number[];
  /** The trend of the sub-capability asked for, and every calendar year of it; null where none was. */
  trend: (Trend & { years: number[] }) | null;
};

/** Goals beside the yearly levels and the region's development, up to a year; undefined without a round. `shown`: a code. */
export function viewGoals(db: Db, year: number, shown: string | null = null): GoalsView | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const maps = listVersionMaps(db);
  const rounds = listRounds(db).filter((other) => other.year <= year);
  const loaded = rounds.flatMap((one) => loadResults(db, one.year) ?? []).toReversed();
  const goalOf = goalReader(db, definition, maps);
  const trends = trendsOf({ rounds: loaded.map(asTrendRound), maps }, { isCouncil: false });
  const trend = trends.subs.find(({ code }) => code === shown);
  const scale = definition.levels.map(({ level }) => level);
  const years = loaded.map((one) => ({
    one,
    lineage: lineageBetween(maps, { from: one.definition.version, definition }),
  }));
  return {
    year,
    scale: definition.levels,
    choices: definition.levels.filter(({ level }) => level !== Math.min(...scale)),
    rows: listSubCapabilities(definition).map(({ code, name }) => {
      const { goal, left } = goalOf(code);
      const segment = trends.subs.find((sub) => sub.code === code)?.segments.at(-1);
      const own = years.flatMap(({ one, lineage }) => {
        const comparability = comparabilityOf(lineage, code);
        const point = segment?.points.find((each) => each.year === one.round.year);
        return comparability.comparable ? [goalYearOf(one, comparability.from, { goal, point })] : [];
      });
      return { code, name, goal, left, years: own };
    }),
    running: rounds.flatMap((one) => (one.openedAt !== null && one.releasedAt === null ? [one.year] : [])),
    trend: trend ? { ...trend, years: trends.years } : null,
  };
}

/** The goal in force for a code: set on it, or on what it comes from in an earlier version, as far as a line is drawn. */
function goalReader(db: Db, definition: Definition, maps: VersionMap[]) {
  const versions = [...new Set([definition.version, ...maps.map(({ from }) => from)])];
  const set = versions.map((from) => ({
    lineage: lineageBetween(maps, { from, definition }),
    goals: listGoals(db, from),
  }));
  const inForce = goalsInForce(set.flatMap(({ lineage, goals }) => carriedOver(lineage, goals)));
  const olderGoals = set.map(({ lineage, goals }) => ({ lineage, goals: goalsInForce(goals) }));
  return (code: string): Pick<GoalRow, "goal" | "left"> => ({
    goal: inForce.get(code) ?? null,
    left: olderGoals.flatMap(({ lineage, goals }) => {
      const breaks = breaksOf(lineage, code) ?? [];
      const origins = breaks.length > 0 ? (lineage?.get(code)?.from ?? []) : [];
      return origins.flatMap((origin) => {
        const { level, goalYear } = goals.get(origin) ?? {};
        return level === undefined || goalYear === undefined ? [] : [{ code: origin, level, goalYear, breaks }];
      });
    }),
  });
}

function goalYearOf(
  { round, definition, levelDecisions, results }: RoundResults,
  code: string,
  { goal, point }: { goal: Goal | null; point: TrendPoint | undefined },
): GoalYear {
  const { minimum, ambition } = levelsInForce(levelDecisions, "all").get(code) ?? { minimum: null, ambition: null };
  const row = results.regional.find((candidate) => candidate.code === code);
  const { answered = 0, applicable = 0, distribution = [] } = row ?? {};
  const isTooFew = areTooFew({ answered, applicable });
  const scale = definition.levels.map(({ level }) => level);
  return {
    year: round.year,
    minimum,
    ambition,
    answered,
    applicable,
    isTooFew,
    median: isTooFew ? null : (row?.median ?? null),
    reached: isTooFew ? null : reachedBy(goal, distribution, scale),
    shareMeeting: shareOf(point?.all),
    panelMeeting: shareOf(point?.panel),
    withLevel: distribution.reduce((sum, count) => sum + count, 0),
  };
}

function shareOf(value: TrendValue | undefined): number | null {
  return value === undefined || value.isWithheld ? null : value.shareMeeting;
}
