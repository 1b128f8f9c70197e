import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const KILOBYTE = 1000;
const allowed = { everything: 130 * KILOBYTE, script: 100 * KILOBYTE };

const stage = stageOpenRound();

type Loaded = { url: string; type: string; bytes: number };

/** Everything that a page load brings over the network, with heads, as it was sent: compressed. */
async function weigh(page: Page, path: string): Promise<Loaded[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const loads = new Map<string, Loaded>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    loads.set(requestId, { url: response.url, type, bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load) load.bytes = encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  // A picture of the browser's own, as in a date field, is written out in its address and travels nowhere.
  return [...loads.values()].filter(({ url }) => !url.startsWith("data:"));
}

function sum(loads: Loaded[]): number {
  return loads.reduce((total, { bytes }) => total + bytes, 0);
}

test("the survey page weighs at most 130 kB compressed on first load, of which script at most 100 kB", async () => {
  const page = await stage.open({ cookie: stage.round.coordinatorOf("haninge-kommun") });
  const loads = await weigh(page, `/skattning/${year}/haninge-kommun/1:1`);
  const script = loads.filter(({ type }) => type === "Script");
  console.log(`The survey page: ${sum(loads)} bytes, of which script ${sum(script)}.`);
  expect(loads.filter(({ bytes }) => bytes === 0)).toEqual([]);
  expect(loads.map(({ type }) => type)).toEqual(expect.arrayContaining(["Document", "Stylesheet", "Script"]));
  expect(sum(loads)).toBeLessThanOrEqual(allowed.everything);
  expect(sum(script)).toBeLessThanOrEqual(allowed.script);
});
