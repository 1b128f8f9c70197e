import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listGoals, type Goal as StoredGoal } from "#db/queries/goals.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { areTooFew } from "#domain/consequences.ts";
import { type LevelAnchor, listSubCapabilities } from "#domain/definition.ts";
import { type Goal, goalsInForce, reachedBy } from "#domain/goal.ts";
import { levelsInForce } from "#domain/level-change.ts";
import { loadResults, type RoundResults } from "./load-results.ts";

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
  /** How many gave a level. */
  withLevel: number;
};
export type GoalRow = {
  code: string;
  name: string;
  goal: (Goal & Pick<StoredGoal, "reference" | "recordedAt" | "recordedAs">) | null;
  /** Oldest year first. */
  years: GoalYear[];
};
export type GoalsView = {
  year: number;
  scale: LevelAnchor[];
  choices: LevelAnchor[];
  rows: GoalRow[];
  otherVersions: number[];
};

/** Goals beside the yearly levels and the region's development, up to a year; undefined without a round. */
export function viewGoals(db: Db, year: number): GoalsView | undefined {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return undefined;
  const earlier = listRounds(db).filter((other) => other.year <= year);
  const comparable = earlier.filter(({ definitionVersion }) => definitionVersion === round.definitionVersion);
  const loaded = comparable.flatMap((one) => loadResults(db, one.year) ?? []).toReversed();
  const goals = goalsInForce(listGoals(db, round.definitionVersion));
  const scale = definition.levels.map(({ level }) => level);
  return {
    year,
    scale: definition.levels,
    choices: definition.levels.filter(({ level }) => level !== Math.min(...scale)),
    rows: listSubCapabilities(definition).map(({ code, name }) => {
      const goal = goals.get(code) ?? null;
      return { code, name, goal, years: loaded.map((one) => goalYearOf(one, code, goal)) };
    }),
    otherVersions: earlier.filter((one) => !comparable.includes(one)).map((one) => one.year),
  };
}

function goalYearOf(
  { round, definition, levelDecisions, results }: RoundResults,
  code: string,
  goal: Goal | null,
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
    withLevel: distribution.reduce((sum, count) => sum + count, 0),
  };
}
