import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { listDecisions, listLevelDecisions } from "#db/queries/decisions.ts";
import { formOutcomeOf, outcomeOf, routeArgs, signedIn } from "#test/support/request.ts";
import { storeRound } from "#test/support/stored.ts";
import { action, loader } from "../../../app/routes/levels/decide.tsx";
import { loader as loadLevels } from "../../../app/routes/levels/levels.tsx";

let db: Db;
let cookie: string;
const params = { year: "2026" };
const facts = {
  group: "all",
  sequence: "0",
  decidedOn: "2026-02-12",
  meeting: "Chefsgruppen, möte 2",
  reference: "§ 4",
};
const untouched = {
  "minimum.1:1": "",
  "ambition.1:1": "",
  "minimum.1:2": "",
  "ambition.1:2": "",
  "minimum.2:1": "",
  "ambition.2:1": "",
};
const form = { ...facts, ...untouched, "minimum.1:1": "2", "ambition.1:1": "3" };

function begin(state: "planned" | "open" | "released", role: "chief_group" | "office" = "chief_group") {
  db = openDatabase(":memory:").db;
  storeRound(db, state);
  cookie = signedIn(db, { role }).cookie;
}

const post = (given: Record<string, string>) =>
  formOutcomeOf(() => action(routeArgs(db, "/lagstanivaer/2026/beslut", { cookie, params, form: given })));
const prepared = (query = "") => loader(routeArgs(db, `/lagstanivaer/2026/beslut${query}`, { cookie, params })).form;
const rowsOf = (shown: ReturnType<typeof prepared>) => shown.capabilities.flatMap(({ rows }) => rows);
const locationOf = (answer: unknown) => (answer as Response).headers.get("location");

describe("the decision form", () => {
  beforeEach(() => begin("open"));

  it("stores only the rows that differ from what is in force", async () => {
    expect(locationOf(await post(form))).toBe("/lagstanivaer/2026?beslut=1&nu=registrerat");
    const expected = [{ sequence: 1, code: "1:1", group: "all", minimum: 2, ambition: 3, motive: "" }];
    expect(listLevelDecisions(db, 2026)).toEqual(expected);
    await post({ ...form, sequence: "1", "minimum.2:1": "1" });
    expect(listLevelDecisions(db, 2026).filter(({ sequence }) => sequence === 2)).toEqual([
      { sequence: 2, code: "2:1", group: "all", minimum: 1, ambition: null, motive: "" },
    ]);
  });

  it("begins with what is in force for the group asked for", async () => {
    await post(form);
    expect(rowsOf(prepared())[0]?.prefill).toEqual({ minimum: 2, ambition: 3 });
    const designated = rowsOf(prepared("?grupp=designated"))[0];
    expect(designated).toMatchObject({ prefill: { minimum: null }, ofAll: { minimum: 2, ambition: 3 } });
    expect(prepared("?grupp=category:hamn").group).toBe("all");
  });

  it("can begin with one minimum everywhere, dropping ambitions below it", async () => {
    await post(form);
    expect(rowsOf(prepared("?utga=4"))[0]?.prefill).toEqual({ minimum: 4, ambition: null });
    expect(rowsOf(prepared("?utga=1"))[0]?.prefill).toEqual({ minimum: 1, ambition: 3 });
  });

  it("takes a group's levels away when both are chosen as none", async () => {
    await post(form);
    await post({ ...form, sequence: "1", "minimum.1:1": "", "ambition.1:1": "" });
    expect(rowsOf(prepared())[0]?.inForce).toEqual({ minimum: null, ambition: null });
  });

  test.each([
    ["an ambition below its minimum", { "ambition.1:1": "1" }, "ambition.1:1"],
    ["a level outside the scale", { "minimum.1:2": "7" }, "minimum.1:2"],
    ["a level that is no number", { "minimum.1:2": "hög" }, "minimum.1:2"],
    ["the lowest level", { "minimum.2:1": "0" }, "minimum.2:1"],
    ["a day that is none", { decidedOn: "2026-02-30" }, "decidedOn"],
    ["no meeting", { meeting: " " }, "meeting"],
    ["a meeting over its limit", { meeting: "x".repeat(201) }, "meeting"],
    ["a motive over its limit", { motive: "x".repeat(501) }, "motive"],
    ["no reference", { reference: "" }, "reference"],
    ["a reference over its limit", { reference: "§".repeat(201) }, "reference"],
    ["nothing changed", { "minimum.1:1": "", "ambition.1:1": "" }, ""],
    ["a group that is none", { group: "category:hamn" }, ""],
  ])("comes back for %s with everything typed, and stores nothing", async (_name, wrong, field) => {
    const given = { ...form, ...wrong };
    expect(await post(given)).toMatchObject({ ok: false, values: given, errors: { [field]: expect.any(String) } });
    expect(listDecisions(db, 2026)).toEqual([]);
  });

  it("posted twice from two tabs, is stored once", async () => {
    await post(form);
    const second = await post(form);
    expect(second).toMatchObject({ ok: false, errors: { "": expect.stringContaining("Ett annat beslut") } });
    expect(listDecisions(db, 2026)).toHaveLength(1);
  });

  it("after a decision in between, keeps what was changed and lets go of the rest", async () => {
    await post(form);
    const answer = await post({ ...facts, ...untouched, "minimum.2:1": "3" });
    if (answer instanceof Response || !("values" in answer)) throw new Error("expected the form back");
    expect(answer.values).toMatchObject({ "minimum.2:1": "3", reference: facts.reference });
    expect(answer.values).not.toHaveProperty("minimum.1:1");
    expect(rowsOf(prepared())[0]?.prefill).toEqual({ minimum: 2, ambition: 3 });
  });

  it("knows no round of another year", async () => {
    const args = routeArgs(db, "/lagstanivaer/2031/beslut", { cookie, params: { year: "2031" }, form });
    expect(await formOutcomeOf(() => action(args))).toMatchObject({ status: 404 });
  });
});

it("is refused after release, and keeps what was typed", async () => {
  begin("released");
  expect(await post(form)).toMatchObject({
    ok: false,
    values: form,
    errors: { "": expect.stringContaining("släppt") },
  });
  expect(prepared().isReleased).toBe(true);
});

it("shows that the office recorded it on the chief group's behalf", async () => {
  begin("open", "office");
  await post(form);
  expect(listDecisions(db, 2026)).toMatchObject([{ recordedAs: "office", recordedByName: "Person office" }]);
});

test.each(["coordinator", "council"] as const)("a %s cannot decide", async (role) => {
  begin("open");
  cookie = signedIn(db, { role, actorId: role === "coordinator" ? "haninge" : null }).cookie;
  expect(await post(form)).toMatchObject({ status: 403 });
  expect(listDecisions(db, 2026)).toEqual([]);
});

describe("the page of levels", () => {
  const levels = (query = "") => loadLevels(routeArgs(db, `/lagstanivaer/2026${query}`, { cookie, params }));

  it("names the decision that each level comes from, for groups that have any", async () => {
    begin("planned");
    await post(form);
    await post({ ...form, sequence: "1", group: "designated", "minimum.1:1": "4", "ambition.1:1": "" });
    const { levels: view, shown } = levels("?beslut=2");
    expect(view.groups).toEqual(["all", "designated"]);
    expect(view.capabilities[0]?.rows[0]?.byGroup).toEqual([
      { minimum: 2, ambition: 3, sequence: 1 },
      { minimum: 4, ambition: null, sequence: 2 },
    ]);
    expect(shown).toMatchObject({ sequence: 2, warnings: [] });
  });

  it("leaves a group out when its levels are taken away", async () => {
    begin("open");
    await post(form);
    await post({ ...form, sequence: "1", "minimum.1:1": "", "ambition.1:1": "" });
    expect(levels().levels.groups).toEqual([]);
  });

  it("shows an actor the strictest of what applies to it", async () => {
    begin("open");
    await post(form);
    await post({ ...form, sequence: "1", group: "designated", "minimum.1:1": "4", "ambition.1:1": "" });
    cookie = signedIn(db, { role: "coordinator", actorId: "attunda" }).cookie;
    const { own, capabilities, mayDecide } = levels().levels;
    expect(own).toEqual({ name: "Brandkåren Attunda", groups: ["all", "category:blåljus", "designated"] });
    expect(capabilities[0]?.rows[0]?.own).toMatchObject({ minimum: 4, ambition: null, sources: [{ sequence: 2 }] });
    expect(mayDecide).toBe(false);
  });

  it("is unknown for a year without round", async () => {
    begin("open");
    const args = routeArgs(db, "/lagstanivaer/2031", { cookie, params: { year: "2031" } });
    expect(await outcomeOf(() => loadLevels(args))).toMatchObject({ status: 404 });
  });
});
