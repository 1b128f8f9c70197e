// Saves a picture of every page as every role, into look/. Words after the command choose among them by folder and name.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openDatabase } from "#db/client.server.ts";
import { findPersonByEmail } from "#db/queries/people.ts";
import { stockholmDay } from "#domain/day.ts";
import { renewLink } from "#usecases/renew-link.ts";
import { launchBrowser } from "./browser.ts";
import { type DemoLink, demoLinks } from "./demo/links.ts";
import { makeDemoFile } from "./demo/make.ts";
import { shownActor } from "./demo/people.ts";
import { runCommand } from "./fail.ts";
import { actsOf } from "./look/acts.ts";
import { inspect } from "./look/inspect.ts";
import { anonymousPages, type Page, pagesFor } from "./look/pages.ts";
import { tryPort } from "./port.ts";
import { settingsOrStop } from "./prepare.ts";
import { serve } from "./serve.ts";

const chosen = process.argv.slice(2);

type Visit = { folder: string; link: DemoLink | null; pages: Page[] };

/** Every page as everybody, then what changes them: acts come last. */
function visitsOf(links: DemoLink[], token: string, now: Date): Visit[] {
  const year = Number(stockholmDay(now).slice(0, 4));
  const viewers = [null, ...links].map((link) => {
    const name = link?.actorId ? `${link.role}-${link.actorId}` : (link?.role ?? "anonymous");
    const place = { year, lastYear: year - 1, actor: link?.actorId ?? shownActor };
    return { folder: join("look", name), link, place };
  });
  const isChosen = (folder: string, { name }: Page) =>
    chosen.length === 0 || chosen.some((word) => join(folder, name).includes(word));
  const reading = viewers.map(({ folder, link, place }) => ({
    ...{ folder, link },
    pages: link ? pagesFor(link, place) : anonymousPages(token),
  }));
  // The office comes last, as what it does to a round meets everyone.
  const acting = viewers
    .toReversed()
    .map(({ folder, link, place }) => ({ folder, link, pages: actsOf(link?.role ?? null, place) }));
  return [...reading, ...acting]
    .map((visit) => ({ ...visit, pages: visit.pages.filter((page) => isChosen(visit.folder, page)) }))
    .filter(({ pages }) => pages.length > 0);
}

/** Inspects one viewer's pages, telling what is wrong with each as it goes. Returns the number of faults. */
async function takeAll(browser: Browser, { folder, link, pages }: Visit, origin: string): Promise<number> {
  const context = await browser.newContext({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  if (link) await (await context.newPage()).goto(link.url);
  let count = 0;
  for (const page of pages) {
    const faults = await inspect(context, page, { origin, folder });
    console.log(`${join(folder, page.name)}-{320,768,1440,print}.png  ${page.path}`);
    for (const fault of faults) console.error(`  ${fault}`);
    count += faults.length;
  }
  await context.close();
  return count;
}

await runCommand(async () => {
  const temporary = mkdtempSync(join(tmpdir(), "look-"));
  const database = join(temporary, "demo.sqlite");
  const port = await tryPort(0, "127.0.0.1");
  const settings = settingsOrStop({ PORT: String(port), DATABASE: database });
  const now = () => new Date();
  makeDemoFile(database, now());
  const { db, close } = openDatabase(database);
  await serve({ db, close, now, settings });
  const person = findPersonByEmail(db, "samordnare.salems-kommun@example.se");
  const link = person && renewLink(db, { personId: person.id }, { now: now() });
  const token = link?.ok ? link.token : "";
  const browser = await launchBrowser();
  let count = 0;
  for (const visit of visitsOf(demoLinks(db, now(), settings.origin), token, now())) {
    count += await takeAll(browser, visit, settings.origin);
  }
  await browser.close();
  close();
  rmSync(temporary, { recursive: true });
  console.log(count === 0 ? "Inget fel hittades." : `${count} fel hittades.`);
  process.exit(count === 0 ? 0 : 1);
});
