// A goal (målnivå) is the level that a sub-capability is to have reached in the region by a year, as the Målbild spans several. It
// asks nothing of an actor: only the yearly minimum and ambition do. The latest set is in force. Source: "Målbild 2019–2022".
import type { Definition } from "./definition.ts";

export type Goal = { level: number; goalYear: number };
export type SetGoal = { sequence: number; code: string; level: number | null; goalYear: number | null };
export type GoalProblem = "level_outside_scale" | "goal_year_past" | "goal_year_far" | "goal_half";

/** The furthest that a goal may lie ahead, in years. */
export const FURTHEST_GOAL_YEARS = 10;

/** The goals in force by code: the latest set of each; one that was taken away is not in it. */
export function goalsInForce<G extends SetGoal>(goals: readonly G[]): Map<string, G & Goal> {
  const latest = new Map<string, G>();
  for (const goal of goals) {
    const earlier = latest.get(goal.code);
    if (!earlier || earlier.sequence < goal.sequence) latest.set(goal.code, goal);
  }
  const inForce = new Map<string, G & Goal>();
  for (const [code, goal] of latest) {
    const { level, goalYear } = goal;
    if (level !== null && goalYear !== null) inForce.set(code, { ...goal, level, goalYear });
  }
  return inForce;
}

/** What is wrong with a goal set in a year; undefined when it can be stored. Two nulls take it away. */
export function goalProblem(
  definition: Pick<Definition, "levels">,
  { level, goalYear }: { level: number | null; goalYear: number | null },
  year: number,
): GoalProblem | undefined {
  if (level === null && goalYear === null) return undefined;
  if (level === null || goalYear === null) return "goal_half";
  const scale = definition.levels.map((anchor) => anchor.level);
  if (!scale.includes(level) || level === Math.min(...scale)) return "level_outside_scale";
  if (!Number.isInteger(goalYear) || goalYear < year) return "goal_year_past";
  return goalYear > year + FURTHEST_GOAL_YEARS ? "goal_year_far" : undefined;
}

/** How many of the actors that gave a level have reached the goal: counts, never an average. `distribution` in the scale's order. */
export function reachedBy(goal: Goal | null, distribution: readonly number[], scale: readonly number[]): number | null {
  if (goal === null) return null;
  return distribution.reduce((sum, count, place) => ((scale[place] ?? -1) >= goal.level ? sum + count : sum), 0);
}
