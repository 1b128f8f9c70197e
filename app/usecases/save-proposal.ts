import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { findLatestRevision, findOpenProposal, insertRevision, listSavedRows } from "#db/queries/proposals.ts";
import { findRound } from "#db/queries/rounds.ts";
import { type Definition, findSubCapability } from "#domain/definition.ts";
import { type LevelProblem, levelProblems } from "#domain/level-check.ts";
import { editedRows, type ProposalRow, rowKey, rowsAt } from "#domain/proposal.ts";
import { mayMoveRound, roundState } from "#domain/round.ts";
import type { Group } from "#domain/target.ts";
import { groupsFor, MOTIVE_LENGTH } from "./decide-levels.ts";

type Input = {
  year: number;
  number: number;
  /** The save that whoever writes has seen. */
  revision: number;
  /** The rows as written; what is left out is not changed. */
  rows: ProposalRow[];
  /** A row to begin for a group, kept although it is empty. */
  added?: { code: string; group: Group };
};
export type SaveProposalProblem =
  | "round_unknown"
  | "round_released"
  | "proposal_gone"
  | "code_unknown"
  | "group_unknown"
  | "motive_long";
export type ProposalLevelProblem = LevelProblem & { group: Group };
export type SaveProposalResult =
  | { ok: true; revision: number; changed: number }
  | { ok: false; problem: SaveProposalProblem }
  | { ok: false; problem: "levels"; levels: ProposalLevelProblem[] }
  /** Somebody saved meanwhile: nothing is stored. `edited` is what this writer changed, `both` what the other changed too. */
  | { ok: false; problem: "stale"; savedByName: string | null; savedAt: string; edited: string[]; both: ProposalRow[] };

/** Saves the rows that differ from what their writer saw, as the next revision; nothing where somebody else saved meanwhile. */
export function saveProposal(
  db: Db,
  input: Input,
  { now, personId }: { now: Date; personId: string | null },
): SaveProposalResult {
  return inTransaction(db, (tx): SaveProposalResult => {
    const { year, number } = input;
    const round = findRound(tx, year);
    const definition = round && findDefinition(tx, round.definitionVersion);
    if (!round || !definition) return { ok: false, problem: "round_unknown" };
    if (!mayMoveRound(roundState(round, now), "decide_levels")) return { ok: false, problem: "round_released" };
    const latest = findLatestRevision(tx, { year, number });
    if (findOpenProposal(tx, year)?.number !== number || !latest) return { ok: false, problem: "proposal_gone" };
    const wrong = problemInRows(definition, groupsFor(tx, year), input);
    if (wrong) return wrong;
    const saved = listSavedRows(tx, { year, number });
    const edited = editedRows(input.rows, rowsAt(saved, input.revision));
    const changed = [...edited, ...addedRow(input, rowsAt(saved))];
    if (changed.length === 0) return { ok: true, revision: latest.revision, changed: 0 };
    if (latest.revision !== input.revision)
      return { ok: false, problem: "stale", ...clashOf(saved, input, edited), ...latest };
    const revision = latest.revision + 1;
    insertRevision(tx, { year, number, revision, savedAt: now.toISOString(), savedBy: personId }, changed);
    return { ok: true, revision, changed: changed.length };
  });
}

function addedRow({ rows, added }: Input, standing: ProposalRow[]): ProposalRow[] {
  if (!added || [...rows, ...standing].some((row) => rowKey(row) === rowKey(added))) return [];
  return [{ ...added, minimum: null, ambition: null, motive: "" }];
}

function clashOf(saved: Parameters<typeof rowsAt>[0], { revision }: Input, edited: ProposalRow[]) {
  const keys = edited.map(rowKey);
  const theirs = editedRows(rowsAt(saved), rowsAt(saved, revision));
  return { edited: keys, both: theirs.filter((row) => keys.includes(rowKey(row))) };
}

function problemInRows(
  definition: Definition,
  groups: Group[],
  { rows, added }: Input,
): Exclude<SaveProposalResult, { ok: true }> | undefined {
  const named = added ? [...rows, added] : rows;
  if (named.some(({ code }) => !findSubCapability(definition, code))) return { ok: false, problem: "code_unknown" };
  // A row may stand for a category that has lost its last actor; a new one may not be begun.
  if (added && !groups.includes(added.group)) return { ok: false, problem: "group_unknown" };
  if (rows.some(({ motive }) => motive.length > MOTIVE_LENGTH)) return { ok: false, problem: "motive_long" };
  const levels = rows.flatMap((row) =>
    levelProblems(definition, [row]).map((problem) => ({ ...problem, group: row.group })),
  );
  return levels.length > 0 ? { ok: false, problem: "levels", levels } : undefined;
}
