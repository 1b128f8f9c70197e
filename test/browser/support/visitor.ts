import type { Browser, BrowserContext, Page } from "playwright-core";

const CLICK_LIMIT_MS = 20_000;

/** One person at a browser of their own. `problems`: what the browser complained of on any page that was visited. */
export type Visitor = { page: Page; context: BrowserContext; problems: string[] };

type Options = { url: string; javaScriptEnabled?: boolean; cookie?: string };

// A refused form and an unknown page answer 4xx by design; the browser notes each of them as an error.
const expectedNote = /^Failed to load resource: the server responded with a status of 4\d\d/;

function watch(context: BrowserContext, problems: string[]): void {
  context.on("console", (message) => {
    const { url } = message.location();
    const isExpected = expectedNote.test(message.text()) && !url.includes("/assets/");
    // A click that overtakes a navigation calls off its fetch; where the body was being read, Remix's single-fetch.js
    // logs the abort it made itself. Only its own script may say so.
    const isOvertaken = message.text().startsWith("AbortError: signal is aborted") && /\/assets\/components-/.test(url);
    if (message.type() === "error" && !isExpected && !isOvertaken)
      problems.push(`${message.page()?.url()}: ${message.text()} (${url})`);
  });
  context.on("weberror", (error) => problems.push(`${error.page()?.url()}: ${error.error()}`));
  context.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.url()}: ${response.status()}`);
  });
}

/** Opens a browser context of its own, with what the browser complains of collected. `cookie`: `name=value` of a session. */
export async function openVisitor(
  browser: Browser,
  { url, javaScriptEnabled = true, cookie }: Options,
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled, locale: "sv-SE" });
  context.setDefaultTimeout(CLICK_LIMIT_MS);
  if (cookie) {
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url }]);
  }
  const problems: string[] = [];
  watch(context, problems);
  return { context, problems, page: await context.newPage() };
}
