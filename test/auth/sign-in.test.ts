import { beforeEach, describe, expect, test } from "vitest";
import { startDemoSession } from "#auth/demo-session.ts";
import { createOneTimeLink, linkExpiry } from "#auth/one-time-link.ts";
import { readSession } from "#auth/session.ts";
import { createSignInLimit } from "#auth/sign-in-limit.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertDemoMark } from "#db/queries/meta.ts";
import { listMemberships, updateMembershipEnd } from "#db/queries/people.ts";
import { testNow as now, signedIn, testSettings } from "#test/support/request.ts";
import { acceptOneTimeLink } from "#usecases/accept-one-time-link.ts";
import { createFirstOfficeLink } from "#usecases/create-first-office-link.ts";
import { signIn } from "#usecases/sign-in.ts";

const settings = testSettings();
const password = "tre ord i följd";
const first = { name: "Kanslist", email: "Kansli@Example.se ", password };
const later = (ms: number) => new Date(now.getTime() + ms);

let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
});

function requestWith(cookie: string | undefined): Request {
  return new Request("http://localhost/", { headers: { cookie: cookie?.split(";")[0] ?? "" } });
}

async function firstOffice() {
  const token = createFirstOfficeLink(db, now) ?? "";
  return { token, result: await acceptOneTimeLink(db, { ...first, token }, { now, settings }) };
}

describe("the first office user", () => {
  test("comes from a link that works once and signs in", async () => {
    const { token, result } = await firstOffice();
    expect(result.ok && readSession(db, requestWith(result.cookie), { now, settings })).toMatchObject({
      role: "office",
      email: "kansli@example.se",
    });
    expect(await acceptOneTimeLink(db, { ...first, token }, { now, settings })).toEqual({ ok: false, problem: "gone" });
    expect(listMemberships(db, now.toISOString())).toHaveLength(1);
  });

  test("gets no link where people exist", async () => {
    await firstOffice();
    expect(createFirstOfficeLink(db, now)).toBeUndefined();
  });

  test("a restart makes the earlier link useless", async () => {
    const earlier = createFirstOfficeLink(db, now) ?? "";
    createFirstOfficeLink(db, now);
    expect(await acceptOneTimeLink(db, { ...first, token: earlier }, { now, settings })).toMatchObject({ ok: false });
  });

  test("an old link does not work", async () => {
    const token = createFirstOfficeLink(db, now) ?? "";
    const late = { now: new Date(linkExpiry(now)), settings };
    expect(await acceptOneTimeLink(db, { ...first, token }, late)).toEqual({ ok: false, problem: "gone" });
  });
});

describe("signing in", () => {
  const given = { email: " KANSLI@example.se", password };

  test("takes the address in any case and gives a session that ends", async () => {
    await firstOffice();
    const result = await signIn(db, given, { now, settings, limit: createSignInLimit() });
    const request = requestWith(result.ok ? result.cookie : "");
    expect(readSession(db, request, { now, settings })).toMatchObject({ role: "office" });
    const tooLate = later(settings.sessionHours * 3_600_000);
    expect(readSession(db, request, { now: tooLate, settings })).toBeUndefined();
  });

  test("says the same of a wrong password, an unknown address and one without password", async () => {
    await firstOffice();
    const { personId } = signedIn(db, { role: "council" });
    const limit = createSignInLimit();
    for (const wrong of [
      { ...given, password: "fel" },
      { ...given, email: "ingen@example.se" },
      { email: `${personId}@example.se`, password: "" },
    ]) {
      expect(await signIn(db, wrong, { now, settings, limit })).toEqual({ ok: false, problem: "wrong" });
    }
  });

  test("pauses after ten failures, a quarter of an hour", async () => {
    await firstOffice();
    const limit = createSignInLimit();
    for (let failure = 0; failure < 10; failure++) limit.fail("kansli@example.se", now);
    expect(await signIn(db, given, { now, settings, limit })).toEqual({ ok: false, problem: "too_many" });
    expect(await signIn(db, given, { now: later(15 * 60_000), settings, limit })).toMatchObject({ ok: true });
  });

  test("counts attempts made all at once", async () => {
    await firstOffice();
    const limit = createSignInLimit();
    const attempts = Array.from({ length: 11 }, () =>
      signIn(db, { ...given, password: "fel" }, { now, settings, limit }),
    );
    expect((await Promise.all(attempts)).at(-1)).toEqual({ ok: false, problem: "too_many" });
  });

  test("a membership that ended ends its sessions", () => {
    const { cookie, membershipId } = signedIn(db, { role: "chief_group" });
    updateMembershipEnd(db, membershipId, later(1000).toISOString());
    expect(readSession(db, requestWith(cookie), { now, settings })).toBeDefined();
    expect(readSession(db, requestWith(cookie), { now: later(1000), settings })).toBeUndefined();
  });

  test("over https the cookie never travels without it, and the database never holds what the cookie holds", async () => {
    const https = testSettings({ ORIGIN: "https://kollen.example.se" });
    const token = createFirstOfficeLink(db, now) ?? "";
    const result = await acceptOneTimeLink(db, { ...first, token }, { now, settings: https });
    expect(result.ok && result.cookie).toMatch(/^__Host-session=.+; Path=\/; HttpOnly; SameSite=Lax; .*Secure$/);
  });
});

describe("a demo sign-in", () => {
  test("works only on a database marked as demo that just this machine reaches", () => {
    const { membershipId } = signedIn(db, { role: "council" });
    expect(startDemoSession(db, membershipId, { now, settings })).toBeUndefined();
    insertDemoMark(db);
    const open = testSettings({ HOST: "0.0.0.0", ORIGIN: "https://kollen.example.se" });
    expect(startDemoSession(db, membershipId, { now, settings: open })).toBeUndefined();
    expect(startDemoSession(db, "okänd", { now, settings })).toBeUndefined();
    expect(startDemoSession(db, membershipId, { now, settings })).toContain("session=");
  });
});

test("a new invitation link replaces the earlier one", async () => {
  const { personId } = signedIn(db, { role: "council" });
  const earlier = createOneTimeLink(db, { purpose: "invitation", personId, shownToActor: null }, now);
  const token = createOneTimeLink(db, { purpose: "invitation", personId, shownToActor: null }, now);
  expect(await acceptOneTimeLink(db, { token: earlier, password }, { now, settings })).toMatchObject({ ok: false });
  expect(await acceptOneTimeLink(db, { token, password }, { now, settings })).toMatchObject({ ok: true });
});

test("choosing a new password by a link ends the sessions that the old one had", async () => {
  const { personId, cookie } = signedIn(db, { role: "council" });
  expect(readSession(db, requestWith(cookie), { now, settings })).toBeDefined();
  const token = createOneTimeLink(db, { purpose: "invitation", personId, shownToActor: null }, now);
  const result = await acceptOneTimeLink(db, { token, password }, { now, settings });
  expect(readSession(db, requestWith(cookie), { now, settings })).toBeUndefined();
  expect(readSession(db, requestWith(result.ok ? result.cookie : ""), { now, settings })).toBeDefined();
});
