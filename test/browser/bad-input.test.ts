import { describe, expect, test } from "vitest";
import { findAnswer } from "#db/queries/answers.ts";
import { closeRound } from "#usecases/close-round.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";
import { asProposed, chooseLevel, fillIn, headingOf } from "./support/survey.ts";

const actor = "haninge-kommun";
const survey = `/skattning/${year}/${actor}`;

const stage = stageOpenRound();

const { visit } = stage;

function coordinator(javaScriptEnabled = true) {
  return { cookie: stage.round.coordinatorOf(actor), javaScriptEnabled };
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("%s", (_how, javaScriptEnabled) => {
  const [code, other] = javaScriptEnabled ? ["2:1", "2:3"] : ["2:5", "2:6"];

  test("a save from an older version changes nothing and shows both; the writer chooses", async () => {
    const { page: first } = await visit(`${survey}/${code}`, coordinator(javaScriptEnabled));
    const { page: second } = await visit(`${survey}/${code}`, coordinator(javaScriptEnabled));
    await fillIn(first, { ...asProposed, reason: "Det första skrev." });
    await first.getByRole("button", { name: "Spara", exact: true }).click();
    await first.getByRole("status").filter({ hasText: "Sparat" }).waitFor();

    await fillIn(second, { ...asProposed, reason: "Det andra skrev." });
    await second.getByRole("button", { name: "Spara", exact: true }).click();
    const both = second.getByRole("alert").filter({ hasText: "Det här svaret har sparats någon annanstans" });
    await both.getByRole("cell", { name: "Det första skrev." }).waitFor();
    await both.getByRole("cell", { name: "Det andra skrev." }).waitFor();
    expect(await second.getByLabel("Motivering", { exact: true }).inputValue()).toBe("Det andra skrev.");

    await second.getByRole("button", { name: "Spara det jag skrev" }).click();
    await second.getByRole("status").filter({ hasText: "Sparat" }).waitFor();
    await first.reload();
    expect(await first.getByLabel("Motivering", { exact: true }).inputValue()).toBe("Det andra skrev.");
  });

  test("a date that is none comes back with everything typed, its sentence beside it and linked from the summary", async () => {
    const { page } = await visit(`${survey}/${other}`, coordinator(javaScriptEnabled));
    await fillIn(page, {
      ...asProposed,
      reason: "Skrivet innan felet.",
      exercise: { what: "Övning Havsörn", date: "2026-02-30" },
    });
    await page.getByRole("button", { name: "Spara", exact: true }).click();
    const summary = page.getByRole("alert");
    const link = summary.getByRole("link", { name: "Datumet finns inte. Skriv det som 2026-11-22." });
    await link.waitFor();
    if (javaScriptEnabled) expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    const date = page.getByRole("textbox", { name: /^Datum/ }).first();
    expect(await date.inputValue()).toBe("2026-02-30");
    expect(await date.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Motivering", { exact: true }).inputValue()).toBe("Skrivet innan felet.");

    await link.click();
    await expect.poll(() => date.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await date.inputValue()).toBe("2026-02-30");
    expect(await page.getByLabel("Motivering", { exact: true }).inputValue()).toBe("Skrivet innan felet.");
    // Asked of the database: the page itself gives back what this browser has kept, as soon as its script runs.
    expect(findAnswer(stage.round.db, { year, actorId: actor, code: other ?? "" })).toBeUndefined();
  });
});

describe("what is pasted", () => {
  test.each([
    ["200 kB", "x".repeat(200_000), /^Inte sparat: Kommentar: Texten är för lång: högst 4000 tecken\.$/],
    ["more than the server takes", "å".repeat(600_000), /^Inte sparat: Det som är skrivet är för mycket/],
    ["emoji and text from right to left", "🚒 تمرين", /^Sparat \d\d:\d\d/],
  ])("%s: saved or told why, and still on the page", async (_what, text, state) => {
    const { page } = await visit(`${survey}/2:8`, coordinator());
    const comment = page.getByLabel("Kommentar", { exact: true });
    await comment.fill(text);
    await page.locator("#answer-form").getByText(state).waitFor();
    expect(await comment.inputValue()).toBe(text);
    await comment.fill("Kort.");
    await page
      .locator("#answer-form")
      .getByText(/^Sparat \d\d:\d\d/)
      .waitFor();
  });

  test("evidence beyond the rows that stand there is added one at a time, with the focus, up to the limit", async () => {
    const { page } = await visit(`${survey}/2:8`, coordinator());
    await page.getByText(/^Underlag: övningar/).click();
    const add = page.getByRole("button", { name: "Lägg till rad" });
    while (await add.isVisible()) await add.click();
    const rows = page.getByRole("group", { name: /^Underlag \d/ });
    expect(await rows.count()).toBe(50);
    expect(
      await rows
        .last()
        .getByLabel("Slag")
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await page.getByText("Fler än 50 underlag kan inte anges.").waitFor();
  });
});

describe("what does not exist", () => {
  test.each([
    ["a round", "/skattning/2031/haninge-kommun", "Omgången 2031 finns inte."],
    ["a sub-capability", `${survey}/9:9`, `Delförmågan 9:9 finns inte i omgången ${year}.`],
  ])("%s: the page says so", async (_what, path, sentence) => {
    const { page, status } = await visit(path, coordinator());
    expect(status).toBe(404);
    await page.getByRole("heading", { level: 1, name: "Sidan finns inte" }).waitFor();
    await page.getByText(sentence).waitFor();
  });

  test.each([
    ["an actor's survey", `/skattning/${year}/finns-inte`],
    ["an actor's result", `/resultat/${year}/aktor/finns-inte`],
    ["a cell", `/resultat/${year}/aktor/${actor}/9:9`],
    ["a round's heatmap", "/resultat/2031"],
    ["a round", "/omgangar/2031"],
    ["a round's levels", "/lagstanivaer/2031"],
    ["an actor", "/aktorer/finns-inte"],
    ["a definition", "/definitioner/1999"],
    ["an address", "/finns/inte/alls"],
  ])("%s: the office gets a page that says so", async (_what, path) => {
    const { page, status } = await visit(path, { cookie: stage.round.office() });
    expect(status).toBe(404);
    await page.getByRole("heading", { level: 1, name: "Sidan finns inte" }).waitFor();
    expect(await page.getByRole("main").textContent()).not.toMatch(/undefined|null|NaN/);
    await page.getByRole("link", { name: "Till startsidan" }).waitFor();
  });
});

test("every page of the office opens without a complaint of the browser", async () => {
  const { page } = await visit("/", { cookie: stage.round.office() });
  const links = await page.getByRole("navigation", { name: "Huvudmeny" }).getByRole("link").all();
  const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(paths.length).toBeGreaterThan(5);
  const more = [`/omgangar/${year}`, `/aktorer/${actor}`, "/definitioner/2019", `/lagstanivaer/${year}/beslut`];
  const results = [
    `/resultat/${year}/aktor/${actor}`,
    `/resultat/${year}/aktor/${actor}/1:1`,
    `/resultat/${year}/regionen`,
  ];
  for (const path of [...paths, ...more, ...results, survey, `${survey}/1:1`]) {
    const answer = await page.goto(path ?? "", { waitUntil: "networkidle" });
    expect([path, answer?.status()]).toEqual([path, 200]);
  }
});

test("a save after the round has closed keeps the text on the page and says why", async () => {
  const { page } = await visit(`${survey}/3:1`, coordinator());
  const { page: scriptless } = await visit(`${survey}/3:1`, coordinator(false));
  closeRound(stage.round.db, { year }, { now: new Date() });
  for (const late of [page, scriptless]) {
    await headingOf(late, "3:1").waitFor();
    await chooseLevel(late, 2);
    await late.getByLabel("Motivering", { exact: true }).fill("Skrivet för sent.");
    await late.getByRole("button", { name: "Spara", exact: true }).click();
    await late.getByRole("alert").filter({ hasText: "Omgången är inte öppen, så ingenting sparades." }).waitFor();
    expect(await late.getByLabel("Motivering", { exact: true }).inputValue()).toBe("Skrivet för sent.");
    expect(await late.getByRole("button", { name: "Spara", exact: true }).count()).toBe(0);
  }
});
