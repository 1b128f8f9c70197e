// A plan is adopted on last year's results; this year's survey says what concerns a sub-capability, and the results how levels moved.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { type Definition, indicatorsFor, listSubCapabilities } from "#domain/definition.ts";
import { anActivity } from "#test/support/builders.ts";
import { signedIn } from "#test/support/request.ts";
import { closeRound } from "#usecases/close-round.ts";
import { loadGoalAreas, readGoalAreaFiles } from "#usecases/load-goal-areas.ts";
import { adoptPlan } from "#usecases/move-plan.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { readPlan } from "#usecases/read-plan.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { addActivity } from "#usecases/save-activity.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { startPlan } from "#usecases/start-plan.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { dayFromNow } from "./support/days.ts";
import { must, year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

const now = new Date();
const what = "Larmövning för nya i beredskap";

/** An actor's whole year: the same level everywhere, on indicators that point to it. */
function playYear(db: Db, definition: Definition, of: { year: number; actorId: string; level: 1 | 3 }): void {
  const { personId } = signedIn(db, { role: "coordinator", actorId: of.actorId, now });
  const by = { now, personId, role: "coordinator" as const };
  const answer = of.level === 3 ? ("yes" as const) : ("no" as const);
  for (const sub of listSubCapabilities(definition)) {
    const ids = indicatorsFor(sub, { designated: false }).map(({ id }) => id);
    if (ids.length === 0) continue;
    const content = {
      ...emptyAnswer(),
      ...{
        kind: "level" as const,
        level: of.level,
        reason: "Därför.",
        changeReason: "Vi övade.",
        confidence: "medium" as const,
      },
      causes: ["exercise" as const],
      indicators: Object.fromEntries(ids.map((id) => [id, { answer, reason: "" }])),
    };
    const { year: in_, actorId } = of;
    must(saveAnswer(db, { year: in_, actorId, code: sub.code, baseRevision: 0, saveId: randomUUID(), content }, by));
  }
  must(submitAssessment(db, of, by));
}

const stage = stageOpenRound((db) => {
  const definition = findDefinition(db, "2019");
  if (!definition) throw new Error("The definition 2019 is not there");
  const before = year - 1;
  must(planRound(db, { year: before, definitionVersion: "2019", closingDay: dayFromNow(30) }, { now }));
  must(openRound(db, { year: before }, { now }));
  for (const actorId of ["haninge-kommun", "solna-stad", "taby-kommun"])
    playYear(db, definition, { year: before, actorId, level: 1 });
  must(closeRound(db, { year: before }, { now }));
  must(releaseRound(db, { year: before }, { now }));
  loadGoalAreas(db, readGoalAreaFiles("capabilities"), now);
  const by = { now, personId: null };
  must(startPlan(db, year, by));
  const actors = ["haninge-kommun", "solna-stad"];
  const checkDays = [`${year}-08-31`];
  const content = anActivity({ goalArea: "grundformagor", what, actors, checkDays });
  must(addActivity(db, { year, saveId: randomUUID(), content }, by));
  const facts = { decidedOn: dayFromNow(0), meeting: "Möte 1", reference: "§ 7", registryNumber: "" };
  const adoption = { year, version: 1, saves: readPlan(db, year)?.saves ?? 0, facts };
  must(adoptPlan(db, adoption, { ...by, role: "chief_group" }));
  playYear(db, definition, { year, actorId: "haninge-kommun", level: 3 });
  playYear(db, definition, { year, actorId: "taby-kommun", level: 1 });
});

test("an actor reads in the survey what the plan holds for a sub-capability, and no level of the year before", async () => {
  const cookie = stage.round.coordinatorOf("solna-stad");
  const { page } = await stage.visit(`/skattning/${year}/solna-stad/1:1`, { cookie });
  await headingOf(page, "1:1").waitFor();
  const planned = page.locator("section", { has: page.getByRole("heading", { name: `I verksamhetsplanen ${year}` }) });
  await planned.getByText(what).waitFor();
  expect(await planned.getByText("gäller er").count()).toBe(1);
  expect(await page.content()).not.toContain("Förra året 1");
  await page.goto(`/skattning/${year}/solna-stad/1:2`);
  await headingOf(page, "1:2").waitFor();
  expect(await page.getByText(what).count()).toBe(0);
});

test("the office reads how levels moved for those that took part and for the others, and that it says nothing of why", async () => {
  const { page } = await stage.visit(`/resultat/${year}/uppfoljning`, { cookie: stage.round.office() });
  const row = page.getByRole("row", { name: new RegExp(what) });
  await row.waitFor();
  expect(await row.getByRole("cell").allTextContents()).toEqual([
    "1 högre, 1 svarade inte båda åren",
    expect.stringMatching(/^1 lika, \d+ svarade inte båda åren$/),
  ]);
  await page.getByText("inte varför").first().waitFor();
  await page
    .getByRole("link", { name: /^Förmåga att informera om/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "Efter planen och åtgärderna" }).waitFor();
  expect(await page.getByRole("row", { name: new RegExp(what) }).count()).toBe(1);
});

test("the council reads none of it before the release", async () => {
  const { cookie } = signedIn(stage.round.db, { role: "council", now });
  const { page } = await stage.visit(`/resultat/${year}/uppfoljning`, { cookie });
  await page.getByText(`Resultatet för ${year} är inte släppt`).waitFor();
  expect(await page.getByText(what).count()).toBe(0);
});
