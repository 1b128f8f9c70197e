import type { Db } from "#db/client.server.ts";
import { listMemberships } from "#db/queries/people.ts";

/**
 * The actors whose answers a person knows as its own at `now`: those of all its roles, whichever it is signed in as. What it may be
 * told of the others is judged by them all, as it could put together what each of them is told.
 */
export function ownActors(db: Db, personId: string, now: Date): ReadonlySet<string> {
  return new Set(listMemberships(db, now.toISOString(), personId).flatMap(({ actorId }) => actorId ?? []));
}
