import type { ServerBuild } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createOneTimeLink } from "#auth/one-time-link.ts";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { countPeople } from "#db/queries/people.ts";
import { BODY_LIMIT_BYTES } from "#http/security.ts";
import { testNow, testSettings } from "#test/support/request.ts";
import { type Answer, send, startServer } from "#test/support/server.ts";
import { createApp, listen } from "../../app/server.ts";

const publicOrigin = "https://formagekollen.example.se";
const form = { "content-type": "application/x-www-form-urlencoded" };
const password = "tre ord i följd";
const fields = new URLSearchParams({
  name: "Kanslist",
  email: "kansli@example.se",
  password,
  repeated: password,
}).toString();

let connection: Connection;
let url = "";
let close: () => Promise<void>;
async function start(environment: Record<string, string> = {}) {
  connection = openDatabase(":memory:");
  ({ url, close } = await startServer(connection.db, testSettings(environment)));
}
beforeEach(() => start());
afterEach(async () => {
  await close();
  connection.close();
});

/** Posts the form that makes the first office user. */
function createFirstUser(headers: Record<string, string>): Promise<Answer> {
  const token = createOneTimeLink(connection.db, { purpose: "first_office", personId: null }, testNow);
  return send(`${url}/engangslank/${token}`, { method: "POST", headers: { ...form, ...headers }, body: fields });
}

function nonceOf({ headers }: Answer): string {
  return /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
}

describe("a page", () => {
  test("allows only its own scripts and styles, by a nonce that is new each time", async () => {
    const [first, second] = [await send(`${url}/logga-in`), await send(`${url}/logga-in`)];
    expect(first.status).toBe(200);
    expect(first.headers["content-security-policy"]).toContain("style-src 'self';");
    expect(first.headers["content-security-policy"]).not.toContain("unsafe");
    expect(nonceOf(first)).not.toBe("");
    expect(nonceOf(second)).not.toBe(nonceOf(first));
    const scripts = first.body.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonceOf(first)}"`))).toEqual([]);
  });

  test("is neither framed, cached, sniffed nor kept by an ETag", async () => {
    const { headers } = await send(`${url}/logga-in`);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers.etag).toBeUndefined();
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  test("that does not exist answers 404 in Swedish", async () => {
    const { status, body } = await send(`${url}/finns-inte`);
    expect(status).toBe(404);
    expect(body).toContain("Sidan finns inte");
    expect(body).toContain("Kontrollera adressen");
    expect(body).not.toContain("No route matches");
  });

  test("that takes no form says so in Swedish", async () => {
    const { status, body } = await send(`${url}/finns-inte`, { method: "POST", headers: { ...form, origin: url } });
    expect(status).toBe(405);
    expect(body).toContain("Sidan tar inte emot formulär");
  });

  test("answers HEAD with the same head and no body", async () => {
    const { status, headers, body } = await send(`${url}/logga-in`, { method: "HEAD" });
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toBe("");
  });
});

describe("a request that changes something", () => {
  test("is taken from a page of ours", async () => {
    const { status, headers } = await createFirstUser({ origin: url });
    expect(status).toBe(303);
    expect(headers.location).toBe("/");
    expect(countPeople(connection.db)).toBe(1);
  });

  test.each<[string, Record<string, string>]>([
    ["from another site's page", { origin: "https://example.com" }],
    ["from another port of this machine", { origin: "http://127.0.0.1:1" }],
    ["from a page without origin", { origin: "null" }],
    ["that says it comes from another site", { origin: "http://localhost:3000", "sec-fetch-site": "cross-site" }],
    ["without either header", {}],
  ])("is refused %s", async (_from, headers) => {
    const answer = await createFirstUser(headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("ingenting sparades");
    expect(countPeople(connection.db)).toBe(0);
  });

  test.each(["PUT", "PATCH", "DELETE"])("is refused as %s from another site", async (method) => {
    const { status } = await send(`${url}/logga-in`, { method, headers: { origin: "https://example.com" } });
    expect(status).toBe(403);
  });

  test.each(["TRACE", "PROPFIND"])("is refused as the unknown method %s", async (method) => {
    const { status } = await send(`${url}/logga-in`, { method });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test("is refused over the limit, with a sentence", async () => {
    const body = `email=${"x".repeat(BODY_LIMIT_BYTES)}`;
    const headers = { ...form, origin: url, "content-length": String(body.length) };
    const answer = await send(`${url}/logga-in`, { method: "POST", headers, body });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("korta texten");
  });

  test("is refused when it is a file over the limit, with a sentence of its own", async () => {
    const headers = { origin: url, "content-type": "multipart/form-data; boundary=x", "content-length": "50000000" };
    const body = "x".repeat(50_000_000);
    const answer = await send(`${url}/skattning/2026/haninge/arbetsbok`, { method: "POST", headers, body });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain("högst 5 MB");
  });

  test("is refused when it does not say how long it is", async () => {
    const headers = { ...form, origin: url, "transfer-encoding": "chunked" };
    const { status } = await send(`${url}/logga-in`, { method: "POST", headers, body: "email=a" });
    expect(status).toBe(413);
  });
});

describe("behind a proxy", () => {
  test.each<[string, Record<string, string>]>([
    ["does not pass the browser's Host on", { host: "127.0.0.1:3000" }],
    ["names another host as forwarded", { host: "intern", "x-forwarded-host": "intern" }],
  ])("that %s, forms work all the same", async (_proxy, headers) => {
    await close();
    connection.close();
    await start({ ORIGIN: publicOrigin });
    const { status } = await createFirstUser({ ...headers, origin: publicOrigin });
    expect(status).toBe(303);
  });
});

describe("the session cookie", () => {
  test("stays with this site and out of reach of scripts", async () => {
    const [cookie] = (await createFirstUser({ origin: url })).headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^session=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  });

  test("travels only over HTTPS where the public address is https", async () => {
    await close();
    connection.close();
    await start({ ORIGIN: publicOrigin });
    const { status, headers } = await createFirstUser({ origin: publicOrigin, host: new URL(publicOrigin).host });
    expect(status).toBe(303);
    expect(headers["set-cookie"]?.[0]).toMatch(/^__Host-session=\S+; Path=\/; HttpOnly; SameSite=Lax; .*; Secure$/);
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d+$/);
  });
});

test.each(["text/plain", "application/json", ""])(
  "what is posted as %j is refused, and nothing for the log",
  async (type) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const headers = { origin: url, "content-type": type };
    const { status, body } = await send(`${url}/logga-in`, { method: "POST", headers, body: "{}" });
    const logged = log.mock.calls.length;
    log.mockRestore();
    expect(status).toBe(415);
    expect(body).toContain("inget formulär");
    expect(logged).toBe(0);
  },
);

test.each([
  ["a path that is none", "/%", {}],
  ["a host that is none", "/", { host: "a b" }],
])("%s is the sender's error, and nothing for the log", async (_what, path, headers) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const { status, body } = await send(`${url}${path}`, { headers });
  const logged = log.mock.calls.length;
  log.mockRestore();
  expect(status).toBe(400);
  expect(body).toContain("Adressen går inte att läsa");
  expect(logged).toBe(0);
});

test("an error nobody foresaw tells the reader nothing of itself", async () => {
  // A build without any route cannot answer: whatever then goes wrong is nothing we have words for.
  const build = { assets: { routes: {} }, routes: {} } as unknown as ServerBuild;
  const app = createApp({ db: connection.db, now: () => testNow, settings: testSettings(), build });
  const broken = await listen(app, { host: "127.0.0.1", port: 0 });
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = await send(`${broken.url}/`);
  log.mockRestore();
  broken.server.close();
  expect(answer.status).toBe(500);
  expect(answer.body).not.toMatch(/TypeError|node_modules/);
});
