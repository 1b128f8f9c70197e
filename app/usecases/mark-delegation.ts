import { type Db, inTransaction } from "#db/client.server.ts";
import { insertDelegationMark } from "#db/queries/delegations.ts";
import { ownDelegation } from "#domain/delegation.ts";
import { type DelegationRefusal, permitDelegation } from "./permit-delegation.ts";
import type { MoveBy } from "./permit-move.ts";

const NOTE_LIMIT = 2000;

/** `kind` ready (klart) or not ready after all; `note`: what the coordinator should know, may be empty. */
export type MarkInput = {
  year: number;
  actorId: string;
  capability: number;
  kind: "ready" | "not_ready";
  note: string;
};
export type MarkResult = { ok: true } | { ok: false; problem: "not_delegated" | "note_long" } | DelegationRefusal;

/**
 * A contributor says that the base capability delegated to it is ready, or that it is not after all. The same said twice
 * is stored once. It may say so with answers missing: the coordinator sees what remains, and the note why.
 */
export function markDelegation(db: Db, input: MarkInput, by: MoveBy): MarkResult {
  const { year, actorId, capability, kind } = input;
  const note = input.note.trim();
  return inTransaction(db, (tx): MarkResult => {
    const permitted = permitDelegation(tx, input, by);
    if (!permitted.ok) return permitted;
    const own = ownDelegation(by, capability, permitted.delegations);
    if (!own) return { ok: false, problem: "not_delegated" };
    if (note.length > NOTE_LIMIT) return { ok: false, problem: "note_long" };
    const isReady = own.readyAt !== null;
    const isSaid = kind === "ready" ? isReady && own.note === note : !isReady;
    const { sequence } = own;
    if (!isSaid) insertDelegationMark(tx, { year, actorId, sequence, kind, note, markedAt: by.now.toISOString() });
    return { ok: true };
  });
}
