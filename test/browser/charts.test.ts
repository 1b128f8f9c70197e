import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pictureSize } from "#charts/picture.ts";
import { signedIn } from "#test/support/request.ts";
import { storeEarlierRound } from "#test/support/results.ts";
import { storeShortcomings } from "./support/below.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const stage = stageOpenRound((db) => {
  storeShortcomings(db);
  storeEarlierRound(db, year - 1, ["haninge-kommun"], "2019");
});

async function visit(javaScriptEnabled = true) {
  const { cookie } = signedIn(stage.round.db, { role: "office", now: new Date() });
  return stage.open({ cookie, javaScriptEnabled });
}

const sub = `/resultat/${year}/delformaga/2:1`;
const save = "Ladda ner som bild (PNG)";

/** Width and height of a PNG, in pixels; throws where it is none. */
function pngSize(path: string): [number, number] {
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 1, 4) !== "PNG") throw new Error("no PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** How many different colours some rows of the drawn chart have: one where it is empty. */
async function coloursOn(page: Page): Promise<number> {
  return page
    .locator("canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const seen = new Set<string>();
      for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
      return seen.size;
    });
}

test.each([true, false])("the levels stand in a table, with script: %s", async (hasScript) => {
  const page = await visit(hasScript);
  await page.goto(sub);
  const table = page.getByRole("table", { name: "Antal aktörer per nivå" });
  const [whole] = await table.getByRole("row").filter({ hasText: "Hela regionen" }).all();
  expect(await whole?.getByRole("cell").allInnerTexts()).toEqual([
    ...["0", "0", "12", "25", "0", "0", "0", "68\u00a0%", "37 av 37"],
  ]);
  const chart = page.getByRole("img", { name: /Vanligast är nivå 3 Uppfylld: 25 aktörer/ });
  if (hasScript) {
    await chart.waitFor();
    expect(await coloursOn(page)).toBeGreaterThan(5);
  } else {
    expect(await chart.count()).toBe(0);
    expect(await page.getByRole("button", { name: save }).count()).toBe(0);
  }
});

test.each([
  ["the levels", sub, `nivaer-2-1-${year}.png`],
  ["the radar", `/resultat/${year}/oversikt`, `grundformagor-${year}.png`],
])("%s can be saved as a picture of a slide's size", async (_what, path, name) => {
  const page = await visit();
  await page.goto(path);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: save }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  const file = await download.path();
  expect(pngSize(file)).toEqual([pictureSize.width * pictureSize.ratio, pictureSize.height * pictureSize.ratio]);
  const bytes = readFileSync(file).length;
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(500_000);
});

test("pages without a chart fetch none of its script", async () => {
  const page = await visit();
  const scripts: string[] = [];
  page.on("request", (request) => request.url().endsWith(".js") && scripts.push(request.url()));
  const drawing = () => scripts.filter((url) => /drawn-chart/.test(url));
  for (const path of ["/", `/resultat/${year}`, `/resultat/${year}/monster`]) {
    await page.goto(path, { waitUntil: "networkidle" });
    expect(drawing()).toEqual([]);
  }
  await page.goto(sub, { waitUntil: "networkidle" });
  expect(drawing()).toHaveLength(1);
});

test("the patterns are chosen in the address, and lead to the sub-capability", async () => {
  const page = await visit();
  await page.goto(`/resultat/${year}/monster`);
  await page.getByLabel("Grundförmåga").selectOption("3");
  await page.getByRole("button", { name: "Visa" }).click();
  await page.waitForURL(/grundformaga=3/);
  await page.getByText("37 aktörer anger utbildning i 3:1").first().waitFor();
  expect(await page.getByText("anger utbildning i 2:1").count()).toBe(0);
  await page.getByRole("link", { name: /^3:1/ }).first().click();
  await page.getByRole("heading", { level: 1, name: /^3:1/ }).waitFor();
});

test("a choice that nothing matches says so, and leads back to everything", async () => {
  const page = await visit();
  await page.goto(`/resultat/${year}/monster?grundformaga=5&orsak=ovning`);
  await page.getByText("Ingen orsak delas av två aktörer eller fler.").waitFor();
  await page.getByRole("link", { name: "Visa alla mönster" }).click();
  await page.getByText("37 aktörer anger utbildning i 3:1").first().waitFor();
});

test.each([`delformaga/2:1`, "monster", "oversikt", "aktor/haninge-kommun"])(
  "of one actor that has not answered, in a year without decisions, %s says what is missing and draws nothing",
  async (path) => {
    const page = await visit();
    await page.goto(`/resultat/${year - 1}/${path}`, { waitUntil: "networkidle" });
    const text = await page.locator("main").textContent();
    expect(text).toMatch(/har inte lämnat in|Ingen aktör har lämnat in/);
    expect(text).toContain("Inga lägstanivåer är beslutade");
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(await page.locator("canvas").count()).toBe(0);
  },
);
