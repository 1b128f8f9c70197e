import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertRoundActors } from "#db/queries/rounds.ts";
import { upsertVersionMap } from "#db/queries/version-maps.ts";
import type { Role } from "#domain/access.ts";
import type { Heatmap } from "#domain/heatmap.ts";
import { listening } from "#test/support/queries.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeEarlierRound, storeSubmission } from "#test/support/results.ts";
import { storeDefinition, storeRound, testYear } from "#test/support/stored.ts";
import { viewHeatmap } from "#usecases/view-heatmap.ts";
import { loader } from "../../../app/routes/results/heatmap.tsx";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

type Asked = { role?: Role; actorId?: string; year?: string };

function ask(search: string, { role = "office", actorId, year = String(testYear) }: Asked = {}) {
  const { db } = connection;
  const { cookie } = signedIn(db, { role, actorId });
  return outcomeOf(() => loader(routeArgs(db, `/resultat/${year}${search}`, { cookie, params: { year } })));
}

async function page(search = "", asked: Asked = {}) {
  const outcome = await ask(search, asked);
  if (outcome instanceof Response) throw new Error(`${outcome.status} ${await outcome.text()}`);
  return outcome;
}

async function refusal(search: string, asked: Asked): Promise<Response> {
  const outcome = await ask(search, asked);
  if (!(outcome instanceof Response)) throw new Error("It was shown.");
  return outcome;
}

/** Haninge below the minimum on 1:1 and unknown on 1:2; Solna meets; Attunda is silent, and designated. */
function storeResults(state: "open" | "closed" | "released" = "open"): void {
  const { db } = connection;
  storeRound(db, state);
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: 4 }]);
  storeSubmission(db, "haninge", {
    "1:1": { level: 1, causes: ["exercise", "planning"] },
    "1:2": { kind: "unknown", level: null, causes: ["training"] },
  });
  storeSubmission(db, "solna", { "1:1": { level: 3 }, "1:2": { level: 0 }, "2:1": { level: 2 } });
}

const rowsOf = (heatmap: Heatmap) => heatmap.groups.flatMap(({ rows }) => rows);
const actorsOf = (heatmap: Heatmap) => rowsOf(heatmap).map(({ actor }) => actor.id);
const footOf = (heatmap: Heatmap, code: string) =>
  heatmap.bands.flatMap(({ columns }) => columns).find((column) => column.code === code)?.foot;

describe("the rows", () => {
  test("stand by category and name", async () => {
    storeResults();
    const { heatmap, search } = await page();
    expect(heatmap.groups.map(({ category }) => category)).toEqual(["kommun", "blåljus"]);
    expect(actorsOf(heatmap)).toEqual(["haninge", "solna", "attunda"]);
    expect(search).toBe("");
  });

  test.each([
    ["?ordning=namn", ["attunda", "haninge", "solna"]],
    ["?ordning=brist&delformaga=1:2", ["haninge", "attunda", "solna"]],
    ["?ordning=brist&delformaga=1:1", ["haninge", "attunda", "solna"]],
    ["?ordning=niva&delformaga=1:2", ["solna", "haninge", "attunda"]],
    ["?ordning=niva&delformaga=1:1", ["haninge", "solna", "attunda"]],
  ])("stand as asked for in %s", async (search, order) => {
    storeResults();
    const { heatmap } = await page(search, { role: "chief_group" });
    expect(heatmap.groups.map(({ category }) => category)).toEqual([null]);
    expect(actorsOf(heatmap)).toEqual(order);
  });

  test.each([
    ["?kategori=kommun", ["haninge", "solna"]],
    ["?utpekad=ja", ["attunda"]],
    ["?utpekad=nej", ["haninge", "solna"]],
    ["?kategori=kommun&utpekad=ja", []],
    ["?status=under", ["haninge"]],
    ["?status=saknas", ["haninge", "attunda"]],
    ["?status=saknas&delformaga=1:1", ["attunda"]],
    ["?status=saknas&grundformaga=1", ["attunda"]],
    ["?visa=ambition&status=under", ["haninge", "solna"]],
    ["?status=nar-ambition", []],
  ])("are those that match %s", async (search, actors) => {
    storeResults();
    const { heatmap, errors } = await page(search);
    expect(errors).toEqual({});
    expect(actorsOf(heatmap)).toEqual(actors);
    expect(heatmap.actorsShown).toBe(actors.length);
  });

  test("end with how many of the shown sub-capabilities fall short, and with nothing where nothing counts", async () => {
    storeResults();
    const ends = async (search: string) => rowsOf((await page(search)).heatmap).map(({ end }) => end);
    expect(await ends("")).toEqual([{ below: 1 }, { below: 0 }, null]);
    expect(await ends("?visa=ambition")).toEqual([{ below: 1 }, { below: 1 }, null]);
    expect(await ends("?grundformaga=2")).toEqual([null, { below: 0 }, null]);
  });
});

describe("the columns' feet", () => {
  test("are over the category that is shown, the summaries beside over the whole region", async () => {
    storeResults();
    const view = await page("?kategori=kommun");
    expect(footOf(view.heatmap, "1:1")).toMatchObject({ applicable: 2, answered: 2, shareMeeting: 0.5 });
    expect(view.heatmap.actorsBelow).toBe(2);
    expect(view.shares[0]).toMatchObject({ applicable: 6 });
  });

  test("do not change with a status, as a share over those chosen for their answers says nothing", async () => {
    storeResults();
    const all = await page();
    const chosen = await page("?status=under&delformaga=1:1");
    expect(chosen.heatmap.bands).toEqual(all.heatmap.bands);
    expect(chosen.heatmap).toMatchObject({ actorsShown: 1, actorsBelow: 3 });
  });

  test("against the ambition count who reaches it, of those who answered and have one", async () => {
    storeResults();
    const { heatmap } = await page("?visa=ambition");
    expect(footOf(heatmap, "1:1")).toMatchObject({ shareMeeting: 0, belowMinimum: 2, expected: 3 });
    expect(footOf(heatmap, "1:2")).toMatchObject({ shareMeeting: null, noMinimum: 3 });
    expect(rowsOf(heatmap)[1]?.cells[0]).toMatchObject({ status: "below_minimum", level: 3, wanted: 4, gap: 1 });
  });
});

describe("the columns", () => {
  test("are those of the chosen base capability", async () => {
    storeResults();
    const { heatmap } = await page("?grundformaga=2");
    expect(heatmap.bands.map(({ columns }) => columns.map(({ code }) => code))).toEqual([["2:1"]]);
    expect(rowsOf(heatmap).map(({ cells }) => cells.length)).toEqual([1, 1, 1]);
    expect(rowsOf(heatmap)[1]?.cells[0]).toMatchObject({ level: 2 });
  });
});

/** 2025: Haninge had 3 and 2, Attunda did not answer, Solna was not there. */
function storeEarlier(version = "test"): void {
  storeEarlierRound(connection.db, 2025, ["haninge", "attunda"], version);
  storeDecision(connection.db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }], 1, 2025);
  storeSubmission(connection.db, "haninge", { "1:1": { level: 3 }, "1:2": { level: 2 } }, 2025);
}

describe("the difference to another year", () => {
  test("is of levels: raised, lowered, the same, or no level in one of the years", async () => {
    storeResults();
    storeEarlier();
    storeSubmission(connection.db, "attunda", { "1:1": { level: 4 } });
    const { heatmap, earlierYears } = { ...(await page("?visa=skillnad-2025")), earlierYears: [2025] };
    expect(earlierYears).toEqual([2025]);
    expect(rowsOf(heatmap).map(({ cells }) => cells.map(({ status }) => status))).toEqual([
      ["down", "no_level", "no_level"],
      ["no_level", "no_level", "no_level"],
      ["no_level", "no_level", "no_level"],
    ]);
    expect(rowsOf(heatmap)[0]?.cells[0]).toEqual({
      shows: "change",
      status: "down",
      steps: -2,
      now: { status: "below_minimum", level: 1, minimum: 3 },
      before: { status: "meets_minimum", level: 3, minimum: 2 },
    });
    expect(rowsOf(heatmap)[1]?.cells[0]).toMatchObject({ before: null });
    expect(footOf(heatmap, "1:1")).toEqual({ of: "changes", up: 0, down: 1, same: 0, no_level: 2, not_comparable: 0 });
    expect(rowsOf(heatmap).map(({ end }) => end)).toEqual([
      { up: 0, down: 1 },
      { up: 0, down: 0 },
      { up: 0, down: 0 },
    ]);
  });

  test("is not shown where the version map breaks the line, and says why", async () => {
    const { db } = connection;
    storeDefinition(db, { version: "old" });
    storeResults();
    const map = {
      from: "old",
      to: "test",
      subCapabilities: [
        { code: "1:1", change: "rescaled" as const, from: ["1:1"], reason: "Ankarna är nya." },
        { code: "1:2", change: "unchanged" as const, from: ["1:2"], reason: "" },
        { code: "2:1", change: "clarified" as const, from: ["2:1"], reason: "Ett ord är rättat." },
      ],
      retired: [],
    };
    upsertVersionMap(db, { map, sha256: "0", loadedAt: testNow.toISOString() });
    storeEarlier("old");
    const { heatmap } = await page("?visa=skillnad-2025&status=ej-jamforbar");
    expect(heatmap.actorsShown).toBe(3);
    expect(rowsOf(heatmap)[0]?.cells.map(({ status }) => status)).toEqual(["not_comparable", "no_level", "no_level"]);
    expect(heatmap.bands[0]?.columns[0]?.breaks).toEqual([{ change: "rescaled", reason: "Ankarna är nya." }]);
    expect(heatmap.bands[0]?.columns[1]?.breaks).toEqual([]);
  });

  test("stands with what has fallen most first, and what has no level last", async () => {
    storeResults();
    storeEarlierRound(connection.db, 2025, ["haninge", "solna", "attunda"]);
    storeSubmission(connection.db, "haninge", { "1:1": { level: 1 } }, 2025);
    storeSubmission(connection.db, "solna", { "1:1": { level: 4 } }, 2025);
    const { heatmap } = await page("?visa=skillnad-2025&ordning=brist&delformaga=1:1");
    expect(actorsOf(heatmap)).toEqual(["solna", "haninge", "attunda"]);
  });
});

describe("what is not understood", () => {
  test.each([
    ["?kategori=hamn", "kategori"],
    ["?utpekad=kanske", "utpekad"],
    ["?grundformaga=9", "grundformaga"],
    ["?grundformaga=ett", "grundformaga"],
    ["?status=constructor", "status"],
    ["?status=hojd", "status"],
    ["?visa=skillnad-2031", "visa"],
    ["?visa=skillnad-", "visa"],
    ["?visa=constructor", "visa"],
    ["?ordning=toString", "ordning"],
    ["?ordning=niva&delformaga=9:9", "delformaga"],
    ["?grundformaga=2&delformaga=1:1", "delformaga"],
    ["?ordning=niva", "delformaga"],
  ] as const)("in %s gets a sentence, and its default", async (search, field) => {
    storeResults();
    const view = await page(search);
    expect(Object.keys(view.errors)).toEqual([field]);
    expect(view.errors[field]).toMatch(/\.$/);
    expect(view.heatmap.groups.map(({ category }) => category)).toEqual(["kommun", "blåljus"]);
  });

  test("leaves the rest as it was asked for", async () => {
    storeResults();
    const view = await page("?kategori=kommun&ordning=baklanges&status=under&annat=1");
    expect(actorsOf(view.heatmap)).toEqual(["haninge"]);
    expect(view.search).toBe("?kategori=kommun&status=under");
  });
});

describe("the page", () => {
  test("is not for the council or an actor, also when the round is released", async () => {
    storeResults("released");
    expect((await refusal("", { role: "council" })).status).toBe(403);
    expect((await refusal("", { role: "coordinator", actorId: "haninge" })).status).toBe(403);
  });

  test.each(["2031", "nu", "26", "99999"])("does not know the round %s", async (year) => {
    storeResults();
    expect((await refusal("", { year })).status).toBe(404);
  });

  test("names the rounds that there are where the year has none", async () => {
    storeResults();
    storeEarlier();
    expect(await (await refusal("", { year: "2031" })).text()).toBe(
      "Det finns ingen omgång 2031. Omgångar som finns: 2025 och 2026.",
    );
  });

  test("of a round that has not opened has no actors, and says so", async () => {
    storeRound(connection.db, "planned");
    expect(await page()).toMatchObject({ state: "planned", actorCount: 0, priority: [], years: [] });
  });

  test("without decisions and answers has no shares, and nothing that is no number", async () => {
    storeRound(connection.db, "open");
    const view = await page();
    expect(view).toMatchObject({ latestDecision: null, submittedCount: 0, withoutMinimum: ["1:1", "1:2", "2:1"] });
    expect(footOf(view.heatmap, "1:1")).toMatchObject({ shareMeeting: null, shareLow: null });
    expect(JSON.stringify(view)).not.toContain("NaN");
  });

  test.each(["", "?visa=skillnad-2025"])("asks the database as often, whatever the number of actors: %s", (text) => {
    storeResults();
    storeEarlier();
    const search = new URLSearchParams(text);
    const { db, queries } = listening(connection);
    const count = () => {
      queries.length = 0;
      viewHeatmap(db, { year: testYear, search }, { now: testNow });
      return queries.length;
    };
    count();
    const few = count();
    for (let n = 0; n < 40; n += 1) {
      const actor = { name: `Extra ${n}`, shortName: `Extra ${n}`, category: "övrig", designated: false };
      insertActor(connection.db, { id: `extra-${n}`, ...actor });
      insertRoundActors(connection.db, [{ year: testYear, actorId: `extra-${n}`, ...actor }]);
      storeSubmission(connection.db, `extra-${n}`, { "1:1": { level: 3 } });
    }
    expect(count()).toBe(few);
    expect(few).toBeLessThanOrEqual(text === "" ? 8 : 17);
  });
});
