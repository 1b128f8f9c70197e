import { expect, test } from "vitest";
import { findDefinition } from "#db/queries/definitions.ts";
import { listRoundActors } from "#db/queries/rounds.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { Role } from "#domain/access.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import type { MapEntry } from "#domain/version-map.ts";
import { signedIn } from "#test/support/request.ts";
import { storeDecision, storeEarlierRound, storeSubmission } from "#test/support/results.ts";
import { storeDefinition } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { year } from "./support/open-round.ts";
import { stageOpenRound } from "./support/stage.ts";

const earlier = year - 1;
const actor = "haninge-kommun";

/** What version 2019 made of the one before, in which 1:1 was called 1:9. */
const changes: Record<string, Partial<MapEntry>> = {
  "1:1": { change: "clarified", from: ["1:9"], reason: "Ordet larm är ersatt." },
  "1:2": { change: "rescaled", reason: "Nivå 2 kräver en övad rutin." },
  "2:3": { change: "merged", from: ["2:3", "2:4"], reason: "De frågade om samma sak." },
  "2:4": { change: "new", from: [], reason: "Har tillkommit." },
};

/** A released year on the version before, and one on 2019 with its map: twenty answered 1:1, 1:2, 2:3 and 2:4 in both. */
const stage = stageOpenRound((db) => {
  const [at, definition] = [new Date().toISOString(), findDefinition(db, "2019")];
  if (!definition) throw new Error("no definition 2019");
  const renamed = JSON.stringify({ ...definition, version: "2018" }).replaceAll('"1:1', '"1:9');
  storeDefinition(db, JSON.parse(renamed));
  const subCapabilities = listSubCapabilities(definition).map(
    ({ code }): MapEntry => ({ code, change: "unchanged", from: [code], reason: "", ...changes[code] }),
  );
  upsertVersionMap(db, {
    map: { from: "2018", to: "2019", subCapabilities, retired: [] },
    sha256: "map",
    loadedAt: at,
  });
  const ids = listRoundActors(db, year).map(({ actorId }) => actorId);
  storeEarlierRound(db, earlier, ids, "2018");
  storeDecision(db, [{ code: "1:9", group: "all", minimum: 2, ambition: null }], 1, earlier);
  const of = (code: string, level: number) => ({
    [code]: { level },
    "1:2": { level },
    "2:3": { level },
    "2:4": { level },
  });
  for (const id of new Set([actor, ...ids.slice(0, 20)])) {
    storeSubmission(db, id, of("1:9", 3), earlier);
    storeSubmission(db, id, of("1:1", 2), year);
  }
  closeRound(db, { year }, { now: new Date() });
  releaseRound(db, { year }, { now: new Date() });
});

const results = `/resultat/${year}`;
const rescaled = /Nivå 2 kräver en övad rutin/;
const merged = /De frågade om samma sak/;

test.each<[Role, [string, RegExp][]]>([
  [
    "office",
    [
      [`${results}?visa=skillnad-${earlier}`, merged],
      [`${results}/kategorier?visa=skillnad-${earlier}`, merged],
      [`${results}/ar`, rescaled],
      [`${results}/oversikt`, /1:2[^\n]*\s+ny skala/],
      [`${results}/utveckling`, merged],
      [`${results}/utveckling?visa=1:1`, /Förtydligad: Ordet larm är ersatt/],
      [`${results}/utveckling?visa=2:3`, merged],
      [`${results}/delformaga/2:3`, merged],
      [`${results}/delformaga/2:4`, /Har tillkommit/],
      [`/resultat/${earlier}/delformaga/1:9`, /1:9/],
      [`${results}/uppfoljning`, /./],
      [`${results}/monster`, /./],
      [`${results}/aktor/${actor}`, /sammanslagen/],
      [`${results}/aktor/${actor}/2:3`, merged],
      [`/lagstanivaer/${year}/skillnad?fran=${earlier}&till=${year}`, /./],
      [`/lagstanivaer/${year}/mal`, /./],
      [`/lagstanivaer/${year}/mal?del=2:3`, merged],
    ],
  ],
  [
    "council",
    [
      [`${results}/oversikt`, /1:2[^\n]*\s+ny skala/],
      [`${results}/utveckling?visa=2:3`, merged],
      [`${results}/utveckling?visa=2`, merged],
      [`${results}/uppfoljning`, /./],
      [`${results}/regionen`, /./],
    ],
  ],
  [
    "coordinator",
    [
      [`${results}/aktor/${actor}`, /sammanslagen/],
      [`${results}/aktor/${actor}/1:1`, /./],
      [`${results}/aktor/${actor}/rapport`, /./],
    ],
  ],
])("%s reads over two versions what breaks and why, and no number that is none", async (role, pages) => {
  const { cookie } = signedIn(stage.round.db, {
    role,
    actorId: role === "coordinator" ? actor : null,
    now: new Date(),
  });
  const page = await stage.open({ cookie });
  for (const [path, says] of pages) {
    const response = await page.goto(path, { waitUntil: "networkidle" });
    const text = (await page.locator("main").allInnerTexts()).join().replaceAll("\u00a0", " ");
    expect([path, response?.status(), says.test(text)]).toEqual([path, 200, true]);
    expect([path, /NaN|undefined|Infinity|\[object|\bnull\b/.exec(text)?.[0]]).toEqual([path, undefined]);
  }
});

test("an earlier year's answer is reached under the code that it had then", async () => {
  const { page } = await stage.visit(`${results}/aktor/${actor}/1:1`, { cookie: stage.round.office() });
  await page
    .getByRole("link", { name: String(earlier), exact: true })
    .first()
    .click();
  await page.waitForURL(new RegExp(`/resultat/${earlier}/aktor/${actor}/1:9`));
  await page.getByRole("heading", { level: 1, name: /^1:9/ }).waitFor();
});
