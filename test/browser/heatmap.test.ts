import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import { anAnswer } from "#test/support/builders.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const levels = { "haninge-kommun": 1, "solna-stad": 3, "nacka-kommun": 2 };

const stage = stageOpenRound((db) => {
  const at = new Date().toISOString();
  for (const [actorId, level] of Object.entries(levels)) {
    const key = { year, actorId, code: "1:1", revision: 1, saveId: actorId };
    insertAnswerRevision(db, { ...key, content: anAnswer({ level }), savedAt: at, savedBy: null });
    const row = { year, actorId, number: 1, submittedAt: at, submittedBy: null };
    insertSubmission(db, row, [{ code: "1:1", revision: 1 }]);
  }
});

const visit = (javaScriptEnabled: boolean) => stage.open({ cookie: stage.round.office(), javaScriptEnabled });

/** The actors in the order they stand, without the table's foot. */
const actors = (page: Page) => page.locator("table.heat tbody th[scope=row]").allInnerTexts();

test.each([true, false])("a column orders the rows, a status chooses among them, with script: %s", async (script) => {
  const page = await visit(script);
  await page.goto(`/resultat/${year}`);
  await page.getByText("löpande ställning", { exact: true }).waitFor();
  await page.getByRole("columnheader", { name: "1:1" }).getByRole("link").click();
  await page.waitForURL(/ordning=brist/);
  expect((await actors(page)).slice(0, 2)).toEqual(["Haninge", "Nacka"]);
  await page.getByLabel("Status i 1:1").selectOption({ label: "Under lägstanivån" });
  await page.getByRole("button", { name: "Visa", exact: true }).click();
  await page.waitForURL(/status=under/);
  await page.getByText("2 av 37 aktörer visas.").waitFor();
  expect(await actors(page)).toEqual(["Haninge", "Nacka"]);
  await page.getByRole("rowheader", { name: "Sammanlagt över alla 37 aktörer" }).waitFor();
});

test.each([true, false])("a cell opens what is behind it and leads back to itself, with script: %s", async (script) => {
  const page = await visit(script);
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto(`/resultat/${year}?kategori=kommun&ordning=namn`);
  await page.getByRole("link", { name: /^Solna, 1:1:/ }).click();
  await page.getByRole("heading", { name: /^1:1/ }).waitFor();
  await page.getByRole("link", { name: `Regionen ${year}` }).click();
  await page.waitForURL(`**/resultat/${year}?kategori=kommun&ordning=namn#solna-stad/1:1`);
  const cell = page.locator(":target");
  expect(await cell.getAttribute("aria-label")).toMatch(/^Solna, 1:1: nivå 3/);
  const place = await cell.boundingBox();
  expect(place?.y).toBeGreaterThan(0);
  expect(place?.y).toBeLessThan(600);
  expect(place?.x).toBeGreaterThan(0);
  expect(place?.x).toBeLessThan(320);
});

test("the keyboard alone goes from a cell in the table to the answer", async () => {
  const page = await visit(true);
  await page.goto(`/resultat/${year}?grundformaga=1`);
  await page.getByRole("link", { name: "Haninge", exact: true }).focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.id")).toBe("haninge-kommun/1:1");
  await page.keyboard.press("Enter");
  await page.waitForURL(/haninge-kommun\/1:1\?grundformaga=1/);
});

test.each([
  [`/resultat/${year}`, "Brist mot ambitionsnivån."],
  [`/resultat/${year}/kategorier`, "Andel som når ambitionsnivån."],
  [`/resultat/${year}/ar`, "Andel som når ambitionsnivån."],
])("%s prints its whole table on one lying sheet, with what is chosen and without the fields", async (path, chosen) => {
  const page = await visit(true);
  await page.goto(`${path}?visa=ambition`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText(chosen, { exact: false }).first().isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Visa", exact: true }).isVisible()).toBe(false);
  // A4 lying within its margins, at 96 dots an inch.
  await page.setViewportSize({ width: 1062, height: 733 });
  const foot = await page.locator("table.heat").boundingBox();
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(733);
});

test("a category leads to its actors, and a year to its own", async () => {
  const page = await visit(true);
  await page.goto(`/resultat/${year}/kategorier`);
  await page.getByRole("link", { name: /^Kommuner, 1:1: 33 procent når lägstanivån/ }).click();
  await page.waitForURL(/kategori=kommun/);
  expect((await actors(page)).slice(0, 2)).toEqual(["Haninge", "Nacka"]);
  await page.getByRole("navigation", { name: "Delförmågorna per" }).getByRole("link", { name: "År" }).click();
  await page.getByRole("link", { name: new RegExp(`^${year}, 1:1: 33 procent`) }).click();
  await page.waitForURL(/ordning=brist/);
});

test("what nobody matches says so and leads to everybody", async () => {
  const page = await visit(false);
  await page.goto(`/resultat/${year}?status=nar-ambition&kategori=finns-inte`);
  await page.getByText("Kategorin finns inte i omgången.").waitFor();
  await page.getByRole("link", { name: "visa alla aktörer" }).click();
  await page.waitForURL(`**/resultat/${year}`);
  expect(await actors(page)).toHaveLength(37);
});
