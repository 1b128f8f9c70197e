import { expect, test } from "vitest";
import { signedIn } from "#test/support/request.ts";
import { storeShortcomings } from "./support/below.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const stage = stageOpenRound(storeShortcomings);

async function visit(javaScriptEnabled: boolean) {
  const { cookie } = signedIn(stage.round.db, { role: "chief_group", now: new Date() });
  return stage.open({ cookie, javaScriptEnabled });
}

const shares = ["95\u00a0%", "68\u00a0%", "0\u00a0%", "–", "–"];

test.each([true, false])("the radar's table has the numbers, with script: %s", async (hasScript) => {
  const page = await visit(hasScript);
  await page.goto(`/resultat/${year}/oversikt`);
  const rows = page.getByRole("table", { name: /per grundförmåga/ }).getByRole("row");
  expect(await rows.getByRole("cell").allInnerTexts()).toEqual(shares);
  const radar = page.getByRole("img", { name: /högst i 1 .* \(95\s%\) och lägst i 3 .* \(0\s%\)/ });
  if (hasScript) await radar.waitFor();
  else expect(await radar.count()).toBe(0);
});

test("only the page with the radar fetches its script, and it prints on one sheet", async () => {
  const page = await visit(true);
  const scripts: string[] = [];
  page.on("request", (request) => request.url().endsWith(".js") && scripts.push(request.url()));
  const drawing = () => scripts.filter((url) => /drawn-chart/.test(url));
  for (const path of ["/", `/resultat/${year}`, `/resultat/${year}/regionen`]) {
    await page.goto(path, { waitUntil: "networkidle" });
    expect(drawing()).toEqual([]);
  }
  await page.goto(`/resultat/${year}/oversikt`, { waitUntil: "networkidle" });
  expect(drawing()).toHaveLength(1);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
