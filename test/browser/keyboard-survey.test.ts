// A whole self-assessment by somebody who has no mouse: from the overview to the receipt with keys alone.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listAnswers } from "#db/queries/answers.ts";
import { listSubmissions } from "#db/queries/submissions.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const actorId = "haninge-kommun";

const stage = stageOpenRound();

type Focus = { tag: string; name: string; text: string };

/** What has the focus: its tag, the form field's name, and its text. */
function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return { tag: element?.tagName ?? "", name: element?.name ?? "", text: element?.textContent?.trim() ?? "" };
  });
}

const MOST_STEPS = 150;

/** Tabs on until something fits; fails where nothing on the page does. */
async function tabTo(page: Page, fits: (focus: Focus) => boolean): Promise<Focus> {
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    if (fits(focus)) return focus;
  }
  throw new Error(`Nothing to tab to after ${MOST_STEPS} steps on ${page.url()}`);
}

/** Answers every indicator with the first choice, then the level with its digit and the confidence with an arrow. */
async function fillInByKeys(page: Page): Promise<void> {
  for (;;) {
    const { name } = await tabTo(page, (focus) => focus.name.startsWith("indicators.") || focus.name === "answer");
    if (name === "answer") break;
    await page.keyboard.press("Space");
  }
  await page.keyboard.press("3");
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("3");
  await tabTo(page, ({ name }) => name === "confidence");
  await page.keyboard.press("ArrowRight");
}

test("a whole assessment by keyboard alone", { timeout: 400_000 }, async () => {
  const page = await stage.open({ cookie: stage.round.coordinatorOf(actorId) });
  await page.goto(`/skattning/${year}/${actorId}`, { waitUntil: "networkidle" });
  await tabTo(page, ({ text }) => text.startsWith("Börja med 1:1"));
  await page.keyboard.press("Enter");
  await headingOf(page, "1:1").waitFor();
  for (let remaining = 28; remaining > 0; remaining--) {
    const code = decodeURIComponent(new URL(page.url()).pathname).split("/").at(-1) ?? "";
    await fillInByKeys(page);
    const { text } = await tabTo(page, (focus) => focus.text.startsWith("Spara och g"));
    await page.keyboard.press("Enter");
    const next = text.replace("Spara och gå till ", "");
    await (remaining > 1 ? headingOf(page, next) : page.getByRole("heading", { name: /^Lämna in/ })).waitFor();
    expect(listAnswers(stage.round.db, year, actorId).find((answer) => answer.code === code)?.content.level).toBe(3);
  }
  await tabTo(page, ({ tag, text }) => tag === "BUTTON" && text === "Lämna in");
  await page.keyboard.press("Enter");
  await page.getByText("Självskattningen är inlämnad.").waitFor();
  expect(listSubmissions(stage.round.db, year)).toHaveLength(1);
});

test("what follows from the answers is read out in one place as they are given", async () => {
  const page = await stage.open({ cookie: stage.round.coordinatorOf("solna-stad") });
  await page.goto(`/skattning/${year}/solna-stad/1:1`, { waitUntil: "networkidle" });
  const region = page.locator("[data-announcer]");
  const choices = await page.getByRole("radio", { name: "Ja", exact: true }).all();
  for (const choice of choices) await choice.check();
  await expect.poll(() => region.textContent()).toBe("Indikatorerna pekar på nivå 3.");
  await page
    .getByRole("group", { name: /^Er nivå/ })
    .getByText("föreslagen")
    .waitFor();
  await page.getByRole("radio", { name: /^2/ }).check();
  await expect.poll(() => region.textContent()).toBe("Nivån behöver en motivering. Välj vad det är som fattas.");
  await page.getByText("Behövs, eftersom nivån är en annan än den som indikatorerna pekar på.").waitFor();
});
