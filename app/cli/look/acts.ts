// The pages that `npm run look` reaches only by doing something: refused forms, two versions, a round in other states.
import ExcelJS from "exceljs";
import type { Page as Tab } from "playwright-core";
import type { Role } from "#domain/access.ts";
import { shownActor } from "../demo/people.ts";
import type { Page, Place } from "./pages.ts";

/** How long an act waits for what it is to bring about. */
const LIMIT_MS = 15_000;

async function press(tab: Tab, button: string | RegExp): Promise<void> {
  await tab.getByRole("button", { name: button, exact: true }).first().click({ timeout: LIMIT_MS });
}

const told = (tab: Tab) => tab.getByRole("alert").first().waitFor({ timeout: LIMIT_MS });

/** A form that is sent as it stands, and refused. */
function refused(name: string, path: string, button: string | RegExp): Page {
  const act = async (tab: Tab) => {
    await press(tab, button);
    await told(tab);
  };
  return { name, path, status: 200, answers: 422, act };
}

/** Saves from one window, then from another that was opened before: both versions are shown. */
async function saveFromTwoWindows(tab: Tab): Promise<void> {
  const other = await tab.context().newPage();
  await other.goto(tab.url());
  for (const [one, comment] of [[other, "Skrivet i det andra fönstret."] as const, [tab, "Skrivet här."] as const]) {
    await one.getByLabel("Kommentar", { exact: true }).fill(comment);
    await press(one, "Spara");
    await (one === other
      ? one
          .getByText(/^Sparat /)
          .first()
          .waitFor({ timeout: LIMIT_MS })
      : told(one));
  }
  await other.close();
}

async function saveWrongDate(tab: Tab): Promise<void> {
  await tab.locator("details", { has: tab.locator('[name="evidence.0.date"]') }).evaluate((fold) => {
    fold.setAttribute("open", "");
  });
  await tab.locator('[name="evidence.0.date"]').fill("31 februari");
  await press(tab, "Spara");
  await told(tab);
}

async function planRound(tab: Tab): Promise<void> {
  await tab.getByLabel("Stänger när dagen är slut").fill(`${new Date().getFullYear() + 1}-12-01`);
  await press(tab, "Planera omgången");
  await tab.getByText("Omgången är planerad.").waitFor({ timeout: LIMIT_MS });
}

async function closeRound(tab: Tab): Promise<void> {
  await tab.getByLabel(/^Jag förstår att ingen utan en egen sista dag kan svara/).check({ timeout: LIMIT_MS });
  await press(tab, "Stäng omgången nu");
  await tab.getByText("Omgången är stängd.").waitFor({ timeout: LIMIT_MS });
}

/** Opens everything that lies folded. */
async function unfoldAll(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.setAttribute("open", "");
  });
}

/** Fills in some cells of the downloaded workbook, one of them with what cannot be read, and uploads it. */
async function uploadWorkbook(tab: Tab): Promise<void> {
  const download = await tab.context().request.get(`${tab.url()}.xlsx`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await download.body()).buffer);
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      const code = row.getCell(1).value;
      if (code === "2:7a nivå") row.getCell("C").value = "mellan";
      if (code === "5:1 nivå") row.getCell("C").value = 2;
      if (code === "5:1 kommentar") row.getCell("D").value = "Prövat vid övningen i mars.";
    });
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer());
  await tab.locator('[type="file"]').setInputFiles({ name: "ifylld.xlsx", mimeType: "", buffer });
  await press(tab, "Läs in");
  await tab.locator(".workbook-preview").waitFor({ timeout: LIMIT_MS });
}

async function openFirstMail(tab: Tab): Promise<void> {
  await tab.locator("main td a, main th a").first().click({ timeout: LIMIT_MS });
  await tab.waitForURL(/\/utkorg\/.+/, { timeout: LIMIT_MS });
}

/** What a role meets by doing something. Opened after every other page of every role, as it changes what they show. */
export function actsOf(role: Role | null, { year, actor }: Place): Page[] {
  if (role === "coordinator" && actor !== shownActor) return [];
  const survey = `/skattning/${year}/${actor}`;
  if (role === null) return [refused("sign-in-refused", "/logga-in", "Logga in")];
  if (role === "coordinator")
    return [
      { name: "answer-refused", path: `${survey}/5:5`, status: 200, answers: 422, act: saveWrongDate },
      { name: "task-list-unfolded", path: survey, status: 200, act: unfoldAll },
      { name: "answer-unfolded", path: `${survey}/5:4`, status: 200, act: unfoldAll },
      { name: "measures-unfolded", path: `${survey}/atgarder`, status: 200, act: unfoldAll },
      { name: "workbook-preview", path: `${survey}/arbetsbok`, status: 200, act: uploadWorkbook },
      { name: "answer-stale", path: `${survey}/5:6`, status: 200, answers: 409, act: saveFromTwoWindows },
    ];
  if (role === "chief_group") return [refused("decide-refused", `/lagstanivaer/${year}/beslut`, /^Registrera beslut/)];
  if (role === "office")
    return [
      refused("people-refused", "/personer", "Lägg till"),
      refused("round-refused", `/omgangar/${year}`, "Stäng omgången nu"),
      { name: "outbox-mail", path: "/utkorg", status: 200, act: openFirstMail },
      { name: "outbox-sent", path: "/utkorg?visa=skickade", status: 200, act: openFirstMail },
      { name: "round-unfolded", path: `/omgangar/${year}`, status: 200, act: unfoldAll },
      { name: "round-planned", path: "/omgangar", status: 200, act: planRound },
      { name: "round-closed", path: `/omgangar/${year}`, status: 200, act: closeRound },
    ];
  return [];
}
