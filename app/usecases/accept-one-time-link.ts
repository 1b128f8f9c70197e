import { randomUUID } from "node:crypto";
import { readOneTimeLink, spendOneTimeLink } from "#auth/one-time-link.ts";
import { hashPassword } from "#auth/password.ts";
import { startSession } from "#auth/session.ts";
import { type Db, inTransaction } from "#db/client.server.ts";
import { findPersonByEmail, insertMembership, insertPerson, updatePasswordHash } from "#db/queries/people.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";

type Given = { token: string; password: string /** Only for the first office user. */; name?: string; email?: string };
type Circumstances = { now: Date; settings: { secureCookies: boolean; sessionHours: number } };
export type AcceptLinkResult =
  | { ok: true; cookie: string | undefined }
  | { ok: false; problem: "gone" | "email_taken" | "name_missing" };

function insertFirstOffice(db: Db, { name, email }: { name: string; email: string }, now: Date): string {
  const personId = randomUUID();
  const at = now.toISOString();
  insertPerson(db, { id: personId, name, email, passwordHash: null, createdAt: at });
  insertMembership(db, { id: randomUUID(), personId, role: "office", actorId: null, validFrom: at, validUntil: null });
  return personId;
}

/**
 * Uses a one-time link up: makes the first office user, or sets the invited person's password, and signs it in.
 * `gone` where the link is unknown, used or too old; nothing is stored unless all of it is.
 */
export async function acceptOneTimeLink(
  db: Db,
  given: Given,
  { now, settings }: Circumstances,
): Promise<AcceptLinkResult> {
  // Before the hashing, which takes its time: a made-up address must cost nothing.
  if (!readOneTimeLink(db, given.token, now)) return { ok: false, problem: "gone" };
  const passwordHash = await hashPassword(given.password);
  const name = given.name?.trim();
  const email = given.email?.trim().toLowerCase();
  return inTransaction(db, (tx): AcceptLinkResult => {
    const link = readOneTimeLink(tx, given.token, now);
    if (!link) return { ok: false, problem: "gone" };
    let personId = link.personId;
    if (personId === null) {
      if (!name || !email) return { ok: false, problem: "name_missing" };
      if (findPersonByEmail(tx, email)) return { ok: false, problem: "email_taken" };
      personId = insertFirstOffice(tx, { name, email }, now);
    }
    spendOneTimeLink(tx, given.token, now);
    updatePasswordHash(tx, personId, passwordHash);
    // Whoever knew the old password is out.
    deleteSessionsOf(tx, personId);
    return { ok: true, cookie: startSession(tx, { personId }, { now, settings }) };
  });
}
