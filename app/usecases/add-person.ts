import { randomUUID } from "node:crypto";
import { emailPattern } from "#auth/email.ts";
import { createOneTimeLink, lastLinkDay } from "#auth/one-time-link.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import {
  findPersonByEmail,
  insertMembership,
  insertPerson,
  listMemberships,
  type Person,
  type Role,
  updatePasswordHash,
} from "#db/queries/people.ts";
import { deleteLinksShownElsewhere, deleteSessionsOf, findPasswordShownTo } from "#db/queries/sessions.ts";
import { isActorRole } from "#domain/access.ts";
import { keepsPassword, mayHandOverLink } from "#domain/colleague.ts";
import { mailInvitation } from "#mail/events.ts";

const office = { role: "office" as const, actorId: null };
type AddPersonBy = { now: Date; by?: { role: Role; actorId: string | null } };
type Input = { name: string; email: string; role: Role; actorId: string | null };
export type AddPersonProblem =
  | "name_missing"
  | "email_invalid"
  | "actor_missing"
  | "actor_not_allowed"
  | "actor_unknown"
  | "already_member";
/**
 * `token`: for `/engangslank/<token>`, to hand over; null for someone who already has a password, or whose link is not for
 * the one who adds it.
 */
export type AddPersonResult =
  | { ok: true; personId: string; name: string; isNew: boolean; hasPassword: boolean; token: string | null }
  | { ok: false; problem: AddPersonProblem };

/**
 * Gives a person a membership. An e-mail address that is known gets a further one, and its person keeps the name it
 * has; an unknown one becomes a new person. A password that another actor's coordinator may know is to be chosen anew,
 * and an unused link that it was shown stops working. `by`: who adds it, the office if nothing else is said: a coordinator gets
 * no link for somebody who has a role elsewhere too; the person itself does, in the letter.
 */
export function addPerson(db: Db, input: Input, { now, by = office }: AddPersonBy): AddPersonResult {
  const name = input.name.trim();
  const email = input.email.trim().toLowerCase();
  if (name === "") return { ok: false, problem: "name_missing" };
  if (!emailPattern.test(email)) return { ok: false, problem: "email_invalid" };
  return inTransaction(db, (tx): AddPersonResult => {
    const problem = actorProblem(tx, input);
    if (problem) return { ok: false, problem };
    const known = findPersonByEmail(tx, email);
    if (known && isMember(tx, known.id, input, now)) return { ok: false, problem: "already_member" };
    const roles = known ? listMemberships(tx, now.toISOString(), known.id) : [];
    const mayHandOver = mayHandOverLink(by, roles);
    const person = known ?? insertNewPerson(tx, { name, email }, now);
    insertMembership(tx, {
      id: randomUUID(),
      personId: person.id,
      role: input.role,
      actorId: input.actorId,
      validFrom: now.toISOString(),
      validUntil: null,
    });
    const hasPassword =
      person.passwordHash !== null && keepsPassword(findPasswordShownTo(tx, person.id), input.actorId);
    if (person.passwordHash !== null && !hasPassword) forgetPassword(tx, person.id);
    // Whoever was handed an earlier link must not get this role with it. A new link would make it useless, but there is not always one.
    deleteLinksShownElsewhere(tx, person.id, input.actorId);
    const shownToActor = mayHandOver && by.role !== "office" ? by.actorId : null;
    const token = hasPassword
      ? null
      : createOneTimeLink(tx, { purpose: "invitation", personId: person.id, shownToActor }, now);
    const { role, actorId } = input;
    mailInvitation(
      tx,
      { personId: person.id, name: person.name, role, actorId, token, lastDay: lastLinkDay(now) },
      { now },
    );
    const added = { personId: person.id, name: person.name, isNew: !known, hasPassword };
    return { ok: true, ...added, token: mayHandOver ? token : null };
  });
}

/** Whoever knew the password is out, and learns nothing of the new role. */
function forgetPassword(db: Db, personId: string): void {
  updatePasswordHash(db, personId, null);
  deleteSessionsOf(db, personId);
}

function actorProblem(db: Db, { role, actorId }: Input): AddPersonProblem | undefined {
  if (!isActorRole(role)) return actorId === null ? undefined : "actor_not_allowed";
  if (actorId === null) return "actor_missing";
  return findActor(db, actorId) ? undefined : "actor_unknown";
}

function isMember(db: Db, personId: string, { role, actorId }: Input, now: Date): boolean {
  return listMemberships(db, now.toISOString(), personId).some(
    (membership) => membership.role === role && membership.actorId === actorId,
  );
}

function insertNewPerson(db: Db, given: { name: string; email: string }, now: Date): Person {
  const person = { ...given, id: randomUUID(), passwordHash: null, createdAt: now.toISOString() };
  insertPerson(db, person);
  return person;
}
