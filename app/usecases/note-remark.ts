import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findOpenProposal, insertRemark, listRemarks } from "#db/queries/proposals.ts";
import { findRound } from "#db/queries/rounds.ts";
import { findSubCapability } from "#domain/definition.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";

/** The longest remark, in characters. */
export const REMARK_LENGTH = 1000;

type Input = { year: number; number: number /** null: on the whole. */; code: string | null; text: string };
export type NoteRemarkProblem = "round_released" | "proposal_gone" | "code_unknown" | "remark_missing" | "remark_long";

/** Notes what is said of an open proposal. The same words on the same thing right after each other are one remark. */
export function noteRemark(
  db: Db,
  { year, number, code, text }: Input,
  { now, personId }: { now: Date; personId: string | null },
): { ok: true } | { ok: false; problem: NoteRemarkProblem } {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, problem: "remark_missing" };
  if (trimmed.length > REMARK_LENGTH) return { ok: false, problem: "remark_long" };
  return inTransaction(db, (tx) => {
    const round = findRound(tx, year);
    const definition = round && findDefinition(tx, round.definitionVersion);
    if (round && !mayMoveRound(roundState(round, now), "decide_levels"))
      return { ok: false, problem: "round_released" };
    if (!definition || findOpenProposal(tx, year)?.number !== number) return { ok: false, problem: "proposal_gone" };
    if (code !== null && !findSubCapability(definition, code)) return { ok: false, problem: "code_unknown" };
    const remarks = listRemarks(tx, { year, number });
    const latest = remarks.at(-1);
    if (latest?.text === trimmed && latest.code === code) return { ok: true };
    const sequence = remarks.length + 1;
    insertRemark(tx, { year, number, sequence, code, text: trimmed, notedAt: now.toISOString(), notedBy: personId });
    return { ok: true };
  });
}
