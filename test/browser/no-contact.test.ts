// A slow network and a broken one: a second click sends nothing, and nothing that was typed goes with the network.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { signedIn } from "#test/support/request.ts";
import { answerAll } from "./support/answered.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";
import { openVisitor } from "./support/visitor.ts";

const actorId = "haninge-kommun";
const survey = `/skattning/${year}/${actorId}`;
const SLOW_MS = 1000;

const stage = stageOpenRound();

async function visitAs(role: "coordinator" | "approver", path: string, of = actorId): Promise<Page> {
  const { cookie } = signedIn(stage.round.db, { role, actorId: of, now: new Date() });
  const { page } = await openVisitor(stage.browser, { url: stage.round.server.url, cookie });
  await page.goto(path, { waitUntil: "networkidle" });
  return page;
}

test("a double click on a slow network submits once, says so, and shows meanwhile that it is under way", async () => {
  const { personId } = signedIn(stage.round.db, { role: "coordinator", actorId, now: new Date() });
  answerAll(stage.round.db, { actorId, personId });
  const page = await visitAs("coordinator", `${survey}/lamna-in`);
  let posts = 0;
  await page.route("**/*.data", async (route) => {
    posts += Number(route.request().method() === "POST");
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue();
  });
  await page.getByRole("button", { name: "Lämna in", exact: true }).dblclick({ delay: 50 });
  await page.getByRole("progressbar", { name: "Hämtar…" }).waitFor();
  await page.getByRole("status").filter({ hasText: "Inlämning nummer 1" }).waitFor();
  await page.getByRole("progressbar", { name: "Hämtar…" }).waitFor({ state: "detached" });
  expect(await page.getByText("redan inlämnad").count()).toBe(0);
  expect(posts).toBe(1);
});

test("a form sent without contact stands as it was typed, and goes through when it is sent again", async () => {
  const page = await visitAs("approver", `${survey}/faststall`);
  const note = page.getByLabel("Något behöver ändras");
  await note.fill("Ta med övningen i våras.");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Skicka tillbaka" }).click();
  const lost = page.getByRole("alert").filter({ hasText: "Det du skrev står kvar" });
  await lost.waitFor();
  expect(await note.inputValue()).toBe("Ta med övningen i våras.");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Skicka tillbaka" }).click();
  await page.getByText("Inget är inlämnat att fastställa ännu.").waitFor();
  await page.getByText("Ta med övningen i våras.").waitFor();
  expect(await lost.count()).toBe(0);
});

test("a form that another page answers stands as it was typed too", async () => {
  const page = await visitAs("coordinator", `/skattning/${year}/taby-kommun/1:1`, "taby-kommun");
  await page.getByText("Lägg till en åtgärd").click();
  const what = page.getByLabel("Vad ska ni göra?");
  await what.fill("Öva larmkedjan.");
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Lägg till åtgärden" }).click();
  await page.getByRole("alert").filter({ hasText: "Det du skrev står kvar" }).waitFor();
  expect(await what.inputValue()).toBe("Öva larmkedjan.");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Lägg till åtgärden" }).click();
  await page.getByRole("heading", { level: 1, name: /Åtgärder/ }).waitFor();
  expect(await what.inputValue()).toBe("Öva larmkedjan.");
});

test("a link followed without contact leads there once it is back", async () => {
  const page = await visitAs("coordinator", `${survey}/1:1`);
  await page.context().setOffline(true);
  await page.locator("aside").getByRole("link", { name: /^1:3/ }).click();
  await page.getByRole("status").filter({ hasText: "Sidan hämtas när kontakten är tillbaka" }).waitFor();
  expect(await headingOf(page, "1:1").count()).toBe(1);
  await page.context().setOffline(false);
  await headingOf(page, "1:3").waitFor();
});
