import { expect, test } from "vitest";
import { listRoundActors } from "#db/queries/rounds.ts";
import { signedIn } from "#test/support/request.ts";
import { storeDecision, storeEarlierRound, storeSubmission } from "#test/support/results.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const earlier = year - 2;

/** Two years before: twenty answer 1:1, half of them at level 3, with a minimum of 2. Now the first ten, at level 3, with 3. */
const stage = stageOpenRound((db) => {
  const ids = listRoundActors(db, year).map(({ actorId }) => actorId);
  storeEarlierRound(db, earlier, ids, "2019");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }], 1, earlier);
  for (const [at, id] of ids.slice(0, 20).entries())
    storeSubmission(db, id, { "1:1": { level: at < 10 ? 3 : 1 } }, earlier);
  for (const id of ids.slice(0, 10)) storeSubmission(db, id, { "1:1": { level: 3 } }, year);
});

function visit(javaScriptEnabled: boolean, role: "office" | "council" = "office") {
  const { cookie } = signedIn(stage.round.db, { role, now: new Date() });
  return stage.open({ cookie, javaScriptEnabled });
}

test.each([true, false])(
  "from all to one sub-capability, with its chart beside its numbers, with script: %s",
  async (hasScript) => {
    const page = await visit(hasScript);
    await page.goto(`/resultat/${year}/oversikt`);
    await page.getByRole("link", { name: "Utveckling över åren" }).click();
    await page.getByRole("heading", { level: 1, name: `Utvecklingen till ${year}` }).waitFor();
    await page
      .getByRole("table", { name: /per delförmåga och år/ })
      .getByRole("link", { name: /^1:1/ })
      .click();
    await page.getByRole("heading", { level: 2, name: /^1:1/ }).waitFor();
    expect(new URL(page.url()).searchParams.get("visa")).toBe("1:1");
    const rows = page.getByRole("table", { name: /år för år/ }).getByRole("row");
    const cells = (await rows.allInnerTexts()).map((text) => text.replaceAll("\u00a0", " ").split(/\t/));
    expect(cells.slice(1)).toEqual([
      ["2024", "50 %", "27–73", "20 av 37", "100 %", "10", "50 %", "100 %"],
      ["2025", "inget resultat det året", "–", "–", "–", "–", "–", "–"],
      ["2026", "100 %", "27–100", "10 av 37", "100 %", "10", "100 %", "100 %"],
    ]);
    await page.getByText("2026 Lägstanivå 2 → 3.").waitFor();
    const chart = page.getByRole("img", { name: /gått från 50\s%\s+till 100\s%/ });
    if (hasScript) await chart.waitFor();
    else expect(await chart.count()).toBe(0);
  },
);

test("what to show is chosen in a form that stands in the address, also without script; a code that is none says so", async () => {
  const page = await visit(false);
  await page.goto(`/resultat/${year}/utveckling`);
  await page.getByLabel("Visa").selectOption({ label: "Hela grundförmåga 2" });
  await page.getByRole("button", { name: "Visa" }).click();
  await page.getByRole("heading", { level: 2, name: /^2 / }).waitFor();
  await page.getByText("Ingen har svarat något av åren").waitFor();
  await page.goto(`/resultat/${year}/utveckling?visa=9:9`);
  await page.getByText("Delförmågan finns inte i omgångens definition.").waitFor();
  await page.getByRole("heading", { level: 2, name: "Hela regionen" }).waitFor();
});

test("it prints on three sheets, and a narrow window scrolls only its tables", async () => {
  const page = await visit(true);
  await page.goto(`/resultat/${year}/utveckling?visa=1:1`, { waitUntil: "networkidle" });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(320);
});

test("the council waits for the release, and is led to the year that is released", async () => {
  const page = await visit(true, "council");
  await page.goto(`/resultat/${year}/utveckling`);
  await page.getByRole("link", { name: `Resultatet för ${earlier}` }).click();
  await page.getByRole("heading", { level: 1, name: `Utvecklingen till ${earlier}` }).waitFor();
});
