import { beforeEach, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import { outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound } from "#test/support/stored.ts";
import { partsOf } from "#test/support/word.ts";
import { closeRound } from "#usecases/close-round.ts";
import { planRound } from "#usecases/plan-round.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { setGoal } from "#usecases/set-goal.ts";
import { startProposal } from "#usecases/start-proposal.ts";
import { viewGoals } from "#usecases/view-goals.ts";
import { loader as decisionFile } from "../../../app/routes/levels/decision-docx.ts";
import { loader as csvFile } from "../../../app/routes/levels/levels-csv.ts";
import { loader as proposalFile } from "../../../app/routes/levels/proposal-docx.ts";

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  const level = { code: "1:1", group: "all", minimum: 2, ambition: 3 } as const;
  storeDecision(db, [{ ...level, motive: "=1+1 efter övningen" }]);
});

type Loader = typeof csvFile | typeof decisionFile;
async function fileOf(loader: Loader, role: Role, params: Record<string, string> = {}) {
  const actorId = role === "coordinator" ? "haninge" : null;
  const { cookie } = signedIn(db, { role, actorId });
  return (await outcomeOf(() =>
    loader(routeArgs(db, "/", { cookie, params: { year: "2026", ...params } })),
  )) as Response;
}

it("the levels in force are a table that a spreadsheet cannot run, for everyone", async () => {
  const [head, row] = (await (await fileOf(csvFile, "coordinator")).text()).split("\r\n");
  expect(head).toContain("minimum;ambition;decision");
  expect(row).toBe("2026;test;1:1;Delförmåga 1:1;all;2;3;1;2026-02-12;;Chefsgruppen § 4;;'=1+1 efter övningen");
});

it("a decision is a Word file, for everyone; one that does not exist is not", async () => {
  const response = await fileOf(decisionFile, "coordinator", { sequence: "1" });
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect((await fileOf(decisionFile, "council", { sequence: "2" })).status).toBe(404);
});

it.each([
  ["one motive of both levels is said once, over the table", "Efter övningen", ["Motivering: Efter övningen"]],
  ["motives that differ stand each at its level", "Efter larmet", ["Motivering", "Efter övningen", "Efter larmet"]],
  ["without a motive nothing is said of it", "", []],
])("in a decision's Word file %s", async (_name, second, expected) => {
  const first = second === "" ? "" : "Efter övningen";
  const level = { group: "all", minimum: 2, ambition: null } as const;
  storeDecision(
    db,
    [
      { ...level, code: "1:1", motive: first },
      { ...level, code: "1:2", motive: second },
    ],
    2,
  );
  const response = await fileOf(decisionFile, "council", { sequence: "2" });
  const texts = partsOf(Buffer.from(await response.arrayBuffer())).get("word/document.xml") ?? "";
  const said = [...texts.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text ?? "");
  expect(said.filter((text) => /Motivering|Efter/.test(text))).toEqual(expected);
});

it("the document for the meeting names actors, so it is for the office and the chief group", async () => {
  storeSubmission(db, "haninge", { "1:1": { level: 1 } });
  expect((await fileOf(proposalFile, "chief_group")).status).toBe(404);
  startProposal(db, 2026, { now: testNow, personId: null });
  const response = await fileOf(proposalFile, "chief_group");
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect((await fileOf(proposalFile, "council")).status).toBe(403);
});

it.each([
  ["has only lines for all actors", false],
  ["has a line for a group too", true],
])("the document for a proposal that %s says how a group's actors are counted: %s", async (_case, hasGroup) => {
  const own = { code: "1:1", group: "category:blåljus", minimum: 3, ambition: null } as const;
  if (hasGroup) storeDecision(db, [own], 2);
  storeSubmission(db, "haninge", { "1:1": { level: 1 } });
  startProposal(db, 2026, { now: testNow, personId: null });
  const response = await fileOf(proposalFile, "office");
  const text = partsOf(Buffer.from(await response.arrayBuffer())).get("word/document.xml") ?? "";
  expect(text.includes("räknas därför också på raden för alla")).toBe(hasGroup);
});

const goal = {
  year: 2026,
  code: "1:1",
  level: 4 as number | null,
  goalYear: 2029 as number | null,
  reference: "Målbild § 5",
};
const by = { now: testNow, personId: null, role: "office" } as const;
const goalOf = () => viewGoals(db, 2026)?.rows[0]?.goal;

test.each([
  ["outside the scale", { level: 5 }, "level_outside_scale"],
  ["at the lowest level", { level: 0 }, "level_outside_scale"],
  ["in a year gone by", { goalYear: 2025 }, "goal_year_past"],
  ["too far ahead", { goalYear: 2037 }, "goal_year_far"],
  ["without year", { goalYear: null }, "goal_half"],
  ["without reference", { reference: " " }, "reference_missing"],
  ["for a code that is none", { code: "9:9" }, "code_unknown"],
])("a goal %s is refused", (_name, wrong, problem) => {
  expect(setGoal(db, { ...goal, ...wrong }, by)).toEqual({ ok: false, problem });
  expect(goalOf()).toBeNull();
});

it("a goal is replaced by the next and taken away by two empty fields; none changes what is asked of an actor", () => {
  setGoal(db, goal, by);
  setGoal(db, { ...goal, level: 3 }, by);
  expect(goalOf()).toMatchObject({ level: 3, goalYear: 2029 });
  expect(viewGoals(db, 2026)?.rows[0]?.years).toMatchObject([
    { year: 2026, minimum: 2, isTooFew: true, reached: null },
  ]);
  setGoal(db, { ...goal, level: null, goalYear: null }, by);
  expect(goalOf()).toBeNull();
});

it("goals tell which rounds' numbers can still change: opened and not released", () => {
  const running = () => viewGoals(db, 2027)?.running;
  planRound(db, { year: 2027, definitionVersion: "test", closingDay: "2027-05-31" }, by);
  expect(running()).toEqual([2026]);
  closeRound(db, { year: 2026 }, by);
  expect(running()).toEqual([2026]);
  releaseRound(db, { year: 2026 }, by);
  expect(running()).toEqual([]);
});
