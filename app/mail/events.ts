// The message of each thing that happens in a round, queued inside the transaction in which it happens.
import type { Db } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { listActorProgress } from "#db/queries/progress.ts";
import { findRound, findRoundActor, listRoundActors } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import { stockholmDay } from "#domain/day.ts";
import { queueMail, readDirectory } from "./queue.ts";

type Happened = { now: Date /** Whoever made it happen, and needs no mail about it. */; personId?: string };
type Subject = { year: number; actorId: string };

function ofActor(db: Db, { year, actorId }: Subject) {
  return { year, actorId, actorName: findRoundActor(db, year, actorId)?.name ?? actorId };
}

/** To every actor's coordinators, when the round opens. */
export function mailRoundOpened(
  db: Db,
  { year, closingDay }: { year: number; closingDay: string },
  { now }: Happened,
): void {
  const directory = readDirectory(db, now);
  for (const { actorId, name } of listRoundActors(db, year)) {
    const content = { kind: "round_opened", year, actorId, actorName: name, lastDay: closingDay } as const;
    queueMail(db, directory.of("coordinator", actorId), content, { occasion: now.toISOString(), now });
  }
}

/** To every actor's coordinators, when the round closes: whether what they submitted counts, or until when they still can submit. */
export function mailRoundClosed(db: Db, { year }: { year: number }, { now }: Happened): void {
  const directory = readDirectory(db, now);
  // A round opened by mistake may have closed too, before it was withdrawn: each opening has a closing of its own.
  const occasion = findRound(db, year)?.openedAt ?? "";
  const today = stockholmDay(now);
  for (const { actorId, name, submittedAt, reopenedUntil } of listActorProgress(db, year)) {
    const content = {
      kind: "round_closed",
      year,
      actorId,
      actorName: name,
      isSubmitted: submittedAt !== null,
      ...(reopenedUntil !== null && reopenedUntil >= today && { lastDay: reopenedUntil }),
    } as const;
    queueMail(db, directory.of("coordinator", actorId), content, { occasion, now });
  }
}

/** To everyone who may read the result of a released round: the actors' people theirs, the region's the region's. */
export function mailRoundReleased(db: Db, { year }: { year: number }, { now }: Happened): void {
  const directory = readDirectory(db, now);
  const tell = (
    roles: readonly ("coordinator" | "contributor" | "approver" | "chief_group" | "council")[],
    actorId: string | null,
  ) => {
    for (const role of roles)
      queueMail(db, directory.of(role, actorId), { kind: "round_released", year, actorId }, { occasion: "", now });
  };
  for (const { actorId } of listRoundActors(db, year)) tell(["coordinator", "contributor", "approver"], actorId);
  tell(["chief_group", "council"], null);
}

/** To the actor's approvers, with the way straight to what is to be approved. */
export function mailSubmitted(
  db: Db,
  { number, ...subject }: Subject & { number: number },
  { now, personId }: Happened,
): void {
  const content = { kind: "submitted", ...ofActor(db, subject) } as const;
  const approvers = readDirectory(db, now).of("approver", subject.actorId);
  queueMail(db, approvers, content, { occasion: String(number), now, except: personId });
}

/** To the actor's coordinators. */
export function mailSentBack(
  db: Db,
  { number, ...subject }: Subject & { number: number },
  { now, personId }: Happened,
): void {
  const lastDay = findRound(db, subject.year)?.closingDay ?? "";
  const content = { kind: "sent_back", ...ofActor(db, subject), lastDay } as const;
  const coordinators = readDirectory(db, now).of("coordinator", subject.actorId);
  queueMail(db, coordinators, content, { occasion: String(number), now, except: personId });
}

/** To the actor's coordinators. */
export function mailApproved(
  db: Db,
  { number, isOnPaper, ...subject }: Subject & { number: number; isOnPaper: boolean },
  { now, personId }: Happened,
): void {
  const content = { kind: "approved", ...ofActor(db, subject), isOnPaper } as const;
  const coordinators = readDirectory(db, now).of("coordinator", subject.actorId);
  queueMail(db, coordinators, content, { occasion: String(number), now, except: personId });
}

/** To the actor's coordinators: that they may change their answers again, and until when. */
export function mailReopened(
  db: Db,
  { lastDay, ...subject }: Subject & { lastDay: string },
  { now, personId }: Happened,
): void {
  const content = { kind: "reopened", ...ofActor(db, subject), lastDay } as const;
  const coordinators = readDirectory(db, now).of("coordinator", subject.actorId);
  queueMail(db, coordinators, content, { occasion: now.toISOString(), now, except: personId });
}

type Invited = {
  personId: string;
  name: string;
  /** Null for a new link to someone who already has a role. */
  role: Role | null;
  actorId: string | null;
  /** Of the link to choose a password with; null for someone who has one. */
  token: string | null;
  /** The last whole day on which the link works, YYYY-MM-DD in Stockholm. */
  lastDay: string;
};

/** To somebody who has got a role, or a new link. A later link makes the earlier one useless, and its message with it. */
export function mailInvitation(
  db: Db,
  { personId, name, role, actorId, token, lastDay }: Invited,
  { now }: Happened,
): void {
  const actorName = actorId === null ? null : (findActor(db, actorId)?.name ?? null);
  const content = { kind: "invitation", role, actorName, hasLink: token !== null, lastDay } as const;
  queueMail(db, [{ personId, name, role }], content, {
    occasion: `${now.toISOString()} ${role} ${actorId}`,
    now,
    token,
  });
}

type Delegated = Subject & { personId: string; name: string; capabilities: string[]; lastDay: string };

/** To the contributor who has been given base capabilities (by name) to answer: one message for all of one act. */
export function mailDelegated(
  db: Db,
  { personId, name, capabilities, lastDay, ...subject }: Delegated,
  { now }: Happened,
): void {
  const content = { kind: "delegated", ...ofActor(db, subject), lastDay, capabilities } as const;
  queueMail(db, [{ personId, name, role: "contributor" }], content, { occasion: now.toISOString(), now });
}
