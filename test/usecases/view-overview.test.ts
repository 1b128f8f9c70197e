import { describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { updateRound } from "#db/queries/rounds.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeEarlierVector, storeVector, vectorYear } from "#test/support/store-vector.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { readVectors, type Vector } from "#test/support/vectors.ts";
import { type OverviewView, viewOverview } from "#usecases/view-overview.ts";

const now = new Date("2026-03-02T11:00:00.000Z");
const [vector] = readVectors().filter(({ name }) => name.endsWith("-4")) as [Vector];

type Db = ReturnType<typeof openDatabase>["db"];

function overview(db: Db, isCouncil = false): OverviewView {
  const view = viewOverview(db, { year: vectorYear, isCouncil }, { now });
  if (!view || "waits" in view) throw new Error("no overview");
  return view;
}

describe("the worked case, stored in the database", () => {
  const { expected, input } = vector;

  test("stands to the last digit on the first year's page", () => {
    const { db, close } = openDatabase(":memory:");
    storeVector(db, vector);
    const view = overview(db);
    const submitted = input.assessments.filter(({ status }) => status !== "draft");
    expect(view).toMatchObject({
      day: "2026-03-02",
      actorCount: input.actors.length,
      submittedCount: submitted.length,
    });
    expect(view.priority.map(({ code }) => code)).toEqual(expected.priority.slice(0, 5));
    for (const row of view.priority) {
      const { causes, notMeeting, shareMeeting } = expected.regional.find(({ code }) => code === row.code) ?? {};
      expect(row).toMatchObject({ causes, notMeeting, shareMeeting, change: null });
    }
    expect(view.capabilities.map(({ now, before }) => ({ now, before }))).toEqual(
      expected.capabilities.map(({ shareMeeting }) => ({ now: shareMeeting, before: null })),
    );
    const sum = (pick: "answered" | "applicable") => expected.regional.reduce((total, row) => total + row[pick], 0);
    expect(view.coverage).toEqual({ answered: sum("answered"), applicable: sum("applicable") });
    const met = (is: (share: number | null) => boolean) =>
      expected.regional.filter(({ shareMeeting }) => is(shareMeeting)).length;
    expect(view.reach).toEqual({
      all: met((share) => share === 1),
      most: met((share) => share !== null && share >= 0.5 && share < 1),
      few: met((share) => share !== null && share < 0.5),
      unjudged: met((share) => share === null),
      withheld: 0,
    });
    expect(view.since).toBeNull();
    close();
  });

  test("has not changed since the same a year earlier", () => {
    const { db, close } = openDatabase(":memory:");
    storeVector(db, vector);
    storeEarlierVector(db, vector, vectorYear - 1);
    const { since, capabilities, priority } = overview(db);
    expect(since?.year).toBe(vectorYear - 1);
    expect(since?.changes.map(({ now, before, kind }) => ({ now, before, kind }))).toEqual(
      expected.regional.map(({ shareMeeting }) => ({
        now: shareMeeting,
        before: shareMeeting,
        kind: shareMeeting === null ? "no_share" : "same",
      })),
    );
    for (const { now, before } of capabilities) expect(before).toBe(now);
    for (const { shareMeeting, change } of priority) expect(change?.before).toBe(shareMeeting);
    close();
  });

  test("shows the council nothing before release, then no levels, no actors and nothing of one to four", () => {
    const { db, close } = openDatabase(":memory:");
    storeVector(db, vector);
    expect(viewOverview(db, { year: vectorYear, isCouncil: true }, { now })).toEqual({
      waits: true,
      year: vectorYear,
      releasedYear: null,
    });
    updateRound(db, vectorYear, { closedAt: now.toISOString(), releasedAt: now.toISOString() });
    const view = overview(db, true);
    expect(JSON.stringify(view)).not.toMatch(/distribution|median|gapSteps|"actor"/);
    const few = expected.regional.filter(({ answered, meetsMinimum, notMeeting }) =>
      [answered, meetsMinimum + notMeeting].some((count) => count > 0 && count < 5),
    );
    expect(view.reach.withheld).toBe(few.length);
    for (const { code } of few) expect(view.priority.map((row) => row.code)).not.toContain(code);
    for (const { notMeeting, causes } of view.priority)
      if (notMeeting < 5) expect(Object.values(causes)).toEqual([0, 0, 0, 0, 0]);
    close();
  });
});

describe("what is not there", () => {
  test("an unknown year has no overview", () => {
    const { db, close } = openDatabase(":memory:");
    expect(viewOverview(db, { year: 1999, isCouncil: false }, { now })).toBeUndefined();
    close();
  });

  test.each([
    ["no answers", false, true],
    ["no decisions", true, false],
    ["neither", false, false],
  ])("%s: no share, no priority, and no number made up", (_name, hasAnswers, hasDecision) => {
    const { db, close } = openDatabase(":memory:");
    storeRound(db, "open");
    if (hasAnswers) storeSubmission(db, "haninge", { "1:1": { level: 1 } });
    if (hasDecision) storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
    const view = overview(db);
    expect(view).toMatchObject({ year: testYear, priority: [], since: null });
    expect(view.reach).toEqual({ all: 0, most: 0, few: 0, unjudged: 3, withheld: 0 });
    expect(view.capabilities.map((point) => point.now)).toEqual([null, null]);
    close();
  });

  test("one actor alone is shown to the office", () => {
    const { db, close } = openDatabase(":memory:");
    storeRound(db, "open");
    storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
    storeSubmission(db, "haninge", { "1:1": { level: 1, causes: ["exercise"] } });
    const view = overview(db);
    expect(view.reach).toMatchObject({ few: 1, unjudged: 2 });
    expect(view.priority).toMatchObject([{ code: "1:1", notMeeting: 1, shareMeeting: 0 }]);
    close();
  });
});
