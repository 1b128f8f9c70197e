import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { BrowserContext, Page as Tab } from "playwright-core";
import type { Page } from "./pages.ts";

const widths = [320, 768, 1440];
const height = 900;
/** A4 at 96 dots an inch, within the margins of the print styles: 14 mm upright, 8 mm lying. */
const upright = { width: 688, height: 1017 };
const lying = { width: 1062, height: 733 };
const DRAWING_MS = 10_000;
const severe = ["serious", "critical"];

type Complain = (fault: string) => void;

/** What the page says of itself while it loads: errors in the console, scripts that fail, what the policy blocked. */
function listen(tab: Tab, { status, answers }: Page, complain: Complain): void {
  tab.on("console", (message) => {
    const own = [status, answers ?? 0].filter((one) => one >= 400);
    const isOwnStatus = own.some((one) => message.text().includes(`status of ${one}`));
    if (message.type() === "error" && !isOwnStatus) complain(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => complain(`script: ${error.message}`));
}

async function checkWidth(tab: Tab, width: number, complain: Complain): Promise<void> {
  const wide = await tab.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  if (wide > width) complain(`${wide - width} px wider than a window of ${width} px`);
}

async function checkAccess(tab: Tab, width: number, complain: Complain): Promise<void> {
  await tab.evaluate(axe.source);
  const found = await tab.evaluate<AxeResults>(`axe.run(document, { resultTypes: ["violations"] })`);
  for (const { id, impact, help, nodes } of found.violations) {
    const places = nodes.slice(0, 3).map(({ target }) => target.join(" "));
    if (severe.includes(impact ?? "")) complain(`axe ${id} at ${width} px: ${help} (${nodes.length}: ${places})`);
  }
}

/** Waits until every chart in sight has something on its canvas: in a window of another size it is emptied and drawn anew. */
async function waitForCharts(tab: Tab, complain: Complain): Promise<void> {
  const areDrawn = () =>
    [...document.querySelectorAll(".chart")].every((chart) => {
      const canvas = chart.querySelector("canvas");
      if (!chart.checkVisibility()) return true;
      if (!canvas?.width || !canvas.height) return false;
      const picture = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height);
      return picture?.data.some((value) => value > 0) ?? false;
    });
  await tab.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  await tab.waitForFunction(areDrawn, null, { timeout: DRAWING_MS }).catch(() => complain("a chart that is not drawn"));
}

/** Whether the first page of a PDF, as Chromium writes it, is wider than high. */
function isLying(pdf: Buffer): boolean {
  const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1")) ?? [];
  return Number(width) > Number(height);
}

async function print(tab: Tab, file: string, complain: Complain): Promise<void> {
  const pdf = await tab.pdf({ path: `${file}-print.pdf`, format: "A4", preferCSSPageSize: true });
  await tab.emulateMedia({ media: "print" });
  await tab.setViewportSize(isLying(pdf) ? lying : upright);
  await waitForCharts(tab, complain);
  await tab.screenshot({ path: `${file}-print.png`, fullPage: true });
}

/** Opens one page, saves its pictures in the folder, and returns what is wrong with it. */
export async function inspect(
  context: BrowserContext,
  page: Page,
  { origin, folder }: { origin: string; folder: string },
): Promise<string[]> {
  const faults: string[] = [];
  const complain = (fault: string) => faults.push(fault);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, page.name);
  const tab = await context.newPage();
  listen(tab, page, complain);
  const response = await tab.goto(`${origin}${page.path}`, { waitUntil: "networkidle" });
  if (response?.status() !== page.status) complain(`answered ${response?.status()}, not ${page.status}`);
  if ((await response?.body())?.includes(0)) complain("a null byte, which shows as a broken sign");
  await page.act?.(tab).catch((error: Error) => complain(`act: ${error.message.split("\n")[0]}`));
  for (const width of widths) {
    await tab.setViewportSize({ width, height });
    await waitForCharts(tab, complain);
    await tab.screenshot({ path: `${file}-${width}.png`, fullPage: true });
    await checkWidth(tab, width, complain);
    if (width !== 768) await checkAccess(tab, width, complain);
  }
  await print(tab, file, complain);
  // What an act has typed and not saved would be told of on the next page.
  await tab.evaluate(() => localStorage.clear());
  await tab.close();
  return faults;
}
