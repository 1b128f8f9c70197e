import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findRound, listRounds } from "#db/queries/rounds.ts";
import { roundState } from "#domain/round.ts";
import { formOutcomeOf, outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeActors, storeDefinition, storeRound } from "#test/support/stored.ts";
import * as roundRoute from "../../../app/routes/admin/round.tsx";
import * as roundsRoute from "../../../app/routes/admin/rounds.tsx";

let db: Db;
let cookie: string;

beforeEach(() => {
  db = openDatabase(":memory:").db;
  cookie = signedIn(db, { role: "office" }).cookie;
});

const plan = (form: Record<string, string>) =>
  formOutcomeOf(() => roundsRoute.action(routeArgs(db, "/omgangar", { cookie, form })));
const move = (form: Record<string, string>, year = "2026") =>
  formOutcomeOf(() => roundRoute.action(routeArgs(db, `/omgangar/${year}`, { cookie, form, params: { year } })));

function stateOf(year: number) {
  const round = findRound(db, year);
  return round && roundState(round, testNow);
}

describe("the list of rounds", () => {
  const given = { year: "2026", definitionVersion: "test", closingDay: "2026-05-31" };

  beforeEach(() => {
    storeDefinition(db);
    storeDefinition(db, { version: "draft" }, { draft: true });
  });

  it("offers published versions only, and the next year", () => {
    const data = roundsRoute.loader(routeArgs(db, "/omgangar", { cookie }));
    expect(data).toMatchObject({ versions: ["test"], nextYear: 2026, rounds: [] });
  });

  it("plans a round and leads to it", async () => {
    const answer = await plan(given);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get("location")).toBe("/omgangar/2026?nu=planerad");
    expect(stateOf(2026)).toBe("planned");
  });

  test.each([
    ["a closing day that is none", { closingDay: "2026-02-31" }, "closingDay"],
    ["no closing day", { closingDay: "" }, "closingDay"],
    ["a closing day that has passed", { closingDay: "2026-01-31" }, "closingDay"],
    ["a year that is none", { year: "nästa" }, "year"],
    ["a draft version", { definitionVersion: "draft" }, "definitionVersion"],
    ["no version", { definitionVersion: "" }, "definitionVersion"],
  ])("gives the form back for %s, with everything typed", async (_name, wrong, field) => {
    const answer = await plan({ ...given, ...wrong });
    expect(answer).toMatchObject({
      ok: false,
      values: { ...given, ...wrong },
      errors: { [field]: expect.any(String) },
    });
    expect(listRounds(db)).toEqual([]);
  });

  it("refuses a year that has a round", async () => {
    await plan(given);
    expect(await plan(given)).toMatchObject({ ok: false, errors: { year: expect.stringContaining("redan") } });
  });
});

describe("one round", () => {
  it("is unknown for a year without one, to readers and to forms", async () => {
    const params = { year: "2031" };
    const read = await outcomeOf(() => roundRoute.loader(routeArgs(db, "/omgangar/2031", { cookie, params })));
    expect(read).toMatchObject({ status: 404 });
    expect(await (read as Response).text()).toBe("Omgången 2031 finns inte.");
    expect(await move({ move: "open" }, "2031")).toMatchObject({ status: 404 });
  });

  it("goes from planned to released, one move at a time", async () => {
    storeRound(db, "planned");
    await move({ move: "open", closingDay: "2026-06-15", understood: "on" });
    expect(stateOf(2026)).toBe("open");
    await move({ move: "extend", closingDay: "2026-06-30" });
    expect(findRound(db, 2026)).toMatchObject({ closingDay: "2026-06-30", originalClosingDay: "2026-06-15" });
    await move({ move: "close", understood: "on" });
    expect(stateOf(2026)).toBe("closed");
    await move({ move: "release", understood: "on" });
    expect(stateOf(2026)).toBe("released");
  });

  test.each([
    ["open", "planned"],
    ["close", "open"],
    ["release", "closed"],
  ] as const)("does not %s before the box is ticked", async (asked, state) => {
    storeRound(db, state);
    const answer = await move({ move: asked, closingDay: "2026-05-31" });
    expect(answer).toMatchObject({ ok: false, errors: { understood: expect.any(String) } });
    expect(stateOf(2026)).toBe(state);
  });

  test.each([
    ["closing a planned round", "planned", { move: "close" }, ""],
    ["releasing an open one", "open", { move: "release" }, ""],
    ["opening twice", "open", { move: "open", closingDay: "2026-05-31" }, ""],
    ["extending to an earlier day", "open", { move: "extend", closingDay: "2026-04-01" }, "closingDay"],
    ["extending to no day", "open", { move: "extend", closingDay: "" }, "closingDay"],
    ["opening with a day that has passed", "planned", { move: "open", closingDay: "2026-01-01" }, "closingDay"],
    ["a move that is none", "open", { move: "delete" }, ""],
  ] as const)("refuses %s", async (_name, state, form, field) => {
    storeRound(db, state);
    const answer = await move({ ...form, understood: "on" });
    expect(answer).toMatchObject({ ok: false, values: form, errors: { [field]: expect.any(String) } });
    expect(stateOf(2026)).toBe(state);
  });

  it("shows every actor's standing", () => {
    storeRound(db, "open");
    const { round } = roundRoute.loader(routeArgs(db, "/omgangar/2026", { cookie, params: { year: "2026" } }));
    expect(round).toMatchObject({ state: "open", subCapabilities: 3, daysLeft: 90 });
    expect(round.actors.map(({ actorId, begun, submittedAt }) => [actorId, begun, submittedAt])).toEqual([
      ["haninge", 0, null],
      ["solna", 0, null],
      ["attunda", 0, null],
    ]);
  });

  it("counts the actors before it opens", () => {
    storeRound(db, "planned");
    const { round } = roundRoute.loader(routeArgs(db, "/omgangar/2026", { cookie, params: { year: "2026" } }));
    expect(round).toMatchObject({ actors: [], actorsNow: { total: 3, designated: 1 } });
  });
});

test.each(["coordinator", "chief_group", "council"] as const)("a %s neither reads nor moves rounds", async (role) => {
  storeActors(db);
  const other = signedIn(db, { role, actorId: role === "coordinator" ? "haninge" : null }).cookie;
  const read = await outcomeOf(() => roundsRoute.loader(routeArgs(db, "/omgangar", { cookie: other })));
  const form = { move: "open", understood: "on" };
  const args = routeArgs(db, "/omgangar/2026", { cookie: other, form, params: { year: "2026" } });
  expect(read).toMatchObject({ status: 403 });
  expect(await formOutcomeOf(() => roundRoute.action(args))).toMatchObject({ status: 403 });
});

describe("reopening an actor's assessment", () => {
  const given = { move: "reopen", actor: "haninge", reason: "Ett underlag saknades.", lastDay: "2026-06-03" };
  const load = (search = "") =>
    roundRoute.loader(routeArgs(db, `/omgangar/2026${search}`, { cookie, params: { year: "2026" } }));

  beforeEach(() => storeRound(db, "closed"));

  it("shows the form of the actor that is asked for, and no other", () => {
    expect(load("?ateroppna=haninge").toReopen).toMatchObject({ actorId: "haninge", reopenedUntil: null });
    expect(load("?ateroppna=ingen").toReopen).toBeNull();
    expect(load().toReopen).toBeNull();
  });

  it("reopens, and the list says until when", async () => {
    expect(((await move(given)) as Response).headers.get("location")).toBe("/omgangar/2026?nu=ateroppnad");
    expect(load("?ateroppna=haninge").toReopen).toMatchObject({ reopenedUntil: "2026-06-03" });
  });

  test.each([
    ["no reason", { reason: " " }, "reason"],
    ["a day that is none", { lastDay: "i juni" }, "lastDay"],
    ["a day that has passed", { lastDay: "2026-03-01" }, "lastDay"],
    ["an actor outside the round", { actor: "ingen" }, ""],
  ])("gives the form back for %s", async (_name, wrong, field) => {
    expect(await move({ ...given, ...wrong })).toMatchObject({ ok: false, errors: { [field]: expect.any(String) } });
  });
});
