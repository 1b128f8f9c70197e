import { type Db, inTransaction } from "#db/client.server.ts";
import { insertOnBehalf } from "#db/queries/on-behalf.ts";
import { isDay, stockholmDay } from "#domain/day.ts";
import { maxBasisNoteLength, needsNote, type OnBehalfBasis } from "#domain/on-behalf.ts";
import { type MoveBy, type MoveRefusal, permitMove } from "./permit-move.ts";

/** `basisDay`: the day of what the answers come from, YYYY-MM-DD. */
type Input = { year: number; actorId: string; basis: OnBehalfBasis; basisDay: string; note: string };
export type BeginOnBehalfResult =
  | { ok: true; sequence: number }
  | {
      ok: false;
      problem: "basis_day_invalid" | "basis_day_future" | "note_missing" | "note_long" | "already_on_behalf";
    }
  | MoveRefusal;

/** Records why the office fills in for an actor. From then on it may save and submit there; the actor's own people still may. */
export function beginOnBehalf(
  db: Db,
  { year, actorId, basis, basisDay, note: typed }: Input,
  by: MoveBy,
): BeginOnBehalfResult {
  return inTransaction(db, (tx): BeginOnBehalfResult => {
    const permitted = permitMove(tx, { year, actorId }, "begin_on_behalf", by);
    if (!permitted.ok) return permitted;
    const { onBehalf, onBehalfTimes } = permitted.standing;
    const note = typed.trim();
    if (onBehalf) return { ok: false, problem: "already_on_behalf" };
    if (!isDay(basisDay)) return { ok: false, problem: "basis_day_invalid" };
    if (basisDay > stockholmDay(by.now)) return { ok: false, problem: "basis_day_future" };
    if (needsNote(basis) && note === "") return { ok: false, problem: "note_missing" };
    if (note.length > maxBasisNoteLength) return { ok: false, problem: "note_long" };
    const sequence = onBehalfTimes.length + 1;
    const started = { startedAt: by.now.toISOString(), startedBy: by.personId };
    insertOnBehalf(tx, { year, actorId, sequence, basis, basisDay, note, ...started });
    return { ok: true, sequence };
  });
}
