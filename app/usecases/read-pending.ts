import type { Db } from "#db/client.server.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { listActorProgress } from "#db/queries/progress.ts";
import type { Round } from "#db/queries/rounds.ts";
import { assessmentState } from "#domain/assessment.ts";
import { delegationState } from "#domain/delegation.ts";
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
  /** The contributors whose base capabilities are not ready yet, each once. */
  unready: Recipient[];
};

/** Who holds base capabilities that are not ready, by actor. */
function unreadyByActor(db: Db, { year }: Round, now: Date): Map<string, Recipient[]> {
  const byActor = new Map<string, Recipient[]>();
  for (const delegation of listDelegations(db, { year }, now.toISOString())) {
    const { actorId, personId, name } = delegation;
    const others = byActor.get(actorId) ?? [];
    if (delegationState(delegation) !== "held" || others.some((one) => one.personId === personId)) continue;
    byActor.set(actorId, [...others, { personId, name, role: "contributor" }]);
  }
  return byActor;
}

/** Every actor of the round whose assessment waits for somebody now, in two queries. */
export function listPendingActors(db: Db, round: Round, now: Date): PendingActor[] {
  const state = roundState(round, now);
  const unready = unreadyByActor(db, round, now);
  return listActorProgress(db, round.year).flatMap((actor) => {
    const { actorId, name, submittedAt, approvedAt, reopenedUntil } = actor;
    const isReopened = reopenedUntil !== null;
    const events = { isSubmitted: submittedAt !== null, isEnded: false, isReopened, isApproved: approvedAt !== null };
    const { closingDay, closedAt } = round;
    const days = { reopenedUntil, closingDay, closedAt };
    const assessment = { roundState: state, assessmentState: assessmentState(events), ...days, now };
    const waits = pendingOf(assessment);
    return waits ? [{ actorId, actorName: name, isReopened, unready: unready.get(actorId) ?? [], ...waits }] : [];
  });
}

/** Who holds what the assessment waits for, each with what that is. */
export function holdersOf(
  { actorId, pending, unready }: PendingActor,
  directory: Directory,
): { pending: Pending; to: Recipient[] }[] {
  if (pending === "approval") return [{ pending, to: directory.of("approver", actorId) }];
  return [
    { pending, to: directory.of("coordinator", actorId) },
    { pending: "capabilities", to: unready },
  ];
}
