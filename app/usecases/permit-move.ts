import type { Db } from "#db/client.server.ts";
import { findRound, findRoundActor, type Round } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import { type AssessmentMove, mayRoleMove } from "#domain/assessment.ts";
import { readStanding, type StandingNow } from "./read-standing.ts";

export type MoveBy = { now: Date; personId: string; role: Role };
/** `number`: the submission that the move is about, as whoever makes it has read it. */
export type MoveSubject = { year: number; actorId: string; number: number };

/** `other_submission`: another submission has come, or the one it was about has ended, since the page was opened. */
export type MoveRefusal = {
  ok: false;
  problem: "unknown_round" | "unknown_actor" | "not_yours" | "not_now" | "other_submission";
};

/** Whether this role may make the move on this assessment now. Which actor somebody acts for, the route has checked. */
export function permitMove(
  db: Db,
  { year, actorId, number }: Omit<MoveSubject, "number"> & { number?: number },
  move: AssessmentMove,
  { now, role }: Pick<MoveBy, "now" | "role">,
): { ok: true; round: Round; standing: StandingNow } | MoveRefusal {
  const round = findRound(db, year);
  if (!round) return { ok: false, problem: "unknown_round" };
  if (!findRoundActor(db, year, actorId)) return { ok: false, problem: "unknown_actor" };
  const standing = readStanding(db, round, actorId, now);
  if (!mayRoleMove(move, role, standing.onBehalf !== undefined)) return { ok: false, problem: "not_yours" };
  if (!standing.may(move)) return { ok: false, problem: "not_now" };
  if (number !== undefined && standing.latestNumber !== number) return { ok: false, problem: "other_submission" };
  return { ok: true, round, standing };
}
