import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "#cli/browser.ts";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { insertDecision } from "#db/queries/decisions.ts";
import { listRoundActors } from "#db/queries/rounds.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import { anAnswer } from "#test/support/builders.ts";
import { signedIn } from "#test/support/request.ts";
import { startWithOpenRound, year } from "./support/open-round.ts";
import { openVisitor } from "./support/visitor.ts";

/** Code → how many of the 37 actors are below the minimum of 3. */
const below = { "1:1": 2, "2:1": 12, "3:1": 37 };
const codes = Object.keys(below) as (keyof typeof below)[];

let browser: Browser;
let round: Awaited<ReturnType<typeof startWithOpenRound>>;
beforeAll(async () => {
  round = await startWithOpenRound();
  const at = new Date().toISOString();
  const decision = { year, sequence: 2, decidedOn: at.slice(0, 10), reference: "§ 2", recordedAt: at };
  const levels = codes.map((code) => ({ code, group: "all" as const, minimum: 3, ambition: null }));
  insertDecision(round.db, { ...decision, recordedBy: null, recordedAs: "chief_group" }, levels);
  for (const [index, { actorId }] of listRoundActors(round.db, year).entries()) {
    for (const code of codes) {
      const key = { year, actorId, code, revision: 1, saveId: `${code} ${actorId}` };
      const content = anAnswer({ level: index < below[code] ? 2 : 3, causes: ["training"] });
      insertAnswerRevision(round.db, { ...key, content, savedAt: at, savedBy: null });
    }
    const row = { year, actorId, number: 1, submittedAt: at, submittedBy: null };
    insertSubmission(
      round.db,
      row,
      codes.map((code) => ({ code, revision: 1 })),
    );
  }
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await round?.stop();
});

async function visit(javaScriptEnabled: boolean) {
  const { cookie } = signedIn(round.db, { role: "chief_group", now: new Date() });
  return openVisitor(browser, { url: round.server.url, cookie, javaScriptEnabled });
}

const shares = ["95\u00a0%", "68\u00a0%", "0\u00a0%", "–", "–"];

test.each([true, false])("the radar's table has the numbers, with script: %s", async (hasScript) => {
  const { page, context, problems } = await visit(hasScript);
  await page.goto(`/resultat/${year}/oversikt`);
  const rows = page.getByRole("table", { name: /per grundförmåga/ }).getByRole("row");
  expect(await rows.getByRole("cell").allInnerTexts()).toEqual(shares);
  const radar = page.getByRole("img", { name: /högst i 1 .* \(95\s%\) och lägst i 3 .* \(0\s%\)/ });
  if (hasScript) await radar.waitFor();
  else expect(await radar.count()).toBe(0);
  await context.close();
  expect(problems).toEqual([]);
});

test("only the page with the radar fetches its script, and it prints on one sheet", async () => {
  const { page, context } = await visit(true);
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
  await context.close();
});
