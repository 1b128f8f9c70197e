import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { listMail } from "#db/queries/mail.ts";
import { insertMembership } from "#db/queries/people.ts";
import { mailStates } from "#domain/mail.ts";
import { aMember } from "#test/support/mail.ts";
import { outcomeOf, routeArgs, signedIn, testNow, testSettings } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { openRound } from "#usecases/open-round.ts";
import { claimMail, settleMail } from "#usecases/send-mail.ts";
import * as settingsPage from "../../../app/routes/account/my-settings.tsx";
import { loader as outbox } from "../../../app/routes/admin/outbox.tsx";
import * as letterPage from "../../../app/routes/admin/outbox-mail.tsx";

let db: Db;
let cookie: string;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "planned");
  aMember(db, "coordinator");
  aMember(db, "coordinator", "solna");
  openRound(db, { year: testYear }, { now: testNow });
  cookie = signedIn(db, { role: "office" }).cookie;
});

const list = (search = "") => outbox(routeArgs(db, `/utkorg${search}`, { cookie }));
const firstId = () => listMail(db, mailStates, 9)[0]?.id ?? "";
const argsOf = (id: string, form?: Record<string, string>) =>
  routeArgs(db, `/utkorg/${id}`, { cookie, params: { mail: id }, form });
const act = (id: string, move: string) => outcomeOf<unknown>(() => letterPage.action(argsOf(id, { move })));
const locationOf = (outcome: unknown) => (outcome as Response).headers.get("location");

describe("the outbox", () => {
  test("shows what waits, and how many there are of each", () => {
    const page = list();
    expect(page).toMatchObject({ chosen: "vantar", total: 2, counts: { waiting: 2 }, isSending: false });
    expect(page.rows.map(({ subject }) => subject).sort()).toEqual([
      "Skattningsomgången 2026 är öppen: Haninge kommun",
      "Skattningsomgången 2026 är öppen: Solna stad",
    ]);
    expect(list("?visa=skickade").rows).toEqual([]);
    expect(list("?visa=hittepå").chosen).toBe("vantar");
  });

  test("says whether mail is sent by itself, and nothing of the server's password", () => {
    const settings = testSettings({ SMTP_URL: "smtp://namn:hemligt@smtp.example.se", MAIL_FROM: "a@example.se" });
    const page = outbox(routeArgs(db, "/utkorg", { cookie, settings }));
    expect(page.isSending).toBe(true);
    expect(JSON.stringify(page)).not.toContain("hemligt");
  });

  test("leads from one marked as sent to the next, and back when none is left", async () => {
    const [first, second] = listMail(db, ["waiting"], 9).map(({ id }) => id);
    expect(locationOf(await act(first ?? "", "sent"))).toBe(`/utkorg/${second}?nu=nasta`);
    expect(locationOf(await act(second ?? "", "sent"))).toBe("/utkorg?nu=klart");
    expect(list("?visa=skickade").total).toBe(2);
  });

  test("shows why one failed, and puts it back in the queue", async () => {
    const mail = claimMail(db, { now: testNow, origin: "http://localhost:3000" });
    if (!mail) throw new Error("nothing waits");
    settleMail(db, mail, { result: "permanent", reason: "550 Nej", isServer: false }, testNow);
    const page = letterPage.loader(argsOf(mail.id));
    expect(page.mail).toMatchObject({ reason: "550 Nej", may: { markSent: true, tryAgain: true } });
    expect(locationOf(await act(mail.id, "retry"))).toBe(`/utkorg/${mail.id}?nu=igen`);
    expect(list().total).toBe(2);
  });

  test("refuses to do twice what was done, with a sentence", async () => {
    const id = firstId();
    await act(id, "sent");
    expect(await act(id, "sent")).toMatchObject({
      init: { status: 422 },
      data: { errors: { "": expect.stringContaining("ingenting gjordes") } },
    });
  });

  test("does nothing for a move that there is none of", async () => {
    expect(await act(firstId(), "sudda")).toMatchObject({ init: { status: 422 } });
    expect(list().total).toBe(2);
  });
});

test.each(["sent", "retry"])("a letter that is not there answers 404 to %s", async (move) => {
  expect(await act("inget", move)).toMatchObject({ status: 404 });
});

describe("my settings", () => {
  const page = () => settingsPage.loader(routeArgs(db, "/mina-installningar", { cookie }));
  const save = (form: Record<string, string>) =>
    settingsPage.action(routeArgs(db, "/mina-installningar", { cookie, form: { saved: "", ...form } }));

  test("turn reminders off and on again, for oneself alone; looking changes nothing", async () => {
    expect(page().wanted).toBe(true);
    expect((await save({})).headers.get("location")).toBe("/mina-installningar?nu=sparat");
    expect(page().wanted).toBe(false);
    expect(page().wanted).toBe(false);
    const other = signedIn(db, { role: "office" }).cookie;
    expect(settingsPage.loader(routeArgs(db, "/mina-installningar", { cookie: other })).wanted).toBe(true);
    await save({ reminders: "on" });
    expect(page().wanted).toBe(true);
  });

  test("ask about reminders only whoever has a role at an actor, also beside the one that is used now", () => {
    expect(page().isReminded).toBe(false);
    const { cookie: office, personId } = signedIn(db, { role: "office" });
    const asked = () => settingsPage.loader(routeArgs(db, "/mina-installningar", { cookie: office })).isReminded;
    expect(asked()).toBe(false);
    const also = { id: "also", personId, role: "approver", actorId: "haninge", validUntil: null } as const;
    insertMembership(db, { ...also, validFrom: testNow.toISOString() });
    expect(asked()).toBe(true);
  });
});
