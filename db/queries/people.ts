import { and, asc, count, eq, gt, isNull, lte, or } from "drizzle-orm";
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

export function updatePasswordHash(db: Db, personId: string, passwordHash: string): void {
  db.update(person).set({ passwordHash }).where(eq(person.id, personId)).run();
}

export function insertMembership(db: Db, row: Omit<Membership, "lastUsedAt">): void {
  db.insert(membership).values(row).run();
}

/** Ends a membership from `at` on; its sessions stop working at their next request. */
export function updateMembershipEnd(db: Db, id: string, at: string): void {
  db.update(membership).set({ validUntil: at }).where(eq(membership.id, id)).run();
}

/** The memberships that hold at `at` (UTC ISO), with person and actor, by name. */
export function listMemberships(db: Db, at: string, personId?: string): PersonMembership[] {
  const holds = and(lte(membership.validFrom, at), or(isNull(membership.validUntil), gt(membership.validUntil, at)));
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
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(actor, eq(actor.id, membership.actorId))
    .where(personId ? and(holds, eq(person.id, personId)) : holds)
    .orderBy(asc(person.name), asc(membership.validFrom))
    .all()
    .map(({ passwordHash, ...row }) => ({ ...row, hasPassword: passwordHash !== null }));
}
