import type { Db } from "#db/client.server.ts";
import { listMemberships } from "#db/queries/people.ts";

/**
 * What a person reads at `now` in all its roles, whichever it is signed in as: `own`, the actors whose answers it knows as its own,
 * and whether it reads what the council does. What it may be told of others is judged by them all, as it could put together what
 * each of them is told.
 */
export function ownReading(db: Db, personId: string, now: Date): { own: ReadonlySet<string>; isCouncil: boolean } {
  const memberships = listMemberships(db, now.toISOString(), personId);
  return {
    own: new Set(memberships.flatMap(({ actorId }) => actorId ?? [])),
    isCouncil: memberships.some(({ role }) => role === "council"),
  };
}

/** The actors of `ownReading` alone, for what the council never reads. */
export function ownActors(db: Db, personId: string, now: Date): ReadonlySet<string> {
  return ownReading(db, personId, now).own;
}
