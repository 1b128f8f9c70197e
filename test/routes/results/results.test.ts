import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertRoundActors } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import { readCsv } from "#test/support/csv.ts";
import { outcomeOf, routeArgs, signedIn } from "#test/support/request.ts";
import { storeDecision, storeEarlierRound, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { loader as actorLoader } from "../../../app/routes/results/actor.tsx";
import { loader as cellLoader } from "../../../app/routes/results/cell.tsx";
import { loader as cellsCsvLoader } from "../../../app/routes/results/cells-csv.ts";
import { loader as regionLoader } from "../../../app/routes/results/region.tsx";
import { loader as regionalCsvLoader } from "../../../app/routes/results/regional-csv.ts";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

type Asked = { role: Role; actorId?: string; path?: string; params?: Record<string, string> };

/** What a loader answers to somebody of a role; a Response where it throws or gives one. */
function ask<T>(
  loader: (args: LoaderFunctionArgs) => T | Promise<T>,
  { role, actorId, path = "", params = {} }: Asked,
) {
  const { db } = connection;
  const { cookie } = signedIn(db, { role, actorId });
  const all = { year: String(testYear), ...params };
  return outcomeOf(() => loader(routeArgs(db, `/resultat/${testYear}${path}`, { cookie, params: all })));
}

async function page<T>(answer: Promise<T | Response>): Promise<T> {
  const outcome = await answer;
  if (outcome instanceof Response) throw new Error(`${outcome.status} ${await outcome.text()}`);
  return outcome;
}

async function statusOf(answer: Promise<unknown>): Promise<number | undefined> {
  const outcome = await answer;
  return outcome instanceof Response ? outcome.status : undefined;
}

/** Haninge below the minimum on 1:1 and unknown on 1:2; Solna meets; Attunda is silent. */
function storeResults(state: "open" | "closed" | "released" = "open"): void {
  const { db } = connection;
  storeRound(db, state);
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: 4 }]);
  storeSubmission(db, "haninge", {
    "1:1": { level: 1, causes: ["exercise", "planning"], reason: "Rutinen är ny." },
    "1:2": { kind: "unknown", level: null, reason: "Inte prövat.", causes: ["training"] },
  });
  storeSubmission(db, "solna", { "1:1": { level: 4 }, "1:2": { level: 0 }, "2:1": { level: 2 } });
}

/** Adds actors to the round until `count` have answered 1:1, at level 3. */
function answerUntil(count: number): void {
  const { db } = connection;
  for (let n = 3; n <= count; n += 1) {
    const actor = { name: `Extra ${n}`, shortName: `Extra ${n}`, category: "övrig", designated: false };
    insertActor(db, { id: `extra-${n}`, ...actor });
    insertRoundActors(db, [{ year: testYear, actorId: `extra-${n}`, ...actor }]);
    storeSubmission(db, `extra-${n}`, { "1:1": { level: 3 } });
  }
}

describe("an actor's result", () => {
  const asked = { params: { actor: "haninge" } };

  test("has the largest gap first, then what is unknown, then what is missing", async () => {
    storeResults();
    const view = await page(ask(actorLoader, { role: "coordinator", actorId: "haninge", ...asked }));
    expect(view.shortcomings.map(({ cell }) => [cell.code, cell.status])).toEqual([
      ["1:1", "below_minimum"],
      ["1:2", "unknown"],
      ["2:1", "missing"],
    ]);
    expect(view).toMatchObject({ seesRegion: false, total: { belowMinimum: 1, answered: 2, applicable: 3 } });
  });

  test.each(["coordinator", "contributor", "approver"] as const)("is not for another actor's %s", async (role) => {
    storeResults("released");
    expect(await statusOf(ask(actorLoader, { role, actorId: "solna", ...asked }))).toBe(404);
    const params = { actor: "haninge", code: "1:1" };
    expect(await statusOf(ask(cellLoader, { role, actorId: "solna", params }))).toBe(404);
  });

  test("does not exist for an unknown actor", async () => {
    storeResults();
    expect(await statusOf(ask(actorLoader, { role: "office", params: { actor: "ingen" } }))).toBe(404);
  });
});

describe("the answer behind a cell", () => {
  test("is the counted one in full, with the decision its minimum comes from", async () => {
    storeResults();
    const view = await page(ask(cellLoader, { role: "office", params: { actor: "haninge", code: "1:1" } }));
    expect(view.content).toMatchObject({ level: 1, reason: "Rutinen är ny." });
    expect(view).toMatchObject({
      proposed: 3,
      cell: { gap: 2, causes: ["planning", "exercise"] },
      minimumSource: {
        sequence: 1,
        group: "all",
        decidedOn: "2026-02-12",
        reference: "Chefsgruppen § 4",
        before: null,
      },
    });
  });

  test("names the stricter group's decision, not an earlier or a weaker one", async () => {
    storeResults();
    const motive = "De larmas först";
    storeDecision(connection.db, [{ code: "1:1", group: "category:kommun", minimum: 4, ambition: null, motive }], 2);
    const view = await page(ask(cellLoader, { role: "office", params: { actor: "haninge", code: "1:1" } }));
    expect(view.minimumSource).toMatchObject({
      ...{ sequence: 2, group: "category:kommun", motive: "De larmas först", before: `${testYear}-1` },
    });
    expect(view.ambitionSource).toMatchObject({ sequence: 1, group: "all" });
  });

  test("leads back to the heatmap as it was", async () => {
    storeResults();
    const path = "/aktor/haninge/1:1?kategori=kommun&ordning=brist&delformaga=1:1&annat=1";
    const view = await page(ask(cellLoader, { role: "office", path, params: { actor: "haninge", code: "1:1" } }));
    expect(view.back).toBe("/resultat/2026?kategori=kommun&ordning=brist&delformaga=1%3A1#haninge/1:1");
  });

  test("stands beside the same in earlier years, with that year's minimum and what counted then", async () => {
    storeResults();
    storeEarlierRound(connection.db, 2025, ["haninge"]);
    storeEarlierRound(connection.db, 2024, ["haninge"]);
    storeDecision(connection.db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }], 1, 2025);
    storeSubmission(connection.db, "haninge", { "1:1": { level: 3 } }, 2025);
    const ofCell = async (role: Role, actor: string) => page(ask(cellLoader, { role, params: { actor, code: "1:1" } }));
    const { earlierYears, versions } = await ofCell("office", "haninge");
    expect(earlierYears.map(({ year, cell }) => [year, cell?.status, cell?.level, cell?.minimum])).toEqual([
      [2025, "meets_minimum", 3, 2],
      [2024, "missing", null, null],
    ]);
    expect(versions).toBe("/skattning/2026/haninge/1:1/historik");
    expect((await ofCell("chief_group", "haninge")).versions).toBeNull();
    expect((await ofCell("office", "solna")).earlierYears).toEqual([]);
  });

  test("does not exist for an unknown code", async () => {
    storeResults();
    expect(await statusOf(ask(cellLoader, { role: "office", params: { actor: "haninge", code: "9:9" } }))).toBe(404);
  });

  test("of a silent actor is missing", async () => {
    storeResults();
    const view = await page(ask(cellLoader, { role: "office", params: { actor: "attunda", code: "1:1" } }));
    expect(view).toMatchObject({ content: null, proposed: null, submission: null, cell: { status: "missing" } });
  });
});

describe("the region as the council sees it", () => {
  test.each(["open", "closed"] as const)("is empty while the round is %s", async (state) => {
    storeResults(state);
    answerUntil(6);
    const view = await page(ask(regionLoader, { role: "council" }));
    expect(view).toMatchObject({ capabilities: [], releasedYear: null });
  });

  test("shows a sub-capability that five actors answered", async () => {
    storeResults("released");
    answerUntil(5);
    const view = await page(ask(regionLoader, { role: "council" }));
    expect(view.capabilities[0]?.rows[0]).toEqual({
      code: "1:1",
      name: "Delförmåga 1:1",
      shown: "all",
      answered: 5,
      applicable: 6,
      shareMeeting: 0.8,
      shareLow: 0.666667,
      shareHigh: 0.833333,
    });
  });

  test("withholds what only four answered, and how many they were", async () => {
    storeResults("released");
    answerUntil(4);
    const view = await page(ask(regionLoader, { role: "council" }));
    const rows = view.capabilities.flatMap((capability) => capability.rows);
    expect(rows.map((row) => row.shown)).toEqual(["nothing", "nothing", "nothing"]);
    expect(Object.keys(rows[0] ?? {})).toEqual(["code", "name", "shown"]);
  });

  test("withholds a share that fewer than five of them stand behind", async () => {
    storeRound(connection.db, "released");
    storeDecision(connection.db, [{ code: "1:1", group: "category:kommun", minimum: 3, ambition: null }]);
    storeSubmission(connection.db, "haninge", { "1:1": { level: 1 } });
    storeSubmission(connection.db, "solna", { "1:1": { level: 4 } });
    answerUntil(8);
    const view = await page(ask(regionLoader, { role: "council" }));
    expect(view.capabilities[0]?.rows[0]).toMatchObject({ shown: "coverage", answered: 8 });
    expect(view.capabilities[0]?.rows[0]).not.toHaveProperty("shareMeeting");
  });

  test("names no actor and has no totals", async () => {
    storeResults("released");
    answerUntil(6);
    const view = await page(ask(regionLoader, { role: "council" }));
    expect(JSON.stringify(view)).not.toMatch(/haninge|solna|total|causes|distribution/i);
  });

  test("is not for an actor", async () => {
    storeResults("released");
    expect(await statusOf(ask(regionLoader, { role: "coordinator", actorId: "haninge" }))).toBe(403);
  });
});

describe("the CSV files", () => {
  test("come as downloads", async () => {
    storeResults();
    const answer = await ask(cellsCsvLoader, { role: "chief_group" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="cells-2026.csv"');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = readCsv(`\uFEFF${new TextDecoder().decode(bytes)}`);
    expect(rows.find(({ actor_id, code }) => actor_id === "haninge" && code === "1:1")).toMatchObject({
      actor: "Haninge kommun",
      designated: "false",
      level: "1",
      gap: "2",
      status: "below_minimum",
      confidence: "medium",
      causes: "planning,exercise",
    });
  });

  test("are not for the council or an actor", async () => {
    storeResults("released");
    for (const loader of [cellsCsvLoader, regionalCsvLoader]) {
      expect(await statusOf(ask(loader, { role: "council" }))).toBe(403);
      expect(await statusOf(ask(loader, { role: "approver", actorId: "haninge" }))).toBe(403);
      expect(await statusOf(ask(loader, { role: "office", params: { year: "2031" } }))).toBe(404);
    }
  });
});
