import type { Db } from "#db/client.server.ts";
import {
  deleteUnusedLinks,
  findOneTimeLink,
  insertOneTimeLink,
  type OneTimeLink,
  updateOneTimeLinkUsed,
} from "#db/queries/sessions.ts";
import { DAY_MS, daysAfter, stockholmDay } from "#domain/day.ts";
import { hashToken, newToken } from "./token.ts";

const LINK_DAYS = 7;

/** Until when a link that is made now works, UTC. */
export function linkExpiry(now: Date): string {
  return new Date(now.getTime() + LINK_DAYS * DAY_MS).toISOString();
}

/** `shownToActor`: the actor whose coordinator gets to see the link; null: none does. */
type For =
  | { purpose: "first_office"; personId: null }
  | { purpose: "invitation"; personId: string; shownToActor: string | null };

/**
 * Makes a link that works once, within seven days, and makes earlier unused links for the same purpose and person
 * useless. Returns the token for `/engangslank/<token>`; only its hash is kept, so it can be shown just now.
 */
export function createOneTimeLink(db: Db, given: For, now: Date): string {
  const { purpose, personId } = given;
  const token = newToken();
  deleteUnusedLinks(db, purpose, personId);
  insertOneTimeLink(db, {
    tokenHash: hashToken(token),
    purpose,
    personId,
    createdAt: now.toISOString(),
    expiresAt: linkExpiry(now),
    usedAt: null,
    shownToActor: given.purpose === "invitation" ? given.shownToActor : null,
  });
  return token;
}

/** The last day in Stockholm that a link made now works to the end of, YYYY-MM-DD. */
export function lastLinkDay(now: Date): string {
  return daysAfter(stockholmDay(now), LINK_DAYS - 1);
}

/** The link behind a token, if it still works. */
export function readOneTimeLink(db: Db, token: string, now: Date): OneTimeLink | undefined {
  return findOneTimeLink(db, hashToken(token), now.toISOString());
}

/** Marks the link as used: it never works again. */
export function spendOneTimeLink(db: Db, token: string, now: Date): void {
  updateOneTimeLinkUsed(db, hashToken(token), now.toISOString());
}
