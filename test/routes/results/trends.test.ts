import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertRoundActors, listRoundActors, updateRound } from "#db/queries/rounds.ts";
import type { Role } from "#domain/access.ts";
import type { TrendSegment } from "#domain/trend.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { nextNow, nextYear, storeNextRound } from "#test/support/versions.ts";
import type { TrendsView } from "#usecases/view-trends.ts";
import { loader } from "../../../app/routes/results/trends.tsx";

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
});

const at = testNow.toISOString();
const all = { group: "all", ambition: null } as const;
const minima = (minimum: number) => ["1:1", "2:1"].map((code) => ({ ...all, code, minimum }));

/** So many actors more in the first round; a1 … an. Stored before the round opens the next, they are in that too. */
function storeMoreActors(count: number): string[] {
  const ids = Array.from({ length: count }, (_, index) => `a${index + 1}`);
  for (const id of ids) {
    const actor = { name: `Aktör ${id}`, shortName: id, category: "hamn", designated: false };
    insertActor(db, { id, ...actor });
    insertRoundActors(db, [{ year: testYear, actorId: id, ...actor }]);
  }
  return ids;
}

/** 2026 on "test", where `answering` answer, released; and 2027 on "next", open, where the first `again` of them answer. */
function storeTwoYears({ answering, again }: { answering: number; again: number }): void {
  storeRound(db, "open");
  storeDecision(db, minima(2));
  const ids = storeMoreActors(answering);
  for (const id of ids) storeSubmission(db, id, { "1:1": { level: 3 }, "1:2": { level: 3 }, "2:1": { level: 1 } });
  storeNextRound(db);
  storeDecision(
    db,
    [
      { ...all, code: "1:1", minimum: 2 },
      { ...all, code: "2:9", minimum: 1 },
    ],
    1,
    nextYear,
  );
  for (const id of ids.slice(0, again)) storeSubmission(db, id, { "1:1": { level: 2 }, "2:9": { level: 1 } }, nextYear);
}

const release = (year: number) => updateRound(db, year, { closedAt: at, releasedAt: at });

async function open(role: Role, { year = nextYear, shown = "" } = {}) {
  const { cookie } = signedIn(db, { role, now: nextNow });
  const path = `/resultat/${year}/utveckling${shown && `?visa=${shown}`}`;
  const outcome = await outcomeOf(() =>
    loader(routeArgs(db, path, { cookie, params: { year: String(year) }, now: nextNow })),
  );
  return outcome instanceof Response ? outcome.status : outcome.view;
}

async function viewFor(role: Role, asked: { year?: number; shown?: string } = {}): Promise<TrendsView> {
  const view = await open(role, asked);
  if (typeof view === "number" || "waits" in view) throw new Error(`no trends: ${JSON.stringify(view)}`);
  return view;
}

const yearsOf = (segment: TrendSegment | undefined) => segment?.points.map(({ year }) => year);

describe("the office and the chief group", () => {
  test.each(["office", "chief_group"] as const)(
    "%s: reads a line over two versions, of all and of the panel",
    async (role) => {
      storeTwoYears({ answering: 3, again: 2 });
      const { shown, state, releasedYear } = await viewFor(role, { shown: "2:9" });
      expect({ state, releasedYear }).toEqual({ state: "open", releasedYear: testYear });
      expect(shown).toMatchObject({ code: "2:9", segments: [{ code: "2:9", panelSize: 2, minimumYear: nextYear }] });
      const [segment] = shown.segments;
      expect(segment?.points).toMatchObject([
        {
          year: testYear,
          all: { shareMeeting: 0, answered: 3 },
          allLatest: { shareMeeting: 1 },
          panel: { answered: 2 },
        },
        { year: nextYear, all: { shareMeeting: 1, answered: 2 }, allLatest: { shareMeeting: 1 } },
      ]);
      expect(segment).toMatchObject({
        minimumChanges: [{ year: nextYear }],
        clarified: [{ reason: "clarified därför" }],
      });
    },
  );

  it("where a sub-capability was split, the line breaks with the reason and the sum begins anew", async () => {
    storeTwoYears({ answering: 3, again: 2 });
    const { shown, whole, capabilities } = await viewFor("office", { shown: "1:3" });
    expect(shown.segments.map(({ code }) => code)).toEqual(["1:2", "1:3"]);
    expect(yearsOf(shown.segments[0])).toEqual([testYear]);
    expect(shown.segments[1]).toMatchObject({ points: [], broken: [{ change: "split", reason: "split därför" }] });
    expect(whole.cells.map(({ kind }) => kind)).toEqual(["none", "share"]);
    const subs = capabilities.flatMap((capability) => capability.subs);
    expect(subs.map(({ code }) => code)).toEqual(["1:1", "1:3", "1:4", "2:9", "2:2"]);
    expect(subs[3]?.cells).toMatchObject([{ share: 0 }, { share: 1, isNewMinimum: true, isBroken: false }]);
  });

  it.each([
    ["9:9", true],
    ["constructor", true],
    ["2", false],
    ["", false],
  ])("asked for %o, something is always shown", async (shown, isUnknown) => {
    storeTwoYears({ answering: 1, again: 1 });
    const view = await viewFor("office", { shown });
    expect(view.isUnknown).toBe(isUnknown);
    expect(view.shown.code).toBe(isUnknown ? "" : shown);
  });

  it.each(["planned", "open"] as const)("a %s round without answers has no number made up", async (state) => {
    storeRound(db, state);
    const { shown, years, capabilities } = await viewFor("office", { year: testYear });
    expect(years).toEqual([testYear]);
    expect(shown.segments[0]?.points).toEqual([]);
    for (const { cells } of capabilities) expect(cells).toMatchObject([{ kind: "none" }]);
  });

  it("a year without round is not found", async () => {
    storeRound(db, "open");
    expect(await open("office", { year: 2031 })).toBe(404);
  });
});

describe("the council", () => {
  it("waits for the release, and is shown the way to the newest released year", async () => {
    storeTwoYears({ answering: 6, again: 6 });
    expect(await open("council")).toEqual({ waits: true, year: nextYear, releasedYear: testYear });
  });

  it("before any release is shown nothing at all", async () => {
    storeRound(db, "closed");
    expect(await open("council", { year: testYear })).toEqual({ waits: true, year: testYear, releasedYear: null });
  });

  it.each([1, 4])("sees nothing of %i actors", async (answering) => {
    storeTwoYears({ answering, again: answering });
    release(nextYear);
    const view = await viewFor("council", { shown: "1:1" });
    expect(JSON.stringify(view)).not.toMatch(/"shareMeeting":[\d.]/);
    for (const point of view.shown.segments.flatMap(({ points }) => points))
      expect(point.all).toEqual({ isWithheld: true });
  });

  it("sees all actors, and no panel that differs by one", async () => {
    storeTwoYears({ answering: 8, again: 7 });
    release(nextYear);
    const [segment] = (await viewFor("council", { shown: "1:1" })).shown.segments;
    expect(segment?.points).toMatchObject([
      { all: { isWithheld: false, answered: 8 }, panel: { isWithheld: true } },
      { all: { isWithheld: false, answered: 7 }, panel: { isWithheld: false } },
    ]);
    expect(segment?.panelSize).toBeNull();
  });

  it("after release sees the same of a year as the office, where enough stand behind it", async () => {
    storeTwoYears({ answering: 8, again: 8 });
    release(nextYear);
    for (const shown of ["1:1", "2:9"]) {
      const [council, office] = [await viewFor("council", { shown }), await viewFor("office", { shown })];
      expect(council.shown).toEqual(office.shown);
    }
  });

  it("is not shown an earlier year that is not released", async () => {
    storeTwoYears({ answering: 8, again: 8 });
    release(nextYear);
    updateRound(db, testYear, { releasedAt: null });
    expect((await viewFor("council", { shown: "1:1" })).years).toEqual([nextYear]);
  });
});

test("the actors of both rounds are those frozen in them", () => {
  storeTwoYears({ answering: 2, again: 1 });
  for (const year of [testYear, nextYear]) expect(listRoundActors(db, year)).toHaveLength(5);
});
