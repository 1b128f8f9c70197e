// A survey page at four times slowed processor, beside the same HTML without its scripts, as a bare static page: how soon a level
// can be chosen, how long the page then blocks, and how long a choice takes to be seen.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import compression from "compression";
import express from "express";
import type { Browser, CDPSession, Page } from "playwright-core";
import { z } from "zod";
import { type Db, openDatabase } from "#db/client.server.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { launchBrowser } from "../browser.ts";
import { tryPort } from "../port.ts";
import { loadBasics, settingsOrStop } from "../prepare.ts";
import { serve } from "../serve.ts";
import { type Figure, limited, median, ratio, told } from "./figures.ts";
import { signIn } from "./sign-in.ts";

const year = 2026;
const actorId = "haninge-kommun";
const path = `/skattning/${year}/${actorId}/1:1`;
const slowedBy = 4;
const runs = 9;
const limits = { firstChoice: 2, blockingMs: 100 };
const kilobyte = 1000;
const settledMs = 1000;
const freeFromMs = 50;
const microseconds = 1000;

/** Runs in the page from its first moment: notes when a level can first be chosen, and how long until a choice is painted. */
const watch = `
  window.seen = { firstChoice: null, choice: null };
  const look = () => {
    const level = document.querySelector('input[type="radio"][name="answer"]');
    if (level && !level.disabled && level.getBoundingClientRect().height > 0) window.seen.firstChoice = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  document.addEventListener("click", ({ timeStamp }) => {
    if (window.seen.choice !== null) return;
    // The first task after a frame: by then it is painted.
    requestAnimationFrame(() => setTimeout(() => { window.seen.choice ??= performance.now() - timeStamp; }));
  }, { capture: true });
`;
type Seen = { firstChoice: number | null; choice: number | null };
type Blocking = { blocked: number; before: number };
type Visit = Blocking & { firstChoice: number; choice: number; script: number; bytes: number };

/** An open round on the definition and the actors that the app comes with. */
function fillRound(db: Db): void {
  const now = new Date();
  loadBasics(db, now);
  const closingDay = `${now.getUTCFullYear() + 1}-05-31`;
  for (const result of [
    planRound(db, { year, definitionVersion: "2019", closingDay }, { now }),
    openRound(db, { year }, { now }),
  ]) {
    if (!result.ok) throw new Error(`The round could not be opened: ${result.problem}.`);
  }
}

/** The page's HTML without its scripts, with the same styles, and nothing behind it. */
async function serveBare(html: string): Promise<{ url: string; server: Server }> {
  const bare = html.replace(/<script\b[\s\S]*?<\/script>/g, "").replace(/<link rel="modulepreload"[^>]*>/g, "");
  const app = express();
  app.use(compression());
  app.use("/assets", express.static(join(process.cwd(), "build/client/assets")));
  app.get("*", (_request, response) => response.type("html").send(bare));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}${path}`, server };
}

/** Adds up what travels over the network, compressed and with heads: everything, and scripts alone. */
async function weigh(session: CDPSession): Promise<{ script: number; bytes: number }> {
  const sum = { script: 0, bytes: 0 };
  const scripts = new Set<string>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sum.bytes += encodedDataLength;
    if (scripts.has(requestId)) sum.script += encodedDataLength;
  });
  return sum;
}

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/**
 * Milliseconds beyond fifty of every task on a page's own thread, by the processor time that it took: what other programs
 * do meanwhile is left out, the slowing down is not. `blocked`: the total blocking time as the field defines it, from the
 * first contentful paint on (https://web.dev/articles/tbt); `before`: until then, when there is nothing yet to act on.
 */
function blockingIn(trace: Buffer): Blocking {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString("utf8")));
  const isMain = ({ name, args }: (typeof traceEvents)[number]) =>
    name === "thread_name" && args?.name === "CrRendererMain";
  const threads = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const painted = traceEvents.findLast(({ name }) => name === "firstContentfulPaint")?.ts;
  if (painted === undefined) throw new Error("The page was never painted.");
  const sums: Blocking = { blocked: 0, before: 0 };
  for (const { name, pid, tid, ts, dur = 0, tdur = 0 } of traceEvents) {
    if (!(name.endsWith("RunTask") && threads.has(`${pid} ${tid}`)) || dur === 0) continue;
    // Of a task that goes on over the first paint only what comes after it blocks.
    const after = (Math.min(dur, Math.max(0, ts + dur - painted)) / dur) * (tdur / microseconds);
    sums.blocked += Math.max(0, after - freeFromMs);
    sums.before += Math.max(0, tdur / microseconds - after - freeFromMs);
  }
  return sums;
}

async function choose(page: Page): Promise<void> {
  await page.locator('input[type="radio"][name="answer"]').nth(2).click();
  await page.waitForTimeout(settledMs);
}

/** One visit with nothing cached, from a browser context of its own. */
async function visit(browser: Browser, url: string, cookie: string): Promise<Visit> {
  const context = await browser.newContext({ locale: "sv-SE", viewport: { width: 1280, height: 900 } });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const weight = await weigh(session);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowedBy });
  await page.addInitScript(watch);
  await browser.startTracing(page, { categories: ["toplevel", "loading", "__metadata"] });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(settledMs);
  const blocking = blockingIn(await browser.stopTracing());
  await choose(page);
  const { firstChoice, choice } = await page.evaluate<Seen>("window.seen");
  await context.close();
  if (firstChoice === null || choice === null) throw new Error(`No level could be chosen on ${url}.`);
  return { firstChoice, choice, ...blocking, ...weight };
}

/** Ours and the bare page by turns; the first turn of each is not counted. */
async function visitByTurns(urls: { ours: string; bare: string }, cookie: string) {
  const browser = await launchBrowser();
  const ours: Visit[] = [];
  const bare: Visit[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const [own, other] = [await visit(browser, urls.ours, cookie), await visit(browser, urls.bare, cookie)];
    if (run === 0) continue;
    ours.push(own);
    bare.push(other);
  }
  await browser.close();
  const middle = (visits: Visit[], key: keyof Visit) => median(visits.map((each) => each[key]));
  return { ours: (key: keyof Visit) => middle(ours, key), bare: (key: keyof Visit) => middle(bare, key) };
}

/** Serves the app over a database in the folder, and measures one survey page in Chromium. */
export async function benchSurvey(folder: string): Promise<Figure[]> {
  const port = await tryPort(0, "127.0.0.1");
  const settings = settingsOrStop({ PORT: String(port), DATABASE: join(folder, "survey.sqlite") });
  const { db, close } = openDatabase(settings.database);
  fillRound(db);
  const cookie = signIn(db, { role: "coordinator", actorId }, settings);
  await serve({ db, close, now: () => new Date(), settings });
  const url = `${settings.origin}${path}`;
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const { url: bareUrl, server } = await serveBare(html);
  const { ours, bare } = await visitByTurns({ ours: url, bare: bareUrl }, cookie);
  server.close();
  return [
    told("survey page: everything over the network", ours("bytes") / kilobyte, "kB"),
    told("survey page: of which script", ours("script") / kilobyte, "kB"),
    told("bare page: everything over the network", bare("bytes") / kilobyte, "kB"),
    told("bare page: first possible choice", bare("firstChoice"), "ms"),
    told("survey page: first possible choice", ours("firstChoice"), "ms"),
    ratio("first possible choice against the bare page", ours("firstChoice"), bare("firstChoice"), limits.firstChoice),
    told("bare page: long tasks before it is first painted", bare("before"), "ms"),
    told("survey page: long tasks before it is first painted", ours("before"), "ms"),
    told("bare page: total blocking time", bare("blocked"), "ms"),
    limited("survey page: total blocking time", ours("blocked"), limits.blockingMs),
    told("bare page: choice to paint", bare("choice"), "ms"),
    told("survey page: choice to paint", ours("choice"), "ms"),
  ];
}
