// What is read and fetched from the pages of results.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { readCsv } from "#test/support/csv.ts";

/** Follows a download link and reads the CSV file it gives: its name, and its records by head. */
export async function download(page: Page, link: string): Promise<{ name: string; rows: Record<string, string>[] }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
  return { name: file.suggestedFilename(), rows: readCsv(await readFile(await file.path(), "utf8")) };
}

/** What the heatmap says of one actor, by code: the text of each of its cells. */
export async function cellsOf(page: Page, actor: string): Promise<Record<string, string>> {
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: actor, exact: true }) });
  const texts: Record<string, string> = {};
  for (const link of await row.getByRole("cell").getByRole("link").all()) {
    const [about = "", ...said] = ((await link.getAttribute("aria-label")) ?? "").split(": ");
    texts[about.replace(`${actor}, `, "")] = said.join(": ");
  }
  return texts;
}
