import { type Db, inTransaction } from "#db/client.server.ts";
import { insertReopening } from "#db/queries/standing.ts";
import { isDay, stockholmDay } from "#domain/day.ts";
import { mailReopened } from "#mail/events.ts";
import { type MoveBy, type MoveRefusal, permitMove } from "./permit-move.ts";

/** `lastDay`: the last day for saving and submitting, YYYY-MM-DD in Stockholm. */
type Input = { year: number; actorId: string; reason: string; lastDay: string };
export type ReopenResult =
  | { ok: true }
  | {
      ok: false;
      problem: "reason_missing" | "last_day_invalid" | "last_day_past" | "last_day_shortens" | "last_day_before_own";
    }
  | MoveRefusal;

/**
 * Makes the assessment a draft with its own last day, also after closing; what was last submitted counts meanwhile.
 * It can also give an actor that has not submitted more time. It never takes time away that the actor has.
 */
export function reopenAssessment(db: Db, { year, actorId, reason, lastDay }: Input, by: MoveBy): ReopenResult {
  return inTransaction(db, (tx): ReopenResult => {
    const permitted = permitMove(tx, { year, actorId }, "reopen", by);
    if (!permitted.ok) return permitted;
    const { round, standing } = permitted;
    if (reason.trim() === "") return { ok: false, problem: "reason_missing" };
    if (!isDay(lastDay)) return { ok: false, problem: "last_day_invalid" };
    if (lastDay < stockholmDay(by.now)) return { ok: false, problem: "last_day_past" };
    if (standing.roundState === "open" && lastDay < round.closingDay)
      return { ok: false, problem: "last_day_shortens" };
    if (standing.reopening && lastDay < standing.reopening.lastDay)
      return { ok: false, problem: "last_day_before_own" };
    const given = { year, actorId, reason: reason.trim(), lastDay };
    const made = { reopenedAt: by.now.toISOString(), reopenedBy: by.personId };
    insertReopening(tx, { ...given, ...made, afterNumber: standing.latestNumber });
    mailReopened(tx, { year, actorId, lastDay }, by);
    return { ok: true };
  });
}
