// Two colleagues on one answer at once: nothing is lost, the second chooses, and the history shows and brings back both.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const stage = stageOpenRound();

describe.each([
  ["with JavaScript", true, "haninge-kommun"],
  ["without JavaScript", false, "solna-stad"],
])("two colleagues on one answer %s", (_how, javaScriptEnabled, actorId) => {
  async function openAnswer(): Promise<Page> {
    const cookie = stage.round.coordinatorOf(actorId);
    const { page } = await stage.visit(`/skattning/${year}/${actorId}/1:1`, { cookie, javaScriptEnabled });
    await headingOf(page, "1:1").waitFor();
    return page;
  }

  async function saveComment(page: Page, text: string): Promise<void> {
    await page.getByLabel("Kommentar").fill(text);
    await page.getByRole("button", { name: "Spara", exact: true }).click();
  }

  test("the second sees both versions side by side and saves the own one; the first is restored", async () => {
    const [first, second] = [await openAnswer(), await openAnswer()];
    await saveComment(first, "Den första kommentaren");
    await first.getByText(/^Sparat \d\d:\d\d\. 1:1/).waitFor();
    await saveComment(second, "Den andra kommentaren");
    const both = second.getByRole("alert").getByRole("row", { name: /^Kommentar/ });
    await both.waitFor();
    expect(await both.getByRole("cell").allTextContents()).toEqual(["Den andra kommentaren", "Den första kommentaren"]);
    await second.getByRole("button", { name: "Spara det jag skrev" }).click();
    await second.getByText(/^Sparat \d\d:\d\d\. 1:1/).waitFor();

    await second.getByRole("link", { name: "Historik" }).click();
    await second.getByRole("heading", { level: 1, name: "Historik för 1:1" }).waitFor();
    const changed = second.getByRole("region", { name: /^Version 2/ }).getByRole("row", { name: /^Kommentar/ });
    expect(await changed.getByRole("cell").allTextContents()).toEqual([
      "Den första kommentaren",
      "Den andra kommentaren",
    ]);
    await second.getByRole("button", { name: "Återställ version 1" }).click();
    await second.getByText("Version 1 är återställd och sparad som version 3.").waitFor();
    await first.reload();
    expect(await first.getByLabel("Kommentar").inputValue()).toBe("Den första kommentaren");
  });
});
