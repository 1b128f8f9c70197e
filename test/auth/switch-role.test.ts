import { beforeEach, describe, expect, test } from "vitest";
import { readSession, startSession, switchSession } from "#auth/session.ts";
import { type Connection, type Db, openDatabase } from "#db/client.server.ts";
import { updateMembershipEnd } from "#db/queries/people.ts";
import { outcomeOf, routeArgs, signedIn, testNow, testSettings } from "#test/support/request.ts";
import { storeActors } from "#test/support/stored.ts";
import { addPerson } from "#usecases/add-person.ts";
import { action, loader } from "../../app/routes/account/switch-role.tsx";
import * as colleagues from "../../app/routes/people/colleagues.tsx";

let connection: Connection;
let db: Db;
let personId: string;
const settings = testSettings();
const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

beforeEach(() => {
  connection = openDatabase(":memory:");
  db = connection.db;
  storeActors(db);
  const first = addPerson(
    db,
    { name: "A", email: "a@a.se", role: "coordinator", actorId: "haninge" },
    { now: testNow },
  );
  addPerson(db, { name: "A", email: "a@a.se", role: "approver", actorId: "solna" }, { now: minutesLater(1) });
  personId = first.ok ? first.personId : "";
});

const requestWith = (cookie: string) => new Request("http://localhost:3000/", { headers: { cookie } });
const signIn = (now: Date) => startSession(db, { personId }, { now, settings })?.split(";")[0] ?? "";
const seen = (cookie: string, now: Date) => readSession(db, requestWith(cookie), { now, settings });
const membershipOf = (cookie: string) => seen(cookie, minutesLater(5))?.membershipId ?? "";
function idOf(role: string) {
  const rows = connection.sqlite.prepare("SELECT id, role FROM membership WHERE person_id = ?").all(personId);
  return (rows as { id: string; role: string }[]).find((row) => row.role === role)?.id ?? "";
}

describe("a sign-in", () => {
  test("begins as the oldest role, then as the one used last", () => {
    const first = signIn(minutesLater(5));
    expect(seen(first, minutesLater(5))?.role).toBe("coordinator");
    switchSession(db, requestWith(first), idOf("approver"), { now: minutesLater(6), settings });
    expect(seen(signIn(minutesLater(7)), minutesLater(7))?.role).toBe("approver");
  });
});

describe("a switch", () => {
  test("goes on under a new token, and the old one is dead", () => {
    const old = signIn(minutesLater(5));
    const fresh =
      switchSession(db, requestWith(old), idOf("approver"), { now: minutesLater(6), settings })?.split(";")[0] ?? "";
    expect(seen(fresh, minutesLater(6))).toMatchObject({ role: "approver", actorId: "solna" });
    expect(seen(old, minutesLater(6))).toBeUndefined();
  });

  test("does not make the session last longer", () => {
    const short = testSettings({ SESSION_HOURS: "1" });
    const old = startSession(db, { personId }, { now: minutesLater(5), settings: short })?.split(";")[0] ?? "";
    const fresh =
      switchSession(db, requestWith(old), idOf("approver"), { now: minutesLater(60), settings: short }) ?? "";
    expect(fresh).toContain("Max-Age=300");
    expect(seen(fresh.split(";")[0] ?? "", minutesLater(66))).toBeUndefined();
  });

  test.each(["another's", "none", "ended"])("to a role that is %s changes nothing", async (which) => {
    const cookie = signIn(minutesLater(5));
    const before = membershipOf(cookie);
    const stranger = signedIn(db, { role: "office" }).membershipId;
    if (which === "ended") updateMembershipEnd(db, idOf("approver"), minutesLater(4).toISOString());
    const membership = { "another's": stranger, none: "nej", ended: idOf("approver") }[which] ?? "";
    const args = routeArgs(db, "/byt-roll", { cookie, form: { membership }, now: minutesLater(5) });
    expect(await outcomeOf(() => action(args))).toMatchObject({ status: 404 });
    expect(membershipOf(cookie)).toBe(before);
  });

  test("by the form leads to where one wanted, on this site only", async () => {
    for (const [till, location] of [
      ["/skattning/2026/solna", "/skattning/2026/solna"],
      ["https://evil.example/", "/"],
    ] as const) {
      const form = { membership: idOf("approver"), till };
      const args = routeArgs(db, "/byt-roll", { cookie: signIn(minutesLater(5)), form, now: minutesLater(5) });
      const answer = (await outcomeOf(() => action(args))) as Response;
      expect([answer.status, answer.headers.get("location")]).toEqual([303, location]);
      expect(answer.headers.get("set-cookie")).toContain("HttpOnly");
    }
  });

  test("shows the other roles by name", () => {
    const page = loader(routeArgs(db, "/byt-roll", { cookie: signIn(minutesLater(5)), now: minutesLater(5) }));
    expect(page).toMatchObject({
      current: "Samordnare, Haninge kommun",
      roles: [{ title: "Fastställare, Solna stad" }],
    });
  });
});

describe("a role that ends while it is used", () => {
  test("gives way to the person's other one", () => {
    const cookie = signIn(minutesLater(5));
    updateMembershipEnd(db, idOf("coordinator"), minutesLater(6).toISOString());
    expect(seen(cookie, minutesLater(7))).toMatchObject({ role: "approver", actorId: "solna" });
  });

  test("signs out whoever has no other", () => {
    const cookie = signIn(minutesLater(5));
    for (const role of ["coordinator", "approver"]) updateMembershipEnd(db, idOf(role), minutesLater(6).toISOString());
    expect(seen(cookie, minutesLater(7))).toBeUndefined();
  });
});

describe("a link that belongs to another of one's roles", () => {
  test("leads to the switch and from there to the page", async () => {
    const cookie = signIn(minutesLater(5));
    switchSession(db, requestWith(cookie), idOf("coordinator"), { now: minutesLater(5), settings });
    const fresh = startSession(db, { personId, membershipId: idOf("approver") }, { now: minutesLater(6), settings });
    const options = { cookie: fresh?.split(";")[0], params: { actor: "haninge" }, now: minutesLater(6) };
    const answer = await outcomeOf<unknown>(() => colleagues.loader(routeArgs(db, "/kollegor/haninge", options)));
    expect((answer as Response).headers.get("location")).toBe("/byt-roll?till=%2Fkollegor%2Fhaninge");
    const form = { ...options, form: { move: "add" } };
    const refused = await outcomeOf<unknown>(() => colleagues.action(routeArgs(db, "/kollegor/haninge", form)));
    expect((refused as Response).status).toBe(403);
  });
});
