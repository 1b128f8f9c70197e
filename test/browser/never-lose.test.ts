// What a coordinator types reaches the database, whatever happens to the network, the server, the tab and the session.
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startSession } from "#auth/session.ts";
import { hashToken } from "#auth/token.ts";
import { findAnswer, listRevisions } from "#db/queries/answers.ts";
import { deleteSession } from "#db/queries/sessions.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { signedIn, testSettings } from "#test/support/request.ts";
import { closeRound } from "#usecases/close-round.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const actorId = "haninge-kommun";
const survey = `/skattning/${year}/${actorId}`;
const SAVED_LIMIT_MS = 30_000;
/** What would be fetched next has been. */
const SETTLE_MS = 1000;

const stage = stageOpenRound();

let context: BrowserContext;
let anna: { cookie: string; personId: string };
beforeEach(async () => {
  anna = signedIn(stage.round.db, { role: "coordinator", actorId, now: new Date() });
  context = await stage.browser.newContext({ baseURL: stage.round.server.url, locale: "sv-SE" });
  context.setDefaultTimeout(20_000);
  await signIn(anna.cookie);
});
afterEach(() => context.close());

async function signIn(cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: stage.round.server.url }]);
}

async function open(code: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${survey}/${code}`, { waitUntil: "networkidle" });
  await headingOf(page, code).waitFor();
  return page;
}

const comment = (page: Page) => page.getByLabel("Kommentar", { exact: true });
const untilSaid = (page: Page, state: RegExp) => page.locator("#answer-form").getByText(state).waitFor();
const stored = (code: string) => findAnswer(stage.round.db, { year, actorId, code })?.content ?? emptyAnswer();
const untilStored = (code: string, field: "comment" | "reason", text: string) =>
  expect.poll(() => stored(code)[field], { timeout: SAVED_LIMIT_MS }).toBe(text);
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("osparat/")));

test("three cuts of the network and a closed tab: every word is in the database, and nothing is left in the browser", async () => {
  const page = await open("1:1");
  await comment(page).fill("Ett.");
  await untilStored("1:1", "comment", "Ett.");
  await untilSaid(page, /^Sparat \d\d:\d\d/);
  for (const word of ["Två.", "Tre.", "Fyra."]) {
    await context.setOffline(true);
    await comment(page).pressSequentially(` ${word}`);
    await untilSaid(page, /^Inte sparat: ingen kontakt/);
    expect(stored("1:1").comment).not.toContain(word);
    await context.setOffline(false);
    await expect.poll(() => stored("1:1").comment, { timeout: SAVED_LIMIT_MS }).toContain(word);
  }
  await context.setOffline(true);
  await page.getByLabel("Motivering", { exact: true }).fill("Sista ordet.");
  await page.close();
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto("/");
  await untilStored("1:1", "reason", "Sista ordet.");
  expect(stored("1:1").comment).toBe("Ett. Två. Tre. Fyra.");
  await expect.poll(() => kept(next)).toEqual([]);
});

test("an answer that gets lost on its way: the same save is sent again and made once", async () => {
  const page = await open("1:2");
  let lost = 0;
  await page.route("**/spara", async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await comment(page).fill("En gång.");
  await untilStored("1:2", "comment", "En gång.");
  await untilSaid(page, /^Inte sparat: ingen kontakt/);
  await comment(page).fill("En gång. Och mer.");
  await untilStored("1:2", "comment", "En gång. Och mer.");
  expect(listRevisions(stage.round.db, { year, actorId, code: "1:2" }).map(({ content }) => content.comment)).toEqual([
    "En gång. Och mer.",
    "En gång.",
  ]);
});

test("an answer typed in offline, and saved by somebody else meanwhile, shows both on the next visit", async () => {
  const page = await open("1:3");
  await context.setOffline(true);
  await comment(page).fill("Mina ord.");
  await page.close();
  const bo = signedIn(stage.round.db, { role: "coordinator", actorId, now: new Date() });
  const content = { ...emptyAnswer(), comment: "Kollegans ord." };
  const input = { year, actorId, code: "1:3", baseRevision: 0, saveId: crypto.randomUUID(), content };
  saveAnswer(stage.round.db, input, { now: new Date(), ...bo, role: "coordinator" });
  await context.setOffline(false);

  const next = await context.newPage();
  await next.goto("/");
  const waiting = next.getByRole("status").filter({ hasText: "svaret har sparats någon annanstans" });
  await waiting.getByRole("link", { name: /^1:3/ }).click();
  const both = next.getByRole("alert").getByRole("row", { name: /^Kommentar/ });
  await both.waitFor();
  expect(await both.getByRole("cell").allTextContents()).toEqual(["Mina ord.", "Kollegans ord."]);
  expect(await comment(next).inputValue()).toBe("Mina ord.");
  await next.getByRole("button", { name: "Spara det jag skrev" }).click();
  await untilStored("1:3", "comment", "Mina ord.");
});

test("a session that ends while somebody types: sign-in and back, with the text; another person never sees it", async () => {
  const page = await open("2:1");
  deleteSession(stage.round.db, hashToken(anna.cookie.split("=")[1] ?? ""));
  await comment(page).fill("Skrivet utan session.");
  await untilSaid(page, /^Inte sparat: du är utloggad/);
  const back = page.getByRole("link", { name: "Logga in och fortsätt" });
  await back.click();
  await page.getByRole("heading", { level: 1, name: "Logga in" }).waitFor();
  expect(new URL(page.url()).searchParams.get("till")).toBe(`${survey}/2:1`);

  await signIn(signedIn(stage.round.db, { role: "coordinator", actorId, now: new Date() }).cookie);
  await page.goto(`${survey}/2:1`, { waitUntil: "networkidle" });
  expect(await comment(page).inputValue()).toBe("");
  expect(await kept(page)).toHaveLength(1);

  const again = startSession(
    stage.round.db,
    { personId: anna.personId },
    { now: new Date(), settings: testSettings() },
  );
  await signIn(again?.split(";")[0] ?? "");
  await page.goto(`${survey}/2:1`);
  await expect.poll(() => comment(page).inputValue()).toBe("Skrivet utan session.");
  await untilStored("2:1", "comment", "Skrivet utan session.");
});

describe("leaving with unsent text", () => {
  test("a link sends it first", async () => {
    const page = await open("2:3");
    await comment(page).fill("Hann med.");
    await page.getByRole("link", { name: "2:1 Föregående" }).click();
    await headingOf(page, "2:1").waitFor();
    expect(stored("2:3").comment).toBe("Hann med.");
  });

  test("where it cannot be sent, the page asks, and the text is there on the way back", async () => {
    const page = await open("2:4");
    await page.route("**/spara", (route) => route.abort());
    await comment(page).fill("Hann inte.");
    await page.getByRole("link", { name: "Alla delförmågor" }).first().click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("button", { name: "Stanna här" }).click();
    expect(await comment(page).inputValue()).toBe("Hann inte.");
    await page.getByRole("link", { name: "Alla delförmågor" }).first().click();
    await question.getByRole("button", { name: "Lämna sidan" }).click();
    await page.getByText("En text som du har skrivit är inte sparad än.").waitFor();
    await page.getByRole("status").getByRole("link", { name: /^2:4/ }).click();
    await expect.poll(() => comment(page).inputValue()).toBe("Hann inte.");
  });

  test("sent from the page after it, it counts in the way beside that page", async () => {
    const page = await open("3:1");
    const mark = page.locator("aside li", { hasText: /^3:1 / }).locator(".sr-only");
    await page.route("**/spara", (route) => route.abort());
    await comment(page).fill("Kommer fram sedan.");
    await page.locator("aside").getByRole("link", { name: /^3:2/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Lämna sidan" }).click();
    await headingOf(page, "3:2").waitFor();
    expect(await mark.textContent()).toBe("inte påbörjad");
    await page.unroute("**/spara");
    await untilStored("3:1", "comment", "Kommer fram sedan.");
    await expect.poll(() => mark.textContent()).toBe("påbörjad");
  });

  test("sent while a form's answer stands, it leaves the link that is shown once where it is", async () => {
    const page = await open("3:2");
    await page.route("**/spara", (route) => route.abort());
    await comment(page).fill("Kommer fram under tiden.");
    await page.getByRole("link", { name: "Alla delförmågor" }).first().click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Lämna sidan" }).click();
    const waiting = page.getByText("En text som du har skrivit är inte sparad än.");
    await waiting.waitFor();
    await page.goto(`/kollegor/${actorId}`, { waitUntil: "networkidle" });
    await page.getByLabel("Namn", { exact: true }).fill("Fastställare, Haninge");
    await page.getByLabel("E-postadress", { exact: true }).fill("faststallare@haninge.example.se");
    await page.getByLabel("Roll", { exact: true }).selectOption("approver");
    await page.getByRole("button", { name: "Lägg till", exact: true }).click();
    const link = page.locator("code.handover");
    await link.waitFor();
    await page.unroute("**/spara");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await untilStored("3:2", "comment", "Kommer fram under tiden.");
    await waiting.waitFor({ state: "detached" });
    await page.waitForTimeout(SETTLE_MS);
    expect(await link.count()).toBe(1);
  });

  test("signing out warns, and takes what is left with it", async () => {
    const page = await open("2:5");
    await page.route("**/spara", (route) => route.abort());
    await comment(page).fill("Kvarglömt.");
    const warnings: string[] = [];
    page.on("dialog", (dialog) => {
      warnings.push(dialog.message());
      return warnings.length === 1 ? dialog.dismiss() : dialog.accept();
    });
    await page.getByRole("button", { name: "Logga ut" }).click();
    await expect.poll(() => warnings).toHaveLength(1);
    expect(warnings[0]).toContain("En text som du har skrivit är inte sparad.");
    expect(await kept(page)).toHaveLength(1);
    await page.getByRole("button", { name: "Logga ut" }).click();
    await page.getByRole("heading", { level: 1, name: "Logga in" }).waitFor();
    await expect.poll(() => kept(page)).toEqual([]);
  });
});

test("a save by hand while the server is gone keeps the page, and goes through when it is back", async () => {
  const page = await open("2:6");
  await stage.round.server.stop();
  await comment(page).fill("Servern var borta.");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await untilSaid(page, /^Inte sparat: ingen kontakt/);
  expect(await comment(page).inputValue()).toBe("Servern var borta.");
  await stage.round.restart();
  await untilStored("2:6", "comment", "Servern var borta.");
  await untilSaid(page, /^Sparat \d\d:\d\d/);
});

test("a round that closes while somebody types: the text stays, with the reason, also on the next visit", async () => {
  const page = await open("2:7a");
  closeRound(stage.round.db, { year }, { now: new Date() });
  await comment(page).fill("För sent.");
  await page.getByRole("alert").filter({ hasText: "Omgången är inte öppen" }).waitFor();
  expect(await comment(page).inputValue()).toBe("För sent.");
  await page.close({ runBeforeUnload: false });
  const next = await open("2:7a");
  await next.getByText("nu kan det inte sparas").waitFor();
  await next.getByRole("definition").filter({ hasText: "För sent." }).waitFor();
  await next.getByRole("button", { name: "Ta bort texten" }).click();
  await expect.poll(() => kept(next)).toEqual([]);
});
