// A round (omgång): planned → open → closed → released. It closes when its closing day ends in Stockholm, or earlier by the office's act.
// The state is judged at each request from stored days and moments, never stored itself. Source: docs/the-year.md.
import type { Role } from "./access.ts";
import { daysBetween, stockholmDay } from "./day.ts";

export const roundStates = ["planned", "open", "closed", "released"] as const;
export type RoundState = (typeof roundStates)[number];

/** What can be done with a round. What can be done with an actor's assessment in it is in assessment.ts. */
export const roundMoves = [
  "open",
  "withdraw",
  "extend",
  "close",
  "release",
  "decide_levels",
  "add_actor",
  "correct_actor",
] as const;
export type RoundMove = (typeof roundMoves)[number];

/** Moments are UTC ISO strings, null: not yet. `closingDay` is the day in force, so an extended one where there is one. */
export type RoundTimes = {
  openedAt: string | null;
  closedAt: string | null;
  releasedAt: string | null;
  closingDay: string;
};

/** Who may make a move and from which states. `to`: the state after it. */
type MoveRule = { by: readonly Role[]; from: readonly RoundState[]; to: RoundState | "unchanged" };

/**
 * Every move of a round. Levels are decided at any time until release. An opening by mistake is withdrawn (ångras) also
 * where the round has closed since, but only while nobody has ever submitted in it.
 */
export const roundMoveRules: Record<RoundMove, MoveRule> = {
  open: { by: ["office"], from: ["planned"], to: "open" },
  withdraw: { by: ["office"], from: ["open", "closed"], to: "planned" },
  extend: { by: ["office"], from: ["open"], to: "open" },
  close: { by: ["office"], from: ["open"], to: "closed" },
  release: { by: ["office"], from: ["closed"], to: "released" },
  decide_levels: { by: ["chief_group", "office"], from: ["planned", "open", "closed"], to: "unchanged" },
  add_actor: { by: ["office"], from: ["open"], to: "unchanged" },
  correct_actor: { by: ["office"], from: ["open", "closed"], to: "unchanged" },
};

/** The state of a round at a moment. */
export function roundState({ openedAt, closedAt, releasedAt, closingDay }: RoundTimes, now: Date): RoundState {
  if (openedAt === null) return "planned";
  if (releasedAt !== null) return "released";
  return closedAt !== null || stockholmDay(now) > closingDay ? "closed" : "open";
}

/** Whether a round in this state permits the move. */
export function mayMoveRound(state: RoundState, move: RoundMove): boolean {
  return roundMoveRules[move].from.includes(state);
}

/** Whether somebody with this role makes the move at all. */
export function mayRoleMoveRound(move: RoundMove, role: Role): boolean {
  return roundMoveRules[move].by.includes(role);
}

/** The last day for saving: the round's, the day itself where it was closed earlier, or the actor's own where that is later. */
export function lastDayOf({ closingDay, closedAt }: RoundDays, ownLastDay: string | null): string {
  const lastDay = closedAt === null ? closingDay : stockholmDay(new Date(closedAt));
  return ownLastDay !== null && ownLastDay > lastDay ? ownLastDay : lastDay;
}

type RoundDays = Pick<RoundTimes, "closingDay" | "closedAt">;

/** Days left in Stockholm: 0 on the closing day itself, negative after it. */
export function daysLeft(closingDay: string, now: Date): number {
  return daysBetween(stockholmDay(now), closingDay);
}
