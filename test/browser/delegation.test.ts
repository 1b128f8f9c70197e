import type { Page } from "playwright-core";
import { test } from "vitest";
import { startSession } from "#auth/session.ts";
import { testSettings } from "#test/support/request.ts";
import { addPerson } from "#usecases/add-person.ts";
import { answerAll } from "./support/answered.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { asProposed, fillIn, headingOf } from "./support/survey.ts";

const actorId = "haninge-kommun";
const survey = `/skattning/${year}/${actorId}`;
const note = "Klart så långt det går. Bemanningen på helger är inte utredd.";

const stage = stageOpenRound();

type Roles = ("coordinator" | "contributor" | "approver")[];

/** A person with these roles at the actor, in the order of time, with its session's cookie. */
function personWith(name: string, roles: Roles) {
  let personId = "";
  for (const [order, role] of roles.entries()) {
    const now = new Date(Date.now() - 60_000 + order);
    const added = addPerson(
      stage.round.db,
      { name, email: `${name.toLowerCase()}@haninge.se`, role, actorId },
      { now },
    );
    if (!added.ok) throw new Error(added.problem);
    personId = added.personId;
  }
  const set = startSession(stage.round.db, { personId }, { now: new Date(), settings: testSettings() });
  return { personId, cookie: set?.split(";")[0] ?? "" };
}

async function visitAs({ cookie }: { cookie: string }, path: string, javaScriptEnabled: boolean): Promise<Page> {
  return (await stage.visit(path, { cookie, javaScriptEnabled })).page;
}

test("delegated, answered, klart, submitted, sent back, submitted again and approved", async () => {
  const anna = personWith("Samordnaren", ["coordinator"]);
  const bo = personWith("Medarbetaren", ["contributor", "approver"]);
  answerAll(stage.round.db, { actorId, personId: anna.personId, except: ["1:1"] });

  const coordinator = await visitAs(anna, survey, false);
  const first = coordinator.getByRole("region", { name: /^1 / });
  await first.getByText("Fördela", { exact: false }).first().click();
  await first.getByLabel(/^Vem svarar på 1/).selectOption({ label: "Medarbetaren" });
  await first.getByRole("button", { name: "Fördela" }).click();
  await coordinator.getByText("Fördelningen är sparad.").waitFor();
  await first.getByText("Fördelad till Medarbetaren").waitFor();

  const contributor = await visitAs(bo, "/", true);
  await contributor.getByText("Grundförmåga 1 är fördelad till dig.").waitFor();
  await contributor.getByRole("link", { name: "Fortsätt skattningen" }).click();
  await contributor.getByRole("link", { name: /med 1:1$/ }).click();
  await headingOf(contributor, "1:1").waitFor();
  await fillIn(contributor, asProposed);
  await contributor.getByRole("button", { name: "Spara", exact: true }).click();
  await contributor.getByRole("status").filter({ hasText: "1:1 är klar" }).waitFor();
  await contributor.goto(`${survey}/2:1`);
  await contributor.getByText("inte fördelat till dig").waitFor();
  await contributor.goto(survey);
  await contributor.getByLabel(/^Meddelande till er samordnare/).fill(note);
  await contributor.getByRole("button", { name: "1 är klar" }).click();
  await contributor.getByText("Er samordnare ser att du är klar.").waitFor();

  await coordinator.goto(survey);
  await coordinator.getByText(note).waitFor();
  await coordinator.goto(`${survey}/lamna-in`);
  await coordinator.getByRole("button", { name: "Lämna in", exact: true }).click();
  await coordinator.getByRole("status").filter({ hasText: "Inlämning nummer 1" }).waitFor();

  // The same person is also the approver: it switches, sends back, switches again and mends.
  await contributor.getByText("Byt roll").click();
  await contributor.getByRole("button", { name: /^Fastställare/ }).click();
  await contributor.getByRole("link", { name: "Läs och fastställ" }).click();
  await contributor.getByText("Kommentera 1:1").click();
  await contributor.getByLabel("Vad ska ändras i 1:1?").fill("Nämn övningen.");
  await contributor.getByRole("button", { name: "Skicka tillbaka" }).click();
  await contributor.getByText("Inget är inlämnat att fastställa ännu.").waitFor();
  await contributor.getByText("Byt roll").click();
  await contributor.getByRole("button", { name: /^Medarbetare/ }).click();
  await contributor.getByText(/^Du är inloggad som Medarbetare/).waitFor();
  await contributor.goto(`${survey}/1:1`);
  await contributor.getByRole("status").filter({ hasText: "Nämn övningen." }).waitFor();
  await contributor.getByLabel("Kommentar", { exact: true }).fill("Övningen Havsörn.");
  await contributor.getByRole("button", { name: "Spara", exact: true }).click();
  await contributor.getByRole("status").filter({ hasText: "1:1 är klar" }).waitFor();

  await coordinator.goto(`${survey}/lamna-in`);
  await coordinator.getByRole("button", { name: "Lämna in", exact: true }).click();
  await coordinator.getByRole("status").filter({ hasText: "Inlämning nummer 2" }).waitFor();

  await contributor.getByText("Byt roll").click();
  await contributor.getByRole("button", { name: /^Fastställare/ }).click();
  await contributor.getByRole("link", { name: "Läs och fastställ" }).click();
  await contributor.getByRole("button", { name: "Fastställ", exact: true }).click();
  await contributor
    .getByText(/Fastställd .* av Medarbetaren/)
    .first()
    .waitFor();
});
