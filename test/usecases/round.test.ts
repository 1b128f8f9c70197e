import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findActor, updateActor } from "#db/queries/actors.ts";
import { findRound, listRoundActors } from "#db/queries/rounds.ts";
import { roundState } from "#domain/round.ts";
import { testNow } from "#test/support/request.ts";
import { storeDefinition, storeRound, testClosingDay, testYear } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";

let db: Db;
const now = testNow;
const year = testYear;
const input = { year, definitionVersion: "test", closingDay: testClosingDay };

beforeEach(() => {
  db = openDatabase(":memory:").db;
});

function stateAt(moment: Date) {
  const round = findRound(db, year);
  return round && roundState(round, moment);
}

describe("planning a round", () => {
  beforeEach(() => {
    storeDefinition(db);
    storeDefinition(db, { version: "draft" }, { draft: true });
  });

  it("stores a planned round on a published version", () => {
    expect(planRound(db, input, { now })).toEqual({ ok: true });
    expect(stateAt(now)).toBe("planned");
  });

  test.each([
    ["a closing day that is none", { closingDay: "2026-02-30" }, "closing_day_invalid"],
    ["an empty closing day", { closingDay: "" }, "closing_day_invalid"],
    ["a closing day that has ended", { closingDay: "2026-03-01" }, "closing_day_past"],
    ["an unknown version", { definitionVersion: "2031" }, "version_unknown"],
    ["a draft version", { definitionVersion: "draft" }, "version_draft"],
    ["a year long ago", { year: 1999 }, "year_invalid"],
    ["half a year", { year: 2026.5 }, "year_invalid"],
  ])("refuses %s", (_name, wrong, problem) => {
    expect(planRound(db, { ...input, ...wrong }, { now })).toEqual({ ok: false, problem });
    expect(findRound(db, year)).toBeUndefined();
  });

  it("refuses a year that has a round, and leaves that one alone", () => {
    planRound(db, input, { now });
    const again = planRound(db, { ...input, closingDay: "2026-06-30" }, { now });
    expect(again).toEqual({ ok: false, problem: "year_exists" });
    expect(findRound(db, year)?.closingDay).toBe(testClosingDay);
  });
});

describe("opening a round", () => {
  it("freezes the actors with category and designation", () => {
    storeRound(db, "open");
    const solna = findActor(db, "solna");
    if (solna) updateActor(db, { ...solna, category: "övrig", designated: true });
    const frozen = listRoundActors(db, year).map(({ actorId, category, designated }) => [
      actorId,
      category,
      designated,
    ]);
    expect(frozen).toHaveLength(3);
    expect(frozen).toContainEqual(["solna", "kommun", false]);
    expect(frozen).toContainEqual(["attunda", "blåljus", true]);
  });

  it("takes the day given at opening as the original closing day", () => {
    storeRound(db, "planned");
    expect(openRound(db, { year, closingDay: "2026-06-15" }, { now })).toEqual({ ok: true, actors: 3 });
    expect(findRound(db, year)).toMatchObject({ closingDay: "2026-06-15", originalClosingDay: "2026-06-15" });
  });

  it("refuses when the planned day has passed, so that no round opens closed", () => {
    storeRound(db, "planned");
    const later = new Date("2026-06-01T10:00:00.000Z");
    expect(openRound(db, { year }, { now: later })).toEqual({ ok: false, problem: "closing_day_past" });
    expect(listRoundActors(db, year)).toEqual([]);
  });

  it("refuses without actors", () => {
    storeDefinition(db);
    planRound(db, input, { now });
    expect(openRound(db, { year }, { now })).toEqual({ ok: false, problem: "no_actors" });
  });

  test.each(["open", "closed", "released"] as const)("refuses a round that is %s", (state) => {
    storeRound(db, state);
    expect(openRound(db, { year }, { now })).toEqual({ ok: false, problem: "already_opened" });
  });
});

describe("closing, extending and releasing", () => {
  it("closes when the closing day ends in Stockholm", () => {
    storeRound(db, "open");
    expect(stateAt(new Date("2026-05-31T21:59:59.000Z"))).toBe("open");
    expect(stateAt(new Date("2026-05-31T22:00:00.000Z"))).toBe("closed");
  });

  it("closes earlier by the office's act, and is released after that", () => {
    storeRound(db, "open");
    expect(closeRound(db, { year }, { now })).toEqual({ ok: true });
    expect(stateAt(now)).toBe("closed");
    expect(releaseRound(db, { year }, { now })).toEqual({ ok: true });
    expect(stateAt(now)).toBe("released");
  });

  it("releases a round whose day has ended", () => {
    storeRound(db, "open");
    expect(releaseRound(db, { year }, { now: new Date("2026-06-01T08:00:00.000Z") })).toEqual({ ok: true });
  });

  test.each(["planned", "closed", "released"] as const)("does not close a round that is %s", (state) => {
    storeRound(db, state);
    expect(closeRound(db, { year }, { now })).toEqual({ ok: false, problem: "not_open" });
  });

  test("says of a round that is released that it is, to whoever comes second", () => {
    storeRound(db, "released");
    expect(releaseRound(db, { year }, { now })).toEqual({ ok: false, problem: "already_released" });
  });

  test.each(["planned", "open"] as const)("does not release a round that is %s", (state) => {
    storeRound(db, state);
    expect(releaseRound(db, { year }, { now })).toEqual({ ok: false, problem: "not_closed" });
  });

  it("extends to a later day and keeps the original", () => {
    storeRound(db, "open");
    expect(extendRound(db, { year, closingDay: "2026-06-30" }, { now })).toEqual({ ok: true });
    expect(findRound(db, year)).toMatchObject({ closingDay: "2026-06-30", originalClosingDay: testClosingDay });
  });

  test.each([
    ["no day", "snart", "closing_day_invalid"],
    ["the same day", testClosingDay, "closing_day_not_later"],
    ["an earlier day", "2026-04-01", "closing_day_not_later"],
  ])("does not extend to %s", (_name, closingDay, problem) => {
    storeRound(db, "open");
    expect(extendRound(db, { year, closingDay }, { now })).toEqual({ ok: false, problem });
  });

  test.each(["planned", "closed", "released"] as const)("does not extend a round that is %s", (state) => {
    storeRound(db, state);
    expect(extendRound(db, { year, closingDay: "2026-09-01" }, { now })).toEqual({ ok: false, problem: "not_open" });
  });

  it("knows no round of another year", () => {
    const unknown = { ok: false, problem: "round_unknown" };
    expect(openRound(db, { year }, { now })).toEqual(unknown);
    expect(closeRound(db, { year }, { now })).toEqual(unknown);
    expect(releaseRound(db, { year }, { now })).toEqual(unknown);
    expect(extendRound(db, { year, closingDay: "2026-09-01" }, { now })).toEqual(unknown);
  });
});
