import { type Db, inTransaction } from "#db/client.server.ts";
import { listDefinitions } from "#db/queries/definitions.ts";
import { findRound, insertRound } from "#db/queries/rounds.ts";
import { type ClosingDayProblem, closingDayProblem } from "./closing-day.ts";

/** The years a round may be for, both included. */
export const roundYears = { first: 2019, last: 2099 };

type Input = { year: number; definitionVersion: string; closingDay: string };
export type PlanRoundResult =
  | { ok: true }
  | { ok: false; problem: "year_invalid" | "year_exists" | "version_unknown" | "version_draft" | ClosingDayProblem };

/** Plans a year's round on a published definition version. Days are YYYY-MM-DD in Stockholm. */
export function planRound(db: Db, input: Input, { now }: { now: Date }): PlanRoundResult {
  const { year, definitionVersion, closingDay } = input;
  if (!Number.isInteger(year) || year < roundYears.first || year > roundYears.last) {
    return { ok: false, problem: "year_invalid" };
  }
  const dayProblem = closingDayProblem(closingDay, now);
  if (dayProblem) return { ok: false, problem: dayProblem };
  return inTransaction(db, (tx): PlanRoundResult => {
    if (findRound(tx, year)) return { ok: false, problem: "year_exists" };
    const version = listDefinitions(tx).find((stored) => stored.version === definitionVersion);
    if (!version) return { ok: false, problem: "version_unknown" };
    if (version.publishedAt === null) return { ok: false, problem: "version_draft" };
    insertRound(tx, {
      year,
      definitionVersion,
      closingDay,
      originalClosingDay: closingDay,
      createdAt: now.toISOString(),
      openedAt: null,
      closedAt: null,
      releasedAt: null,
    });
    return { ok: true };
  });
}
