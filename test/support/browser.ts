import type { Page } from "playwright-core";

export { launchBrowser } from "#cli/browser.ts";

/**
 * Gathers what a page complains of from now on: script errors, blocked content, missing files. A page that answers
 * with 4xx by design makes the browser complain too; `expected` leaves such addresses out.
 */
export function gatherProblems(page: Page, expected: RegExp = /$^/): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    const where = message.location().url;
    if (message.type() === "error" && !expected.test(where)) problems.push(`${message.text()} (${where})`);
  });
  return problems;
}
