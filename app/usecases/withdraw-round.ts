import { type Db, inTransaction } from "#db/client.server.ts";
import { findRound, insertRoundWithdrawal, updateRound } from "#db/queries/rounds.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { mayMoveRound, mayRoleMoveRound, roundState } from "#domain/round.ts";
import type { MoveBy } from "./permit-move.ts";

export type WithdrawRoundResult =
  | { ok: true }
  | {
      ok: false;
      problem: "round_unknown" | "not_yours" | "not_opened" | "has_submissions" | "withdraw_reason_missing";
    };

/**
 * Takes back an opening by mistake: the round is planned again. Refused once anybody has submitted. What was saved stays
 * with the frozen actors and the version, to be read but not changed until the round opens again, which freezes them anew.
 */
export function withdrawRound(
  db: Db,
  { year, reason }: { year: number; reason: string },
  { now, personId, role }: MoveBy,
): WithdrawRoundResult {
  return inTransaction(db, (tx): WithdrawRoundResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "round_unknown" };
    if (!mayRoleMoveRound("withdraw", role)) return { ok: false, problem: "not_yours" };
    const { openedAt } = round;
    if (openedAt === null || !mayMoveRound(roundState(round, now), "withdraw"))
      return { ok: false, problem: "not_opened" };
    if (listSubmissions(tx, year).length > 0) return { ok: false, problem: "has_submissions" };
    if (reason.trim() === "") return { ok: false, problem: "withdraw_reason_missing" };
    const withdrawn = { withdrawnAt: now.toISOString(), withdrawnBy: personId };
    insertRoundWithdrawal(tx, { year, openedAt, reason: reason.trim(), ...withdrawn });
    updateRound(tx, year, { openedAt: null, closedAt: null });
    return { ok: true };
  });
}
