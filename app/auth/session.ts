import { type Db, inTransaction } from "#db/client.server.ts";
import { findPreferredMembership, listMemberships, updateMembershipUsed } from "#db/queries/people.ts";
import {
  deleteExpiredSessions,
  deleteSession,
  findSession,
  findSignedIn,
  insertSession,
  type SignedIn,
} from "#db/queries/sessions.ts";
import { hashToken, newToken } from "./token.ts";

type CookieSettings = { secureCookies: boolean; sessionHours: number };

const HOUR_MS = 3_600_000;

// The __Host- prefix makes the browser refuse the cookie without Secure, or from another host of the same domain.
function cookieName({ secureCookies }: CookieSettings): string {
  return secureCookies ? "__Host-session" : "session";
}

/** The Set-Cookie value that carries `token`; an empty token with no lifetime removes the cookie. */
function cookie(settings: CookieSettings, token: string, maxAgeSeconds: number): string {
  const secure = settings.secureCookies ? "; Secure" : "";
  return `${cookieName(settings)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

function tokenIn(request: Request, settings: CookieSettings): string | undefined {
  const cookies = request.headers.get("cookie")?.split(/;\s*/) ?? [];
  const prefix = `${cookieName(settings)}=`;
  return cookies.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
}

/**
 * Starts a session for a person in one of its memberships (the one asked for, else the one used last, else its oldest) and
 * returns the Set-Cookie value; undefined where the person has no membership that holds now.
 */
export function startSession(
  db: Db,
  person: { personId: string; membershipId?: string },
  { now, settings }: { now: Date; settings: CookieSettings },
): string | undefined {
  const at = now.toISOString();
  const { personId } = person;
  const asked = listMemberships(db, at, personId).find((each) => each.membershipId === person.membershipId);
  const membershipId = asked?.membershipId ?? findPreferredMembership(db, at, personId)?.id;
  if (membershipId === undefined) return undefined;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + settings.sessionHours * HOUR_MS).toISOString();
  inTransaction(db, (tx) => {
    deleteExpiredSessions(tx, at);
    insertSession(tx, { tokenHash: hashToken(token), personId, membershipId, createdAt: at, expiresAt });
    updateMembershipUsed(tx, membershipId, at);
  });
  return cookie(settings, token, settings.sessionHours * (HOUR_MS / 1000));
}

/**
 * Goes on in the request's session as another of the person's own memberships, under a new token, and returns the
 * Set-Cookie value; undefined where the session or such a membership does not hold. The session lasts no longer for it.
 */
export function switchSession(
  db: Db,
  request: Request,
  membershipId: string,
  { now, settings }: { now: Date; settings: CookieSettings },
): string | undefined {
  const at = now.toISOString();
  const oldToken = hashToken(tokenIn(request, settings) ?? "");
  const token = newToken();
  return inTransaction(db, (tx) => {
    const session = findSession(tx, oldToken, at);
    if (!session) return undefined;
    const isOwn = listMemberships(tx, at, session.personId).some((each) => each.membershipId === membershipId);
    if (!isOwn) return undefined;
    deleteSession(tx, oldToken);
    insertSession(tx, { ...session, tokenHash: hashToken(token), membershipId });
    updateMembershipUsed(tx, membershipId, at);
    return cookie(settings, token, Math.floor((Date.parse(session.expiresAt) - now.getTime()) / 1000));
  });
}

/** Who the request's session belongs to; undefined without a session that holds at `now`. */
export function readSession(
  db: Db,
  request: Request,
  { now, settings }: { now: Date; settings: CookieSettings },
): SignedIn | undefined {
  const token = tokenIn(request, settings);
  return token ? findSignedIn(db, hashToken(token), now.toISOString()) : undefined;
}

/** Ends the request's session, if any, and returns the Set-Cookie value that removes its cookie. */
export function endSession(db: Db, request: Request, settings: CookieSettings): string {
  const token = tokenIn(request, settings);
  if (token) deleteSession(db, hashToken(token));
  return cookie(settings, "", 0);
}
