import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { insertAnswerRevision } from "#db/queries/answers.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listRoundActors } from "#db/queries/rounds.ts";
import { insertSubmission } from "#db/queries/submissions.ts";
import type { Role } from "#domain/access.ts";
import { anAnswer } from "#test/support/builders.ts";
import { signedIn } from "#test/support/request.ts";
import { dayFromNow } from "./support/days.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const levels = `/lagstanivaer/${year}`;
const code = "1:1";

const stage = stageOpenRound(answerByAll);

/** Every actor has submitted a level on 1:1: the first two level 2, the others level 3. */
function answerByAll(db: Db): void {
  const at = new Date().toISOString();
  expect(findDefinition(db, "2019")).toBeDefined();
  for (const [index, { actorId }] of listRoundActors(db, year).entries()) {
    const key = { year, actorId, code, revision: 1, saveId: `svar ${actorId}` };
    const content = anAnswer({ level: index < 2 ? 2 : 3 });
    insertAnswerRevision(db, { ...key, content, savedAt: at, savedBy: null });
    insertSubmission(db, { year, actorId, number: 1, submittedAt: at, submittedBy: null }, [{ code, revision: 1 }]);
  }
}

async function visitAs(role: Role, path: string, javaScriptEnabled: boolean) {
  const { cookie } = signedIn(stage.round.db, { role, now: new Date() });
  return (await stage.visit(path, { cookie, javaScriptEnabled })).page;
}

type Tab = Awaited<ReturnType<typeof visitAs>>;
const minimumOf = (page: Tab) => page.getByLabel(`Lägstanivå för ${code}, alla aktörer`, { exact: true });
const effect = (page: Tab) => page.locator("tr", { has: minimumOf(page) }).locator(".effect summary");

async function fillDecision(page: Tab, meeting: string): Promise<void> {
  await page.getByLabel("Beslutet fattades").fill(dayFromNow(-1));
  await page.getByLabel("Möte", { exact: true }).fill(meeting);
  await page.getByLabel("Hänvisning").fill("§ 4");
}

test("prepared, tried, gone through, decided in one of two tabs, seen in the result, and replaced mid-round without script", async () => {
  const office = await visitAs("office", `${levels}/forslag`, true);
  await office.getByRole("button", { name: "Påbörja ett förslag" }).click();
  await minimumOf(office).selectOption("2");
  await effect(office).filter({ hasText: "Ingen under" }).waitFor();
  await minimumOf(office).selectOption("4");
  await effect(office).filter({ hasText: "37 under" }).waitFor();
  await office.getByLabel(`Motivering för ${code}.all`).fill("Alla ska klara detta.");
  await office.getByRole("button", { name: "Spara förslaget" }).first().click();
  await office.getByRole("status").filter({ hasText: "sparad" }).waitFor();

  const chief = await visitAs("chief_group", `${levels}/mote?alla=1`, true);
  await chief.getByRole("heading", { level: 1, name: /^Förslag till/ }).waitFor();
  await chief.waitForLoadState("networkidle");
  await chief.keyboard.press("ArrowRight");
  await chief.getByRole("heading", { level: 1, name: /^1:1/ }).waitFor();
  await chief.getByText("37 under", { exact: true }).waitFor();
  await chief.getByLabel("Anteckna om 1:1").fill("Enighet.");
  await chief.getByRole("button", { name: "Spara anteckningen" }).click();
  await chief.getByRole("status").filter({ hasText: "Anteckningen är sparad" }).waitFor();

  const otherTab = await visitAs("office", `${levels}/beslut`, true);
  await chief.goto(`${levels}/beslut`);
  await fillDecision(chief, "Chefsgruppen, möte 2");
  await chief.getByRole("button", { name: /^Registrera beslut/ }).click();
  await chief.getByRole("status").filter({ hasText: "är registrerat" }).waitFor();
  await chief.getByText("Enighet.").waitFor();
  await fillDecision(otherTab, "Chefsgruppen, möte 2");
  await otherTab.getByRole("button", { name: /^Registrera beslut/ }).click();
  await otherTab.getByRole("alert").filter({ hasText: "redan beslutat" }).waitFor();

  await chief.goto(`/resultat/${year}/aktor/haninge-kommun/${code}`);
  await chief.getByText(/Beslut 2 den .* Alla ska klara detta\./).waitFor();
  const before = await chief.locator(".verdict").textContent();

  const plain = await visitAs("office", `${levels}/forslag`, false);
  await plain.getByRole("button", { name: "Påbörja ett förslag" }).click();
  await minimumOf(plain).selectOption("3");
  await plain.getByRole("button", { name: "Visa vad det betyder" }).click();
  await effect(plain).filter({ hasText: "2 under" }).waitFor();
  expect(await minimumOf(plain).inputValue()).toBe("3");
  await plain.getByRole("button", { name: "Spara förslaget" }).first().click();
  await plain.getByRole("link", { name: "Till beslutet" }).click();
  await fillDecision(plain, "Chefsgruppen, möte 3");
  await plain.getByRole("button", { name: /^Registrera beslut/ }).click();
  await plain.getByRole("status").filter({ hasText: "är registrerat" }).waitFor();

  await chief.reload();
  expect(await chief.locator(".verdict").textContent()).not.toBe(before);
  await chief.getByText(/Beslut 3 den/).waitFor();
  await chief.getByRole("link", { name: "Vad det ändrade" }).click();
  await chief.getByRole("heading", { name: "Skillnad mellan beslut" }).waitFor();
  const changed = chief.getByRole("row", { name: /^1:1/ });
  expect(await changed.getByRole("cell").allInnerTexts()).toEqual(["Alla aktörer", "4 / –", "3 / –", "sänkt"]);
});
