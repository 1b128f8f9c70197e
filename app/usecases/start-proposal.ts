import { type Db, inTransaction } from "#db/client.server.ts";
import { findOpenProposal, insertProposal, insertRevision, latestProposalNumber } from "#db/queries/proposals.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { levelsInForce } from "#domain/level-change.ts";
import type { ProposalRow } from "#domain/proposal.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import { decisionsInForce } from "#domain/target.ts";
import { type LevelGround, levelGround } from "./level-basis.ts";

export type StartProposalResult =
  | { ok: true; number: number }
  | { ok: false; problem: "round_unknown" | "round_released" };

/**
 * Opens a proposal for a year's levels: a copy of what applies, or of last year's where nothing is decided yet. Where one is
 * already open it is that one, so that two who start at once work on the same.
 */
export function startProposal(
  db: Db,
  year: number,
  { now, personId }: { now: Date; personId: string | null },
): StartProposalResult {
  return inTransaction(db, (tx): StartProposalResult => {
    const ground = levelGround(tx, year);
    if (!ground) return { ok: false, problem: "round_unknown" };
    if (!mayMoveRound(roundState(ground.round, now), "decide_levels")) return { ok: false, problem: "round_released" };
    const open = findOpenProposal(tx, year);
    if (open) return { ok: true, number: open.number };
    const number = latestProposalNumber(tx, year) + 1;
    const at = now.toISOString();
    insertProposal(tx, { year, number, createdAt: at, createdBy: personId });
    insertRevision(tx, { year, number, revision: 1, savedAt: at, savedBy: personId }, startRows(ground));
    return { ok: true, number };
  });
}

/** A row for all actors per sub-capability, and one for every other group that has levels. */
function startRows({ definition, baseline }: LevelGround): ProposalRow[] {
  const inForce = decisionsInForce(baseline);
  const ofAll = levelsInForce(baseline, "all");
  const none = { minimum: null, ambition: null };
  return listSubCapabilities(definition).flatMap(({ code }): ProposalRow[] => {
    const others = [...(inForce.get(code)?.values() ?? [])].filter(
      ({ group, minimum, ambition }) => group !== "all" && (minimum !== null || ambition !== null),
    );
    return [
      { code, group: "all", ...(ofAll.get(code) ?? none), motive: "" },
      ...others.map(({ group, minimum, ambition }) => ({ code, group, minimum, ambition, motive: "" })),
    ];
  });
}
