import type { Db } from "#db/client.server.ts";
import { listActorProgress } from "#db/queries/progress.ts";
import type { Round } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import { assessmentState } from "#domain/assessment.ts";
import { type Pending, pendingOf } from "#domain/mail.ts";
import { roundState } from "#domain/round.ts";
import type { Directory, Recipient } from "#mail/queue.ts";

/** An actor whose assessment waits for somebody. `lastDay`: YYYY-MM-DD in Stockholm, null where there is none. */
export type PendingActor = {
  actorId: string;
  actorName: string;
  pending: "submission" | "approval";
  lastDay: string | null;
  isReopened: boolean;
};

/** Every actor of the round whose assessment waits for somebody now, in one query. */
export function listPendingActors(db: Db, round: Round, now: Date): PendingActor[] {
  const state = roundState(round, now);
  return listActorProgress(db, round.year).flatMap((actor) => {
    const { actorId, name, submittedAt, approvedAt, reopenedUntil } = actor;
    const isReopened = reopenedUntil !== null;
    const events = { isSubmitted: submittedAt !== null, isEnded: false, isReopened, isApproved: approvedAt !== null };
    const { closingDay } = round;
    const assessment = { roundState: state, assessmentState: assessmentState(events), reopenedUntil, closingDay, now };
    const waits = pendingOf(assessment);
    return waits ? [{ actorId, actorName: name, isReopened, ...waits }] : [];
  });
}

const holders: Record<"submission" | "approval", { role: Role; pending: Pending }[]> = {
  submission: [{ role: "coordinator", pending: "submission" }],
  approval: [{ role: "approver", pending: "approval" }],
};

/** Who holds what the assessment waits for, each with what that is. */
export function holdersOf(
  { actorId, pending }: PendingActor,
  directory: Directory,
): { pending: Pending; to: Recipient[] }[] {
  return holders[pending].map((holder) => ({ pending: holder.pending, to: directory.of(holder.role, actorId) }));
}
