// An exercise is recorded, what was observed is noted, and the answer points to it: the highest level is then proposed.
import { describe, expect, test } from "vitest";
import { findAnswer } from "#db/queries/answers.ts";
import { dayFromNow } from "./support/days.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const stage = stageOpenRound();

describe.each([
  { how: "with JavaScript", javaScriptEnabled: true, actorId: "haninge-kommun" },
  { how: "without JavaScript", javaScriptEnabled: false, actorId: "taby-kommun" },
])("an exercise, $how", ({ javaScriptEnabled, actorId }) => {
  test("is recorded, observed in, and pointed to as evidence", async () => {
    const cookie = stage.round.coordinatorOf(actorId);
    const { page } = await stage.visit("/handelser/ny", { cookie, javaScriptEnabled });
    await page.getByRole("radio", { name: "Övning" }).check();
    await page.getByLabel("Vad kallas den?").fill("Övning <Snö> & is 🚒");
    await page.getByLabel("Dag", { exact: true }).fill(dayFromNow(2));
    await page.getByRole("checkbox", { name: "Nacka" }).check();
    await page.getByRole("button", { name: "Registrera" }).click();
    await page.getByRole("alert").getByText("inte varit än").waitFor();
    expect(await page.getByRole("checkbox", { name: "Nacka" }).isChecked()).toBe(true);
    await page.getByLabel("Dag", { exact: true }).fill(dayFromNow(-20));
    await page.getByRole("button", { name: "Registrera" }).click();
    await page.getByRole("heading", { level: 1, name: "Övning <Snö> & is 🚒" }).waitFor();
    await page.waitForLoadState();

    await page.getByLabel("Delförmåga").selectOption({ value: "1:1" });
    await page.getByLabel("Vad fungerade?").fill("Larmet nådde alla på fem minuter.");
    await page.getByRole("button", { name: "Lägg till iakttagelsen" }).click();
    await page.getByText("Fungerade: Larmet nådde alla").waitFor();

    await page.goto(`/skattning/${year}/${actorId}/1:1`);
    await headingOf(page, "1:1").waitFor();
    await page.waitForLoadState();
    for (const choice of await page.getByRole("radio", { name: "Ja", exact: true }).all()) await choice.check();
    await page.getByRole("button", { name: "Ta över Övning <Snö> & is 🚒" }).click();
    await page.getByText("finns i svaret").waitFor();
    await page.waitForLoadState();
    expect(await page.getByRole("group", { name: "Underlag 1" }).getByLabel("Vad").inputValue()).toBe(
      "Övning <Snö> & is 🚒",
    );
    expect(findAnswer(stage.round.db, { year, actorId, code: "1:1" })?.content.evidence).toMatchObject([
      { kind: "exercise", date: dayFromNow(-20), outcome: "worked", occurrence: expect.any(Number) },
    ]);
    const levels = page.getByRole("group", { name: /^Er nivå/ });
    await levels.getByRole("radio", { name: /^4.*föreslagen/s }).waitFor();

    await page.goto(`/skattning/${year}/${actorId}/1:1/historik`);
    await page.getByRole("link", { name: "Övning <Snö> & is 🚒" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Övning <Snö> & is 🚒" }).waitFor();
  });
});
