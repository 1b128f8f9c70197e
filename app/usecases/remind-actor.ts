import { type Db, inTransaction } from "#db/client.server.ts";
import { listOccasions } from "#db/queries/mail.ts";
import { findRound, findRoundActor } from "#db/queries/rounds.ts";
import { stockholmDay } from "#domain/day.ts";
import { queueMail, type Recipient, readDirectory } from "#mail/queue.ts";
import { holdersOf, listPendingActors } from "./read-pending.ts";

/**
 * `to`: whom the reminder goes to. `nothing_missing`: nobody can do anything about it now; `already_today`: the actor has
 * been reminded today; `nobody`: no one at the actor holds what is missing; `reminders_off`: they have turned reminders off.
 */
export type RemindActorResult =
  | { ok: true; to: Recipient[] }
  | {
      ok: false;
      problem: "unknown_round" | "unknown_actor" | "nothing_missing" | "already_today" | "nobody" | "reminders_off";
    };

/** Reminds those at an actor who hold what its assessment waits for, at the office's word: once a day in Stockholm at most. */
export function remindActor(
  db: Db,
  { year, actorId }: { year: number; actorId: string },
  { now }: { now: Date },
): RemindActorResult {
  return inTransaction(db, (tx): RemindActorResult => {
    const round = findRound(tx, year);
    if (!round) return { ok: false, problem: "unknown_round" };
    if (!findRoundActor(tx, year, actorId)) return { ok: false, problem: "unknown_actor" };
    const actor = listPendingActors(tx, round, now).find((one) => one.actorId === actorId);
    if (!actor) return { ok: false, problem: "nothing_missing" };
    const today = stockholmDay(now);
    if (listOccasions(tx, { kind: "reminder", year, actorId }).includes(today)) {
      return { ok: false, problem: "already_today" };
    }
    const held = holdersOf(actor, readDirectory(tx, now));
    if (held.every(({ to }) => to.length === 0)) return { ok: false, problem: "nobody" };
    const { actorName, lastDay } = actor;
    const to = held.flatMap(({ pending, to }) => {
      const content = { kind: "reminder", year, actorId, actorName, lastDay, pending } as const;
      return queueMail(tx, to, content, { occasion: today, now });
    });
    return to.length === 0 ? { ok: false, problem: "reminders_off" } : { ok: true, to };
  });
}
