// What the regional chefsgrupp does in the browser: decides levels.
import type { Page } from "playwright-core";
import { follow } from "./menu.ts";

export type Levels = { minimum: string; ambition?: string };

/** Opens the form that the next decision is written in, for all actors. */
export async function openDecision(page: Page): Promise<void> {
  await follow(page, "Lägstanivåer");
  await page.getByRole("link", { name: "Registrera beslut" }).click();
  await page.getByRole("heading", { level: 1, name: /^Registrera beslut/ }).waitFor();
}

/** Chooses the levels of one sub-capability in the form: options as they read, for example "3 Uppfylld". */
export async function chooseLevels(page: Page, code: string, { minimum, ambition }: Levels): Promise<void> {
  await page.getByLabel(`Lägstanivå för ${code}`, { exact: true }).selectOption({ label: minimum });
  if (ambition) await page.getByLabel(`Ambitionsnivå för ${code}`, { exact: true }).selectOption({ label: ambition });
}

/** Decides the levels, by code, and waits for the receipt. `day`: YYYY-MM-DD. */
export async function decide(page: Page, day: string, levels: Record<string, Levels>): Promise<void> {
  await openDecision(page);
  await page.getByLabel("Beslutet fattades").fill(day);
  await page.getByLabel("Möte", { exact: true }).fill("Regionala chefsgruppen, möte 2");
  await page.getByLabel("Hänvisning").fill("Chefsgruppen 12 februari § 4");
  for (const [code, chosen] of Object.entries(levels)) await chooseLevels(page, code, chosen);
  await page.getByRole("button", { name: /^Registrera beslut/ }).click();
  await page.getByRole("status").filter({ hasText: "är registrerat" }).waitFor();
}
