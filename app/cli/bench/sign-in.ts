import { startSession } from "#auth/session.ts";
import type { Db } from "#db/client.server.ts";
import { insertMembership, insertPerson } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import type { Settings } from "../../settings.ts";

/** Adds somebody with one membership and signs them in: the Cookie header's value. */
export function signIn(db: Db, { role, actorId }: { role: Role; actorId: string | null }, settings: Settings): string {
  const now = new Date();
  const at = now.toISOString();
  const person = { id: role, email: `${role}@example.se`, name: role, passwordHash: null, createdAt: at };
  insertPerson(db, person);
  insertMembership(db, { id: role, personId: role, role, actorId, validFrom: at, validUntil: null });
  return startSession(db, { personId: role }, { now, settings })?.split(";")[0] ?? "";
}
