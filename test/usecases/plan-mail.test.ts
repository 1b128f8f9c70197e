import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { insertReminderStop, listMail } from "#db/queries/mail.ts";
import { closingReminder, lastUsefulDay, mailStates, nextAttempt } from "#domain/mail.ts";
import { aMember, mailed, submitHaninge } from "#test/support/mail.ts";
import { testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { addPerson } from "#usecases/add-person.ts";
import { approveAssessment } from "#usecases/approve-assessment.ts";
import { chooseReminders } from "#usecases/choose-reminders.ts";
import { closeRound } from "#usecases/close-round.ts";
import { extendRound } from "#usecases/extend-round.ts";
import { markMailSent, retryMail } from "#usecases/handle-mail.ts";
import { planMail } from "#usecases/plan-mail.ts";
import { remindActor } from "#usecases/remind-actor.ts";
import { renewLink } from "#usecases/renew-link.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { claimMail, settleMail } from "#usecases/send-mail.ts";
import { tidyMail } from "#usecases/tidy-mail.ts";
import { viewOutboxMail } from "#usecases/view-outbox.ts";

const origin = "https://formagekollen.example.se";
const key = { year: testYear, actorId: "haninge" };
const at = (day: string) => new Date(`${day}T10:00:00Z`);

describe("the closing reminder due", () => {
  test.each([
    ["2026-05-16", null],
    ["2026-05-17", "two_weeks_left"],
    ["2026-05-23", "two_weeks_left"],
    ["2026-05-24", null],
    ["2026-05-27", null],
    ["2026-05-28", "three_days_left"],
    ["2026-05-31", "three_days_left"],
    ["2026-06-01", null],
  ])("on %s of a last day 31 May is %s", (today, due) => {
    expect(closingReminder("2026-05-31", "2026-03-02", today)).toBe(due);
  });

  test.each([
    ["2026-05-16", "2026-05-17", "two_weeks_left"],
    ["2026-05-17", "2026-05-17", null],
    ["2026-05-27", "2026-05-28", "three_days_left"],
    ["2026-05-28", "2026-05-29", null],
  ])("told of on %s is, on %s, %s", (since, today, due) => {
    expect(closingReminder("2026-05-31", since, today)).toBe(due);
  });
});

test("a failed message waits one minute, then ever longer, four hours at most", () => {
  const waits = [1, 2, 3, 4, 5, 6, 40].map((n) => (nextAttempt(n, testNow).getTime() - testNow.getTime()) / 60_000);
  expect(waits).toEqual([1, 5, 15, 60, 240, 240, 240]);
});

test("news is of use for two weeks, a reminder for one, and neither after the last day", () => {
  const of = { year: 2026, actorId: "a", actorName: "A" };
  expect(lastUsefulDay({ kind: "submitted", ...of }, testNow)).toBe("2026-03-16");
  expect(lastUsefulDay({ kind: "reminder", ...of, lastDay: null, pending: "approval" }, testNow)).toBe("2026-03-09");
  expect(lastUsefulDay({ kind: "reminder", ...of, lastDay: "2026-03-04", pending: "approval" }, testNow)).toBe(
    "2026-03-04",
  );
});

let db: Db;
let coordinator: ReturnType<typeof aMember>;
let approver: ReturnType<typeof aMember>;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "open");
  coordinator = aMember(db, "coordinator");
  approver = aMember(db, "approver");
});
const approve = () =>
  approveAssessment(db, { ...key, number: 1 }, { now: testNow, personId: approver.personId, role: "approver" });
const waiting = () =>
  listMail(db, ["waiting"], 99)
    .map(({ kind, role }) => `${kind} to ${role}`)
    .sort();

describe("the clock", () => {
  test("reminds those who have not submitted, once for each of the two days, however often it ticks", () => {
    for (const day of ["2026-05-17", "2026-05-18", "2026-05-28", "2026-05-29"]) planMail(db, at(day));
    expect(mailed(db)).toEqual(["three_days_left to coordinator haninge", "two_weeks_left to coordinator haninge"]);
  });

  test("reminds the approver once it is submitted, and nobody once it is approved", () => {
    submitHaninge(db, coordinator.personId);
    planMail(db, at("2026-05-17"));
    expect(waiting()).toContain("two_weeks_left to approver");
    approve();
    planMail(db, at("2026-05-28"));
    expect(waiting()).not.toContain("three_days_left to approver");
  });

  test("leaves those alone who have turned reminders off", () => {
    chooseReminders(db, { personId: coordinator.personId, wanted: false }, { now: testNow });
    planMail(db, at("2026-05-17"));
    expect(mailed(db)).toEqual([]);
    chooseReminders(db, { personId: coordinator.personId, wanted: true }, { now: testNow });
    planMail(db, at("2026-05-18"));
    expect(mailed(db)).toHaveLength(1);
  });

  test("reminds of the new day after an extension", () => {
    planMail(db, at("2026-05-28"));
    extendRound(db, { year: testYear, closingDay: "2026-06-20" }, { now: at("2026-05-29") });
    planMail(db, at("2026-06-06"));
    expect(mailed(db)).toEqual(["three_days_left to coordinator haninge", "two_weeks_left to coordinator haninge"]);
  });

  test("reminds an actor that is reopened of its own last day, also after closing", () => {
    closeRound(db, { year: testYear }, { now: testNow });
    const by = { now: testNow, personId: approver.personId, role: "office" } as const;
    reopenAssessment(db, { ...key, reason: "Fel", lastDay: "2026-03-12" }, by);
    planMail(db, at("2026-03-09"));
    expect(mailed(db)).toContain("three_days_left to coordinator haninge");
  });

  test("tells that a round closed when its day ended, once, and not where the office had closed it", () => {
    planMail(db, at("2026-05-31"));
    expect(mailed(db)).not.toContain("round_closed to coordinator haninge");
    planMail(db, at("2026-06-03"));
    planMail(db, at("2026-06-04"));
    expect(mailed(db).filter((line) => line.startsWith("round_closed"))).toHaveLength(1);
  });

  test("does not tell of a closing that is old news", () => {
    planMail(db, at("2026-06-20"));
    expect(mailed(db)).toEqual([]);
  });
});

describe("a message that waits is dropped", () => {
  const dropped = (now = testNow) => {
    tidyMail(db, now);
    return listMail(db, ["dropped"], 99).map(({ reason }) => reason);
  };

  test("when its recipient's role ends", () => {
    remindActor(db, key, { now: testNow });
    coordinator.end(testNow);
    expect(dropped()).toEqual(["Mottagaren har inte längre rollen."]);
  });

  test("when its recipient turns reminders off", () => {
    remindActor(db, key, { now: testNow });
    insertReminderStop(db, { personId: coordinator.personId, stoppedAt: testNow.toISOString() });
    expect(dropped()).toEqual(["Mottagaren har stängt av påminnelser."]);
  });

  test("when what it asks for has been done", () => {
    remindActor(db, key, { now: testNow });
    submitHaninge(db, coordinator.personId);
    approve();
    expect(dropped()).toEqual([
      "Det som brevet gällde är redan gjort eller gäller inte längre.",
      "Det som brevet gällde är redan gjort eller gäller inte längre.",
    ]);
  });

  test("never when nothing of this has happened", () => {
    remindActor(db, key, { now: testNow });
    expect(dropped()).toEqual([]);
  });
});

describe("an invitation", () => {
  const invite = (now = testNow) => {
    const input = { name: "Samordnare, Solna", email: "s@example.se", role: "coordinator", actorId: "solna" } as const;
    const result = addPerson(db, input, { now });
    if (!result.ok || !result.token) throw new Error("no token");
    return { personId: result.personId, token: result.token };
  };
  const invitations = () => listMail(db, mailStates, 99).filter(({ kind }) => kind === "invitation");
  const later = new Date(testNow.getTime() + 1000);

  test("holds its link while it waits, for the office to copy, and no longer", () => {
    const { token } = invite();
    const [mail] = invitations();
    const id = mail?.id ?? "";
    expect(viewOutboxMail(db, { id, origin })?.text).toContain(`${origin}/engangslank/${token}`);
    markMailSent(db, { id }, { now: testNow, personId: approver.personId, origin });
    expect(JSON.stringify(invitations())).not.toContain(token);
    expect(viewOutboxMail(db, { id, origin })?.text).not.toContain(token);
  });

  test("keeps no secret in what is stored of one sent, nor in why one failed", () => {
    const { token } = invite();
    const mail = claimMail(db, { now: testNow, origin });
    if (!mail) throw new Error("nothing to send");
    expect(mail.message.text).toContain(token);
    const reason = `spam: ${origin}/engangslank/${token}`;
    settleMail(db, mail, { result: "permanent", reason, isServer: false }, testNow);
    const [{ token: _kept, ...stored } = { token: "" }] = invitations();
    expect(JSON.stringify(stored)).not.toContain(token);
    retryMail(db, { id: mail.id }, { now: testNow });
    const again = claimMail(db, { now: later, origin });
    if (!again) throw new Error("nothing to send");
    settleMail(db, again, { result: "sent" }, later);
    expect(JSON.stringify(invitations())).not.toContain(token);
  });

  test("is dropped with its secret when a newer link takes its place, and when it is too old", () => {
    const { personId, token } = invite();
    renewLink(db, { personId }, { now: later });
    tidyMail(db, later);
    expect(
      invitations()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(["dropped", "waiting"]);
    expect(JSON.stringify(invitations())).not.toContain(token);
    tidyMail(db, at("2026-03-20"));
    expect(invitations().map(({ state, token: kept }) => [state, kept])).toEqual([
      ["dropped", null],
      ["dropped", null],
    ]);
  });
});

describe("the office's hand", () => {
  const only = () => listMail(db, mailStates, 9)[0];
  const id = () => only()?.id ?? "";
  const mark = () => markMailSent(db, { id: id() }, { now: testNow, personId: approver.personId, origin });
  const settle = (result: "permanent" | "unclear" | "sent") => {
    const mail = claimMail(db, { now: testNow, origin });
    if (mail) settleMail(db, mail, { result, reason: "Därför.", isServer: false }, testNow);
  };
  beforeEach(() => {
    remindActor(db, key, { now: testNow });
  });

  test("marks one sent, which then is never sent, and only once", () => {
    expect(mark()).toEqual({ ok: true });
    expect(only()).toMatchObject({ state: "sent", doneBy: approver.personId });
    expect(claimMail(db, { now: testNow, origin })).toBeUndefined();
    expect(mark()).toEqual({ ok: false, problem: "not_now" });
  });

  test.each(["permanent", "unclear"] as const)("tries one again that is %s", (result) => {
    settle(result);
    expect(retryMail(db, { id: id() }, { now: testNow })).toEqual({ ok: true });
    expect(claimMail(db, { now: testNow, origin })).toMatchObject({ attempts: 1 });
  });

  test("does not try again what is sent, under way, unknown or stale", () => {
    expect(retryMail(db, { id: id() }, { now: testNow })).toMatchObject({ problem: "not_now" });
    expect(retryMail(db, { id: "inget" }, { now: testNow })).toMatchObject({ problem: "unknown" });
    settle("permanent");
    expect(retryMail(db, { id: id() }, { now: at("2026-03-20") })).toMatchObject({ problem: "stale" });
  });

  test("marks an unclear one as sent, and what the worker learns later does not change that", () => {
    const mail = claimMail(db, { now: testNow, origin });
    tidyMail(db, new Date(testNow.getTime() + 360_000));
    expect(only()?.state).toBe("unclear");
    expect(mark()).toEqual({ ok: true });
    if (mail) settleMail(db, mail, { result: "permanent", reason: "Nej.", isServer: false }, testNow);
    expect(only()?.state).toBe("sent");
  });
});
