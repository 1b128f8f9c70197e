import { readOneTimeLink } from "#auth/one-time-link.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import {
  findReminderStop,
  listWaitingMail,
  type Mail,
  updateLostMail,
  updateMail,
  updateSpentTokens,
} from "#db/queries/mail.ts";
import { listMemberships } from "#db/queries/people.ts";
import { findRound } from "#db/queries/rounds.ts";
import { stockholmDay } from "#domain/day.ts";
import { holds } from "#domain/delegation.ts";
import { isReminder, SENDING_LIMIT_MS } from "#domain/mail.ts";
import { roundState } from "#domain/round.ts";
import { listPendingActors } from "./read-pending.ts";
import { readStanding } from "./read-standing.ts";

function hasRole(db: Db, { personId, role, actorId, content }: Mail, now: Date): boolean {
  return listMemberships(db, now.toISOString(), personId).some(
    (one) => role === null || (one.role === role && (content.kind === "invitation" || one.actorId === actorId)),
  );
}

/** Whether what the message asks for is still asked for; true for news, which stay news. */
function isStillAsked(db: Db, { content, occasion, personId }: Mail, now: Date): boolean {
  if (!("actorName" in content) || content.kind === "invitation") return true;
  const round = findRound(db, content.year);
  if (!round) return false;
  if (content.kind === "round_opened") return roundState(round, now) === "open";
  if (content.kind === "delegated") {
    const delegations = listDelegations(db, content, now.toISOString());
    return delegations.some((each) => each.personId === personId && holds(each));
  }
  if (content.kind === "submitted" || content.kind === "sent_back") {
    const standing = readStanding(db, round, content.actorId, now);
    const move = content.kind === "submitted" ? "approve" : "submit";
    return standing.latestNumber === Number(occasion) && standing.may(move);
  }
  if (!isReminder(content.kind) || !("pending" in content)) return true;
  const actor = listPendingActors(db, round, now).find(({ actorId }) => actorId === content.actorId);
  if (content.pending === "capabilities") return actor?.unready.some((one) => one.personId === personId) ?? false;
  return actor?.pending === content.pending;
}

/** Why a message that waits should not be sent any more, in words for the office; undefined where it should. */
export function whyDrop(db: Db, mail: Mail, now: Date): string | undefined {
  if (stockholmDay(now) > mail.lastUsefulDay) return "Det hann bli inaktuellt innan det skickades.";
  if (!hasRole(db, mail, now)) return "Mottagaren har inte längre rollen.";
  if (isReminder(mail.kind) && findReminderStop(db, mail.personId)) return "Mottagaren har stängt av påminnelser.";
  if (mail.token !== null && !readOneTimeLink(db, mail.token, now))
    return "Länken är redan använd eller utbytt mot en ny.";
  return isStillAsked(db, mail, now) ? undefined : "Det som brevet gällde är redan gjort eller gäller inte längre.";
}

/** Takes one message that waits out of the queue, with the reason. */
export function dropOne(db: Db, { id }: Mail, reason: string, now: Date): void {
  updateMail(db, id, ["waiting"], { state: "dropped", doneAt: now.toISOString(), reason, token: null });
}

/**
 * Takes what should not be sent any more out of the queue, calls unclear what a worker that is gone had taken, and forgets
 * the secrets of links that no longer work.
 */
export function tidyMail(db: Db, now: Date): void {
  inTransaction(db, (tx) => {
    for (const mail of listWaitingMail(tx)) {
      const reason = whyDrop(tx, mail, now);
      if (reason) dropOne(tx, mail, reason, now);
    }
    const lostBefore = new Date(now.getTime() - SENDING_LIMIT_MS).toISOString();
    updateLostMail(tx, lostBefore, "Servern stannade medan brevet skickades.");
    updateSpentTokens(tx, stockholmDay(now));
  });
}
