import { type Db, inTransaction } from "#db/client.server.ts";
import { findRound, updateRound } from "#db/queries/rounds.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { mailRoundClosed } from "#mail/events.ts";

export type CloseRoundResult = { ok: true } | { ok: false; problem: "round_unknown" | "not_open" };

/** Closes an open round before its closing day has ended. */
export function closeRound(db: Db, { year }: { year: number }, { now }: { now: Date }): CloseRoundResult {
  return inTransaction(db, (tx): CloseRoundResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "round_unknown" };
    if (!mayMoveRound(roundState(round, now), "close")) return { ok: false, problem: "not_open" };
    updateRound(tx, year, { closedAt: now.toISOString() });
    mailRoundClosed(tx, { year }, { now });
    return { ok: true };
  });
}
