import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { insertMail, listReminderStops } from "#db/queries/mail.ts";
import { listMemberships, type PersonMembership } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { isReminder, lastUsefulDay } from "#domain/mail.ts";
import type { MailContent } from "#domain/mail-content.ts";

/** Somebody to write to, and the role it is for. */
export type Recipient = { personId: string; name: string; role: Role | null };

/** Who holds which role now, to choose recipients from: `of("coordinator", "haninge-kommun")`. One query for them all. */
export type Directory = { of: (role: Role, actorId: string | null) => Recipient[] };

export function readDirectory(db: Db, now: Date): Directory {
  const byPlace = new Map<string, PersonMembership[]>();
  const placeOf = (role: Role, actorId: string | null) => `${role}/${actorId ?? ""}`;
  for (const membership of listMemberships(db, now.toISOString())) {
    const place = placeOf(membership.role, membership.actorId);
    byPlace.set(place, [...(byPlace.get(place) ?? []), membership]);
  }
  return {
    of: (role, actorId) =>
      (byPlace.get(placeOf(role, actorId)) ?? []).map(({ personId, name }) => ({ personId, name, role })),
  };
}

/** `occasion`: what of its kind it tells of. `except`: whoever made it happen, and knows. `token`: of an invitation's link. */
type Options = { occasion: string; now: Date; except?: string; token?: string | null };

/**
 * Queues a message to each, inside the transaction of what it tells of. Returns those it now goes to: not those who have
 * already got the same one, nor, for a reminder, those who have turned reminders off.
 */
export function queueMail(db: Db, recipients: Recipient[], content: MailContent, options: Options): Recipient[] {
  const { occasion, now, except, token = null } = options;
  const at = now.toISOString();
  const stopped = isReminder(content.kind) ? listReminderStops(db) : new Set<string>();
  const row = {
    kind: content.kind,
    year: "year" in content ? content.year : null,
    actorId: "actorId" in content ? content.actorId : null,
    occasion,
    content,
    token,
    createdAt: at,
    lastUsefulDay: lastUsefulDay(content, now),
    state: "waiting" as const,
    attempts: 0,
    nextAttemptAt: at,
    claimedAt: null,
    doneAt: null,
    doneBy: null,
    reason: null,
    sentSubject: null,
    sentText: null,
  };
  return recipients
    .filter(({ personId }) => personId !== except && !stopped.has(personId))
    .filter(({ personId, role }) => insertMail(db, { ...row, id: randomUUID(), personId, role }));
}
