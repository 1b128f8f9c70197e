import type { Db } from "#db/client.server.ts";
import { isDemo } from "#db/queries/meta.ts";
import { listMemberships } from "#db/queries/people.ts";
import { startSession } from "./session.ts";

type Settings = { secureCookies: boolean; sessionHours: number; loopback: boolean };

/**
 * A session without a password, as the Set-Cookie value: only on a database marked as demo, which holds nothing real,
 * and only where nobody but this machine reaches the server. Otherwise, or without such a membership, undefined.
 */
export function startDemoSession(
  db: Db,
  membershipId: string,
  { now, settings }: { now: Date; settings: Settings },
): string | undefined {
  if (!settings.loopback || !isDemo(db)) return undefined;
  const membership = listMemberships(db, now.toISOString()).find((each) => each.membershipId === membershipId);
  return membership && startSession(db, membership, { now, settings });
}
