// A sub-capability filled in by someone who never touches a mouse.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const MOST_STOPS = 80;

const stage = stageOpenRound();

type Stop = { name: string; text: string; place: string; isSeen: boolean };

/** Where the focus is: the field's name, its words, the part of the page, and whether something shows it. */
function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const here = document.activeElement as HTMLElement;
    const around = [here, here.parentElement, here.parentElement?.parentElement].filter((one) => one != null);
    const isMarked = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const place = here.closest("main") ? (here.closest("form") ? "form" : "main") : "frame";
    const name = here.getAttribute("name") ?? "";
    return { name, text: here.textContent?.trim() ?? "", place, isSeen: around.some(isMarked) };
  });
}

test("a whole sub-capability is answered with the keyboard alone, and the focus always shows", async () => {
  const actor = "haninge-kommun";
  const cookie = stage.round.coordinatorOf(actor);
  const { page } = await stage.visit(`/skattning/${year}/${actor}/1:2`, { cookie });
  await headingOf(page, "1:2").waitFor();

  const stops: Stop[] = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await stopOf(page);
    stops.push(stop);
    // The first choice of every indicator is Ja, which proposes level 3; arrows choose it, from 0.
    if (stop.name.startsWith("indicators.") || stop.name === "confidence") await page.keyboard.press("Space");
    if (stop.name === "answer") {
      await page.keyboard.press("Space");
      for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
    }
    if (stop.text.startsWith("Spara och gå till")) break;
  }
  expect(stops[0]?.text).toBe("Hoppa till innehållet");
  expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  // In the order of the page: the frame around it, the list beside it, the indicators, the level (enough, so no causes), the rest,
  // the buttons.
  const fields = stops.map(({ name }) => name.split(".")[0]).filter((name) => name !== "");
  expect(fields.filter((name, index) => name !== fields[index - 1])).toEqual([
    "indicators",
    "answer",
    "reason",
    "comment",
    "confidence",
    "intent",
  ]);
  expect(new Set(stops.map(({ place }) => place))).toEqual(new Set(["frame", "main", "form"]));

  await page.keyboard.press("Enter");
  await headingOf(page, "1:3").waitFor();
  await page.getByRole("status").filter({ hasText: "1:2 är klar" }).waitFor();
});
