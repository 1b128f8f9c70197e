import { and, desc, eq, gt, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { type Db, tables } from "../client.server.ts";
import { holdsAt, preferredFirst, type Role } from "./people.ts";

const { actor, membership, oneTimeLink, person, session } = tables;

/** Who is signed in, as which membership. */
export type SignedIn = {
  personId: string;
  name: string;
  email: string;
  membershipId: string;
  role: Role;
  actorId: string | null;
  actorName: string | null;
};
export type OneTimeLink = typeof oneTimeLink.$inferSelect;

export function insertSession(db: Db, row: typeof session.$inferSelect): void {
  db.insert(session).values(row).run();
}

/** A session that has not ended at `at` (UTC ISO). */
export function findSession(db: Db, tokenHash: string, at: string): typeof session.$inferSelect | undefined {
  return db
    .select()
    .from(session)
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, at)))
    .get();
}

/**
 * The session's person and membership at `at` (UTC ISO). Where the membership has ended, the person goes on as another of
 * its own, in the order of a sign-in; undefined where it has none, or the session has ended.
 */
export function findSignedIn(db: Db, tokenHash: string, at: string): SignedIn | undefined {
  return db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      membershipId: membership.id,
      role: membership.role,
      actorId: membership.actorId,
      actorName: actor.name,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .innerJoin(membership, eq(membership.personId, session.personId))
    .leftJoin(actor, eq(actor.id, membership.actorId))
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, at), holdsAt(at)))
    .orderBy(desc(sql`${membership.id} = ${session.membershipId}`), ...preferredFirst)
    .limit(1)
    .get();
}

export function deleteSession(db: Db, tokenHash: string): void {
  db.delete(session).where(eq(session.tokenHash, tokenHash)).run();
}

/** Signs a person out everywhere. */
export function deleteSessionsOf(db: Db, personId: string): void {
  db.delete(session).where(eq(session.personId, personId)).run();
}

export function deleteExpiredSessions(db: Db, at: string): void {
  db.delete(session).where(lt(session.expiresAt, at)).run();
}

export function insertOneTimeLink(db: Db, row: OneTimeLink): void {
  db.insert(oneTimeLink).values(row).run();
}

/** The link, if it is neither used nor expired at `at` (UTC ISO). */
export function findOneTimeLink(db: Db, tokenHash: string, at: string): OneTimeLink | undefined {
  return db
    .select()
    .from(oneTimeLink)
    .where(and(eq(oneTimeLink.tokenHash, tokenHash), isNull(oneTimeLink.usedAt), gt(oneTimeLink.expiresAt, at)))
    .get();
}

export function updateOneTimeLinkUsed(db: Db, tokenHash: string, at: string): void {
  db.update(oneTimeLink).set({ usedAt: at }).where(eq(oneTimeLink.tokenHash, tokenHash)).run();
}

/** The actor whose coordinator was shown the link that a person's password was last chosen with; null: none was. */
export function findPasswordShownTo(db: Db, personId: string): string | null {
  const latest = db
    .select({ shownToActor: oneTimeLink.shownToActor })
    .from(oneTimeLink)
    .where(and(eq(oneTimeLink.personId, personId), isNotNull(oneTimeLink.usedAt)))
    .orderBy(desc(oneTimeLink.usedAt))
    .limit(1)
    .get();
  return latest?.shownToActor ?? null;
}

/** Makes a person's unused links useless, so that only the newest works. */
export function deleteUnusedLinks(db: Db, purpose: OneTimeLink["purpose"], personId: string | null): void {
  const owner = personId === null ? isNull(oneTimeLink.personId) : eq(oneTimeLink.personId, personId);
  db.delete(oneTimeLink)
    .where(and(eq(oneTimeLink.purpose, purpose), owner, isNull(oneTimeLink.usedAt)))
    .run();
}

/** Makes the unused links of a person useless that the coordinator of another actor than this one (null: of any) was shown. */
export function deleteLinksShownElsewhere(db: Db, personId: string, actorId: string | null): void {
  const elsewhere = actorId === null ? isNotNull(oneTimeLink.shownToActor) : ne(oneTimeLink.shownToActor, actorId);
  db.delete(oneTimeLink)
    .where(and(eq(oneTimeLink.personId, personId), isNull(oneTimeLink.usedAt), elsewhere))
    .run();
}
