import { beforeEach, expect, it } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { nextNow, nextYear, storeNextRound } from "#test/support/versions.ts";
import { compareLevels } from "#usecases/compare-levels.ts";
import { decideLevels } from "#usecases/decide-levels.ts";
import { prepareDecision } from "#usecases/prepare-decision.ts";
import { startProposal } from "#usecases/start-proposal.ts";
import { type ProposalSub, viewProposal } from "#usecases/view-proposal.ts";

let db: Db;
const levels = (...codes: string[]) => codes.map((code) => ({ code, group: "all" as const, minimum: 2, ambition: 3 }));
const answers = { "1:1": { level: 1 }, "1:2": { level: 1 }, "2:1": { level: 3 } };

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  storeDecision(db, levels("1:1", "1:2", "2:1"));
  for (const actor of ["haninge", "solna", "attunda"]) storeSubmission(db, actor, answers);
});

function proposedSubs(): Map<string, ProposalSub> {
  startProposal(db, nextYear, { now: nextNow, personId: null });
  const view = viewProposal(db, nextYear, {}, nextNow);
  return new Map(view?.capabilities.flatMap(({ subs }) => subs.map((sub) => [sub.code, sub])));
}

it("a proposal begins as last year's levels of the sub-capability that the map leads to, and is tried on its answers", () => {
  storeNextRound(db);
  const subs = proposedSubs();
  const carried = { minimum: 2, ambition: 3, lastYear: { minimum: 2, ambition: 3 }, change: "same" };
  for (const [code, below] of [
    ["1:1", 3],
    ["2:9", 0],
  ] as const) {
    const { lines, last, lastBroken, basisBroken } = subs.get(code) ?? {};
    expect({ lastBroken, basisBroken }).toEqual({ lastBroken: null, basisBroken: null });
    expect(last).toMatchObject({ answered: 3, shareMeeting: below === 0 ? 1 : 0 });
    expect(lines?.[0]).toMatchObject(carried);
    expect(lines?.[0]?.tried?.candidates.find(({ minimum }) => minimum === 2)?.below).toHaveLength(below);
  }
});

it("where the line breaks nothing is carried over, and the reason is said", () => {
  storeNextRound(db);
  const subs = proposedSubs();
  for (const [code, change] of [
    ["1:3", "split"],
    ["1:4", "split"],
    ["2:2", "new"],
  ] as const) {
    const breaks = [{ change, reason: `${change} därför` }];
    expect(subs.get(code)).toMatchObject({ last: null, lastBroken: breaks, basisBroken: breaks });
    expect(subs.get(code)?.lines[0]).toMatchObject({
      minimum: null,
      lastYear: { minimum: null },
      tried: { answered: 0 },
    });
  }
  const view = viewProposal(db, nextYear, {}, nextNow);
  expect(view).toMatchObject({ lastYear: testYear, baselineYear: testYear, consequences: { tooFew: [] } });
  expect(view?.basis).toMatchObject({ year: testYear, submitted: 3, broken: ["1:3", "1:4", "2:2"] });
});

it("without a map nothing is compared at all, and nothing is tried", () => {
  storeNextRound(db, { withMap: false });
  const subs = proposedSubs();
  for (const sub of subs.values()) expect(sub).toMatchObject({ last: null, lastBroken: [] });
  expect(viewProposal(db, nextYear, {}, nextNow)).toMatchObject({
    baselineYear: null,
    basis: null,
    consequences: null,
  });
});

it("the form for a decision begins as last year's levels, as far as the map leads", () => {
  storeNextRound(db);
  const form = prepareDecision(db, { year: nextYear, group: "all", start: "last_year" }, nextNow);
  const rows = form?.capabilities.flatMap((capability) => capability.rows);
  expect(form?.lastYear).toBe(testYear);
  expect(rows?.map(({ code, prefill }) => [code, prefill.minimum])).toEqual([
    ["1:1", 2],
    ["1:3", null],
    ["1:4", null],
    ["2:9", 2],
    ["2:2", null],
  ]);
});

it("two years' levels are compared along the map, in whichever order, and the rest is named with its reason", () => {
  storeNextRound(db);
  const raised = { ...levels("2:9")[0], code: "2:9", group: "all" as const, minimum: 3, ambition: 3, motive: "" };
  const facts = { decidedOn: "2027-02-12", meeting: "Möte 1", reference: "§ 1", registryNumber: "" };
  const all = [...levels("1:1", "1:3").map((level) => ({ ...level, motive: "" })), raised];
  const by = { now: nextNow, personId: null, role: "chief_group" as const };
  expect(decideLevels(db, { year: nextYear, expectedSequence: 0, levels: all, ...facts }, by).ok).toBe(true);
  const compared = compareLevels(db, nextYear, { from: "2026", to: "2027" });
  expect(compared?.rows).toMatchObject([
    { code: "2:9", before: { minimum: 2 }, after: { minimum: 3 }, change: "raised" },
  ]);
  expect(compared?.notComparable.map(({ code, breaks }) => [code, breaks[0]?.change])).toEqual([
    ["1:3", "split"],
    ["1:4", "split"],
    ["2:2", "new"],
  ]);
  const back = compareLevels(db, nextYear, { from: "2027", to: "2026" });
  expect(back?.rows).toMatchObject([{ code: "2:9", before: { minimum: 3 }, after: { minimum: 2 }, change: "lowered" }]);
  expect(back?.notComparable).toEqual(compared?.notComparable);
});
