import { type Db, inTransaction } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { insertGoal, latestGoalSequence } from "#db/queries/goals.ts";
import { findRound } from "#db/queries/rounds.ts";
import { findSubCapability } from "#domain/definition.ts";
import { type GoalProblem, goalProblem } from "#domain/goal.ts";
import { REFERENCE_LENGTH } from "./meeting-facts.ts";

type Input = { year: number; code: string; level: number | null; goalYear: number | null; reference: string };
export type SetGoalProblem = GoalProblem | "code_unknown" | "reference_missing" | "reference_long";

/** Sets the level that a sub-capability is to have reached by a year, or takes it away with two nulls. Earlier ones are kept. */
export function setGoal(
  db: Db,
  { year, code, level, goalYear, reference }: Input,
  { now, personId, role }: { now: Date; personId: string | null; role: "chief_group" | "office" },
): { ok: true } | { ok: false; problem: SetGoalProblem } {
  return inTransaction(db, (tx) => {
    const round = findRound(tx, year);
    const definition = round && findDefinition(tx, round.definitionVersion);
    if (!definition || !findSubCapability(definition, code)) return { ok: false, problem: "code_unknown" };
    const problem = goalProblem(definition, { level, goalYear }, year);
    if (problem) return { ok: false, problem };
    if (reference.trim() === "") return { ok: false, problem: "reference_missing" };
    if (reference.trim().length > REFERENCE_LENGTH) return { ok: false, problem: "reference_long" };
    insertGoal(tx, {
      sequence: latestGoalSequence(tx) + 1,
      definitionVersion: definition.version,
      code,
      level,
      goalYear,
      reference: reference.trim(),
      recordedAt: now.toISOString(),
      recordedBy: personId,
      recordedAs: role,
    });
    return { ok: true };
  });
}
