import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { startSession } from "#auth/session.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { insertMembership } from "#db/queries/people.ts";
import type { Role } from "#domain/access.ts";
import { anActivity } from "#test/support/builders.ts";
import { aSaveId, planYear, storeActivity, storeAdoption, storePlan } from "#test/support/plans.ts";
import {
  formOutcomeOf,
  outcomeOf,
  routeArgs,
  signedIn,
  statusOf,
  testNow,
  testSettings,
} from "#test/support/request.ts";
import { revisePlan } from "#usecases/move-plan.ts";
import { noteActivity } from "#usecases/note-activity.ts";
import { editActivity } from "#usecases/save-activity.ts";
import { loader as activityLoader, action as noteAction } from "../../../app/routes/plan/activity.tsx";
import { action as editAction } from "../../../app/routes/plan/activity-edit.tsx";
import { action as newAction } from "../../../app/routes/plan/activity-new.tsx";
import { action as adoptAction, loader as adoptLoader } from "../../../app/routes/plan/adopt.tsx";
import { loader as differenceLoader } from "../../../app/routes/plan/difference.tsx";
import { loader as followUpLoader } from "../../../app/routes/plan/follow-up.tsx";
import { action as goalAction, loader as goalLoader } from "../../../app/routes/plan/goal-area.tsx";
import { action as planAction, loader as planLoader } from "../../../app/routes/plan/plan.tsx";
import { loader as plansLoader } from "../../../app/routes/plan/plans.tsx";
import { action as presentAction } from "../../../app/routes/plan/present.tsx";
import { action as proposalsAction, loader as proposalsLoader } from "../../../app/routes/plan/proposals.tsx";

const year = String(planYear);
const other = ["b", "c", "d", "e", "f"];
let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storePlan(db);
});

function as(role: Role, actorId: string | null = null) {
  const { cookie } = signedIn(db, { role, actorId });
  return (path: string, options: NonNullable<Parameters<typeof routeArgs>[2]> = {}) =>
    routeArgs(db, path, { ...options, cookie, params: { year, ...options?.params } });
}
const planOf = (role: Role, actorId?: string) =>
  outcomeOf(() => planLoader(as(role, actorId)(`/verksamhetsplan/${year}`)));
async function viewOf(role: Role, actorId?: string) {
  const outcome = await planOf(role, actorId);
  if (outcome instanceof Response) throw new Error(`answered ${outcome.status}`);
  return outcome.view;
}
const activityOf = (role: Role, number: number, actorId?: string) =>
  outcomeOf(() => activityLoader(as(role, actorId)("/", { params: { number: String(number) } })));

describe("who sees what of a plan", () => {
  test("nobody but the office and the chief group sees a draft", async () => {
    storeActivity(db);
    expect((await viewOf("office"))?.areas.flatMap((area) => area.activities)).toHaveLength(1);
    expect((await viewOf("chief_group"))?.areas.flatMap((area) => area.activities)).toHaveLength(1);
    expect(await viewOf("council")).toBeNull();
    expect(await viewOf("coordinator", "haninge")).toBeNull();
    expect(statusOf(await activityOf("council", 1))).toBe(404);
    expect(statusOf(await activityOf("coordinator", 1, "haninge"))).toBe(404);
  });

  test("an actor sees the activities that it is in, and no other", async () => {
    storeActivity(db, { what: "Bara Haninge", actors: ["haninge"] });
    storeActivity(db, { what: "Bara Solna", actors: ["solna"] });
    storeAdoption(db);
    const text = JSON.stringify(await planOf("coordinator", "haninge"));
    expect(text).toContain("Bara Haninge");
    expect(text).not.toMatch(/Solna|solna/);
    expect(statusOf(await activityOf("coordinator", 1, "haninge"))).toBe(200);
    expect(statusOf(await activityOf("coordinator", 2, "haninge"))).toBe(404);
  });

  test("the council reads no actor's name, no note, and no number that rests on fewer than five", async () => {
    storeActivity(db, { subs: [{ code: "1:1", effect: { level: 3, actors: 2 } }] });
    storeAdoption(db);
    const note = { state: "ongoing" as const, checkDay: null, text: "Solna dröjer." };
    noteActivity(db, { year: planYear, number: 1, saveId: aSaveId(), note }, { now: testNow, personId: null });
    for (const outcome of [await planOf("council"), await activityOf("council", 1)]) {
      const text = JSON.stringify(outcome);
      expect(text).not.toMatch(/haninge|solna|dröjer/i);
      expect(text).toContain('"shown":"withheld"');
      expect(text).toContain('"effect":null,"isEffectWithheld":true');
      expect(text).toContain('"state":"ongoing"');
    }
  });

  test("the council reads how many where at least five are in it", async () => {
    for (const id of other) insertActor(db, { id, name: id, shortName: id, category: "kommun", designated: false });
    storeActivity(db, { actors: other, subs: [{ code: "1:1", effect: { level: 3, actors: 5 } }] });
    storeAdoption(db);
    expect((await viewOf("council"))?.areas.flatMap((area) => area.activities)[0]).toMatchObject({
      actors: { shown: "count", count: 5 },
      subs: [{ effect: { level: 3, actors: 5 } }],
    });
  });

  test("who answers for two actors is told no number that rests on four besides them", async () => {
    for (const id of other) insertActor(db, { id, name: id, shortName: id, category: "kommun", designated: false });
    storeActivity(db, { actors: ["haninge", ...other] });
    storeAdoption(db);
    const { cookie, personId } = signedIn(db, { role: "coordinator", actorId: "haninge" });
    const read = async () => {
      const outcome = await outcomeOf(() => planLoader(routeArgs(db, "/", { cookie, params: { year } })));
      if (outcome instanceof Response) throw new Error(`answered ${outcome.status}`);
      return outcome.view?.areas.flatMap(({ activities }) => activities.map(({ actors }) => actors));
    };
    expect(await read()).toEqual([{ shown: "count", count: 6 }]);
    const also = { id: "also", personId, role: "coordinator", actorId: "b", validUntil: null } as const;
    insertMembership(db, { ...also, validFrom: testNow.toISOString() });
    expect(await read()).toEqual([{ shown: "withheld" }]);
  });

  /** Which activities' numbers one person with these roles is told, in each of them in turn. */
  const toldAs = async (...roles: readonly (readonly [Role, string | null])[]) => {
    const [first, ...others] = roles.map(([role, actorId]) => ({ role, actorId }));
    if (!first) throw new Error("no role");
    const { personId, membershipId } = signedIn(db, first);
    const held = others.map((each) => ({ ...each, id: randomUUID(), personId, validUntil: null }));
    for (const each of held) insertMembership(db, { ...each, validFrom: testNow.toISOString() });
    const told: string[][] = [];
    for (const id of [membershipId, ...held.map((each) => each.id)]) {
      const session = startSession(db, { personId, membershipId: id }, { now: testNow, settings: testSettings() });
      const cookie = session?.split(";")[0] ?? "";
      const outcome = await outcomeOf(() => planLoader(routeArgs(db, "/", { cookie, params: { year } })));
      if (outcome instanceof Response) throw new Error(`answered ${outcome.status}`);
      const shown = outcome.view?.areas.flatMap(({ activities }) => activities) ?? [];
      told.push(shown.flatMap(({ what, actors }) => (actors.shown === "count" ? [what] : [])));
    }
    return told;
  };
  const storeFor = (what: string, ...actors: string[]) => storeActivity(db, { what, actors });
  const [council, haninge] = [
    ["council", null],
    ["coordinator", "haninge"],
  ] as const;

  test("who reads as the council too is told no two numbers that together rest on fewer than five", async () => {
    for (const id of [...other, "g", "h", "i"])
      insertActor(db, { id, name: id, shortName: id, category: "kommun", designated: false });
    storeFor("Smal", "haninge", ...other, "g");
    storeFor("Bred", ...other, "g", "h", "i");
    storeAdoption(db);
    expect([await toldAs(council), await toldAs(haninge)]).toEqual([[["Bred"]], [["Smal"]]]);
    expect(await toldAs(council, haninge)).toEqual([["Bred"], []]);
    expect(await toldAs(haninge, council)).toEqual([[], ["Bred"]]);
  });

  test("who reads as the council is told no more for being at an actor: the council is told it next", async () => {
    for (const id of [...other, "g"])
      insertActor(db, { id, name: id, shortName: id, category: "kommun", designated: false });
    const ofAll = (actors: string[]) => ({
      actors,
      subs: [{ code: "1:1", effect: { level: 3, actors: actors.length } }],
    });
    storeActivity(db, { what: "Alla", ...ofAll(["haninge", ...other, "g"]) });
    storeActivity(db, { what: "Utan Haninge", ...ofAll([...other, "g"]) });
    storeAdoption(db);
    expect(await toldAs(council)).toEqual([["Alla"]]);
    expect(await toldAs(council, haninge)).toEqual([["Alla"], ["Alla"]]);
  });

  test("a file of an actor tells who is at another too no more than the actor's people may know", async () => {
    for (const id of [...other, "g"])
      insertActor(db, { id, name: id, shortName: id, category: "kommun", designated: false });
    storeFor("Med Solna", "haninge", "solna", ...other);
    storeFor("Utan Solna", "haninge", ...other);
    storeAdoption(db);
    expect(await toldAs(haninge)).toEqual([["Med Solna"]]);
    expect(await toldAs(haninge, ["coordinator", "solna"])).toEqual([["Med Solna"], ["Med Solna"]]);
  });

  test("a revision is seen by those who plan; the others go on reading what is adopted", async () => {
    storeActivity(db, { what: "Först" });
    storeAdoption(db);
    revisePlan(db, planYear, { now: testNow, personId: null });
    storeActivity(db, { what: "Reviderat" });
    expect(JSON.stringify(await viewOf("chief_group"))).toContain("Reviderat");
    const council = await viewOf("council");
    expect(JSON.stringify(council)).not.toContain("Reviderat");
    expect(council?.versions.map(({ version }) => version)).toEqual([1]);
    const asked = await outcomeOf(() => planLoader(as("council")(`/verksamhetsplan/${year}?version=2`)));
    expect(JSON.stringify(asked)).not.toContain("Reviderat");
  });

  const differenceOf = async (role: Role, actorId?: string, asked = "fran=1&till=2") => {
    const outcome = await outcomeOf(() => differenceLoader(as(role, actorId)(`/?${asked}`)));
    return outcome instanceof Response ? outcome.status : outcome.comparison;
  };

  test.each([
    ["", 1, 2],
    ["till=2", 1, 2],
    ["till=1", 2, 1],
    ["fran=2", 2, 2],
    ["till=7", 1, 2],
  ])("of two versions, %j asks for the difference from %i to %i", async (asked, from, to) => {
    storeActivity(db);
    storeAdoption(db);
    revisePlan(db, planYear, { now: testNow, personId: null });
    expect(await differenceOf("office", undefined, asked)).toMatchObject({
      from: { version: from },
      to: { version: to },
    });
  });

  test("the difference between versions tells council and actors what the two versions do, and no name", async () => {
    const more = ["g", "h", "i", "j", "k"];
    for (const id of [...other, ...more])
      insertActor(db, { id, name: `Aktör ${id}`, shortName: `Aktör ${id}`, category: "kommun", designated: false });
    const subs = (actors: number) => [{ code: "1:1", effect: { level: 3, actors } }];
    const number = storeActivity(db, { what: "Först", actors: other, subs: subs(5) });
    storeActivity(db, { what: "Samma", actors: other });
    expect(await differenceOf("council")).toBe(404);
    storeAdoption(db);
    const by = { now: testNow, personId: null };
    revisePlan(db, planYear, by);
    const actors = [...other.slice(1), "haninge", ...more];
    const content = anActivity({ what: "Sedan", actors, subs: subs(8) });
    editActivity(db, { year: planYear, number, baseRevision: 1, saveId: aSaveId(), content }, by);
    expect(await differenceOf("council")).toBeNull();
    expect(await differenceOf("coordinator", "c")).toBeNull();
    storeAdoption(db);
    const council = await differenceOf("council");
    expect(council).toMatchObject({
      rows: [
        {
          ...{ number, change: "changed", parts: ["what", "subs", "actors"] },
          before: { what: "Först", actors: { shown: "count", count: 5 }, subs: [{ effect: { actors: 5 } }] },
          after: { what: "Sedan", actors: { shown: "count", count: 10 }, subs: [{ isEffectWithheld: true }] },
        },
      ],
    });
    expect(JSON.stringify(council)).not.toMatch(/Aktör|haninge/i);
    expect(await differenceOf("coordinator", "b")).toMatchObject({
      rows: [{ number, change: "removed", after: null }],
    });
    expect(await differenceOf("coordinator", "g")).toMatchObject({ rows: [{ number, change: "added", before: null }] });
    expect(JSON.stringify(await differenceOf("office"))).toContain("Aktör g");
  });

  test("only those who plan are told how many saves there were", async () => {
    storeActivity(db);
    storeAdoption(db);
    expect((await viewOf("office"))?.saves).toBe(1);
    expect((await viewOf("council"))?.saves).toBeNull();
    expect((await viewOf("coordinator", "haninge"))?.saves).toBeNull();
  });

  test("the list of plans holds for each what it may read", async () => {
    storeActivity(db);
    const rows = async (role: Role, actorId?: string) =>
      (await plansLoader(as(role, actorId)("/verksamhetsplan"))).rows.map(({ state, activities }) => [
        state,
        activities,
      ]);
    expect(await rows("office")).toEqual([["drafted", 1]]);
    expect(await rows("council")).toEqual([]);
    storeAdoption(db);
    expect(await rows("council")).toEqual([["adopted", 1]]);
    expect(await rows("coordinator", "attunda")).toEqual([["adopted", 0]]);
  });

  test("a year without a round before it is not there", async () => {
    const { cookie } = signedIn(db, { role: "office" });
    for (const wrong of ["2040", "nej", "0"]) {
      const args = routeArgs(db, "/", { cookie, params: { year: wrong } });
      expect(statusOf(await outcomeOf(() => planLoader(args)))).toBe(404);
    }
  });
});

const content = {
  intent: "save",
  saveId: "form",
  goalArea: "alla",
  what: "Utbildning",
  holder: "Kansliet",
  from: "1",
  to: "2",
  costFrame: "250 000 kr",
  sub: "1:1",
  "level.1:1": "3",
  "actors.1:1": "2",
  actor: ["haninge", "solna"],
  checkHow: "Intyg",
  "checkDay.0": "2027-04-30",
};
const create = (form: Record<string, string | string[]>) =>
  formOutcomeOf(() => newAction(as("office")("/", { form: { ...content, ...form } })));

describe("the form of an activity", () => {
  test("is saved, and leads to the activity", async () => {
    const outcome = await create({});
    expect((outcome as Response).headers.get("location")).toBe(`/verksamhetsplan/${year}/aktivitet/1?nu=save`);
    const page = await activityOf("office", 1);
    expect(page).toMatchObject({
      activity: { costFrame: 250_000, when: { from: 1, to: 2 }, subs: [{ effect: { level: 3, actors: 2 } }] },
    });
  });

  test.each([
    [{ goalArea: "" }, "goalArea"],
    [{ goalArea: "påhittat" }, "goalArea"],
    [{ what: "  " }, "what"],
    [{ what: "x".repeat(1001) }, "what"],
    [{ holder: "x".repeat(121) }, "holder"],
    [{ from: "3", to: "1" }, "to"],
    [{ from: "4", to: "2" }, "from"],
    [{ costFrame: "mycket" }, "costFrame"],
    [{ costFrame: "12,50" }, "costFrame"],
    [{ costFrame: "-5" }, "costFrame"],
    [{ costFrame: "9".repeat(30) }, "costFrame"],
    [{ "actors.1:1": "" }, "actors.1:1"],
    [{ "actors.1:1": "tre" }, "actors.1:1"],
    [{ "actors.1:1": "3" }, "actors.1:1"],
    [{ "level.1:1": "" }, "level.1:1"],
    [{ actor: ["finns inte", "solna"] }, "actor"],
    [{ "checkDay.0": "2027-02-30" }, "checkDay.0"],
    [{ "checkDay.0": "2207-04-30" }, "checkDay.0"],
  ])("with %j comes back with all that was typed, and the error at %s", async (changed, field) => {
    const outcome = await create(changed as Record<string, string>);
    expect(outcome).toMatchObject({ ok: false, values: { ...content, ...changed } });
    expect(Object.keys((outcome as { errors: object }).errors)).toEqual([field]);
  });

  test("takes an effect written in a row as a tick, and one tertial as both", async () => {
    await create({ sub: [], to: "", "level.1:1": "min" });
    expect(await activityOf("office", 1)).toMatchObject({
      activity: { when: { from: 1, to: 1 }, subs: [{ code: "1:1", effect: { level: null, actors: 2 } }] },
    });
  });

  test("written while somebody else saved comes back, and can be saved on what is there now", async () => {
    await create({});
    const edit = (form: Record<string, string>) =>
      formOutcomeOf(() =>
        editAction(as("office")("/", { params: { number: "1" }, form: { ...content, saveId: aSaveId(), ...form } })),
      );
    expect(await edit({ revision: "1", what: "Den första" })).toBeInstanceOf(Response);
    const outcome = await edit({ revision: "1", what: "Den andra" });
    expect(outcome).toMatchObject({ values: { what: "Den andra", revision: "2" } });
    expect(JSON.stringify(outcome)).toContain("medan du skrev");
    expect(await edit({ revision: "2", what: "Den andra" })).toBeInstanceOf(Response);
  });
});

describe("the proposals' form", () => {
  const post = (form: Record<string, string | string[]>) =>
    formOutcomeOf(() => proposalsAction(as("office")("/", { form: { saveId: aSaveId(), ...form } })));

  test("lists what the round gives, most pressing first, with the actors and the numbers", async () => {
    const page = await proposalsLoader(as("chief_group")("/"));
    expect(page.mayEdit).toBe(false);
    expect(page.view.subs[0]).toMatchObject({
      code: "1:1",
      numbers: { notMeeting: 2, meetsMinimum: 1, answered: 3, applicable: 3 },
      proposals: [
        { key: "1:1 training", actors: [{ shortName: "Haninge" }, { shortName: "Solna" }] },
        { key: "1:1 exercise" },
      ],
    });
  });

  test.each([
    [{ intent: "each" }, ""],
    [{ intent: "join", key: "1:1 training" }, "into"],
    [{ intent: "join", key: "1:1 training", into: "77" }, "into"],
    [{ intent: "reject", key: "1:1 training", reason: "" }, "reason"],
    [{ intent: "påhittat", key: "1:1 training" }, ""],
    [{ intent: "each", key: "9:9 training" }, ""],
  ])("%j comes back as it was, with the error at ”%s”", async (form, field) => {
    const outcome = await post(form as Record<string, string>);
    expect(outcome).toMatchObject({ ok: false, values: form });
    expect(Object.keys((outcome as { errors: object }).errors)).toEqual([field]);
  });

  test("one that became an activity leads to filling it in", async () => {
    const outcome = await post({ intent: "one", key: ["1:1 training", "1:1 exercise"] });
    expect((outcome as Response).headers.get("location")).toBe(`/verksamhetsplan/${year}/aktivitet/1/andra`);
    const page = await proposalsLoader(as("office")("/"));
    expect(page.view.open).toBe(0);
  });
});

describe("adopting, presenting and following up", () => {
  const facts = { decidedOn: "2026-03-01", meeting: "Möte 3", reference: "§ 7", registryNumber: "" };
  const adopt = async (role: Role, form: Record<string, string> = {}) => {
    const { view } = await adoptLoader(as(role)("/"));
    const read = { version: String(view.version), saves: String(view.saves) };
    return formOutcomeOf(() => adoptAction(as(role)("/", { form: { ...read, ...facts, ...form } })));
  };

  test.each(["chief_group", "office"] as const)("the %s records the adoption, and it shows who did", async (role) => {
    storeActivity(db);
    expect(await adopt(role)).toBeInstanceOf(Response);
    expect((await viewOf("council"))?.adoption).toMatchObject({ recordedAs: role, meeting: "Möte 3" });
  });

  test("two tabs are one adoption", async () => {
    storeActivity(db);
    await adopt("chief_group");
    const again = await adopt("chief_group", { version: "1" });
    expect(JSON.stringify(again)).toContain("redan antagen, den 1 mars 2026");
  });

  test("an activity that lacks something is named", async () => {
    storeActivity(db, { when: null });
    const outcome = await adopt("chief_group");
    expect(outcome).toMatchObject({ values: facts });
    expect(JSON.stringify(outcome)).toContain("i aktivitet 1.");
  });

  test("nothing is presented before it is adopted, and a wrong day is told at its field", async () => {
    storeActivity(db);
    const present = (presentedOn: string) =>
      formOutcomeOf(() => presentAction(as("office")("/", { form: { version: "1", presentedOn, note: "" } })));
    expect(await present("2026-03-02")).toMatchObject({ errors: { "": "Planen är inte antagen än." } });
    storeAdoption(db);
    expect(await present("i går")).toMatchObject({
      values: { presentedOn: "i går" },
      errors: { presentedOn: expect.any(String) },
    });
    expect(await present("2026-03-02")).toBeInstanceOf(Response);
  });

  test("a note is kept, and an empty one comes back", async () => {
    storeActivity(db);
    storeAdoption(db);
    const note = (form: Record<string, string>) =>
      formOutcomeOf(() =>
        noteAction(as("office")("/", { params: { number: "1" }, form: { saveId: aSaveId(), ...form } })),
      );
    expect(await note({ state: "ongoing", checkDay: "", text: " " })).toMatchObject({
      values: { state: "ongoing" },
      errors: { text: expect.any(String) },
    });
    expect(await note({ state: "ongoing", checkDay: "2027-04-30", text: "På väg." })).toBeInstanceOf(Response);
    const late = new Date("2027-09-01T10:00:00.000Z");
    const { cookie } = signedIn(db, { role: "chief_group", now: late });
    const page = await followUpLoader(routeArgs(db, "/", { cookie, params: { year }, now: late }));
    expect(page.rows?.[0]).toMatchObject({ state: "ongoing", overdue: { checks: ["2027-08-31"], isLate: true } });
  });

  test("a revision can be thrown away only by saying so", async () => {
    storeActivity(db);
    storeAdoption(db);
    const post = (form: Record<string, string>) => formOutcomeOf(() => planAction(as("office")("/", { form })));
    expect(await post({ intent: "revise" })).toBeInstanceOf(Response);
    expect(await post({ intent: "discard", version: "2" })).toMatchObject({ errors: { sure: expect.any(String) } });
    const asked = { intent: "discard", version: "2", sure: "on" };
    expect(await post({ ...asked, saves: "0" })).toMatchObject({
      values: { sure: "on" },
      errors: { sure: expect.stringContaining("medan du läste") },
    });
    expect(await post({ ...asked, saves: String((await viewOf("office"))?.saves) })).toBeInstanceOf(Response);
    expect(await post({ ...asked, saves: "0" })).toBeInstanceOf(Response);
    expect((await viewOf("office"))?.version).toBe(1);
  });
});

describe("a goal area", () => {
  const page = (role: Role, actorId?: string) => goalLoader(as(role, actorId)("/", { params: { area: "en" } }));
  const change = (form: Record<string, string | string[]>) =>
    formOutcomeOf(() =>
      goalAction(
        as("office")("/", {
          params: { area: "en" },
          form: { document: "test", version: "test", sequence: "0", ...form },
        }),
      ),
    );

  test("is changed by the office with a reason, which those who plan read", async () => {
    expect(await change({ code: ["1:1", "2:1"], reason: "" })).toMatchObject({
      values: { code: ["1:1", "2:1"] },
      errors: { reason: expect.any(String) },
    });
    expect(await change({ code: ["1:1", "2:1"], reason: "Hör dit." })).toBeInstanceOf(Response);
    expect((await page("council")).view).toMatchObject({
      area: { fedBy: [{ code: "1:1" }, { code: "2:1" }] },
      changes: [],
    });
    expect((await page("chief_group")).view.changes).toMatchObject([{ code: "2:1", reason: "Hör dit." }]);
    expect(await change({ code: "1:2", reason: "Sent." })).toMatchObject({ errors: { "": expect.any(String) } });
  });

  test("that is made up is not there", async () => {
    const made = () => goalLoader(as("office")("/", { params: { area: "constructor" } }));
    expect(statusOf(await outcomeOf(made))).toBe(404);
  });
});
