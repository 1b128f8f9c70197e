import type { Page } from "playwright-core";
import { test } from "vitest";
import { dayText } from "#text/dates.ts";
import { dayFromNow } from "./support/days.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const actorId = "haninge-kommun";
const survey = `/skattning/${year}/${actorId}`;

const stage = stageOpenRound();

async function visit(cookie: string, path: string, javaScriptEnabled = true): Promise<Page> {
  return (await stage.visit(path, { cookie, javaScriptEnabled })).page;
}
const said = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).first().waitFor();

test("the office finds an actor, reminds it, answers its request, and extends for all", async () => {
  const coordinator = await visit(stage.round.coordinatorOf(actorId), survey);
  await coordinator.getByRole("link", { name: "Be om mer tid" }).click();
  await coordinator.getByLabel("Till och med vilken dag?").fill(dayFromNow(40));
  await coordinator.getByLabel("Varför? Kansliet läser").fill("Vi övar i nästa vecka.");
  await coordinator.getByRole("button", { name: "Be om mer tid" }).click();
  await said(coordinator, "Kansliet har inte svarat än");

  const office = await visit(stage.round.office(), `/omgangar/${year}`, false);
  await said(office, "En aktör ber om mer tid");
  await office.getByLabel("Aktör", { exact: true }).fill("ingen heter så");
  await office.getByRole("button", { name: "Visa", exact: true }).click();
  await office.getByText("Ingen aktör passar det du har valt").waitFor();
  await office.getByRole("link", { name: "Visa alla" }).click();
  await office.getByRole("button", { name: "Påminn Haninge kommun" }).click();
  await said(office, "Påminnelsen är på väg");

  await office.getByRole("status").getByRole("link", { name: "Haninge kommun" }).click();
  await office.getByRole("button", { name: "Säg nej" }).click();
  await office
    .getByRole("alert")
    .getByRole("link", { name: /Skriv varför/ })
    .waitFor();
  await office.getByLabel("Sista dag för aktören").first().fill(dayFromNow(37));
  await office.getByRole("button", { name: "Ge mer tid" }).first().click();
  await said(office, "Aktören har fått mer tid");
  await coordinator.goto(survey);
  await said(coordinator, `Ja, till och med ${dayText(dayFromNow(37))}`);

  await office.goto(`/omgangar/${year}`);
  await office.getByLabel("Ny stängningsdag").fill(dayFromNow(45));
  await office.getByRole("button", { name: "Flytta stängningsdagen" }).click();
  await said(office, "Stängningsdagen är flyttad");
});

test("the office fills in for an actor from a workshop, and the actor sees it", async () => {
  const office = await visit(stage.round.office(), survey);
  await office.getByRole("link", { name: "Fyll i åt aktören" }).click();
  await office.getByLabel("Vad bygger svaren på?").selectOption({ label: "Workshop" });
  await office.getByLabel("Vilken dag är det från?").fill(dayFromNow(-3));
  await office.getByRole("button", { name: "Börja fylla i åt aktören" }).click();
  await said(office, "Kansliet fyller nu i åt aktören");
  await office.goto(`${survey}/1:1`);
  await headingOf(office, "1:1").waitFor();
  await office.getByLabel("Kommentar", { exact: true }).fill("Sagt på workshoppen.");
  await office.getByRole("button", { name: "Spara", exact: true }).click();
  await said(office, "Sparat");

  const basis = `samordningskansliet åt aktören (workshop, ${dayText(dayFromNow(-3))})`;
  const coordinator = await visit(stage.round.coordinatorOf(actorId), survey);
  await said(coordinator, `Ifyllt av ${basis}`);
  await coordinator.goto(`${survey}/1:1/historik`);
  await coordinator.getByText(basis).first().waitFor();

  await office.goto(`/omgangar/${year}/${actorId}`);
  await office.getByRole("button", { name: "Sluta fylla i åt aktören" }).click();
  await said(office, "Kansliet fyller inte längre i");
  await office.goto(survey);
  await office.getByText("Aktörens samordnare fyller i dem").waitFor();
});

test("an opening by mistake is taken back, and what was saved is there when the round opens again", async () => {
  const office = await visit(stage.round.office(), `/omgangar/${year}`, false);
  await office.getByRole("button", { name: "Ta tillbaka omgången" }).click();
  await office
    .getByRole("alert")
    .getByRole("link", { name: /Skriv varför/ })
    .waitFor();
  await office.getByLabel("Varför tas den tillbaka?").fill("Fel stängningsdag.");
  await office.getByRole("button", { name: "Ta tillbaka omgången" }).click();
  await said(office, "Omgången är planerad igen");
  await office.getByLabel("Jag förstår").check();
  await office.getByRole("button", { name: "Öppna omgången" }).click();
  await said(office, "Omgången är öppen");
  await office.goto(`${survey}/1:1`);
  await office.getByText("Sagt på workshoppen.").first().waitFor();
});
