import { beforeEach, expect, it } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { nextNow, nextYear, storeNextRound } from "#test/support/versions.ts";
import { setGoal } from "#usecases/set-goal.ts";
import { viewGoals } from "#usecases/view-goals.ts";

let db: Db;
const by = (now: Date) => ({ now, personId: null, role: "office" as const });
const goal = { year: testYear, level: 3, goalYear: 2029, reference: "Målbild § 5" };

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  storeDecision(db, [{ code: "2:1", group: "all", minimum: 2, ambition: 3 }]);
  for (const actor of ["haninge", "solna"]) storeSubmission(db, actor, { "2:1": { level: actor === "solna" ? 2 : 1 } });
  for (const code of ["1:2", "2:1"]) setGoal(db, { ...goal, code }, by(testNow));
  storeNextRound(db);
});

const rowOf = (code: string) => viewGoals(db, nextYear)?.rows.find((row) => row.code === code);

it("a goal, and the years' levels and shares, follow a sub-capability to its new code", () => {
  storeSubmission(db, "solna", { "2:9": { level: 2 } }, nextYear);
  storeDecision(db, [{ code: "2:9", group: "all", minimum: 2, ambition: 4 }], 1, nextYear);
  expect(rowOf("2:9")).toMatchObject({
    goal: { level: 3, goalYear: 2029 },
    left: [],
    years: [
      { year: testYear, minimum: 2, ambition: 3, shareMeeting: 0.5, panelMeeting: 1, answered: 2 },
      { year: nextYear, minimum: 2, ambition: 4, shareMeeting: 1, panelMeeting: 1, answered: 1 },
    ],
  });
});

it("one set in the new version replaces it, and one taken away there is gone", () => {
  setGoal(db, { ...goal, code: "2:9", year: nextYear, level: 4 }, by(nextNow));
  expect(rowOf("2:9")?.goal).toMatchObject({ level: 4 });
  setGoal(db, { ...goal, code: "2:9", year: nextYear, level: null, goalYear: null }, by(nextNow));
  expect(rowOf("2:9")?.goal).toBeNull();
});

it("where the line breaks, the goal is left behind with the reason, and so are the years", () => {
  expect(rowOf("1:3")).toMatchObject({
    goal: null,
    left: [{ code: "1:2", level: 3, goalYear: 2029, breaks: [{ change: "split", reason: "split därför" }] }],
    years: [{ year: nextYear, shareMeeting: null, panelMeeting: null }],
  });
});
