import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { listColleagues } from "#db/queries/people.ts";
import { outcomeOf, routeArgs, signedIn, statusOf, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import * as colleaguesRoute from "../../app/routes/people/colleagues.tsx";
import * as transferRoute from "../../app/routes/people/transfer.tsx";
import * as taskList from "../../app/routes/surveys/task-list.tsx";

let db: Db;
let anna: ReturnType<typeof signedIn>;
const at = testNow.toISOString();
const here = { actor: "haninge" };

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  anna = signedIn(db, { role: "coordinator", actorId: "haninge" });
});

type Fields = Record<string, string>;
const manage = (form: Fields, params = here, cookie = anna.cookie) =>
  outcomeOf<unknown>(() => colleaguesRoute.action(routeArgs(db, "/kollegor", { cookie, params, form })));
const transfer = (form: Fields, cookie = anna.cookie) =>
  outcomeOf<unknown>(() => transferRoute.action(routeArgs(db, "/kollegor", { cookie, params: here, form })));
const list = { ...here, year: String(testYear) };
const delegate = (form: Fields, cookie = anna.cookie) =>
  outcomeOf<unknown>(() => taskList.action(routeArgs(db, "/skattning", { cookie, params: list, form })));
const people = () => listColleagues(db, at, "haninge").map(({ role }) => role);
const bo = { move: "add", name: "Bo", email: "bo@haninge.se", role: "contributor" };

describe("a coordinator's colleagues", () => {
  test("are added with a link that is shown once", async () => {
    const answer = await manage(bo);
    expect(answer).toMatchObject({ ok: true, link: { url: expect.stringContaining("/engangslank/") } });
    const page = colleaguesRoute.loader(routeArgs(db, "/kollegor", { cookie: anna.cookie, params: here }));
    expect(JSON.stringify(page)).not.toContain("engangslank");
    expect(page.memberships.map(({ role }) => role)).toContain("contributor");
  });

  test.each(["office", "chief_group", "council", "king"])("never become %s", async (role) => {
    expect(statusOf(await manage({ ...bo, role }))).toBe(422);
    expect(people()).toEqual(["coordinator"]);
  });

  test("are always of the own actor, whatever the form says", async () => {
    await manage({ ...bo, actorId: "solna" });
    expect(listColleagues(db, at, "solna")).toEqual([]);
    expect(statusOf(await manage(bo, { actor: "solna" }))).toBe(404);
  });

  test("of another actor are not there: no link, no end", async () => {
    const other = signedIn(db, { role: "contributor", actorId: "solna" });
    expect(statusOf(await manage({ move: "link", personId: other.personId }))).toBe(404);
    const { membershipId } = other;
    expect(statusOf(await manage({ move: "end", membershipId, [`understood-${membershipId}`]: "on" }))).toBe(404);
    expect(listColleagues(db, at, "solna")).toHaveLength(1);
  });

  test("end with a tick; the last coordinator does not", async () => {
    const { membershipId } = signedIn(db, { role: "approver", actorId: "haninge" });
    expect(statusOf(await manage({ move: "end", membershipId }))).toBe(422);
    expect(statusOf(await manage({ move: "end", membershipId, [`understood-${membershipId}`]: "on" }))).toBe(303);
    expect(people()).toEqual(["coordinator"]);
    const own = { move: "end", membershipId: anna.membershipId, [`understood-${anna.membershipId}`]: "on" };
    expect(JSON.stringify(await manage(own))).toContain("enda samordnaren");
    expect(people()).toEqual(["coordinator"]);
  });

  test("are managed by the office too", async () => {
    const office = signedIn(db, { role: "office" });
    expect(await manage(bo, here, office.cookie)).toMatchObject({ ok: true });
    expect(await manage(bo, { actor: "solna" }, office.cookie)).toMatchObject({ ok: true, isNew: false });
  });
});

describe("handing over", () => {
  const eva = { membershipId: "", successor: "", name: "Eva", email: "eva@haninge.se" };

  test("shows the link for a new successor, and the page still opens for the leaver", async () => {
    const answer = await transfer({ ...eva, membershipId: anna.membershipId });
    expect(answer).toMatchObject({ ok: true, isOwn: true, link: { url: expect.stringContaining("/engangslank/") } });
    const page = transferRoute.loader(routeArgs(db, "/kollegor", { cookie: anna.cookie, params: here }));
    expect(page.coordinators.map(({ name }) => name)).toEqual(["Eva"]);
  });

  test.each<[string, Fields, string]>([
    ["nobody is chosen", { name: "", email: "" }, "successor"],
    ["both are given", { successor: "x" }, "successor"],
    ["the address is none", { email: "eva" }, "email"],
  ])("keeps what was typed where %s", async (_case, change, field) => {
    const typed = { ...eva, membershipId: anna.membershipId, ...change };
    const answer = await transfer(typed);
    expect(statusOf(answer)).toBe(422);
    expect(answer).toMatchObject({ data: { values: typed, errors: { [field]: expect.any(String) } } });
    expect(people()).toEqual(["coordinator"]);
  });
});

describe("the task list", () => {
  const contributor = () => signedIn(db, { role: "contributor", actorId: "haninge" });
  const held = () => listDelegations(db, { year: testYear, actorId: "haninge" }, at);
  const load = (cookie: string) => taskList.loader(routeArgs(db, "/skattning", { cookie, params: list }));

  test("delegates, shows whose it is, and takes back", async () => {
    const { personId, cookie } = contributor();
    const answer = await delegate({ intent: "delegate", capability: "1", "person-1": personId });
    expect((answer as Response).headers.get("location")).toBe("/skattning/2026/haninge?nu=fordelad&i=1#formaga-1");
    expect(load(cookie)).toMatchObject({ held: [1], readOnly: null, contributors: null });
    expect(load(anna.cookie)).toMatchObject({ held: [], contributors: [{ personId }] });
    await delegate({ intent: "take_back", capability: "1", sequence: "1" });
    expect(held()).toMatchObject([{ takenBackAt: at }]);
    expect(load(cookie).readOnly).toContain("inte fördelat till dig");
  });

  test("takes klart with a note from its holder, and takes it back", async () => {
    const { personId, cookie } = contributor();
    await delegate({ intent: "delegate", capability: "1", "person-1": personId });
    expect(statusOf(await delegate({ intent: "ready", capability: "1", "note-1": "Klart." }, cookie))).toBe(303);
    expect(held()).toMatchObject([{ readyAt: at, note: "Klart." }]);
    expect(statusOf(await delegate({ intent: "not_ready", capability: "1" }, cookie))).toBe(303);
    expect(held()).toMatchObject([{ readyAt: null }]);
  });

  test.each<[string, Fields, number, string]>([
    ["nobody chosen", { intent: "delegate", "person-1": "" }, 422, "person-1"],
    ["somebody who is no contributor", { intent: "delegate", "person-1": "nej" }, 422, "person-1"],
    ["a delegation that is none", { intent: "take_back", sequence: "7" }, 422, ""],
    ["klart from one who holds nothing", { intent: "ready", "note-1": "x" }, 409, ""],
    ["a button that is none", { intent: "nej" }, 422, ""],
  ])("refuses %s with a sentence and what was typed", async (_case, fields, status, field) => {
    const answer = await delegate({ capability: "1", ...fields });
    expect(statusOf(answer)).toBe(status);
    expect(answer).toMatchObject({ data: { capability: 1, values: fields, errors: { [field]: expect.any(String) } } });
    expect(held()).toEqual([]);
  });

  test("lets no contributor delegate", async () => {
    const { personId, cookie } = contributor();
    expect(statusOf(await delegate({ intent: "delegate", capability: "1", "person-1": personId }, cookie))).toBe(409);
    expect(held()).toEqual([]);
  });
});
