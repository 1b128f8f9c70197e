import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listMail } from "#db/queries/mail.ts";
import { insertDemoMark } from "#db/queries/meta.ts";
import { mailStates } from "#domain/mail.ts";
import { startWorker, type Worker } from "#mail/worker.ts";
import { aMember } from "#test/support/mail.ts";
import { testSettings } from "#test/support/request.ts";
import { startSmtp } from "#test/support/smtp.ts";
import { storeRound } from "#test/support/stored.ts";
import { startMailWorker } from "../../app/mail-worker.ts";

const EVERY_MS = 20;
const closing = new Date("2026-05-29T10:00:00Z");

let connection: Connection;
let worker: Worker | undefined;
let server: Awaited<ReturnType<typeof startSmtp>> | undefined;
beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  aMember(connection.db, "coordinator");
});
afterEach(async () => {
  await worker?.stop();
  await server?.close();
  [worker, server] = [undefined, undefined];
  connection.close();
});

const states = () => listMail(connection.db, mailStates, 9).map(({ kind, state }) => `${kind} ${state}`);
function start(url?: string) {
  const environment: Record<string, string> = url ? { SMTP_URL: url, MAIL_FROM: "kansliet@example.se" } : {};
  worker = startMailWorker({ db: connection.db, now: () => closing, settings: testSettings(environment) }, EVERY_MS);
  return worker;
}
async function until(condition: () => boolean) {
  for (let tries = 0; tries < 1000 && !condition(); tries += 1) await pause(10);
  expect(condition()).toBe(true);
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("the worker plans and sends at once when it starts", async () => {
  server = await startSmtp();
  start(server.url);
  await until(() => states().includes("three_days_left sent"));
  await pause(3 * EVERY_MS);
  expect(server.arrived).toHaveLength(1);
});

test("stopping waits for the sending under way, and nothing more is taken", async () => {
  server = await startSmtp({ delayMs: () => 150 });
  aMember(connection.db, "coordinator");
  const running = start(server.url);
  await until(() => server?.attempts() === 1);
  await running.stop();
  expect(server.arrived).toHaveLength(1);
  expect(states().sort()).toEqual(["three_days_left sent", "three_days_left waiting"]);
  await pause(3 * EVERY_MS);
  expect(server.arrived).toHaveLength(1);
});

test("without a mail server it plans, and what it plans waits for the office", async () => {
  start();
  await until(() => states().length === 1);
  await pause(3 * EVERY_MS);
  expect(states()).toEqual(["three_days_left waiting"]);
});

test("a demo is never sent, whatever the settings say", async () => {
  server = await startSmtp();
  insertDemoMark(connection.db);
  start(server.url);
  await until(() => states().length === 1);
  await pause(3 * EVERY_MS);
  expect(server.attempts()).toBe(0);
  expect(states()).toEqual(["three_days_left waiting"]);
});

test("a turn that fails is logged, and the next one comes; two never run at once", async () => {
  const logged: unknown[] = [];
  const { error } = console;
  console.error = (what: unknown) => logged.push(what);
  let [turns, running, most] = [0, 0, 0];
  const failing = startWorker(async () => {
    running += 1;
    most = Math.max(most, running);
    turns += 1;
    await pause(5);
    running -= 1;
    if (turns === 1) throw new Error("en gång");
  }, 1);
  await until(() => turns >= 3);
  await failing.stop();
  console.error = error;
  const after = turns;
  await pause(30);
  expect({ most, later: turns - after, logged: logged.map(String) }).toEqual({
    most: 1,
    later: 0,
    logged: ["Error: en gång"],
  });
});
