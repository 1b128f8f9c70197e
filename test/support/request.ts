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

type WithInit = { data: unknown; init: ResponseInit | null };
type FormOf<T> = T extends { data: infer Form; init: unknown } ? Form : T;

/** What an action answers, a refused form as its page gets it. Throws where a form came back as if all were well. */
export async function formOutcomeOf<T>(run: () => T | Promise<T>): Promise<FormOf<T> | Response> {
  const outcome: unknown = await outcomeOf<unknown>(run);
  const hasInit = typeof outcome === "object" && outcome !== null && "init" in outcome;
  const answer = (hasInit ? (outcome as WithInit).data : outcome) as { ok?: boolean };
  if (!(outcome instanceof Response) && answer.ok === false && statusOf(outcome) !== 422)
    throw new Error("A refused form came back without status 422.");
  return answer as FormOf<T> | Response;
}

/** The status that a loader's or action's answer leaves with. */
export function statusOf(outcome: unknown): number {
  if (outcome instanceof Response) return outcome.status;
  return (outcome as Partial<WithInit> | null)?.init?.status ?? 200;
}
