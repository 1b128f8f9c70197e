import { type Db, inTransaction } from "#db/client.server.ts";
import { insertMoreTimeRequest, listMoreTimeRequests } from "#db/queries/more-time.ts";
import { isDay } from "#domain/day.ts";
import { lastDayOf } from "#domain/round.ts";
import { type MoveBy, type MoveRefusal, permitMove } from "./permit-move.ts";

/** The longest reason or answer, in characters. */
export const MORE_TIME_TEXT_LENGTH = 1000;

/** `wantedDay`: the last day that the actor asks for, YYYY-MM-DD in Stockholm. */
type Input = { year: number; actorId: string; wantedDay: string; reason: string };
export type AskMoreTimeResult =
  | { ok: true; sequence: number }
  | {
      ok: false;
      problem: "wanted_day_invalid" | "wanted_day_not_later" | "reason_missing" | "reason_long" | "already_asked";
    }
  | MoveRefusal;

/** Asks the office for a later last day, before the present one has ended. One request at a time. */
export function askMoreTime(db: Db, { year, actorId, wantedDay, reason }: Input, by: MoveBy): AskMoreTimeResult {
  return inTransaction(db, (tx): AskMoreTimeResult => {
    const permitted = permitMove(tx, { year, actorId }, "ask_more_time", by);
    if (!permitted.ok) return permitted;
    const asked = listMoreTimeRequests(tx, year, actorId);
    if (asked.some(({ answer }) => answer === null)) return { ok: false, problem: "already_asked" };
    const { round, standing } = permitted;
    if (!isDay(wantedDay)) return { ok: false, problem: "wanted_day_invalid" };
    const lastDay = lastDayOf(round, standing.reopening?.lastDay ?? null);
    if (wantedDay <= lastDay) return { ok: false, problem: "wanted_day_not_later" };
    if (reason.trim() === "") return { ok: false, problem: "reason_missing" };
    if (reason.trim().length > MORE_TIME_TEXT_LENGTH) return { ok: false, problem: "reason_long" };
    const sequence = asked.length + 1;
    const request = { year, actorId, sequence, wantedDay, reason: reason.trim() };
    insertMoreTimeRequest(tx, { ...request, askedAt: by.now.toISOString(), askedBy: by.personId });
    return { ok: true, sequence };
  });
}
