import { and, asc, count, desc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";

const { actor, membership, person } = tables;

export type Person = typeof person.$inferSelect;
export type Membership = typeof membership.$inferSelect;
export type Role = Membership["role"];
/** A person with one membership; a person with several has several. */
export type PersonMembership = {
  personId: string;
  name: string;
  email: string;
  hasPassword: boolean;
  membershipId: string;
  role: Role;
  actorId: string | null;
  actorName: string | null;
  /** Set on a membership that has been given an end that has not come yet. */
  validUntil: string | null;
};

export function findPerson(db: Db, id: string): Person | undefined {
  return db.select().from(person).where(eq(person.id, id)).get();
}

/** @param email lower case, trimmed */
export function findPersonByEmail(db: Db, email: string): Person | undefined {
  return db.select().from(person).where(eq(person.email, email)).get();
}

export function countPeople(db: Db): number {
  return db.select({ n: count() }).from(person).get()?.n ?? 0;
}

export function insertPerson(db: Db, row: Person): void {
  db.insert(person).values(row).run();
}

/** `passwordHash` null: the person must choose a password by a link. */
export function updatePasswordHash(db: Db, personId: string, passwordHash: string | null): void {
  db.update(person).set({ passwordHash }).where(eq(person.id, personId)).run();
}

export function insertMembership(db: Db, row: Omit<Membership, "lastUsedAt">): void {
  db.insert(membership).values(row).run();
}

/** Notes that somebody signed in as the membership, or switched to it, at `at` (UTC ISO). */
export function updateMembershipUsed(db: Db, id: string, at: string): void {
  db.update(membership).set({ lastUsedAt: at }).where(eq(membership.id, id)).run();
}

/** Ends a membership from `at` on; its sessions stop working at their next request. */
export function updateMembershipEnd(db: Db, id: string, at: string): void {
  db.update(membership).set({ validUntil: at }).where(eq(membership.id, id)).run();
}

const endOf = (at: string) => sql<string>`max(${membership.validFrom}, ${at})`;

/** Ends every membership at an actor from `at` (UTC ISO) on, also those that begin later, which then never hold. Returns how many. */
export function endMembershipsAt(db: Db, actorId: string, at: string): number {
  const isLater = or(isNull(membership.validUntil), gt(membership.validUntil, endOf(at)));
  const rows = db
    .update(membership)
    .set({ validUntil: endOf(at) })
    .where(and(eq(membership.actorId, actorId), isLater))
    .run();
  return rows.changes;
}

/** Takes back what `endMembershipsAt` ended, but for what a person has been given anew since. Returns how many. */
export function restoreMembershipsAt(db: Db, actorId: string, at: string): number {
  const isAnew = sql`EXISTS (SELECT 1 FROM membership anew WHERE anew.person_id = membership.person_id
    AND anew.actor_id = membership.actor_id AND anew.role = membership.role AND anew.valid_until IS NULL)`;
  const rows = db
    .update(membership)
    .set({ validUntil: null })
    .where(and(eq(membership.actorId, actorId), eq(membership.validUntil, endOf(at)), sql`NOT ${isAnew}`))
    .run();
  return rows.changes;
}

/** The membership that a person is met as where none is asked for: the one used last, else the oldest. */
export const preferredFirst = [desc(membership.lastUsedAt), asc(membership.validFrom), asc(membership.id)];

/** The condition that a membership holds at `at` (UTC ISO). */
export function holdsAt(at: string) {
  return and(lte(membership.validFrom, at), or(isNull(membership.validUntil), gt(membership.validUntil, at)));
}

function listHolding(db: Db, condition: SQL | undefined): PersonMembership[] {
  return db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      passwordHash: person.passwordHash,
      membershipId: membership.id,
      role: membership.role,
      actorId: membership.actorId,
      actorName: actor.name,
      validUntil: membership.validUntil,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(actor, eq(actor.id, membership.actorId))
    .where(condition)
    .orderBy(asc(person.name), asc(membership.validFrom))
    .all()
    .map(({ passwordHash, ...row }) => ({ ...row, hasPassword: passwordHash !== null }));
}

/** The memberships that hold at `at` (UTC ISO), with person and actor, by name. */
export function listMemberships(db: Db, at: string, personId?: string): PersonMembership[] {
  return listHolding(db, personId ? and(holdsAt(at), eq(person.id, personId)) : holdsAt(at));
}

/** The membership that a person signs in as at `at` (UTC ISO); undefined where it has none. */
export function findPreferredMembership(db: Db, at: string, personId: string): Membership | undefined {
  return db
    .select()
    .from(membership)
    .where(and(holdsAt(at), eq(membership.personId, personId)))
    .orderBy(...preferredFirst)
    .limit(1)
    .get();
}

/** The memberships at an actor that hold at `at` (UTC ISO), by name. */
export function listColleagues(db: Db, at: string, actorId: string): PersonMembership[] {
  return listHolding(db, and(holdsAt(at), eq(membership.actorId, actorId)));
}
