// A round (omgång): planned → open → closed → released. It closes when its closing day ends in Stockholm, or earlier by the office's act.
// The state is judged at each request from stored days and moments, never stored itself. Source: docs/the-year.md.
import { daysBetween, stockholmDay } from "./day.ts";

export const roundStates = ["planned", "open", "closed", "released"] as const;
export type RoundState = (typeof roundStates)[number];

/** What can be asked of a round. `save_answer` and `submit` also need an assessment that allows it (assessment.ts). */
export const roundMoves = [
  "open",
  "close",
  "release",
  "extend",
  "decide_levels",
  "add_actor",
  "correct_actor",
  "save_answer",
  "submit",
] as const;
export type RoundMove = (typeof roundMoves)[number];

/** Moments are UTC ISO strings, null: not yet. `closingDay` is the day in force, so an extended one where there is one. */
export type RoundTimes = {
  openedAt: string | null;
  closedAt: string | null;
  releasedAt: string | null;
  closingDay: string;
};

/** The moves that each state permits. Levels are decided at any time until release. */
export const allowedRoundMoves: Record<RoundState, readonly RoundMove[]> = {
  planned: ["open", "decide_levels"],
  open: ["close", "extend", "decide_levels", "add_actor", "correct_actor", "save_answer", "submit"],
  closed: ["release", "decide_levels", "correct_actor"],
  released: [],
};

/** The state of a round at a moment. */
export function roundState({ openedAt, closedAt, releasedAt, closingDay }: RoundTimes, now: Date): RoundState {
  if (openedAt === null) return "planned";
  if (releasedAt !== null) return "released";
  return closedAt !== null || stockholmDay(now) > closingDay ? "closed" : "open";
}

/** Whether a round in this state permits the move. */
export function mayMoveRound(state: RoundState, move: RoundMove): boolean {
  return allowedRoundMoves[state].includes(move);
}

/** Days left in Stockholm: 0 on the closing day itself, negative after it. */
export function daysLeft(closingDay: string, now: Date): number {
  return daysBetween(stockholmDay(now), closingDay);
}
