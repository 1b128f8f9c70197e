import { afterEach, beforeEach, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertMeasure, insertMeasureRevision } from "#db/queries/measures.ts";
import { insertRoundActors } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import { anEvidence, indicatorsAnswered } from "#test/support/builders.ts";
import { listening } from "#test/support/queries.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeVector, vectorYear } from "#test/support/store-vector.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { readVectors } from "#test/support/vectors.ts";
import { viewSubCapability } from "#usecases/view-sub-capability.ts";
import { loader } from "../../../app/routes/results/sub-capability.tsx";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

type Asked = { role?: Role; actorId?: string; year?: string; code?: string };

function ask({ role = "office", actorId, year = String(testYear), code = "1:1" }: Asked = {}) {
  const { cookie } = signedIn(connection.db, { role, actorId });
  const args = routeArgs(connection.db, `/resultat/${year}/delformaga/${code}`, { cookie, params: { year, code } });
  return outcomeOf(() => loader(args));
}

async function page(asked: Asked = {}) {
  const outcome = await ask(asked);
  if (outcome instanceof Response) throw new Error(`${outcome.status} ${await outcome.text()}`);
  return outcome;
}

async function statusOf(asked: Asked) {
  const outcome = await ask(asked);
  return outcome instanceof Response ? outcome.status : 200;
}

function storeMeasure(actorId: string, afterNumber: number): void {
  const key = { year: testYear, actorId, number: 1 };
  insertMeasure(connection.db, { ...key, code: "1:1" });
  insertMeasureRevision(connection.db, {
    ...key,
    ...{ revision: 1, what: "Öva varje vår", holder: "Säkerhetschefen", dueDay: "2026-12-01", isRemoved: false },
    ...{ saveId: `m ${actorId}`, savedAt: testNow.toISOString(), savedBy: null, afterNumber },
  });
}

function storeResults(): void {
  const { db } = connection;
  storeRound(db, "open");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
  storeSubmission(db, "haninge", {
    "1:1": { level: 1, causes: ["training"], indicators: indicatorsAnswered({ "1:1.1": "no", "1:1.2": "yes" }) },
  });
  storeSubmission(db, "solna", { "1:1": { level: 4, evidence: [anEvidence({ date: "2023-01-10" })] } });
}

test("says how levels, indicators, causes and evidence stand, over all actors", async () => {
  storeResults();
  const view = await page();
  expect(view.levels.map(({ category, distribution, missing }) => [category, distribution, missing])).toEqual([
    [null, [0, 1, 0, 0, 1], 1],
    ["kommun", [0, 1, 0, 0, 1], 0],
    ["blåljus", [0, 0, 0, 0, 0], 1],
  ]);
  expect(view.indicators.map(({ id, notMet, of }) => [id, notMet, of])).toEqual([
    ["1:1.1", 1, 2],
    ["1:1.2", 0, 2],
  ]);
  expect(view.causes).toEqual([{ cause: "training", actors: ["haninge"] }]);
  expect(view.proven).toEqual({
    ...{ level: 4, claimed: 1 },
    unproven: [{ actor: "solna", level: 4, lastWorked: "2023-01-10" }],
  });
  expect(view.actors).toMatchObject({ below_minimum: ["haninge"], meets_minimum: ["solna"], missing: ["attunda"] });
  expect(view.neighbours).toEqual({ before: null, after: "1:2" });
  expect(view.trend.segments.flatMap(({ points }) => points.map(({ year }) => year))).toEqual([testYear]);
});

test("shows a measure as the submission that counts was made with it, and no draft's", async () => {
  storeResults();
  storeMeasure("haninge", 0);
  storeMeasure("solna", 1);
  storeMeasure("attunda", 0);
  const { measures } = await page();
  expect(measures.map(({ actorId, what }) => [actorId, what])).toEqual([["haninge", "Öva varje vår"]]);
  expect((await page({ code: "1:2" })).measures).toEqual([]);
});

test.each(["planned", "open", "closed", "released"] as const)(
  "a round that is %s, without answers and decisions, has no share and nothing to draw",
  async (state) => {
    storeRound(connection.db, state);
    const { summary, causes, proven, measures, trend } = await page();
    expect(summary).toMatchObject({ answered: 0, shareMeeting: null, shareLow: null, shareHigh: null });
    expect([causes, proven.unproven, measures, trend.segments.flatMap(({ points }) => points)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  },
);

test("is for the office and the chief group, of a year and a code that there are", async () => {
  storeResults();
  expect(await statusOf({ role: "chief_group" })).toBe(200);
  expect(await statusOf({ role: "council" })).toBe(403);
  expect(await statusOf({ role: "coordinator", actorId: "haninge" })).toBe(403);
  expect(await statusOf({ year: "2031" })).toBe(404);
  expect(await statusOf({ code: "9:9" })).toBe(404);
});

test("agrees with every worked case", () => {
  for (const vector of readVectors().filter(({ input }) => !input.includeDrafts)) {
    const own = openDatabase(":memory:");
    storeVector(own.db, vector);
    for (const { code, ...row } of vector.expected.regional) {
      const view = viewSubCapability(own.db, { year: vectorYear, code }, { now: testNow });
      const { distribution, shareMeeting, shareLow, shareHigh, notMeeting, answered } = row;
      expect(view?.levels[0]).toMatchObject({ distribution, shareMeeting, shareLow, shareHigh, notMeeting, answered });
      for (const { cause, actors } of view?.causes ?? []) expect(actors).toHaveLength(row.causes[cause]);
    }
    own.close();
  }
});

test("asks the database as often for many actors as for three", () => {
  storeResults();
  storeMeasure("haninge", 0);
  const count = () => {
    const { db, queries } = listening(connection);
    viewSubCapability(db, { year: testYear, code: "1:1" }, { now: testNow });
    return queries.length;
  };
  const few = count();
  for (let n = 1; n <= 5; n += 1) {
    const actor = { name: `Extra ${n}`, shortName: `Extra ${n}`, category: "övrig", designated: false };
    insertActor(connection.db, { id: `extra-${n}`, ...actor });
    insertRoundActors(connection.db, [{ year: testYear, actorId: `extra-${n}`, ...actor }]);
    storeSubmission(connection.db, `extra-${n}`, { "1:1": { level: 3 } });
    storeMeasure(`extra-${n}`, 0);
  }
  expect(count()).toBe(few);
  expect(few).toBeLessThanOrEqual(16);
});
