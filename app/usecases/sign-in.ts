import { passwordFits } from "#auth/password.ts";
import { startSession } from "#auth/session.ts";
import type { SignInLimit } from "#auth/sign-in-limit.ts";
import type { Db } from "#db/client.server.ts";
import { findPersonByEmail } from "#db/queries/people.ts";

type Circumstances = { now: Date; settings: { secureCookies: boolean; sessionHours: number }; limit: SignInLimit };
export type SignInResult =
  | { ok: true; cookie: string }
  | { ok: false; problem: "wrong" | "too_many" | "no_membership" };

/** Signs a person in with e-mail and password: the session's Set-Cookie value, or why not. */
export async function signIn(
  db: Db,
  given: { email: string; password: string },
  { now, settings, limit }: Circumstances,
): Promise<SignInResult> {
  const email = given.email.trim().toLowerCase();
  if (limit.isReached(email, now)) return { ok: false, problem: "too_many" };
  // Counted before the wait for the password, so that many attempts at once are as many.
  limit.fail(email, now);
  const person = findPersonByEmail(db, email);
  if (!(await passwordFits(person?.passwordHash, given.password)) || !person) return { ok: false, problem: "wrong" };
  limit.succeed(email);
  const cookie = startSession(db, { personId: person.id }, { now, settings });
  return cookie ? { ok: true, cookie } : { ok: false, problem: "no_membership" };
}
