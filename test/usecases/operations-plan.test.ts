import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { upsertGoalDocument } from "#db/queries/goal-areas.ts";
import { insertPerson } from "#db/queries/people.ts";
import { listPlanVersions } from "#db/queries/plans.ts";
import { aGoalDocument, anActivity } from "#test/support/builders.ts";
import { aSaveId, planFacts, planYear, storeActivity, storeAdoption, storePlan } from "#test/support/plans.ts";
import { testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { changeGoalArea } from "#usecases/change-goal-area.ts";
import { rejectProposals, restoreProposal, takeProposals } from "#usecases/handle-plan-proposals.ts";
import { adoptPlan, discardRevision, presentPlan, revisePlan } from "#usecases/move-plan.ts";
import { noteActivity } from "#usecases/note-activity.ts";
import { readGoalLinks } from "#usecases/read-goal-links.ts";
import { activitiesIn, readPlan } from "#usecases/read-plan.ts";
import { readPlannedActivities } from "#usecases/read-planned-activities.ts";
import { addActivity, editActivity, removeActivity } from "#usecases/save-activity.ts";
import { startPlan } from "#usecases/start-plan.ts";

const year = planYear;
const by = { now: testNow, personId: null };
const office = { ...by, role: "office" as const };
const content = anActivity({ actors: ["haninge", "solna"] });

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
});

const read = () => {
  const found = readPlan(db, year);
  if (!found) throw new Error("no plan");
  return found;
};
/** What the draft, or else the plan in force, says of an activity. */
const contentOf = (number: number) => {
  const version = read().draft ?? read().inForce;
  return version && activitiesIn(read(), version).find((each) => each.number === number)?.content;
};
const edit = (number: number, baseRevision: number, changed: Partial<typeof content>, saveId = aSaveId()) =>
  editActivity(db, { year, number, baseRevision, saveId, content: { ...content, ...changed } }, by);
const adopt = (changed: Partial<Parameters<typeof adoptPlan>[1]> = {}) =>
  adoptPlan(db, { year, version: 1, saves: read().saves, facts: planFacts, ...changed }, office);

describe("a plan", () => {
  test.each(["planned", "open", "closed"] as const)("is not begun on a round that is %s", (state) => {
    storeRound(db, state);
    expect(startPlan(db, testYear + 1, by)).toEqual({ ok: false, problem: "round_not_released" });
  });

  test("is not begun without a round before it, or without goals", () => {
    storeRound(db, "released");
    expect(startPlan(db, testYear, by)).toEqual({ ok: false, problem: "round_unknown" });
    expect(startPlan(db, testYear + 1, by)).toEqual({ ok: false, problem: "no_goals" });
  });

  test("begun twice is one plan", () => {
    storePlan(db);
    expect(startPlan(db, year, by)).toEqual({ ok: true });
    expect(listPlanVersions(db, year)).toHaveLength(1);
  });

  test("keeps the goals that it was begun with, also when newer ones come", () => {
    storePlan(db);
    const newer = aGoalDocument({ id: "newer", fromYear: 2027 });
    upsertGoalDocument(db, { id: "newer", content: newer, sha256: "x", loadedAt: testNow.toISOString() });
    expect(read().goals.id).toBe("test");
  });
});

describe("an activity", () => {
  beforeEach(() => storePlan(db));

  test("is saved as written, also with signs that mean something elsewhere", () => {
    const what = `=1+1 <b>& ”åäö” 🙂\n${"x".repeat(900)}`;
    const number = storeActivity(db, { what, costFrame: 0, when: null, holder: "", checkHow: "", checkDays: [] });
    expect(contentOf(number)).toMatchObject({ what, costFrame: 0, when: null, holder: "", checkDays: [] });
  });

  test("saved twice with one form is one activity", () => {
    const save = { year, saveId: "once", content };
    expect(addActivity(db, save, by)).toEqual({ ok: true, number: 1 });
    expect(addActivity(db, save, by)).toEqual({ ok: true, number: 1 });
    expect(read().activities).toHaveLength(1);
    expect(addActivity(db, { ...save, content: { ...content, what: "Annat" } }, by)).toMatchObject({
      problem: "save_id_taken",
    });
  });

  test.each([
    [{ goalArea: "finns inte" }, "goal_area_unknown"],
    [{ subs: [{ code: "9:9", effect: null }] }, "code_unknown"],
    [{ subs: [{ code: "1:1", effect: { level: 7, actors: 1 } }] }, "level_outside_scale"],
    [{ actors: ["finns inte"] }, "actor_unknown"],
    [{ checkDays: ["2207-04-30"] }, "check_day_outside"],
  ])("with %j is refused: %s", (changed, problem) => {
    expect(addActivity(db, { year, saveId: aSaveId(), content: { ...content, ...changed } }, by)).toEqual({
      ok: false,
      problem,
    });
    expect(read().activities).toEqual([]);
  });

  test("that somebody else saved meanwhile is not overwritten, and both are known", () => {
    const number = storeActivity(db);
    expect(edit(number, 1, { what: "Den första" })).toEqual({ ok: true, number });
    expect(edit(number, 1, { what: "Den andra" })).toMatchObject({
      problem: "stale",
      current: { revision: 2, what: "Den första" },
    });
    expect(contentOf(number)?.what).toBe("Den första");
    expect(edit(number, 2, { what: "Den andra" })).toEqual({ ok: true, number });
  });

  test("saved without a change is no new revision", () => {
    const number = storeActivity(db);
    expect(edit(number, 1, {})).toEqual({ ok: true, number });
    expect(read().saves).toBe(1);
  });

  test("taken away is gone from the draft, kept in its history, and comes back when it is saved anew", () => {
    const number = storeActivity(db);
    expect(removeActivity(db, { year, number, baseRevision: 1, saveId: aSaveId() }, by)).toEqual({ ok: true, number });
    expect(contentOf(number)).toBeUndefined();
    expect(read().activities[0]?.revisions).toHaveLength(2);
    expect(edit(number, 2, {})).toEqual({ ok: true, number });
    expect(contentOf(number)?.what).toBe(content.what);
  });

  test("that does not exist can be neither changed nor noted", () => {
    expect(edit(9, 1, {})).toEqual({ ok: false, problem: "unknown_activity" });
    expect(addActivity(db, { year: 1999, saveId: aSaveId(), content }, by)).toEqual({
      ok: false,
      problem: "unknown_plan",
    });
  });
});

describe("the proposals", () => {
  const training = "1:1 training";
  const exercise = "1:1 exercise";
  beforeEach(() => storePlan(db));
  const take = (keys: string[], how: Parameters<typeof takeProposals>[1]["how"] = "each", saveId = aSaveId()) =>
    takeProposals(db, { year, keys, how, saveId }, by);

  test("become an activity each, with the actors and the effect of the numbers, in the area that the fewest feed", () => {
    expect(take([training, exercise])).toEqual({ ok: true, numbers: [1, 2] });
    expect(contentOf(1)).toMatchObject({
      goalArea: "en",
      what: "Utbildning: Delförmåga 1:1",
      actors: ["haninge", "solna"],
      subs: [{ code: "1:1", effect: { level: 3, actors: 2 } }],
    });
    expect(contentOf(2)?.what).toBe("Övning: Delförmåga 1:1");
  });

  test("are merged into one, or into an activity that is there", () => {
    expect(take([training, exercise], "one")).toEqual({ ok: true, numbers: [1] });
    expect(contentOf(1)?.what).toBe("Utbildning: Delförmåga 1:1\nÖvning: Delförmåga 1:1");
  });

  test("join an activity without changing what it says", () => {
    const number = storeActivity(db, { actors: ["attunda"], subs: [] });
    expect(take([training], number)).toEqual({ ok: true, numbers: [number] });
    expect(contentOf(number)).toMatchObject({
      holder: "Samordningskansliet",
      actors: ["attunda", "haninge", "solna"],
    });
    expect(take([exercise], 9)).toEqual({ ok: false, problem: "unknown_activity" });
  });

  test("are taken once: whoever comes second is told so, and the same form again changes nothing", () => {
    expect(take([training], "each", "form")).toEqual({ ok: true, numbers: [1] });
    expect(take([training], "each", "form")).toEqual({ ok: true, numbers: [1] });
    expect(take([training])).toEqual({ ok: false, problem: "handled", code: "1:1" });
    expect(read().activities).toHaveLength(1);
  });

  test("of another choice in a form that was used before are not taken without a word", () => {
    take([training], "each", "form");
    expect(take([exercise], "each", "form")).toEqual({ ok: false, problem: "save_id_taken" });
    expect(take([training, exercise], "each", "form")).toEqual({ ok: false, problem: "save_id_taken" });
    expect(take([exercise])).toEqual({ ok: true, numbers: [2] });
  });

  test("taken an activity each, sent twice with one form, are the same activities again", () => {
    const both = () => take([training, exercise], "each", "form");
    expect(both()).toEqual({ ok: true, numbers: [1, 2] });
    expect(both()).toEqual({ ok: true, numbers: [1, 2] });
  });

  test("are rejected with a reason, which is kept, and can be taken back", () => {
    const reject = (reason: string) => rejectProposals(db, { year, keys: [training], reason }, by);
    expect(reject("  ")).toEqual({ ok: false, problem: "reason_missing" });
    expect(reject("x".repeat(501))).toEqual({ ok: false, problem: "reason_long" });
    expect(reject("Görs i länets egen kurs.")).toEqual({ ok: true });
    expect(take([training])).toMatchObject({ problem: "handled" });
    expect(restoreProposal(db, { year, key: training }, by)).toBe(true);
    expect(restoreProposal(db, { year, key: training }, by)).toBe(false);
    expect(take([training])).toMatchObject({ ok: true });
  });

  test("are open again when the activity that took them is taken away", () => {
    take([training]);
    removeActivity(db, { year, number: 1, baseRevision: 1, saveId: aSaveId() }, by);
    expect(take([training])).toEqual({ ok: true, numbers: [2] });
  });

  test.each([
    [[], "none_chosen"],
    [["9:9 training"], "unknown_proposal"],
    [["1:1 training", "påhittat"], "unknown_proposal"],
  ])("that are %j are refused: %s", (keys, problem) => {
    expect(take(keys)).toEqual({ ok: false, problem });
  });

  test("are not handled in an adopted plan", () => {
    storeActivity(db);
    storeAdoption(db);
    expect(take([training])).toEqual({ ok: false, problem: "plan_locked" });
  });
});

describe("adopting", () => {
  beforeEach(() => storePlan(db));

  test("locks the version", () => {
    const number = storeActivity(db);
    expect(adopt()).toEqual({ ok: true });
    expect(edit(number, 1, { what: "Efteråt" })).toEqual({ ok: false, problem: "plan_locked" });
    expect(addActivity(db, { year, saveId: aSaveId(), content }, by)).toMatchObject({ problem: "plan_locked" });
    expect(read().inForce?.adoption).toMatchObject({ adoptedOn: "2026-03-01", recordedAs: "office" });
  });

  test("in two tabs is one adoption: the second is told when it was", () => {
    storeActivity(db);
    adopt();
    expect(adopt()).toEqual({ ok: false, problem: "plan_adopted", adoptedOn: "2026-03-01" });
  });

  test("is refused where an activity was saved since the plan was read", () => {
    const number = storeActivity(db);
    const { saves } = read();
    edit(number, 1, { what: "Meanwhile" });
    expect(adopt({ saves })).toEqual({ ok: false, problem: "plan_changed" });
  });

  test("is refused of an empty plan, and names the activities that lack what a plan must say", () => {
    expect(adopt()).toEqual({ ok: false, problem: "plan_empty" });
    storeActivity(db);
    const number = storeActivity(db, { holder: "" });
    expect(adopt()).toEqual({ ok: false, problem: "incomplete", numbers: [number] });
  });

  test.each([
    [{ decidedOn: "2026-02-30" }, "decided_on_invalid"],
    [{ decidedOn: "2026-03-03" }, "decided_on_future"],
    [{ meeting: " " }, "meeting_missing"],
    [{ reference: "" }, "reference_missing"],
    [{ registryNumber: "x".repeat(101) }, "registry_number_long"],
  ])("with %j is refused: %s", (changed, problem) => {
    storeActivity(db);
    expect(adopt({ facts: { ...planFacts, ...changed } })).toEqual({ ok: false, problem });
  });

  test("of a plan or a version that does not exist is refused", () => {
    expect(adopt({ year: 1999 })).toEqual({ ok: false, problem: "unknown_plan" });
    expect(adopt({ version: 7 })).toEqual({ ok: false, problem: "unknown_plan" });
  });
});

describe("presenting to the council", () => {
  const present = (presentedOn = "2026-03-02") => presentPlan(db, { year, version: 1, presentedOn, note: "" }, by);
  beforeEach(() => {
    storePlan(db);
    storeActivity(db);
  });

  test("comes after the adoption, once", () => {
    expect(present()).toEqual({ ok: false, problem: "not_adopted" });
    storeAdoption(db);
    expect(present("2026-02-28")).toEqual({ ok: false, problem: "presented_before_adopted" });
    expect(present("2026-03-03")).toEqual({ ok: false, problem: "presented_on_future" });
    expect(present("i går")).toEqual({ ok: false, problem: "presented_on_invalid" });
    expect(present()).toEqual({ ok: true });
    expect(present()).toEqual({ ok: true });
    expect(present("2026-03-01")).toEqual({ ok: false, problem: "already_presented" });
  });
});

describe("a revision", () => {
  beforeEach(() => {
    storePlan(db);
    storeActivity(db);
  });

  test("begins from the adopted plan, which holds until the revision is adopted", () => {
    expect(revisePlan(db, year, by)).toMatchObject({ ok: true, version: 1 });
    storeAdoption(db);
    expect(revisePlan(db, year, by)).toEqual({ ok: true, version: 2 });
    expect(revisePlan(db, year, by)).toEqual({ ok: true, version: 2 });
    expect(edit(1, 1, { what: "Reviderad" })).toMatchObject({ ok: true });
    const inForce = () => {
      const version = read().inForce;
      return version && activitiesIn(read(), version)[0]?.content.what;
    };
    expect(inForce()).toBe(content.what);
    expect(adopt({ version: 2 })).toEqual({ ok: true });
    expect(inForce()).toBe("Reviderad");
  });

  test("thrown away leaves nothing behind, and the next begins from what is adopted", () => {
    const discard = (version: number) => discardRevision(db, { year, version, saves: read().saves }, by);
    expect(discard(1)).toEqual({ ok: false, problem: "no_revision" });
    storeAdoption(db);
    revisePlan(db, year, by);
    edit(1, 1, { what: "Kastad" });
    storeActivity(db, { what: "Också kastad" });
    expect(discard(2)).toEqual({ ok: true });
    expect(discard(2)).toEqual({ ok: false, problem: "no_revision" });
    expect(revisePlan(db, year, by)).toEqual({ ok: true, version: 3 });
    expect(contentOf(1)?.what).toBe(content.what);
    expect(contentOf(2)).toBeUndefined();
    expect(edit(1, 1, { what: "Ny" })).toMatchObject({ ok: true });
    expect(contentOf(1)?.what).toBe("Ny");
  });

  test("is not thrown away where somebody saved an activity since it was read", () => {
    storeAdoption(db);
    revisePlan(db, year, by);
    const { saves } = read();
    edit(1, 1, { what: "Sparat under tiden" });
    const discard = () => discardRevision(db, { year, version: 2, saves }, by);
    expect(discard()).toEqual({ ok: false, problem: "revision_changed" });
    expect(contentOf(1)?.what).toBe("Sparat under tiden");
  });
});

describe("noting how an activity goes", () => {
  const said = { state: "ongoing" as const, checkDay: "2027-04-30", text: "Hälften har gått kursen." };
  const note = (changed: Partial<typeof said> = {}, saveId = aSaveId(), number = 1) =>
    noteActivity(db, { year, number, saveId, note: { ...said, ...changed } }, by);
  beforeEach(() => {
    storePlan(db);
    storeActivity(db);
  });

  test("waits for the adoption", () => {
    expect(note()).toEqual({ ok: false, problem: "not_adopted" });
    storeAdoption(db);
    expect(note()).toEqual({ ok: true });
  });

  test("twice with one form is one note, and two persons' notes are both kept", () => {
    storeAdoption(db);
    insertPerson(db, { id: "p", email: "p@example.se", name: "P", passwordHash: null, createdAt: "2026-01-01" });
    expect(note({}, "form")).toEqual({ ok: true });
    expect(note({}, "form")).toEqual({ ok: true });
    expect(note({ text: "Annat" }, "form")).toMatchObject({ problem: "save_id_taken" });
    const other = { year, number: 1, saveId: aSaveId(), note: { ...said, text: "Den andra" } };
    expect(noteActivity(db, other, { ...by, personId: "p" })).toEqual({ ok: true });
    expect(read().activities[0]?.notes.map(({ text }) => text)).toEqual([said.text, "Den andra"]);
  });

  test("is of a check that the activity has, and of an activity in the plan that holds", () => {
    storeAdoption(db);
    expect(note({ checkDay: "2027-05-01" })).toMatchObject({ problem: "check_day_unknown" });
    revisePlan(db, year, by);
    const added = storeActivity(db);
    expect(note({}, aSaveId(), added)).toMatchObject({ problem: "unknown_activity" });
    expect(note()).toEqual({ ok: true });
  });
});

describe("what feeds a goal area", () => {
  const change = (changed: Partial<Parameters<typeof changeGoalArea>[1]> = {}) =>
    changeGoalArea(
      db,
      { document: "test", area: "en", version: "test", codes: ["2:1"], reason: "Vi vill.", sequence: 0, ...changed },
      by,
    );
  const feeding = () =>
    readGoalLinks(db, read().goals, read().definition).flatMap(({ area, code }) => (area === "en" ? [code] : []));
  beforeEach(() => storePlan(db));

  test("is changed by the office with a reason; only what differs is stored", () => {
    expect(change()).toEqual({ ok: true, changed: 2 });
    expect(feeding()).toEqual(["2:1"]);
    expect(change()).toEqual({ ok: true, changed: 0 });
  });

  test.each([
    [{ area: "finns inte" }, "unknown_area"],
    [{ document: "finns inte" }, "unknown_area"],
    [{ codes: ["9:9"] }, "code_unknown"],
    [{ reason: " " }, "reason_missing"],
    [{ reason: "x".repeat(501) }, "reason_long"],
    [{ sequence: 3 }, "changed_meanwhile"],
  ])("is refused with %j: %s", (changed, problem) => {
    expect(change(changed)).toEqual({ ok: false, problem });
    expect(feeding()).toEqual(["1:1"]);
  });

  test("is not overwritten by somebody who has not seen the latest change", () => {
    change();
    expect(change({ codes: ["1:2"] })).toEqual({ ok: false, problem: "changed_meanwhile" });
  });
});

test("the activities of adopted plans tell which sub-capabilities and actors they concerned, and how they went", () => {
  storePlan(db);
  storeActivity(db);
  expect(readPlannedActivities(db, year)).toEqual([]);
  storeAdoption(db);
  const note = { state: "done" as const, checkDay: null, text: "Klart." };
  noteActivity(db, { year, number: 1, saveId: aSaveId(), note }, by);
  expect(readPlannedActivities(db, year - 1)).toEqual([]);
  expect(readPlannedActivities(db, year)).toMatchObject([
    { year, basisYear: testYear, number: 1, state: "done", codes: ["1:1"], actors: ["haninge", "solna"] },
  ]);
});
