// What a säkerhetssamordnare does in the browser: one page per sub-capability.
import type { Page } from "playwright-core";
import { follow } from "./menu.ts";

export type Answer = {
  /** The same answer to every indicator. */
  indicators: "Ja" | "Delvis" | "Nej" | "Vet ej";
  /** The level's number, or "?" for "kan inte bedömas". */
  level: number | "?";
  reason?: string;
  causes?: string[];
  /** An exercise that worked: what it was and its day. */
  exercise?: { what: string; date: string };
};

/** Every indicator met, the level that this proposes. */
export const asProposed: Answer = { indicators: "Ja", level: 3 };

/** The heading that says which sub-capability the page is about. */
export function headingOf(page: Page, code: string) {
  return page.getByRole("heading", { level: 1, name: new RegExp(`^${code}\\b`) });
}

export async function openSurvey(page: Page): Promise<void> {
  await follow(page, "Skattning");
  await page.getByRole("heading", { level: 1, name: "Självskattning" }).waitFor();
}

export async function chooseLevel(page: Page, level: number | "?"): Promise<void> {
  const levels = page.getByRole("group", { name: /^Er nivå/ });
  const sign = level === "?" ? "\\?" : String(level);
  await levels.getByRole("radio", { name: new RegExp(`^${sign}`) }).check();
}

async function addExercise(page: Page, { what, date }: { what: string; date: string }): Promise<void> {
  await page.getByText(/^Underlag: övningar/).click();
  const row = page.getByRole("group", { name: "Underlag 1" });
  await row.getByLabel("Slag").selectOption({ label: "Övning" });
  await row.getByLabel("Vad").fill(what);
  await row.getByLabel("Datum").fill(date);
  await row.getByLabel("Utfall").selectOption({ label: "Fungerade" });
}

/** Fills in the page that is shown, without saving. */
export async function fillIn(page: Page, { indicators, level, reason, causes = [], exercise }: Answer): Promise<void> {
  for (const choice of await page.getByRole("radio", { name: indicators, exact: true }).all()) await choice.check();
  if (exercise) await addExercise(page, exercise);
  await chooseLevel(page, level);
  for (const cause of causes) await page.getByRole("checkbox", { name: cause }).check();
  if (reason) await page.getByLabel("Motivering", { exact: true }).fill(reason);
  await page.getByRole("radio", { name: "Medel", exact: true }).check();
}

/** The codes of the sub-capabilities, in order, as the list of what remains shows them. */
export async function listCodes(page: Page): Promise<string[]> {
  const names = await page.getByRole("main").getByRole("listitem").getByRole("link").allTextContents();
  return names.map((name) => name.trim().split(/\s/)[0] ?? "");
}

/** Goes through the whole survey from its first page to the last, saving each, with the proposed level if nothing else is given. */
export async function fillInAll(page: Page, codes: string[], answers: Record<string, Answer>): Promise<void> {
  for (const code of codes) {
    await headingOf(page, code).waitFor();
    // Without script the heading is read before the form beneath it has arrived.
    await page.waitForLoadState();
    await fillIn(page, answers[code] ?? asProposed);
    await page.getByRole("button", { name: /^Spara och (gå till|granska)/ }).click();
  }
}
