import { type Db, inTransaction } from "#db/client.server.ts";
import { listGoalDocuments } from "#db/queries/goal-areas.ts";
import { findPlan, insertPlan, insertPlanVersion } from "#db/queries/plans.ts";
import { findRound } from "#db/queries/rounds.ts";
import { documentFor } from "#domain/goal-area.ts";
import { roundState } from "#domain/round.ts";

export type StartPlanResult =
  | { ok: true }
  | { ok: false; problem: "round_unknown" | "round_not_released" | "no_goals" };

/**
 * Begins the plan of the year after a round, on the round's results, which no longer change: so it must be released. Where the
 * plan is begun already it is that one.
 */
export function startPlan(
  db: Db,
  year: number,
  { now, personId }: { now: Date; personId: string | null },
): StartPlanResult {
  return inTransaction(db, (tx): StartPlanResult => {
    if (findPlan(tx, year)) return { ok: true };
    const basisYear = year - 1;
    const round = findRound(tx, basisYear);
    if (!round) return { ok: false, problem: "round_unknown" };
    if (roundState(round, now) !== "released") return { ok: false, problem: "round_not_released" };
    const goals = documentFor(listGoalDocuments(tx), year);
    if (!goals) return { ok: false, problem: "no_goals" };
    insertPlan(tx, { year, basisYear, goalDocument: goals.id });
    insertPlanVersion(tx, { year, version: 1, startedAt: now.toISOString(), startedBy: personId });
    return { ok: true };
  });
}
