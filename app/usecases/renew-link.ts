import { createOneTimeLink, lastLinkDay } from "#auth/one-time-link.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { findPerson, listMemberships } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { mayHandOverLink } from "#domain/colleague.ts";
import { mailInvitation } from "#mail/events.ts";

export type RenewLinkResult =
  | { ok: true; name: string; token: string }
  | { ok: false; problem: "person_unknown" | "link_not_yours" };

const office = { role: "office" as const, actorId: null };

/**
 * A new one-time link for a person, to choose a (new) password with; earlier unused ones stop working. `by`: who asks for
 * it, the office if nothing else is said: a coordinator gets one only for those whose every role is at its own actor.
 */
export function renewLink(
  db: Db,
  { personId }: { personId: string },
  { now, by = office }: { now: Date; by?: { role: Role; actorId: string | null } },
): RenewLinkResult {
  return inTransaction(db, (tx): RenewLinkResult => {
    const person = findPerson(tx, personId);
    if (!person) return { ok: false, problem: "person_unknown" };
    const roles = listMemberships(tx, now.toISOString(), personId);
    // Whoever has no role at the actor is nobody there.
    if (by.role !== "office" && !roles.some(({ actorId }) => actorId === by.actorId)) {
      return { ok: false, problem: "person_unknown" };
    }
    if (!mayHandOverLink(by, roles)) return { ok: false, problem: "link_not_yours" };
    const { name } = person;
    const token = createOneTimeLink(
      tx,
      { purpose: "invitation", personId, shownToActor: by.role === "office" ? null : by.actorId },
      now,
    );
    mailInvitation(tx, { personId, name, role: null, actorId: null, token, lastDay: lastLinkDay(now) }, { now });
    return { ok: true, name, token };
  });
}
