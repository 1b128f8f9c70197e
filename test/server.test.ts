import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { createApp, listen } from "../app/server.ts";
import { readSettings } from "../app/settings.ts";

// What is refused before any page is asked needs no build; a page then fails, which is the last case here.
const emptyBuild = {
  assets: { routes: { root: { css: ["/assets/root.css"] } } },
  routes: {},
} as unknown as ServerBuild;
const connection = openDatabase(":memory:");
let server: Server;
let url: string;

beforeAll(async () => {
  const result = readSettings({ ORIGIN: "https://formagekollen.example.se" });
  if (!result.ok) throw new Error(result.sentences.join());
  const { settings } = result;
  const app = createApp({
    db: connection.db,
    now: () => new Date("2026-11-22T12:00:00Z"),
    settings,
    build: emptyBuild,
  });
  ({ server, url } = await listen(app, { host: "127.0.0.1", port: 0 }));
});

afterAll(() => {
  server.close();
  connection.close();
});

function post(headers: Record<string, string>, body: BodyInit = "a=b") {
  return fetch(`${url}/logga-in`, { method: "POST", headers, body });
}

test("every response says what a browser may do with it", async () => {
  const { headers } = await post({});
  const policy = headers.get("Content-Security-Policy");
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='; style-src 'self';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Referrer-Policy")).toBe("same-origin");
  expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d+$/);
  expect(headers.get("Cache-Control")).toBe("private, no-store");
  expect(headers.get("ETag")).toBeNull();
  expect((await post({})).headers.get("Content-Security-Policy")).not.toBe(policy);
});

test("a form from another site is refused with a sentence", async () => {
  const response = await post({ Origin: "https://evil.example" });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("så ingenting sparades");
});

test("a body over the limit is refused with a sentence", async () => {
  const response = await post({ Origin: "https://formagekollen.example.se" }, "x".repeat(1_000_001));
  expect(response.status).toBe(413);
  expect(await response.text()).toContain("för stort");
});

test("an error nobody foresaw tells the reader nothing of itself", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const response = await fetch(`${url}/`);
  log.mockRestore();
  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/TypeError|node_modules/);
});
