// Last year's evidence is taken over one by one; its level is hidden until a new one is saved, and two steps away it asks why.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { findAnswer } from "#db/queries/answers.ts";
import { findDefinition } from "#db/queries/definitions.ts";
import { listMeasures } from "#db/queries/measures.ts";
import { emptyAnswer } from "#domain/answer.ts";
import { type Definition, indicatorsFor, listSubCapabilities } from "#domain/definition.ts";
import { anEvidence } from "#test/support/builders.ts";
import { signedIn } from "#test/support/request.ts";
import { closeRound } from "#usecases/close-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { noteMeasure } from "#usecases/save-measure.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { dayFromNow } from "./support/days.ts";
import { must, year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { headingOf } from "./support/survey.ts";

/** The actor's year before: level 1 everywhere, on indicators that point to it, with two exercises and a comment on 1:1. */
function playYearBefore(db: Db, definition: Definition, actorId: string): void {
  const now = new Date();
  const { personId } = signedIn(db, { role: "coordinator", actorId, now });
  const by = { now, personId, role: "coordinator" as const };
  for (const sub of listSubCapabilities(definition)) {
    const indicators = indicatorsFor(sub, { designated: false }).map(({ id }) => [
      id,
      { answer: "no" as const, reason: "" },
    ]);
    if (indicators.length === 0) continue;
    const told = {
      evidence: [
        anEvidence({ what: "Övning Norr", date: dayFromNow(-200) }),
        anEvidence({ what: "Övning Syd", date: "2019-01-10" }),
      ],
      comment: "Övas i maj.",
    };
    const content = {
      ...emptyAnswer(),
      ...{
        kind: "level" as const,
        level: 1,
        reason: "Därför.",
        causes: ["planning" as const],
        confidence: "medium" as const,
      },
      indicators: Object.fromEntries(indicators),
      ...(sub.code === "1:1" ? told : {}),
    };
    const input = { year: year - 1, actorId, code: sub.code, baseRevision: 0, saveId: randomUUID(), content };
    must(saveAnswer(db, input, by));
  }
  const measure = { what: "Öva larmkedjan", holder: "Säkerhetsenheten", dueDay: dayFromNow(-30) };
  must(noteMeasure(db, { year: year - 1, actorId, code: "1:1", saveId: randomUUID(), content: measure }, by));
  must(submitAssessment(db, { year: year - 1, actorId }, by));
}

const actors = [
  ["with JavaScript", true, "haninge-kommun"],
  ["without JavaScript", false, "solna-stad"],
] as const;

const stage = stageOpenRound((db) => {
  const now = new Date();
  const definition = findDefinition(db, "2019");
  if (!definition) throw new Error("The definition 2019 is not there");
  const before = { year: year - 1, definitionVersion: definition.version, closingDay: dayFromNow(30) };
  must(planRound(db, before, { now }));
  must(openRound(db, { year: year - 1 }, { now }));
  for (const [, , actorId] of actors) playYearBefore(db, definition, actorId);
  must(closeRound(db, { year: year - 1 }, { now }));
  must(releaseRound(db, { year: year - 1 }, { now }));
});

describe.each(actors)("the year before %s", (_how, javaScriptEnabled, actorId) => {
  test("evidence is taken over, and the level shown once a new one is saved", async () => {
    const cookie = stage.round.coordinatorOf(actorId);
    const page = await stage.open({ cookie, javaScriptEnabled });
    const saved = () => findAnswer(stage.round.db, { year, actorId, code: "1:1" })?.content;
    await page.goto(`/skattning/${year}/${actorId}/1:1`);
    await headingOf(page, "1:1").waitFor();
    await page.getByText("Förra årets nivå visas när ni har valt och sparat en nivå.").waitFor();
    await page.getByText("äldre än 24 månader").waitFor();
    expect(await page.content()).not.toContain("Förra året 1");

    await page.getByRole("textbox", { name: "Kommentar", exact: true }).fill("Nytt i år.");
    await page.getByRole("button", { name: "Ta över Övning Norr" }).click();
    await page.getByText("finns i svaret").waitFor();
    expect(await page.getByLabel("Vad", { exact: true }).first().inputValue()).toBe("Övning Norr");
    expect(await page.getByRole("textbox", { name: "Kommentar", exact: true }).inputValue()).toBe("Nytt i år.");
    expect(saved()).toMatchObject({ comment: "Nytt i år.", evidence: [{ what: "Övning Norr" }], level: null });

    await page.locator('input[name="answer"][value="3"]').check();
    const save = page.getByRole("button", { name: "Spara", exact: true });
    if (!javaScriptEnabled) await save.click();
    await page.getByText("Förra året 1, nu 3: två steg upp.").waitFor();
    await page.getByLabel("Varför har nivån ändrats?").fill("Ny plan i våras.");
    await save.click();
    await expect.poll(() => saved()?.changeReason).toBe("Ny plan i våras.");
    expect(saved()).toMatchObject({ level: 3, evidence: [{ what: "Övning Norr" }] });
  });

  test("a measure is taken over to a new day, or ended, and never by itself", async () => {
    const cookie = stage.round.coordinatorOf(actorId);
    const page = await stage.open({ cookie, javaScriptEnabled });
    const decided = () => listMeasures(stage.round.db, year, actorId)[0]?.states;
    await page.goto(`/skattning/${year}/${actorId}/1:1`);
    await headingOf(page, "1:1").waitFor();
    expect(decided()).toEqual([]);
    await page.getByRole("link", { name: "Ta ställning till åtgärden Öva larmkedjan" }).click();

    const choice = page.getByLabel("Ska åtgärden vara kvar i år?");
    await choice.selectOption("Ja, den pågår");
    await page.getByRole("button", { name: "Spara beskedet" }).click();
    await page.getByRole("alert").first().waitFor();
    expect(decided()).toEqual([]);

    await page.getByLabel("Klart senast").first().fill(dayFromNow(200));
    await page.getByRole("button", { name: "Spara beskedet" }).click();
    await page.getByText("Beskedet om åtgärden är sparat.").waitFor();
    await page.getByText("är kvar", { exact: true }).waitFor();
    expect(decided()).toMatchObject([{ state: "ongoing", holder: "Säkerhetsenheten", dueDay: dayFromNow(200) }]);

    await page.goto(`/skattning/${year}/${actorId}/atgarder`);
    await page.getByText("Ändra", { exact: false }).first().click();
    await choice.selectOption("Nej, den är klar");
    await page.getByRole("button", { name: "Spara beskedet" }).click();
    await page.getByText("Beskedet om åtgärden är sparat.").waitFor();
    expect(decided()?.at(-1)).toMatchObject({ state: "done", dueDay: null });
  });
});
