// What the browser tests of an open round share: a server with the round, one browser, and visitors who must have had no trouble.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser } from "#cli/browser.ts";
import type { Db } from "#db/client.server.ts";
import { startWithOpenRound } from "./open-round.ts";
import { openVisitor, type Visitor } from "./visitor.ts";

type Round = Awaited<ReturnType<typeof startWithOpenRound>>;
type Who = { cookie: string; javaScriptEnabled?: boolean };

function started<T>(what: T | undefined): T {
  if (!what) throw new Error("The stage is set before the first test, not while the file is read");
  return what;
}

/**
 * To be called once, at the top of a test file: its own database with the open round, a server and a browser from before
 * the first test until after the last, stopped also where the set-up fails half way. `prepare` adds to the database what
 * the file's tests build on. Each visitor is closed when its test ends, and the browser must have complained of nothing.
 */
export function stageOpenRound(prepare: (db: Db) => void = () => {}) {
  let browser: Browser | undefined;
  let round: Round | undefined;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    round = await startWithOpenRound();
    prepare(round.db);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    try {
      await browser?.close();
    } finally {
      await round?.stop();
    }
  });
  afterEach(async () => {
    const closing = visitors.splice(0);
    for (const { context } of closing) await context.close();
    expect(closing.flatMap(({ problems }) => problems)).toEqual([]);
  });
  /** Opens an empty page as whoever the cookie belongs to. */
  async function open({ cookie, javaScriptEnabled = true }: Who): Promise<Page> {
    const visitor = await openVisitor(started(browser), { url: started(round).server.url, cookie, javaScriptEnabled });
    visitors.push(visitor);
    return visitor.page;
  }
  return {
    /** The round, from the first test on. */
    get round() {
      return started(round);
    },
    /** The browser, for a test in which it has reason to complain: whoever it opens there is the test's own to watch. */
    get browser() {
      return started(browser);
    },
    open,
    /** Opens a page as whoever the cookie belongs to. `status`: what the server answered. */
    async visit(path: string, who: Who) {
      const page = await open(who);
      const answer = await page.goto(path);
      return { page, status: answer?.status() };
    },
  };
}
