import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findActor, updateActor } from "#db/queries/actors.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { findOpenProposal, listRemarks, listSavedRows } from "#db/queries/proposals.ts";
import type { Role } from "#domain/access.ts";
import { computeResults } from "#domain/aggregate.ts";
import { type ProposalRow, rowsAt } from "#domain/proposal.ts";
import { testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { compareLevels } from "#usecases/compare-levels.ts";
import { decideLevels } from "#usecases/decide-levels.ts";
import { decideProposal } from "#usecases/decide-proposal.ts";
import { discardProposal } from "#usecases/discard-proposal.ts";
import { loadResults } from "#usecases/load-results.ts";
import { noteRemark } from "#usecases/note-remark.ts";
import { openRound } from "#usecases/open-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { saveProposal } from "#usecases/save-proposal.ts";
import { startProposal } from "#usecases/start-proposal.ts";
import { viewLevels } from "#usecases/view-levels.ts";
import { viewProposal } from "#usecases/view-proposal.ts";

let db: Db;
const by = { now: testNow, personId: null };
const chief = { ...by, role: "chief_group" } as const;
const facts = { decidedOn: "2026-02-12", meeting: "Chefsgruppen, möte 2", reference: "§ 4", registryNumber: "" };

beforeEach(() => {
  db = openDatabase(":memory:").db;
});

const row = (overrides: Partial<ProposalRow> = {}): ProposalRow => ({
  code: "1:1",
  group: "all",
  minimum: 3,
  ambition: 4,
  motive: "Övningen visade det",
  ...overrides,
});
const save = (rows: ProposalRow[], revision = 1, added?: Pick<ProposalRow, "code" | "group">) =>
  saveProposal(db, { year: testYear, number: 1, revision, rows, added }, by);
const decide = (revision: number, overrides: Partial<typeof facts & { expectedSequence: number }> = {}) =>
  decideProposal(db, { year: testYear, number: 1, revision, expectedSequence: 0, ...facts, ...overrides }, chief);
const standing = () => rowsAt(listSavedRows(db, { year: testYear, number: 1 }));
const view = (rows?: ProposalRow[]) => viewProposal(db, testYear, { rows }, testNow);
const next = testYear + 1;

function planNext(): void {
  planRound(db, { year: next, definitionVersion: "test", closingDay: "2027-05-31" }, { now: testNow });
}

describe("a proposal", () => {
  it("begins as what is in force, with a row for all actors on each sub-capability", () => {
    storeRound(db, "open");
    storeDecision(db, [
      { code: "1:1", group: "all", minimum: 2, ambition: 3 },
      { code: "1:1", group: "designated", minimum: 4, ambition: null },
    ]);
    expect(startProposal(db, testYear, by)).toEqual({ ok: true, number: 1 });
    expect(standing().map(({ code, group, minimum }) => [code, group, minimum])).toEqual(
      expect.arrayContaining([
        ["1:1", "all", 2],
        ["1:1", "designated", 4],
        ["1:2", "all", null],
        ["2:1", "all", null],
      ]),
    );
    expect(standing()).toHaveLength(4);
  });

  it("begins as last year's levels where nothing is decided, and marks what changes against them", () => {
    storeRound(db, "open");
    storeDecision(db, [{ code: "1:1", group: "all", minimum: 2, ambition: 3 }]);
    planNext();
    startProposal(db, next, by);
    const read = () => viewProposal(db, next, {}, testNow)?.capabilities[0]?.subs[0]?.lines[0];
    expect(read()).toMatchObject({ minimum: 2, ambition: 3, change: "same", lastYear: { minimum: 2, ambition: 3 } });
    saveProposal(db, { year: next, number: 1, revision: 1, rows: [row()] }, by);
    expect(read()).toMatchObject({ minimum: 3, change: "raised", baseline: { minimum: 2, ambition: 3 } });
  });

  it("is one a year: who starts a second time comes to the same", () => {
    storeRound(db, "planned");
    startProposal(db, testYear, by);
    expect(startProposal(db, testYear, by)).toEqual({ ok: true, number: 1 });
  });

  it("is not begun for a year without round, nor after release", () => {
    storeRound(db, "released");
    expect(startProposal(db, testYear, by)).toEqual({ ok: false, problem: "round_released" });
    expect(startProposal(db, 2031, by)).toEqual({ ok: false, problem: "round_unknown" });
  });

  it("once discarded is kept but no longer open, and another can begin", () => {
    storeRound(db, "open");
    startProposal(db, testYear, by);
    expect(discardProposal(db, { year: testYear, number: 1 }, by)).toEqual({ ok: true });
    expect(discardProposal(db, { year: testYear, number: 1 }, by)).toEqual({ ok: false, problem: "proposal_gone" });
    expect(save([row()])).toEqual({ ok: false, problem: "proposal_gone" });
    expect(startProposal(db, testYear, by)).toEqual({ ok: true, number: 2 });
  });
});

describe("saving a proposal", () => {
  beforeEach(() => {
    storeRound(db, "open");
    startProposal(db, testYear, by);
  });

  it("stores only the rows that differ, as the next revision", () => {
    expect(save([row(), row({ code: "1:2", minimum: null, ambition: null, motive: "" })])).toEqual({
      ok: true,
      revision: 2,
      changed: 1,
    });
    expect(save([row()], 2)).toEqual({ ok: true, revision: 2, changed: 0 });
  });

  test.each([
    ["an ambition under its minimum", { minimum: 3, ambition: 2 }, "ambition", "below_minimum"],
    ["a level outside the scale", { minimum: 5, ambition: null }, "minimum", "outside_scale"],
    ["the lowest level, which asks nothing", { minimum: 0, ambition: null }, "minimum", "lowest_level"],
    ["a level that is no number", { minimum: Number.NaN, ambition: null }, "minimum", "outside_scale"],
  ])("refuses %s at its row, and stores nothing", (_name, levels, field, problem) => {
    const wrong = { code: "1:1", group: "all", field, problem };
    expect(save([row(levels), row({ code: "1:2" })])).toEqual({ ok: false, problem: "levels", levels: [wrong] });
    expect(standing().every(({ minimum }) => minimum === null)).toBe(true);
  });

  test.each([
    ["a code that is not in the round's version", [row({ code: "9:9" })], undefined, "code_unknown"],
    ["a motive over its limit", [row({ motive: "x".repeat(501) })], undefined, "motive_long"],
    ["a new row for a group that is none", [], { code: "1:1", group: "category:hamn" } as const, "group_unknown"],
    ["a new row for a code that is none", [], { code: "9:9", group: "designated" } as const, "code_unknown"],
  ])("refuses %s", (_name, rows, added, problem) => {
    expect(save(rows, 1, added)).toEqual({ ok: false, problem });
  });

  it("keeps an empty row that was begun for a group, once", () => {
    const added = { code: "1:1", group: "designated" } as const;
    expect(save([], 1, added)).toMatchObject({ ok: true, changed: 1 });
    expect(save([], 2, added)).toMatchObject({ ok: true, changed: 0 });
    expect(view()?.capabilities[0]?.subs[0]?.lines).toHaveLength(2);
  });

  it("allows a group without actors and a group's minimum below that of all, and warns of both", () => {
    db = openDatabase(":memory:").db;
    storeRound(db, "planned");
    const attunda = findActor(db, "attunda");
    if (attunda) updateActor(db, { ...attunda, designated: false });
    startProposal(db, testYear, by);
    save([row()], 1, { code: "1:1", group: "designated" });
    const rows = [row({ group: "designated", minimum: 2, ambition: null })];
    expect(save(rows, 2)).toMatchObject({ ok: true });
    expect(view()?.warnings).toEqual([
      { kind: "no_actors", group: "designated" },
      { kind: "below_all", code: "1:1", group: "designated", minimum: 2, minimumOfAll: 3 },
    ]);
  });

  it("changes nothing where somebody else saved meanwhile, and names what both changed", () => {
    save([row(), row({ code: "1:2" })]);
    const late = save([row({ minimum: 2 }), row({ code: "2:1" })]);
    expect(late).toMatchObject({
      ok: false,
      problem: "stale",
      edited: ["1:1 all", "2:1 all"],
      both: [{ code: "1:1", minimum: 3 }],
    });
    expect(standing().find(({ code }) => code === "2:1")?.minimum).toBeNull();
  });

  it("is refused after release, and the proposal is still there to read", () => {
    closeRound(db, { year: testYear }, { now: testNow });
    releaseRound(db, { year: testYear }, { now: testNow });
    expect(save([row()])).toEqual({ ok: false, problem: "round_released" });
    expect(view()).toMatchObject({ isReleased: true });
  });
});

describe("what a proposal means", () => {
  beforeEach(() => {
    storeRound(db, "open");
    storeDecision(db, [{ code: "1:1", group: "all", minimum: 2, ambition: null }]);
    startProposal(db, testYear, by);
  });
  const answered = () => {
    storeSubmission(db, "haninge", { "1:1": { level: 2 } });
    storeSubmission(db, "solna", { "1:1": { level: 3 } });
  };

  it("names those who would be below, before anything is saved", () => {
    answered();
    const consequences = view([row({ minimum: 3 })])?.consequences;
    expect(consequences?.codes[0]).toMatchObject({ code: "1:1", below: ["haninge"], isTooFew: false });
    expect([consequences?.before.meetsMinimum, consequences?.after.meetsMinimum]).toEqual([2, 1]);
    expect(listSavedRows(db, { year: testYear, number: 1 }).every(({ revision }) => revision === 1)).toBe(true);
  });

  it("says that too few have answered where fewer than half have", () => {
    storeSubmission(db, "haninge", { "1:1": { level: 2 } });
    expect(view()?.consequences?.tooFew).toContain("1:1");
    expect(view()?.capabilities[0]?.subs[0]?.lines[0]?.tried).toMatchObject({ isTooFew: true, candidates: [] });
  });

  it("says nothing where nobody has answered", () => {
    expect(view()).toMatchObject({ basis: null, consequences: null });
  });

  it("is the result after deciding it", () => {
    answered();
    save([row({ minimum: 3 }), row({ code: "1:2", minimum: 1, ambition: null })]);
    const foretold = view()?.consequences;
    expect(decide(2, { expectedSequence: 1 })).toMatchObject({ ok: true, sequence: 2 });
    const regional = loadResults(db, testYear)?.results.regional.find(({ code }) => code === "1:1");
    expect(regional).toMatchObject({ meetsMinimum: foretold?.codes[0]?.after.meetsMinimum, belowMinimum: 1 });
  });

  it("is tried on last year's answers while the year has none", () => {
    answered();
    planNext();
    startProposal(db, next, by);
    const shown = viewProposal(db, next, {}, testNow);
    expect(shown?.basis).toEqual({ year: testYear, submitted: 2, actors: 3, broken: [] });
    expect(shown?.capabilities[0]?.subs[0]?.last).toMatchObject({ answered: 2, applicable: 3 });
  });
});

describe("deciding a proposal", () => {
  beforeEach(() => {
    storeRound(db, "open");
    startProposal(db, testYear, by);
    save([row()]);
  });

  it("stores what changes as a numbered decision with its motives, and closes the proposal", () => {
    expect(decide(2)).toMatchObject({ ok: true, sequence: 1 });
    expect(listLevelDecisions(db, testYear)).toEqual([{ sequence: 1, ...row() }]);
    expect(listDecisions(db, testYear)).toMatchObject([
      { meeting: facts.meeting, proposal: 1, recordedAs: "chief_group" },
    ]);
    expect(findOpenProposal(db, testYear)).toBeUndefined();
  });

  it("from a second tab is told which decision it became, and stores no other", () => {
    decide(2);
    expect(decide(2)).toEqual({ ok: false, problem: "proposal_decided", sequence: 1 });
    expect(listDecisions(db, testYear)).toHaveLength(1);
  });

  it("is refused where it was saved anew since it was read, and where it was discarded", () => {
    expect(decide(1)).toEqual({ ok: false, problem: "proposal_changed" });
    discardProposal(db, { year: testYear, number: 1 }, by);
    expect(decide(2)).toEqual({ ok: false, problem: "proposal_gone" });
    expect(listDecisions(db, testYear)).toEqual([]);
  });

  it("is refused after release, and stays open", () => {
    closeRound(db, { year: testYear }, { now: testNow });
    releaseRound(db, { year: testYear }, { now: testNow });
    const refused = { ok: false, problem: "round_released" };
    expect(decide(2)).toEqual(refused);
    expect(discardProposal(db, { year: testYear, number: 1 }, by)).toEqual(refused);
    expect(noteRemark(db, { year: testYear, number: 1, code: null, text: "För sent" }, by)).toEqual(refused);
    expect(listRemarks(db, { year: testYear, number: 1 })).toEqual([]);
    expect(findOpenProposal(db, testYear)).toBeDefined();
  });

  test.each([
    ["without meeting", { meeting: " " }, "meeting_missing"],
    ["on a day to come", { decidedOn: "2027-01-01" }, "decided_on_future"],
    ["without reference", { reference: "" }, "reference_missing"],
  ])("%s is refused, and it stays open", (_name, wrong, problem) => {
    expect(decide(2, wrong)).toEqual({ ok: false, problem });
    expect(findOpenProposal(db, testYear)).toBeDefined();
  });

  it("that changes nothing makes no decision", () => {
    save([row({ minimum: null, ambition: null, motive: "" })], 2);
    expect(decide(3)).toEqual({ ok: false, problem: "no_levels" });
  });

  it("comes before any decision that would pass it by", () => {
    const direct = { year: testYear, expectedSequence: 0, ...facts, levels: [row()] };
    expect(decideLevels(db, direct, chief)).toEqual({ ok: false, problem: "proposal_open" });
  });

  it("never changes the result of an earlier round", () => {
    storeSubmission(db, "haninge", { "1:1": { level: 2 } });
    decide(2);
    const before = loadResults(db, testYear)?.results;
    planNext();
    openRound(db, { year: next }, { now: testNow });
    startProposal(db, next, by);
    saveProposal(db, { year: next, number: 1, revision: 1, rows: [row({ minimum: 4 })] }, by);
    decideProposal(db, { year: next, number: 1, revision: 2, expectedSequence: 0, ...facts }, chief);
    const after = loadResults(db, testYear);
    expect(after?.results).toEqual(before);
    expect(after && computeResults({ ...after, decisions: after.levelDecisions })).toEqual(before);
  });

  it("can be replaced by the next in the middle of the round, and the difference can be read", () => {
    decide(2);
    startProposal(db, testYear, by);
    saveProposal(db, { year: testYear, number: 2, revision: 1, rows: [row({ minimum: 2, motive: "För högt" })] }, by);
    const second = { year: testYear, number: 2, revision: 2, expectedSequence: 1, ...facts };
    expect(decideProposal(db, second, chief)).toMatchObject({ ok: true, sequence: 2 });
    const compared = compareLevels(db, testYear, { from: "2026-1", to: "2026-2" });
    expect(compared?.rows).toMatchObject([
      { code: "1:1", before: { minimum: 3 }, after: { minimum: 2 }, change: "lowered" },
    ]);
    const reader = { role: "coordinator" as const, actorId: "haninge" };
    const own = viewLevels(db, testYear, { reader, now: testNow })?.capabilities[0]?.rows[0]?.own;
    expect(own).toEqual({
      minimum: 2,
      ambition: 4,
      sources: [{ sequence: 2, group: "all", decidedOn: "2026-02-12", motive: "För högt" }],
    });
  });
});

describe("remarks", () => {
  beforeEach(() => {
    storeRound(db, "open");
    startProposal(db, testYear, by);
  });
  const note = (text: string, code: string | null = "1:1") =>
    noteRemark(db, { year: testYear, number: 1, code, text }, by);
  const texts = () => listRemarks(db, { year: testYear, number: 1 }).map(({ text }) => text);

  it("are kept in the order in which they fall, each once though it is sent twice", () => {
    note("Först");
    note("Sedan", null);
    note("Sedan", null);
    expect(texts()).toEqual(["Först", "Sedan"]);
  });

  test.each([
    [" ", "1:1", "remark_missing"],
    ["x".repeat(1001), "1:1", "remark_long"],
    ["Ord", "9:9", "code_unknown"],
  ])("are refused for %.5s on %s", (text, code, problem) => {
    expect(note(text, code)).toEqual({ ok: false, problem });
  });

  it("are read with the decision by the office and the chief group, and by nobody else", () => {
    note("Först");
    save([row()]);
    decide(2);
    const read = (role: Role) =>
      viewLevels(db, testYear, { reader: { role, actorId: null }, now: testNow })?.decisions[0]?.remarks;
    expect(read("chief_group")).toMatchObject([{ text: "Först", code: "1:1" }]);
    expect(read("council")).toEqual([]);
    expect(note("För sent")).toEqual({ ok: false, problem: "proposal_gone" });
  });
});
