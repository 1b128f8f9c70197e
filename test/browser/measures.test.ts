import { describe, expect, test } from "vitest";
import { findAnswer } from "#db/queries/answers.ts";
import { dayFromNow } from "./support/days.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { chooseLevel, headingOf } from "./support/survey.ts";

const stage = stageOpenRound();

describe.each([
  { how: "with JavaScript", javaScriptEnabled: true, actorId: "haninge-kommun" },
  { how: "without JavaScript", javaScriptEnabled: false, actorId: "taby-kommun" },
])("a measure for a shortcoming, $how", ({ javaScriptEnabled, actorId }) => {
  test("is refused in a sentence, then noted beside the answer and listed", async () => {
    const cookie = stage.round.coordinatorOf(actorId);
    const { page } = await stage.visit(`/skattning/${year}/${actorId}/1:1`, { cookie, javaScriptEnabled });
    await headingOf(page, "1:1").waitFor();
    await chooseLevel(page, 1);
    await page.getByLabel("Motivering", { exact: true }).fill("Vi har inte övat.");
    // Without script what is typed is saved by hand before another form is sent.
    if (!javaScriptEnabled) {
      await page.getByRole("button", { name: "Spara", exact: true }).click();
      await page.getByRole("status").first().waitFor();
      await page.waitForLoadState();
    }

    await page.getByText("Lägg till en åtgärd").click();
    await page.getByLabel("Vad ska ni göra?").fill("Öva larmkedjan i november");
    await page.getByRole("button", { name: "Lägg till åtgärden" }).click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByLabel("Vad ska ni göra?").inputValue()).toBe("Öva larmkedjan i november");

    await page.getByLabel("Vilken funktion håller i det?").fill("Säkerhetsenheten");
    await page.getByLabel("Klart senast").fill(dayFromNow(60));
    await page.getByRole("button", { name: "Lägg till åtgärden" }).click();
    await page.getByText("Öva larmkedjan i november").first().waitFor();
    expect(findAnswer(stage.round.db, { year, actorId, code: "1:1" })?.content).toMatchObject({
      level: 1,
      reason: "Vi har inte övat.",
    });

    await page.goto(`/skattning/${year}/${actorId}/atgarder`);
    const group = page.getByRole("region", { name: /1:1/ });
    expect(await group.getByText("Säkerhetsenheten").count()).toBeGreaterThan(0);
  });
});
