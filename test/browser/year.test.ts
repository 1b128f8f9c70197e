// The whole year as its people live it: from `npm start` on an empty database, with nothing but a browser each.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "#cli/browser.ts";
import { dayFromNow } from "./support/days.ts";
import { chooseLevels, decide, openDecision } from "./support/levels.ts";
import { follow } from "./support/menu.ts";
import * as office from "./support/office.ts";
import { type RealServer, startForReal, temporaryDatabase } from "./support/real-server.ts";
import { cellsOf, download } from "./support/results.ts";
import * as survey from "./support/survey.ts";
import { openVisitor, type Visitor } from "./support/visitor.ts";

const year = 2026;
const people = [
  { name: "Ledamot, chefsgruppen", email: "chef@example.se", role: "Regionala chefsgruppen" },
  { name: "Samordnare, Haninge", email: "haninge@example.se", role: "Samordnare", actor: "Haninge kommun" },
  { name: "Samordnare, Täby", email: "taby@example.se", role: "Samordnare", actor: "Täby kommun" },
  { name: "Ledamot, rådet", email: "radet@example.se", role: "Regionala rådet" },
];
const uppfylld = { minimum: "3 Uppfylld", ambition: "4 Uppfylld och prövad" };
const decided = { "1:1": uppfylld, "1:2": uppfylld, "1:3": uppfylld, "2:1": uppfylld, "5:7": uppfylld };
const ofHaninge: Record<string, survey.Answer> = {
  "1:1": { indicators: "Ja", level: 4, exercise: { what: "Samverkansövning", date: dayFromNow(-30) } },
  "1:2": survey.asProposed,
  "1:3": { indicators: "Nej", level: 0, causes: ["Utbildning", "Övning"] },
  "2:1": { indicators: "Vet ej", level: "?", reason: "Ny bemanning, inte prövat.", causes: ["Bemanning och mandat"] },
  "5:7": { indicators: "Delvis", level: 2, causes: ["Rutin eller plan"] },
};
const levelsFrom = { minimum: "3", ambition: "4" };
const expectedCells = {
  "1:1": { level: "4", ...levelsFrom, gap: "0", status: "meets_ambition", causes: "" },
  "1:2": { level: "3", ...levelsFrom, gap: "0", status: "meets_minimum", causes: "" },
  "1:3": { level: "0", ...levelsFrom, gap: "3", status: "below_minimum", causes: "training,exercise" },
  "2:1": { level: "", ...levelsFrom, gap: "", status: "unknown", causes: "organisation" },
  "5:7": { level: "2", ...levelsFrom, gap: "1", status: "below_minimum", causes: "planning" },
  "5:6": { level: "3", minimum: "", ambition: "", gap: "", status: "no_minimum", causes: "" },
};
const inRegion = { applicable: "37", missing: "36", answered: "1", expected: "37" };
const saidInHeatmap = {
  "1:1": "nivå 4, når lägstanivån 3 och ambitionsnivån 4",
  "1:2": "nivå 3, når lägstanivån 3, ambitionsnivån är 4",
  "1:3": "0 −3, nivå 0, tre steg under lägstanivån 3",
  "2:1": "kan inte bedömas, lägstanivån är 3",
  "5:7": "2 −1, nivå 2, ett steg under lägstanivån 3",
  "5:6": "nivå 3, ingen lägstanivå beslutad",
};
const expectedRegion = {
  "1:1": { ...inRegion, meets_ambition: "1", share_meeting: "1", share_low: "0.027027", share_high: "1", level_4: "1" },
  "1:3": { ...inRegion, below_minimum: "1", share_meeting: "0", share_high: "0.972973", gap_steps: "3", exercise: "1" },
  "2:1": { ...inRegion, unknown: "1", not_meeting: "1", share_meeting: "0", share_low: "0", median: "" },
  "5:6": { ...inRegion, expected: "0", no_minimum: "37", share_meeting: "", median: "3", level_3: "1" },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the year %s", (_how, javaScriptEnabled) => {
  const database = temporaryDatabase();
  const visitors: Visitor[] = [];
  const links: Record<string, string> = {};
  let server: RealServer;
  let kansli: Page;
  let haninge: Page;
  let council: Page;

  async function newcomer(link?: string): Promise<Page> {
    const visitor = await openVisitor(browser, { url: server.url, javaScriptEnabled });
    visitors.push(visitor);
    if (link) await office.acceptInvitation(visitor.page, link);
    return visitor.page;
  }

  beforeAll(async () => {
    server = await startForReal(database.path, { empty: true });
  });
  afterAll(async () => {
    await server?.stop();
    database.remove();
    for (const { context } of visitors) await context.close();
  });

  test("the printed link makes the first office user, once", async () => {
    kansli = await newcomer();
    await office.becomeFirstOffice(kansli, server.officeLink);
    const late = await newcomer();
    await late.goto(server.officeLink);
    await late.getByText("Länken är redan använd eller för gammal.").waitFor();
  });

  test("the office adds people and hands over a link to each", async () => {
    await office.openPeople(kansli);
    for (const person of people) links[person.name] = await office.addPerson(kansli, person);
    expect(new Set(Object.values(links)).size).toBe(people.length);
    council = await newcomer(links["Ledamot, rådet"]);
    await council.getByText("Ingen skattningsomgång finns ännu.").waitFor();
  });

  test("the office plans the round and opens it", async () => {
    await office.planAndOpenRound(kansli, year, dayFromNow(30));
  });

  test("the chief group decides levels; an ambition below its minimum is refused with all that was chosen", async () => {
    const chief = await newcomer(links["Ledamot, chefsgruppen"]);
    await openDecision(chief);
    await chief.getByLabel("Beslutet fattades").fill(dayFromNow(-10));
    await chief.getByLabel("Möte", { exact: true }).fill("Regionala chefsgruppen, möte 2");
    await chief.getByLabel("Hänvisning").fill("Chefsgruppen § 4");
    await chooseLevels(chief, "1:1", { minimum: "3 Uppfylld", ambition: "2 Delvis uppfylld" });
    await chief.getByRole("button", { name: "Registrera beslut 1" }).click();
    await chief
      .getByRole("alert")
      .getByRole("link", { name: /Ambitionsnivån är lägre/ })
      .waitFor();
    expect(await chief.getByLabel("Ambitionsnivå för 1:1").inputValue()).toBe("2");
    expect(await chief.getByLabel("Hänvisning").inputValue()).toBe("Chefsgruppen § 4");
    await decide(chief, dayFromNow(-10), decided);
  });

  test("another actor's assessment does not exist for a coordinator", async () => {
    const taby = await newcomer(links["Samordnare, Täby"]);
    await survey.openSurvey(taby);
    const answer = await taby.goto(`/skattning/${year}/haninge-kommun`);
    expect(answer?.status()).toBe(404);
    await taby.getByRole("heading", { level: 1, name: "Sidan finns inte" }).waitFor();
  });

  test("what is not filled in cannot be submitted: the page links to each thing that is missing", async () => {
    haninge = await newcomer(links["Samordnare, Haninge"]);
    await survey.openSurvey(haninge);
    await haninge.getByRole("link", { name: "Se allt som saknas innan ni kan lämna in" }).click();
    await haninge.getByRole("heading", { level: 1, name: /^Lämna in/ }).waitFor();
    expect(await haninge.getByRole("button", { name: "Lämna in", exact: true }).count()).toBe(0);
    const codes = await survey.listCodes(haninge);
    expect(codes).toHaveLength(28);
    await haninge.getByRole("link", { name: /^1:1 / }).click();
    await survey.headingOf(haninge, "1:1").waitFor();
    await haninge.getByRole("button", { name: "Spara", exact: true }).click();
    await survey.headingOf(haninge, "1:1").waitFor();
  });

  test("the coordinator fills in every sub-capability and submits", async () => {
    await survey.openSurvey(haninge);
    const codes = await survey.listCodes(haninge);
    await haninge.getByRole("link", { name: /^1:1 / }).click();
    await survey.fillInAll(haninge, codes, ofHaninge);
    await haninge.getByRole("heading", { level: 1, name: /^Lämna in/ }).waitFor();
    await haninge.getByText("28 av 28").first().waitFor();
    await haninge.getByRole("button", { name: "Lämna in", exact: true }).click();
    await haninge.getByText("Självskattningen är inlämnad.").waitFor();
  });

  test("the council sees nothing before the release", async () => {
    await council.goto(`/resultat/${year}/regionen`);
    await council.getByText(`Resultatet för ${year} är inte släppt.`).waitFor();
  });

  test("the office closes the round and releases the result", async () => {
    await office.closeRound(kansli, year);
    await office.releaseRound(kansli, year);
  });

  test("the heatmap shows every cell's level and gap, and leads to the answer behind it", async () => {
    await follow(kansli, "Resultat");
    await kansli.getByRole("heading", { level: 1, name: `Regionen ${year}` }).waitFor();
    const cells = await cellsOf(kansli, "Haninge");
    expect(Object.keys(cells)).toHaveLength(28);
    expect(cells).toMatchObject(saidInHeatmap);
    expect((await cellsOf(kansli, "Täby"))["1:1"]).toContain("svar saknas");
    await kansli.getByRole("link", { name: /^Haninge, 1:3: / }).click();
    await kansli.getByText(/Nivå 0, tre steg under lägstanivån 3/).waitFor();
    await kansli.goBack();
  });

  test("both CSV files say the same", async () => {
    await kansli.getByRole("link", { name: "Underlag och filer" }).click();
    const cells = await download(kansli, "Alla svar (CSV)");
    const ofActor = cells.rows.filter((row) => row.actor === "Haninge kommun");
    expect(cells.rows).toHaveLength(37 * 28);
    for (const [code, expected] of Object.entries(expectedCells))
      expect(ofActor.find((row) => row.code === code)).toMatchObject({ ...expected, confidence: "medium" });
    const regional = await download(kansli, "Per delförmåga (CSV)");
    expect(regional.rows).toHaveLength(28);
    for (const [code, expected] of Object.entries(expectedRegion))
      expect(regional.rows.find((row) => row.code === code)).toMatchObject(expected);
  });

  test("the council sees the region after the release, and what too few answered is withheld", async () => {
    await follow(council, "Resultat");
    await council.getByRole("heading", { level: 1, name: `Hela regionen ${year}` }).waitFor();
    const withheld = council.getByText("färre än fem har svarat");
    await withheld.first().waitFor();
    expect(await withheld.count()).toBe(28);
    expect((await council.goto(`/resultat/${year}`))?.status()).toBe(403);
  });

  test("the coordinator sees the own result, the largest gap first", async () => {
    await follow(haninge, "Översikt");
    await haninge.getByRole("link", { name: "Se ert resultat" }).click();
    const shortcomings = haninge.getByRole("table", { name: /^Störst brist först/ }).getByRole("link");
    await shortcomings.first().waitFor();
    const shown = await shortcomings.allTextContents();
    expect(shown.map((text) => text.trim().split(/\s/)[0])).toEqual(["1:3", "5:7", "2:1"]);
  });

  test("whoever signs out needs the password to come back", async () => {
    await haninge.getByRole("button", { name: "Logga ut" }).click();
    await haninge.getByLabel("E-postadress").fill("haninge@example.se");
    await haninge.getByLabel("Lösenord").fill(office.password);
    await haninge.getByRole("button", { name: "Logga in" }).click();
    await haninge.getByRole("heading", { level: 1, name: "Översikt" }).waitFor();
  });

  test("the browser has complained of nothing", () => {
    expect(visitors.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
