import { expect, test } from "vitest";
import type { Role } from "#domain/access.ts";
import { signedIn } from "#test/support/request.ts";
import { answerAll } from "./support/answered.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const actorId = "haninge-kommun";
const survey = `/skattning/${year}/${actorId}`;
const comment = "Vi övade i våras. Ta med övningen.";

const stage = stageOpenRound();

async function visitAs(role: Role, path: string, javaScriptEnabled: boolean) {
  const { cookie } = signedIn(stage.round.db, { role, actorId, now: new Date() });
  return (await stage.visit(path, { cookie, javaScriptEnabled })).page;
}

test("submitted, sent back with a comment, submitted again and approved", async () => {
  const { personId } = signedIn(stage.round.db, { role: "coordinator", actorId, now: new Date() });
  answerAll(stage.round.db, { actorId, personId });
  const coordinator = await visitAs("coordinator", `${survey}/lamna-in`, true);
  await coordinator.getByLabel("Diarienummer hos er").fill("KS 2026/12");
  await coordinator.getByRole("button", { name: "Lämna in", exact: true }).click();
  const receipt = coordinator.getByRole("status").filter({ hasText: "Inlämning nummer 1" });
  await receipt.filter({ hasText: "KS 2026/12" }).filter({ hasText: "inte fastställd" }).waitFor();

  const approver = await visitAs("approver", "/", false);
  await approver.getByRole("link", { name: "Läs och fastställ" }).click();
  await approver.getByRole("button", { name: "Skicka tillbaka" }).click();
  await approver
    .getByRole("alert")
    .getByRole("link", { name: /minst en kommentar/ })
    .waitFor();
  await approver.getByText("Kommentera 1:3").click();
  await approver.getByLabel("Vad ska ändras i 1:3?").fill(comment);
  await approver.getByRole("button", { name: "Skicka tillbaka" }).click();
  await approver.getByText("Inget är inlämnat att fastställa ännu.").waitFor();

  await coordinator.goto("/");
  await coordinator.getByRole("link", { name: "Läs kommentarerna" }).click();
  await coordinator.getByRole("status").filter({ hasText: comment }).getByRole("link", { name: "1:3" }).click();
  await headingOf(coordinator, "1:3").waitFor();
  await coordinator.getByRole("status").filter({ hasText: comment }).waitFor();
  await coordinator.getByLabel("Kommentar", { exact: true }).fill("Övningen Havsörn.");
  await coordinator.getByRole("button", { name: "Spara", exact: true }).click();
  await coordinator.getByRole("status").filter({ hasText: "1:3 är klar" }).waitFor();
  await coordinator.goto(`${survey}/lamna-in`);
  await coordinator.getByRole("button", { name: "Lämna in", exact: true }).click();
  await coordinator.getByRole("status").filter({ hasText: "Inlämning nummer 2" }).waitFor();

  await approver.goto("/");
  await approver.getByRole("link", { name: "Läs och fastställ" }).click();
  await approver.getByRole("button", { name: "Fastställ", exact: true }).click();
  await approver.getByRole("status").filter({ hasText: "Fastställd" }).waitFor();
  expect(await approver.getByRole("button", { name: "Fastställ", exact: true }).count()).toBe(0);

  await coordinator.goto(`${survey}/lamna-in`);
  await coordinator.getByRole("status").filter({ hasText: "Fastställd" }).waitFor();
  expect(await coordinator.getByRole("button", { name: "Ta tillbaka inlämningen" }).count()).toBe(0);
});
