import { beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { findDueMail, insertReminderStop, listMail } from "#db/queries/mail.ts";
import { insertMembership } from "#db/queries/people.ts";
import { mailStates } from "#domain/mail.ts";
import { mailRoundClosed } from "#mail/events.ts";
import { aMember, mailed, submitHaninge } from "#test/support/mail.ts";
import { testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { approveAssessment } from "#usecases/approve-assessment.ts";
import { closeRound } from "#usecases/close-round.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { markDelegation } from "#usecases/mark-delegation.ts";
import { openRound } from "#usecases/open-round.ts";
import { recordPaperApproval } from "#usecases/record-paper-approval.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { remindActor } from "#usecases/remind-actor.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { sendBackAssessment } from "#usecases/send-back-assessment.ts";
import { takeBackDelegation } from "#usecases/take-back-delegation.ts";
import { tidyMail } from "#usecases/tidy-mail.ts";
import { withdrawRound } from "#usecases/withdraw-round.ts";

let db: Db;
const now = testNow;
const nextDay = new Date("2026-03-03T08:00:00Z");
const key = { year: testYear, actorId: "haninge" };
const first = { ...key, number: 1 };
let coordinator: ReturnType<typeof aMember>;
let approver: ReturnType<typeof aMember>;

beforeEach(() => {
  db = openDatabase(":memory:").db;
  storeRound(db, "planned");
  coordinator = aMember(db, "coordinator");
  approver = aMember(db, "approver");
  aMember(db, "contributor");
  aMember(db, "coordinator", "solna");
  aMember(db, "council", null);
  aMember(db, "chief_group", null);
});

const open = () => openRound(db, { year: testYear }, { now });
const remind = (at = now) => remindActor(db, key, { now: at });
/** What came after the round was opened. */
const later = () => mailed(db).filter((line) => !line.startsWith("round_opened"));

describe("what happens queues its message", () => {
  beforeEach(() => {
    open();
  });

  test("opening: to each actor's coordinators", () => {
    expect(mailed(db)).toEqual(["round_opened to coordinator haninge", "round_opened to coordinator solna"]);
    expect(open()).toMatchObject({ ok: false });
    expect(mailed(db)).toHaveLength(2);
  });

  test("submitting: to the approvers", () => {
    submitHaninge(db, coordinator.personId);
    expect(later()).toEqual(["submitted to approver haninge"]);
  });

  test("submitting: not to the approver who did it", () => {
    submitHaninge(db, approver.personId);
    expect(later()).toEqual([]);
  });

  test("sending back, and submitting again: to each side once for each submission", () => {
    submitHaninge(db, coordinator.personId);
    const by = { now, personId: approver.personId, role: "approver" } as const;
    sendBackAssessment(db, { ...first, note: "Läs igenom.", comments: [] }, by);
    expect(later()).toEqual(["sent_back to coordinator haninge", "submitted to approver haninge"]);
  });

  test("what was refused queues nothing", () => {
    submitHaninge(db, coordinator.personId);
    const by = { now, personId: approver.personId, role: "approver" } as const;
    expect(sendBackAssessment(db, { ...first, note: " ", comments: [] }, by)).toMatchObject({ ok: false });
    expect(later()).toEqual(["submitted to approver haninge"]);
  });

  test("approving: to the coordinators", () => {
    submitHaninge(db, coordinator.personId);
    approveAssessment(db, first, { now, personId: approver.personId, role: "approver" });
    expect(later()).toContain("approved to coordinator haninge");
  });

  test("an approval on paper: not to the coordinator who recorded it", () => {
    submitHaninge(db, coordinator.personId);
    const by = { now, personId: coordinator.personId, role: "coordinator" } as const;
    recordPaperApproval(db, { ...first, paperDate: "2026-03-01", reference: "§ 4" }, by);
    expect(later()).not.toContain("approved to coordinator haninge");
  });

  test("delegating: to the contributor, once for each act", () => {
    const { personId } = aMember(db, "contributor");
    const by = { now, personId: coordinator.personId, role: "coordinator" } as const;
    const delegate = () => delegateBaseCapability(db, { ...key, capability: 1, personId }, by);
    expect(delegate()).toMatchObject({ ok: true });
    expect(delegate()).toMatchObject({ ok: false, problem: "already_delegated" });
    expect(later()).toEqual(["delegated to contributor haninge"]);
  });

  test("a delegation taken back before its message went: nothing goes", () => {
    const { personId } = aMember(db, "contributor");
    const by = { now, personId: coordinator.personId, role: "coordinator" } as const;
    const given = delegateBaseCapability(db, { ...key, capability: 1, personId }, by);
    if (!given.ok) throw new Error(given.problem);
    takeBackDelegation(db, { ...key, sequence: given.sequence }, by);
    tidyMail(db, now);
    expect(listMail(db, ["dropped"], 9)).toMatchObject([{ kind: "delegated", personId }]);
  });

  test("closing: to the coordinators, once however often it is asked for", () => {
    closeRound(db, { year: testYear }, { now });
    mailRoundClosed(db, { year: testYear }, { now: nextDay });
    expect(later()).toEqual(["round_closed to coordinator haninge", "round_closed to coordinator solna"]);
  });

  test("closing: an actor with a later day of its own is told that day, the others that they are not counted", () => {
    const by = { now, personId: approver.personId, role: "office" } as const;
    reopenAssessment(db, { ...key, reason: "Fler dagar", lastDay: "2026-06-05" }, by);
    closeRound(db, { year: testYear }, { now });
    const closings = listMail(db, ["waiting"], 99).flatMap(({ content }) =>
      content.kind === "round_closed" ? [[content.actorId, content.lastDay]] : [],
    );
    expect(closings.sort()).toEqual([
      ["haninge", "2026-06-05"],
      ["solna", undefined],
    ]);
  });

  test("reopening: to the coordinators, each time", () => {
    const by = { now, personId: approver.personId, role: "office" } as const;
    reopenAssessment(db, { ...key, reason: "Fel", lastDay: "2026-06-05" }, by);
    reopenAssessment(db, { ...key, reason: "Fel", lastDay: "2026-06-09" }, { ...by, now: nextDay });
    expect(later()).toEqual(["reopened to coordinator haninge", "reopened to coordinator haninge"]);
  });

  test("releasing: to everyone who may read the result", () => {
    closeRound(db, { year: testYear }, { now });
    releaseRound(db, { year: testYear }, { now });
    expect(later().filter((line) => line.startsWith("round_released"))).toEqual([
      "round_released to approver haninge",
      "round_released to chief_group",
      "round_released to contributor haninge",
      "round_released to coordinator haninge",
      "round_released to coordinator solna",
      "round_released to council",
    ]);
  });

  test("somebody with two roles at the actor hears of the release once", () => {
    const at = now.toISOString();
    const { personId } = coordinator;
    insertMembership(db, {
      id: "två",
      personId,
      role: "approver",
      actorId: "haninge",
      validFrom: at,
      validUntil: null,
    });
    closeRound(db, { year: testYear }, { now });
    releaseRound(db, { year: testYear }, { now });
    expect(
      listMail(db, mailStates, 99).filter((one) => one.kind === "round_released" && one.personId === personId),
    ).toHaveLength(1);
  });
});

test("whose role has ended gets nothing", () => {
  coordinator.end(new Date(now.getTime() - 1));
  open();
  expect(mailed(db)).toEqual(["round_opened to coordinator solna"]);
});

test("no message waits before its moment", () => {
  open();
  expect(findDueMail(db, new Date(now.getTime() - 1).toISOString())).toBeUndefined();
  expect(findDueMail(db, now.toISOString())).toMatchObject({ kind: "round_opened", attempts: 0 });
});

describe("the office's reminder", () => {
  test("goes to the coordinators while nothing is submitted, and says to whom", () => {
    open();
    expect(remind()).toEqual({
      ok: true,
      to: [{ personId: coordinator.personId, name: "Person coordinator", role: "coordinator" }],
    });
    expect(later()).toEqual(["reminder to coordinator haninge"]);
  });

  test("goes to the contributors too, while what they hold is not ready", () => {
    open();
    const { personId } = aMember(db, "contributor");
    const by = { now, personId: coordinator.personId, role: "coordinator" } as const;
    delegateBaseCapability(db, { ...key, capability: 1, personId }, by);
    expect(remind()).toMatchObject({ ok: true, to: [{ role: "coordinator" }, { role: "contributor", personId }] });
    const contributor = { now, personId, role: "contributor" } as const;
    markDelegation(db, { ...key, capability: 1, kind: "ready", note: "" }, contributor);
    expect(remind(nextDay)).toMatchObject({ to: [{ role: "coordinator" }] });
    tidyMail(db, now);
    expect(listMail(db, ["dropped"], 9)).toMatchObject([{ kind: "reminder", personId }]);
  });

  test("goes to the approvers when it is submitted, also after closing", () => {
    open();
    submitHaninge(db, coordinator.personId);
    closeRound(db, { year: testYear }, { now });
    expect(remind()).toMatchObject({ ok: true, to: [{ role: "approver" }] });
  });

  test("goes once a day at most", () => {
    open();
    remind();
    expect(remind(new Date("2026-03-02T22:59:00Z"))).toEqual({ ok: false, problem: "already_today" });
    expect(remind(new Date("2026-03-02T23:00:00Z"))).toMatchObject({ ok: true });
    expect(later()).toHaveLength(2);
  });

  test.each<[string, () => void, string]>([
    ["before the round opens", () => undefined, "unknown_actor"],
    [
      "when all is done",
      () => {
        open();
        submitHaninge(db, coordinator.personId);
        approveAssessment(db, first, { now, personId: approver.personId, role: "approver" });
      },
      "nothing_missing",
    ],
    [
      "when the round has closed without them",
      () => {
        open();
        closeRound(db, { year: testYear }, { now });
      },
      "nothing_missing",
    ],
    [
      "when nobody holds what is missing",
      () => {
        open();
        coordinator.end(now);
      },
      "nobody",
    ],
    [
      "when those who hold it have turned reminders off",
      () => {
        open();
        insertReminderStop(db, { personId: coordinator.personId, stoppedAt: now.toISOString() });
      },
      "reminders_off",
    ],
  ])("is refused %s", (_when, arrange, problem) => {
    arrange();
    expect(remind()).toEqual({ ok: false, problem });
    expect(later().filter((line) => line.startsWith("reminder"))).toEqual([]);
  });

  test("is refused for a round or actor that is not there", () => {
    expect(remindActor(db, { year: 2031, actorId: "haninge" }, { now })).toMatchObject({ problem: "unknown_round" });
    open();
    expect(remindActor(db, { year: testYear, actorId: "atlantis" }, { now })).toMatchObject({
      problem: "unknown_actor",
    });
  });
});

test("reminders turned off do not turn anything else off", () => {
  insertReminderStop(db, { personId: coordinator.personId, stoppedAt: now.toISOString() });
  open();
  expect(mailed(db)).toContain("round_opened to coordinator haninge");
});

test("a round that is opened anew after a withdrawn opening tells of its own closing", () => {
  const office = { now, personId: coordinator.personId, role: "office" } as const;
  const closings = () => mailed(db).filter((line) => line === "round_closed to coordinator haninge");
  open();
  closeRound(db, { year: testYear }, { now });
  withdrawRound(db, { year: testYear, reason: "Fel version" }, office);
  openRound(db, { year: testYear }, { now: nextDay });
  closeRound(db, { year: testYear }, { now: nextDay });
  expect(closings()).toHaveLength(2);
});
