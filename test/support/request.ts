import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { startSession } from "#auth/session.ts";
import type { Db } from "#db/client.server.ts";
import { insertMembership, insertPerson } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { readSettings, type Settings } from "../../app/settings.ts";

/** The clock of the tests, unless they give another: noon in Stockholm, 2 March 2026. */
export const testNow = new Date("2026-03-02T11:00:00.000Z");

export function testSettings(environment: Record<string, string> = {}): Settings {
  const result = readSettings(environment);
  if (!result.ok) throw new Error(result.sentences.join(" "));
  return result.settings;
}

type SignedInOptions = { role: Role; actorId?: string | null; now?: Date };

/** Adds a person with one membership, without password, and signs it in: ids, and the Cookie header's value. */
export function signedIn(db: Db, { role, actorId = null, now = testNow }: SignedInOptions) {
  const personId = randomUUID();
  const membershipId = randomUUID();
  const at = now.toISOString();
  insertPerson(db, {
    id: personId,
    email: `${personId}@example.se`,
    name: `Person ${role}`,
    passwordHash: null,
    createdAt: at,
  });
  insertMembership(db, { id: membershipId, personId, role, actorId, validFrom: at, validUntil: null });
  const cookie = startSession(db, { personId }, { now, settings: testSettings() })?.split(";")[0] ?? "";
  return { personId, membershipId, cookie };
}

type RequestOptions = {
  cookie?: string;
  params?: Record<string, string>;
  /** Fields of a form; makes the request a POST. A list repeats the name. */
  form?: Record<string, string | string[]>;
  now?: Date;
  settings?: Settings;
};

/** The arguments of a loader or action, as the server would give them. */
export function routeArgs(db: Db, path: string, options: RequestOptions = {}): ActionFunctionArgs {
  const { cookie, params = {}, form, now = testNow, settings = testSettings() } = options;
  const headers = new Headers(cookie ? { cookie } : {});
  const body =
    form &&
    new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((text) => [name, text])));
  const request = new Request(`http://localhost:3000${path}`, { method: form ? "POST" : "GET", headers, body });
  return { request, params, context: { db, now: () => now, settings, nonce: "test" } };
}

/** What a loader or action answers, thrown responses included. */
export async function outcomeOf<T>(run: () => T | Promise<T>): Promise<T | Response> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
