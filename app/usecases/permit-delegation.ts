import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { type DelegationRow, listDelegations } from "#db/queries/delegations.ts";
import { findRound, findRoundActor } from "#db/queries/rounds.ts";
import type { Definition } from "#domain/definition.ts";
import { lastDayOf } from "#domain/round.ts";
import type { MoveBy } from "./permit-move.ts";
import { readStanding, saveRefusal } from "./read-standing.ts";

export type DelegationRefusal = {
  ok: false;
  problem: "unknown_round" | "unknown_actor" | "round_not_open" | "submitted";
};

/** What a delegation is judged by, and the last day for what is delegated; refused where the assessment cannot be saved, since then there is nothing to answer. */
export function permitDelegation(
  db: Db,
  { year, actorId }: { year: number; actorId: string },
  { now }: Pick<MoveBy, "now">,
): { ok: true; definition: Definition; lastDay: string; delegations: DelegationRow[] } | DelegationRefusal {
  const round = findRound(db, year);
  const definition = round && findDefinition(db, round.definitionVersion);
  if (!round || !definition) return { ok: false, problem: "unknown_round" };
  if (round.openedAt === null) return { ok: false, problem: "round_not_open" };
  if (!findRoundActor(db, year, actorId)) return { ok: false, problem: "unknown_actor" };
  const standing = readStanding(db, round, actorId, now);
  const refusal = saveRefusal(standing);
  if (refusal) return { ok: false, problem: refusal };
  const delegations = listDelegations(db, { year, actorId }, now.toISOString());
  return { ok: true, definition, lastDay: lastDayOf(round, standing.reopening?.lastDay ?? null), delegations };
}
