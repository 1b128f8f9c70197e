import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { type DelegationRow, listDelegations } from "#db/queries/delegations.ts";
import { findRound, findRoundActor } from "#db/queries/rounds.ts";
import type { Definition } from "#domain/definition.ts";
import type { MoveBy } from "./permit-move.ts";
import { readStanding, saveRefusal } from "./read-standing.ts";

export type DelegationRefusal = {
  ok: false;
  problem: "unknown_round" | "unknown_actor" | "round_not_open" | "submitted";
};

/** What a delegation is judged by; refused where the assessment cannot be saved, since then there is nothing to answer. */
export function permitDelegation(
  db: Db,
  { year, actorId }: { year: number; actorId: string },
  { now }: Pick<MoveBy, "now">,
): { ok: true; definition: Definition; delegations: DelegationRow[] } | DelegationRefusal {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return { ok: false, problem: "unknown_round" };
  if (round.openedAt === null) return { ok: false, problem: "round_not_open" };
  if (!findRoundActor(db, year, actorId)) return { ok: false, problem: "unknown_actor" };
  const refusal = saveRefusal(readStanding(db, round, actorId, now));
  if (refusal) return { ok: false, problem: refusal };
  return { ok: true, definition, delegations: listDelegations(db, { year, actorId }, now.toISOString()) };
}
