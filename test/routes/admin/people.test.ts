import { beforeEach, describe, expect, it, test } from "vitest";
import { readOneTimeLink } from "#auth/one-time-link.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findActor } from "#db/queries/actors.ts";
import { listMemberships } from "#db/queries/people.ts";
import { formOutcomeOf, routeArgs, signedIn, testNow, testSettings } from "#test/support/request.ts";
import { storeActors } from "#test/support/stored.ts";
import * as actorRoute from "../../../app/routes/admin/actor.tsx";
import * as peopleRoute from "../../../app/routes/admin/people.tsx";

let db: Db;
let office: ReturnType<typeof signedIn>;
const coordinator = {
  move: "add",
  name: "Samordnare, Haninge",
  email: "samordnare@haninge.se",
  role: "coordinator",
  actorId: "haninge",
};
const settings = testSettings({ ORIGIN: "https://formagekollen.example.se" });

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeActors(db);
  office = signedIn(db, { role: "office" });
});

/** The cookie's name depends on the settings, so a session made for http serves here under its https name. */
const post = (form: Record<string, string>) => {
  const cookie = office.cookie.replace("session=", "__Host-session=");
  return formOutcomeOf(() => peopleRoute.action(routeArgs(db, "/personer", { cookie, form, settings })));
};
const members = () => listMemberships(db, testNow.toISOString());

describe("people", () => {
  it("shows the link once, with the address that users type and its last moment", async () => {
    const answer = await post(coordinator);
    if (answer instanceof Response || !answer.ok || !answer.link) throw new Error("no link");
    const { url, until } = answer.link;
    expect(until).toBe("2026-03-09T11:00:00.000Z");
    const [address, token = ""] = url.split("/engangslank/");
    expect(address).toBe("https://formagekollen.example.se");
    expect(readOneTimeLink(db, token, testNow)).toBeDefined();
    const shown = peopleRoute.loader(routeArgs(db, "/personer", { cookie: office.cookie }));
    expect(JSON.stringify(shown)).not.toContain(token);
    expect(shown.memberships.map(({ name, hasPassword }) => [name, hasPassword])).toContainEqual([
      "Samordnare, Haninge",
      false,
    ]);
  });

  test.each([
    ["a coordinator without actor", { actorId: "" }, "actorId"],
    ["a council member with actor", { role: "council" }, "actorId"],
    ["an actor that is none", { actorId: "atlantis" }, "actorId"],
    ["a role that is none", { role: "king" }, "role"],
    ["an address that is none", { email: "coordinator" }, "email"],
    ["no name", { name: "" }, "name"],
    ["a name over its limit", { name: "a".repeat(201) }, "name"],
  ])("gives the form back for %s, with everything typed", async (_name, wrong, field) => {
    const answer = await post({ ...coordinator, ...wrong });
    expect(answer).toMatchObject({
      ok: false,
      values: { ...coordinator, ...wrong },
      errors: { [field]: expect.any(String) },
    });
    expect(members()).toHaveLength(1);
  });

  it("refuses a doubled e-mail address with the same role, but gives it another", async () => {
    await post(coordinator);
    expect(await post(coordinator)).toMatchObject({ ok: false, errors: { email: "Personen har redan den rollen." } });
    expect(await post({ ...coordinator, role: "council", actorId: "" })).toMatchObject({ ok: true, isNew: false });
    expect(members()).toHaveLength(3);
  });

  it("makes a new link for someone who lost the first", async () => {
    await post(coordinator);
    const personId = members().find(({ name }) => name === "Samordnare, Haninge")?.personId ?? "";
    expect(await post({ move: "link", personId })).toMatchObject({ ok: true, name: "Samordnare, Haninge" });
    expect(await post({ move: "link", personId: "nobody" })).toMatchObject({ ok: false });
  });

  it("ends a role when the box is ticked", async () => {
    const { membershipId } = signedIn(db, { role: "council" });
    const field = `understood-${membershipId}`;
    expect(await post({ move: "end", membershipId })).toMatchObject({
      ok: false,
      errors: { [field]: expect.any(String) },
    });
    expect(members()).toHaveLength(2);
    const answer = await post({ move: "end", membershipId, [field]: "on" });
    expect((answer as Response).headers.get("location")).toBe("/personer?nu=avslutad");
    expect(members()).toHaveLength(1);
  });

  it("does not end one's own last role in the office", async () => {
    const field = `understood-${office.membershipId}`;
    const answer = await post({ move: "end", membershipId: office.membershipId, [field]: "on" });
    expect(answer).toMatchObject({ ok: false, errors: { [field]: expect.stringContaining("kollega") } });
  });
});

describe("an actor", () => {
  const solna = { name: "Solna stad", shortName: "Solna", category: "kommun" };
  const edit = (form: Record<string, string>, actor = "solna") => {
    const args = routeArgs(db, `/aktorer/${actor}`, {
      cookie: office.cookie,
      form: { move: "edit", expected: "0", ...form },
      params: { actor },
    });
    return formOutcomeOf(() => actorRoute.action(args));
  };

  it("is changed by the office, designation included", async () => {
    expect(await edit({ ...solna, category: "övrig", designated: "on" })).toBeInstanceOf(Response);
    expect(findActor(db, "solna")).toMatchObject({ category: "övrig", designated: true });
  });

  it("is put in a category also by the name that lists show it by", async () => {
    expect(await edit({ ...solna, category: "Övriga" })).toBeInstanceOf(Response);
    expect(findActor(db, "solna")?.category).toBe("övrig");
  });

  test.each([
    ["another's name", { name: "Haninge kommun" }, "name"],
    ["no short name", { shortName: " " }, "shortName"],
    ["a category over its limit", { category: "k".repeat(41) }, "category"],
  ])("is not changed with %s", async (_name, wrong, field) => {
    const answer = await edit({ ...solna, ...wrong });
    expect(answer).toMatchObject({
      ok: false,
      values: { ...solna, ...wrong },
      errors: { [field]: expect.any(String) },
    });
    expect(findActor(db, "solna")).toMatchObject(solna);
  });

  it("is unknown where there is none", async () => {
    expect(await edit(solna, "atlantis")).toMatchObject({ status: 404 });
  });
});
