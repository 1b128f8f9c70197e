import { type Db, inTransaction } from "#db/client.server.ts";
import { insertMoreTimeAnswer, listMoreTimeRequests } from "#db/queries/more-time.ts";
import { insertReopening } from "#db/queries/standing.ts";
import { isDay, stockholmDay } from "#domain/day.ts";
import { lastDayOf } from "#domain/round.ts";
import { mailReopened } from "#mail/events.ts";
import { MORE_TIME_TEXT_LENGTH } from "./ask-more-time.ts";
import { type MoveBy, type MoveRefusal, permitMove } from "./permit-move.ts";

/** `sequence`: the request that is answered. `grantedDay`: YYYY-MM-DD, not always the day that was asked for; null declines. */
type Input = { year: number; actorId: string; sequence: number; grantedDay: string | null; note: string };
export type AnswerMoreTimeResult =
  | { ok: true }
  | {
      ok: false;
      problem:
        | "not_asked"
        | "granted_day_invalid"
        | "granted_day_past"
        | "granted_day_not_later"
        | "note_missing"
        | "note_long";
    }
  | MoveRefusal;

/**
 * Grants or declines a request for more time. Granting gives the actor its own last day, as a reopening does, also after
 * the round has closed; declining says why.
 */
export function answerMoreTimeRequest(db: Db, input: Input, by: MoveBy): AnswerMoreTimeResult {
  const { year, actorId, sequence, grantedDay } = input;
  const note = input.note.trim();
  return inTransaction(db, (tx): AnswerMoreTimeResult => {
    const permitted = permitMove(tx, { year, actorId }, "answer_more_time", by);
    if (!permitted.ok) return permitted;
    const request = listMoreTimeRequests(tx, year, actorId).find((each) => each.sequence === sequence);
    if (!request || request.answer) return { ok: false, problem: "not_asked" };
    const { round, standing } = permitted;
    const lastDay = lastDayOf(round, standing.reopening?.lastDay ?? null);
    if (grantedDay !== null && !isDay(grantedDay)) return { ok: false, problem: "granted_day_invalid" };
    if (grantedDay !== null && grantedDay < stockholmDay(by.now)) return { ok: false, problem: "granted_day_past" };
    if (grantedDay !== null && grantedDay <= lastDay) return { ok: false, problem: "granted_day_not_later" };
    if (grantedDay === null && note === "") return { ok: false, problem: "note_missing" };
    if (note.length > MORE_TIME_TEXT_LENGTH) return { ok: false, problem: "note_long" };
    const at = by.now.toISOString();
    const key = { year, actorId };
    insertMoreTimeAnswer(tx, { ...key, sequence, grantedDay, note, answeredAt: at, answeredBy: by.personId });
    if (grantedDay !== null) {
      const made = { lastDay: grantedDay, reopenedAt: at, reopenedBy: by.personId };
      insertReopening(tx, { ...key, ...made, reason: note || request.reason, afterNumber: standing.latestNumber });
      mailReopened(tx, { ...key, lastDay: grantedDay }, by);
    }
    return { ok: true };
  });
}
