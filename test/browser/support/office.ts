// What the samordningskansli does in the browser, by the labels it reads.
import type { Page } from "playwright-core";
import { follow } from "./menu.ts";

export const password = "tre ord i följd";

type Person = { name: string; email: string; role: string; actor?: string };

async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel("Välj ett lösenord").fill(password);
  await page.getByLabel("Lösenordet en gång till").fill(password);
  await page.getByRole("button", { name: "Spara och logga in" }).click();
  await page.getByRole("heading", { level: 1, name: "Översikt" }).waitFor();
}

/** Uses the printed link: makes the first office user and signs it in. */
export async function becomeFirstOffice(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Namn", { exact: true }).fill("Handläggare, samordningskansliet");
  await page.getByLabel("E-postadress", { exact: true }).fill("kansli@example.se");
  await choosePassword(page);
}

/** Uses a link that the office handed over: chooses the password and lands on the start page. */
export async function acceptInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await choosePassword(page);
}

export async function openPeople(page: Page): Promise<void> {
  await follow(page, "Personer");
  await page.getByRole("heading", { level: 1, name: "Personer" }).waitFor();
}

/** On the page of people: adds one and returns the one-time link that is shown. */
export async function addPerson(page: Page, { name, email, role, actor }: Person): Promise<string> {
  await page.getByLabel("Namn", { exact: true }).fill(name);
  await page.getByLabel("E-postadress", { exact: true }).fill(email);
  await page.getByLabel("Roll", { exact: true }).selectOption({ label: role });
  if (actor) await page.getByLabel("Aktör", { exact: true }).selectOption({ label: actor });
  await page.getByRole("button", { name: "Lägg till", exact: true }).click();
  const handOver = page.getByRole("status").filter({ hasText: name });
  return (await handOver.getByRole("code").textContent()) ?? "";
}

/** Plans the year's round and opens it. `closingDay`: YYYY-MM-DD. */
export async function planAndOpenRound(page: Page, year: number, closingDay: string): Promise<void> {
  await follow(page, "Omgångar");
  await page.getByLabel("År", { exact: true }).fill(String(year));
  await page.getByLabel("Stänger när dagen är slut").fill(closingDay);
  await page.getByRole("button", { name: "Planera omgången" }).click();
  await page.getByRole("heading", { level: 1, name: `Omgången ${year}` }).waitFor();
  await page.getByLabel("Jag förstår").check();
  await page.getByRole("button", { name: "Öppna omgången" }).click();
  await page.getByRole("status").filter({ hasText: "Omgången är öppen" }).waitFor();
}

async function openRoundPage(page: Page, year: number): Promise<void> {
  await follow(page, "Omgångar");
  await page.getByRole("link", { name: String(year), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: `Omgången ${year}` }).waitFor();
}

/** Closes the round before its day, first without ticking that it cannot be undone: that is refused. */
export async function closeRound(page: Page, year: number): Promise<void> {
  await openRoundPage(page, year);
  await page.getByRole("button", { name: "Stäng omgången nu" }).click();
  await page
    .getByRole("alert")
    .getByRole("link", { name: /Kryssa i rutan/ })
    .waitFor();
  await page.getByLabel("Jag förstår").check();
  await page.getByRole("button", { name: "Stäng omgången nu" }).click();
  await page.getByRole("status").filter({ hasText: "Omgången är stängd" }).waitFor();
}

export async function releaseRound(page: Page, year: number): Promise<void> {
  await openRoundPage(page, year);
  await page.getByLabel("Jag förstår").check();
  await page.getByRole("button", { name: "Släpp resultatet" }).click();
  await page.getByRole("status").filter({ hasText: "Resultatet är släppt" }).waitFor();
}
