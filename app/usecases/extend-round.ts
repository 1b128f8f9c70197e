import { type Db, inTransaction } from "#db/client.server.ts";
import { findRound, updateRound } from "#db/queries/rounds.ts";
import { isDay } from "#domain/day.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";

type Input = { year: number /** YYYY-MM-DD in Stockholm. */; closingDay: string };
export type ExtendRoundResult =
  | { ok: true }
  | { ok: false; problem: "round_unknown" | "not_open" | "closing_day_invalid" | "closing_day_not_later" };

/** Moves an open round's closing day to a later one; the original day is kept. */
export function extendRound(db: Db, { year, closingDay }: Input, { now }: { now: Date }): ExtendRoundResult {
  if (!isDay(closingDay)) return { ok: false, problem: "closing_day_invalid" };
  return inTransaction(db, (tx): ExtendRoundResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "round_unknown" };
    if (!mayMoveRound(roundState(round, now), "extend")) return { ok: false, problem: "not_open" };
    if (closingDay <= round.closingDay) return { ok: false, problem: "closing_day_not_later" };
    updateRound(tx, year, { closingDay });
    return { ok: true };
  });
}
