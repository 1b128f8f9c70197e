import { beforeEach, describe, expect, it, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertActor } from "#db/queries/actors.ts";
import { findRound, insertRoundActors, listRounds } from "#db/queries/rounds.ts";
import { roundState } from "#domain/round.ts";
import { formOutcomeOf, outcomeOf, routeArgs, signedIn, testNow } from "#test/support/request.ts";
import { storeActors, storeDefinition, storeRound } from "#test/support/stored.ts";
import * as actorRoute from "../../../app/routes/admin/follow-actor.tsx";
import * as roundRoute from "../../../app/routes/admin/round.tsx";
import * as roundsRoute from "../../../app/routes/admin/rounds.tsx";
import { action as askAction } from "../../../app/routes/surveys/more-time.tsx";

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

describe("following the round", () => {
  const load = (search = "") =>
    roundRoute.loader(routeArgs(db, `/omgangar/2026${search}`, { cookie, params: { year: "2026" } }));
  const listed = (search: string) => load(search).listed.map(({ actorId }) => actorId);

  beforeEach(() => storeRound(db, "open"));

  it("counts the actors in each state", () => {
    expect(load().counts).toEqual({ not_begun: 3, begun: 0, submitted: 0, approved: 0 });
  });

  test.each([
    ["the category", "?kategori=kommun", ["haninge", "solna"]],
    ["a part of the name", "?sok=sol", ["solna"]],
    ["the state", "?lage=begun", []],
    ["what is unusual", "?sticker-ut=on", ["haninge", "solna", "attunda"]],
    ["a state that is none: all", "?lage=hej&ordning=hej", ["haninge", "solna", "attunda"]],
  ])("lists by %s", (_rule, search, expected) => {
    expect(listed(search)).toEqual(expected);
  });

  it("takes as many queries for three actors as for thirty", () => {
    const count = () => {
      const client = (db as unknown as { $client: { prepare: (text: string) => unknown } }).$client;
      const prepare = client.prepare.bind(client);
      let queries = 0;
      client.prepare = (text) => {
        queries += 1;
        return prepare(text);
      };
      load();
      client.prepare = prepare;
      return queries;
    };
    load();
    const before = count();
    for (let n = 0; n < 27; n += 1) {
      const name = `Aktör ${n}`;
      insertActor(db, { id: `a${n}`, name, shortName: name, category: "kommun", designated: false });
      insertRoundActors(db, [
        { year: 2026, actorId: `a${n}`, name, shortName: name, category: "kommun", designated: false },
      ]);
    }
    expect(load().round.actors).toHaveLength(30);
    expect(count()).toBe(before);
  });

  it("withdraws an opening, and says why it cannot", async () => {
    expect(await move({ move: "withdraw", reason: " " })).toMatchObject({ errors: { reason: expect.any(String) } });
    expect(stateOf(2026)).toBe("open");
    await move({ move: "withdraw", reason: "Fel år." });
    expect(stateOf(2026)).toBe("planned");
    expect(load().round.withdrawals).toMatchObject([{ reason: "Fel år." }]);
  });
});

describe("one actor in the round", () => {
  const argsFor = (form?: Record<string, string>, actor = "haninge") =>
    routeArgs(db, `/omgangar/2026/${actor}`, { cookie, form, params: { year: "2026", actor } });
  const load = () => actorRoute.loader(argsFor()).view;
  const act = (form: Record<string, string>, actor?: string) =>
    formOutcomeOf(() => actorRoute.action(argsFor(form, actor)));
  const locationOf = (answer: unknown) => (answer as Response).headers.get("location");
  const reopening = { intent: "reopen", reason: "Ett underlag saknades.", lastDay: "2026-06-03" };
  const workshop = { intent: "begin_on_behalf", basis: "workshop", basisDay: "2026-02-14", note: "" };

  it("is unknown outside the round, and before the round has opened", async () => {
    storeRound(db, "planned");
    expect(await outcomeOf(() => actorRoute.loader(argsFor()))).toMatchObject({ status: 404 });
  });

  it("is reopened, and the page says until when", async () => {
    storeRound(db, "closed");
    expect(locationOf(await act(reopening))).toBe("/omgangar/2026/haninge?nu=ateroppnad");
    expect(load().actor.reopenedUntil).toBe("2026-06-03");
  });

  it("is filled in on its behalf, until the office ends it", async () => {
    storeRound(db, "open");
    expect(locationOf(await act(workshop))).toBe("/omgangar/2026/haninge?nu=fyller-i");
    expect(load()).toMatchObject({ onBehalf: { basis: "workshop" }, actor: { isOnBehalf: true } });
    expect(locationOf(await act({ intent: "end_on_behalf" }))).toBe("/omgangar/2026/haninge?nu=slutat");
    expect(load().onBehalf).toBeNull();
  });

  it("is answered when it has asked for more time", async () => {
    storeRound(db, "open");
    const coordinator = signedIn(db, { role: "coordinator", actorId: "haninge" });
    const params = { year: "2026", actor: "haninge" };
    const form = { wantedDay: "2026-06-10", reason: "Sjukdom" };
    const ask = (typed: Record<string, string>) =>
      formOutcomeOf(() =>
        askAction(
          routeArgs(db, "/skattning/2026/haninge/mer-tid", { cookie: coordinator.cookie, params, form: typed }),
        ),
      );
    expect(await ask({ ...form, wantedDay: "2026-05-01" })).toMatchObject({
      errors: { wantedDay: expect.any(String) },
    });
    expect(locationOf(await ask(form))).toBe("/skattning/2026/haninge");
    expect(await ask(form)).toMatchObject({ errors: { "": expect.stringContaining("redan") } });
    expect(load().actor.unusual).toContainEqual({ kind: "asked_more_time", days: 0 });
    expect(await act({ intent: "decline", sequence: "1", note: "" })).toMatchObject({
      errors: { note: expect.any(String) },
    });
    expect(locationOf(await act({ intent: "grant", sequence: "1", grantedDay: "2026-06-08", note: "" }))).toContain(
      "mer-tid",
    );
    expect(load()).toMatchObject({ lastDay: "2026-06-08", actor: { request: null } });
  });

  it("is not reminded where there is nobody to remind", async () => {
    storeRound(db, "open");
    expect(await act({ intent: "remind" })).toMatchObject({
      errors: { "": expect.stringContaining("ingen att påminna") },
    });
  });

  test.each([
    ["no reason", { ...reopening, reason: " " }, "haninge", "reason"],
    ["a day that is none", { ...reopening, lastDay: "i juni" }, "haninge", "lastDay"],
    ["a day that has passed", { ...reopening, lastDay: "2026-03-01" }, "haninge", "lastDay"],
    ["an actor outside the round", reopening, "ingen", ""],
    ["no basis", { ...workshop, basis: "" }, "haninge", "basis"],
    ["a basis of a day to come", { ...workshop, basisDay: "2026-12-01" }, "haninge", "basisDay"],
    ["another basis without a note", { ...workshop, basis: "other" }, "haninge", "note"],
    ["an act that is none", { intent: "delete" }, "haninge", ""],
    ["ending what has not begun", { intent: "end_on_behalf" }, "haninge", ""],
  ])("gives the form back for %s", async (_name, form, actor, field) => {
    storeRound(db, "open");
    expect(await act(form, actor)).toMatchObject({ ok: false, values: form, errors: { [field]: expect.any(String) } });
  });
});
