import { createOneTimeLink, lastLinkDay } from "#auth/one-time-link.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { findPerson } from "#db/queries/people.ts";
import { mailInvitation } from "#mail/events.ts";

export type RenewLinkResult = { ok: true; name: string; token: string } | { ok: false; problem: "person_unknown" };

/** A new one-time link for a person, to choose a (new) password with; earlier unused ones stop working. */
export function renewLink(db: Db, { personId }: { personId: string }, { now }: { now: Date }): RenewLinkResult {
  return inTransaction(db, (tx): RenewLinkResult => {
    const person = findPerson(tx, personId);
    if (!person) return { ok: false, problem: "person_unknown" };
    const { name } = person;
    const token = createOneTimeLink(tx, { purpose: "invitation", personId }, now);
    mailInvitation(tx, { personId, name, role: null, actorId: null, token, lastDay: lastLinkDay(now) }, { now });
    return { ok: true, name, token };
  });
}
