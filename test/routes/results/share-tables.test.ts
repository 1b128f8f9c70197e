import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { Role } from "#domain/access.ts";
import type { ShareRow } from "#domain/share-table.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeEarlierRound, storeSubmission } from "#test/support/results.ts";
import { storeDefinition, storeRound, testYear } from "#test/support/stored.ts";
import { loader as categories } from "../../../app/routes/results/categories.tsx";
import { loader as years } from "../../../app/routes/results/years.tsx";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

type Loader<T> = (args: LoaderFunctionArgs) => T | Promise<T>;

function ask<T>(loader: Loader<T>, search: string, { role = "office" as Role, year = String(testYear) } = {}) {
  const { db } = connection;
  const { cookie } = signedIn(db, { role, actorId: role === "coordinator" ? "haninge" : null });
  return outcomeOf(() => loader(routeArgs(db, `/resultat/${year}/x${search}`, { cookie, params: { year } })));
}

async function page<T>(loader: Loader<T>, search = ""): Promise<Exclude<T, Response>> {
  const outcome = await ask(loader, search, { role: "chief_group" });
  if (outcome instanceof Response) throw new Error(`${outcome.status} ${await outcome.text()}`);
  return outcome as Exclude<T, Response>;
}

/** 2026: Haninge at 1 and Solna at 3 of a minimum of 3; Attunda, alone in its category and designated, at 4. 2025: Haninge at 3. */
function storeYears(earlierVersion = "test"): void {
  const { db } = connection;
  storeRound(db, "open");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: 4 }]);
  storeSubmission(db, "haninge", { "1:1": { level: 1 }, "1:2": { level: 2 } });
  storeSubmission(db, "solna", { "1:1": { level: 3 } });
  storeSubmission(db, "attunda", { "1:1": { level: 4 } });
  storeEarlierRound(db, 2025, ["haninge", "attunda"], earlierVersion);
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }], 1, 2025);
  storeSubmission(db, "haninge", { "1:1": { level: 3 } }, 2025);
}

const sharesOf = (rows: ShareRow[]) =>
  rows.map(({ key, actors, cells }) => [
    key,
    actors,
    cells.map(({ foot }) => (foot?.of === "levels" ? foot.shareMeeting : foot)),
  ]);

test.each([
  ["categories", categories],
  ["years", years],
] as const)("the %s say nothing of a status, which chooses among actors", async (_name, loader) => {
  storeYears();
  const { query, fields } = await page<{ query: { status: unknown }; fields: { status: string } }>(
    loader as Loader<{ query: { status: unknown }; fields: { status: string } }>,
    "?status=under",
  );
  expect([query.status, fields.status]).toEqual([null, ""]);
});

describe("the categories", () => {
  test("stand in their order, each column with the share in the category", async () => {
    storeYears();
    const { rows, bands } = await page(categories);
    expect(sharesOf(rows)).toEqual([
      ["kommun", 2, [0.5, null, null]],
      ["blåljus", 1, [1, null, null]],
    ]);
    expect(bands[0]?.columns[0]?.foot).toMatchObject({ answered: 3, shareMeeting: 0.666667 });
  });

  test.each([
    ["?ordning=brist&delformaga=1:1", ["kommun", "blåljus"]],
    ["?visa=ambition&ordning=brist&delformaga=1:1", ["kommun", "blåljus"]],
    ["?visa=skillnad-2025&ordning=brist&delformaga=1:1", ["kommun", "blåljus"]],
    ["?kategori=blåljus", ["blåljus"]],
    ["?utpekad=ja", ["blåljus"]],
    ["?utpekad=ja&kategori=kommun", []],
    ["?ordning=brist&delformaga=1:2", ["kommun", "blåljus"]],
  ])("are as asked for in %s", async (search, keys) => {
    storeYears();
    const { rows, errors } = await page(categories, search);
    expect(errors).toEqual({});
    expect(rows.map(({ key }) => key)).toEqual(keys);
  });

  test("with the lowest share first where one column is chosen, not in their own order", async () => {
    storeYears();
    storeDecision(connection.db, [{ code: "1:1", group: "category:blåljus", minimum: 5, ambition: null }], 2);
    const keys = async (search: string) => (await page(categories, search)).rows.map(({ key }) => key);
    expect(await keys("")).toEqual(["kommun", "blåljus"]);
    expect(await keys("?ordning=brist&delformaga=1:1")).toEqual(["blåljus", "kommun"]);
  });

  test("count who raised and who lowered its level since another year", async () => {
    storeYears();
    const { rows } = await page(categories, "?visa=skillnad-2025");
    expect(rows[0]?.cells[0]?.foot).toEqual({ of: "changes", up: 0, down: 1, same: 0, no_level: 1, not_comparable: 0 });
  });
});

describe("the years", () => {
  test("stand newest first, each with its own share and its own minimum", async () => {
    storeYears();
    const { rows, errors } = await page(years);
    expect(errors).toEqual({});
    expect(sharesOf(rows)).toEqual([
      ["2026", 3, [0.666667, null, null]],
      ["2025", 2, [1, null, null]],
    ]);
  });

  const newMinima = (rows: ShareRow[]) => rows.map(({ cells }) => cells.map(({ isNewMinimum }) => isNewMinimum));

  test("mark a share of another minimum than the year before's", async () => {
    storeYears();
    expect(newMinima((await page(years)).rows)).toEqual([
      [false, false, false],
      [false, false, false],
    ]);
    storeDecision(connection.db, [{ code: "1:1", group: "designated", minimum: 4, ambition: null }], 2);
    expect(newMinima((await page(years)).rows)).toEqual([
      [true, false, false],
      [false, false, false],
    ]);
    expect(newMinima((await page(years, "?visa=ambition")).rows)[0]).toEqual([false, false, false]);
  });

  test("mark nothing where no share stands, though the minimum is another", async () => {
    storeYears();
    storeDecision(connection.db, [{ code: "2:1", group: "all", minimum: 3, ambition: null }], 2);
    expect(newMinima((await page(years)).rows)[0]).toEqual([false, false, false]);
  });

  test("up to the one that is asked for", async () => {
    storeYears();
    const outcome = await ask(years, "", { year: "2025" });
    expect(outcome instanceof Response ? outcome.status : outcome.rows.map(({ key }) => key)).toEqual(["2025"]);
  });

  test("of one category or base capability", async () => {
    storeYears();
    expect(sharesOf((await page(years, "?kategori=kommun&grundformaga=1")).rows)).toEqual([
      ["2026", 2, [0.5, null]],
      ["2025", 1, [1, null]],
    ]);
  });

  test("have nothing where the version map breaks the line, and follow a code that was renamed", async () => {
    const { db } = connection;
    storeDefinition(db, { version: "old" });
    const map = {
      from: "old",
      to: "test",
      subCapabilities: [
        { code: "1:1", change: "rescaled" as const, from: ["1:1"], reason: "Ankarna är nya." },
        { code: "1:2", change: "clarified" as const, from: ["2:1"], reason: "Flyttad." },
        { code: "2:1", change: "new" as const, from: [], reason: "Ny." },
      ],
      retired: [{ code: "1:2", reason: "Utgår." }],
    };
    storeYears("old");
    upsertVersionMap(db, { map, sha256: "0", loadedAt: testNow.toISOString() });
    storeSubmission(db, "attunda", { "2:1": { level: 2 } }, 2025);
    storeDecision(db, [{ code: "2:1", group: "all", minimum: 3, ambition: null }], 2, 2025);
    const { rows } = await page(years);
    expect(rows[1]?.cells.map(({ code, foot, breaks }) => [code, foot !== null, breaks.length])).toEqual([
      ["1:1", false, 1],
      ["2:1", true, 0],
      ["2:1", false, 1],
    ]);
    expect(rows[1]?.cells[1]?.foot).toMatchObject({ shareMeeting: 0, answered: 1 });
  });

  test("have no other year to be compared with: it says so and shows the minimum", async () => {
    storeYears();
    const { errors, query } = await page(years, "?visa=skillnad-2025");
    expect(Object.keys(errors)).toEqual(["visa"]);
    expect(query.aim).toEqual({ by: "minimum" });
  });
});

describe.each([
  ["categories", categories as Loader<unknown>],
  ["years", years as Loader<unknown>],
])("the table of %s", (_name, loader) => {
  test.each(["council", "coordinator"] as const)("is not for the %s, also when the round is released", async (role) => {
    storeRound(connection.db, "released");
    const outcome = await ask(loader, "", { role });
    expect(outcome instanceof Response && outcome.status).toBe(403);
  });

  test.each(["2031", "nu"])("does not know the round %s", async (year) => {
    storeRound(connection.db, "open");
    const outcome = await ask(loader, "", { year });
    expect(outcome instanceof Response && outcome.status).toBe(404);
  });

  test.each(["planned", "open"] as const)(
    "of a round that is %s and has no answers has no numbers that are none",
    async (state) => {
      storeRound(connection.db, state);
      const view = await page(loader);
      expect(view).toMatchObject({ submittedCount: 0, latestDecision: null });
      expect(JSON.stringify(view)).not.toContain("NaN");
    },
  );
});
