// What the browser tests of an open round share: a server with the round, one browser, and visitors who must have had no trouble.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "#cli/browser.ts";
import { startWithOpenRound } from "./open-round.ts";
import { openVisitor, type Visitor } from "./visitor.ts";

type Round = Awaited<ReturnType<typeof startWithOpenRound>>;

/** To be called once, at the top of a test file. Each visitor is closed when its test ends. */
export function stageOpenRound() {
  let browser: Browser | undefined;
  let round: Round | undefined;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    round = await startWithOpenRound();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await round?.stop();
  });
  afterEach(async () => {
    const closing = visitors.splice(0);
    for (const { context } of closing) await context.close();
    expect(closing.flatMap(({ problems }) => problems)).toEqual([]);
  });
  const started = (): Round => {
    if (!round) throw new Error("The round starts before the first test");
    return round;
  };
  return {
    /** The round, from the first test on. */
    get round() {
      return started();
    },
    /** Opens a page as whoever the cookie belongs to. `status`: what the server answered. */
    async visit(path: string, { cookie, javaScriptEnabled = true }: { cookie: string; javaScriptEnabled?: boolean }) {
      if (!browser) throw new Error("The browser starts before the first test");
      const visitor = await openVisitor(browser, { url: started().server.url, cookie, javaScriptEnabled });
      visitors.push(visitor);
      const answer = await visitor.page.goto(path);
      return { page: visitor.page, status: answer?.status() };
    },
  };
}
