import { type Db, inTransaction } from "#db/client.server.ts";
import { listMembersOn } from "#db/queries/actors.ts";
import { findRound, freezeRoundActors, updateRound } from "#db/queries/rounds.ts";
import { stockholmDay } from "#domain/day.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { mailRoundOpened } from "#mail/events.ts";
import { type ClosingDayProblem, closingDayProblem } from "./closing-day.ts";

type Input = { year: number /** YYYY-MM-DD in Stockholm; without it the planned day stands. */; closingDay?: string };
export type OpenRoundResult =
  | { ok: true; actors: number }
  | { ok: false; problem: "round_unknown" | "already_opened" | "no_actors" | ClosingDayProblem };

/**
 * Opens a planned round: every actor that is a member that day is frozen with its category and designation, and the closing day becomes the
 * original one, from which the 24 months of evidence count (method § 2).
 */
export function openRound(db: Db, { year, closingDay: given }: Input, { now }: { now: Date }): OpenRoundResult {
  return inTransaction(db, (tx): OpenRoundResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "round_unknown" };
    if (!mayMoveRound(roundState(round, now), "open")) return { ok: false, problem: "already_opened" };
    const closingDay = given ?? round.closingDay;
    const dayProblem = closingDayProblem(closingDay, now);
    if (dayProblem) return { ok: false, problem: dayProblem };
    const actors = listMembersOn(tx, stockholmDay(now));
    if (actors.length === 0) return { ok: false, problem: "no_actors" };
    updateRound(tx, year, { openedAt: now.toISOString(), closingDay, originalClosingDay: closingDay });
    freezeRoundActors(
      tx,
      year,
      actors.map(({ id, name, shortName, category, designated }) => ({
        ...{ year, actorId: id },
        ...{ name, shortName, category, designated },
      })),
    );
    mailRoundOpened(tx, { year, closingDay }, { now });
    return { ok: true, actors: actors.length };
  });
}
