import { type Db, inTransaction } from "#db/client.server.ts";
import { findRound, updateRound } from "#db/queries/rounds.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { mailRoundReleased } from "#mail/events.ts";

export type ReleaseRoundResult =
  | { ok: true }
  | { ok: false; problem: "round_unknown" | "not_closed" | "already_released" };

/** Releases a closed round's result: what others may see from now on is method § 7. Levels cannot be decided any more. */
export function releaseRound(db: Db, { year }: { year: number }, { now }: { now: Date }): ReleaseRoundResult {
  return inTransaction(db, (tx): ReleaseRoundResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "round_unknown" };
    if (round.releasedAt !== null) return { ok: false, problem: "already_released" };
    if (!mayMoveRound(roundState(round, now), "release")) return { ok: false, problem: "not_closed" };
    updateRound(tx, year, { releasedAt: now.toISOString() });
    mailRoundReleased(tx, { year }, { now });
    return { ok: true };
  });
}
