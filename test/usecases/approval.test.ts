import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listActorProgress } from "#db/queries/progress.ts";
import { findStanding } from "#db/queries/standing.ts";
import { countSubmittedActors, listCountedAnswers, listSubmittedAnswers } from "#db/queries/submissions.ts";
import type { Role } from "#domain/access.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testClosingDay, testYear } from "#test/support/stored.ts";
import { approveAssessment } from "#usecases/approve-assessment.ts";
import { closeRound } from "#usecases/close-round.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { recordPaperApproval } from "#usecases/record-paper-approval.ts";
import { releaseRound } from "#usecases/release-round.ts";
import { reopenAssessment } from "#usecases/reopen-assessment.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { sendBackAssessment } from "#usecases/send-back-assessment.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewApproval } from "#usecases/view-approval.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";
import { withdrawSubmission } from "#usecases/withdraw-submission.ts";

let connection: Connection;
let personId: string;
const key = { year: testYear, actorId: "haninge" };
const first = { ...key, number: 1 };
const afterClosing = new Date("2026-06-01T08:00:00Z");

const by = (role: Role, now = testNow): MoveBy => ({ now, personId, role });
function save(code: string, level = 3, now = testNow) {
  const baseRevision = listRevision(code);
  const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
  const content = anAnswer({ indicators, level, reason: "Därför." });
  return saveAnswer(
    connection.db,
    { ...key, code, baseRevision, saveId: randomUUID(), content },
    by("coordinator", now),
  );
}
function listRevision(code: string): number {
  const row = connection.sqlite.prepare("SELECT max(revision) AS latest FROM answer_revision WHERE code = ?").get(code);
  return (row as { latest: number | null }).latest ?? 0;
}
const submit = (now = testNow) =>
  submitAssessment(connection.db, { ...key, registryNumber: " KS 2026/1 " }, { now, personId });
const sendBack = (comments: { code: string; comment: string }[], note = "") =>
  sendBackAssessment(connection.db, { ...first, note, comments }, by("approver"));
const reopen = (lastDay: string, now = testNow) =>
  reopenAssessment(connection.db, { ...key, reason: "Fel underlag", lastDay }, by("office", now));
const counted = () => listCountedAnswers(connection.db, testYear).map(({ code, level }) => `${code} ${level}`);
const viewed = (now = testNow) => {
  const found = viewAssessment(connection.db, key, now);
  if (!found.ok) throw new Error(found.problem);
  return found.view;
};
const progress = () => listActorProgress(connection.db, testYear).find(({ actorId }) => actorId === "haninge");

beforeEach(() => {
  connection = openDatabase(":memory:");
  storeRound(connection.db, "open");
  personId = signedIn(connection.db, { role: "coordinator", actorId: "haninge" }).personId;
  for (const code of ["1:1", "1:2", "2:1"]) save(code);
  submit();
});

describe("an approval", () => {
  test("is stored with the submission, which counted before it too", () => {
    expect(counted()).toEqual(["1:1 3", "1:2 3", "2:1 3"]);
    const approved = approveAssessment(connection.db, { ...first, registryNumber: "KS 2026/2" }, by("approver"));
    expect(approved).toEqual({ ok: true, approvedAt: testNow.toISOString() });
    expect(viewed()).toMatchObject({
      assessmentState: "approved",
      submission: { registryNumber: "KS 2026/1" },
      approval: { approvedByName: "Person coordinator", paper: null, registryNumber: "KS 2026/2" },
    });
    expect(progress()?.approvedAt).toBe(testNow.toISOString());
    expect(counted()).toHaveLength(3);
  });

  test.each(["coordinator", "contributor", "office", "chief_group", "council"] as const)(
    "is not %s's to give",
    (role) => {
      expect(approveAssessment(connection.db, first, by(role))).toEqual({ ok: false, problem: "not_yours" });
    },
  );

  test("is of the submission that was read, and given once", () => {
    expect(approveAssessment(connection.db, { ...key, number: 2 }, by("approver"))).toMatchObject({
      problem: "other_submission",
    });
    approveAssessment(connection.db, first, by("approver"));
    expect(approveAssessment(connection.db, first, by("approver"))).toMatchObject({ problem: "not_now" });
  });

  test("on paper is recorded by coordinator or office, with day and reference", () => {
    const paper = { ...first, paperDate: "2026-03-01", reference: "Beslut § 4" };
    const { db } = connection;
    expect(recordPaperApproval(db, paper, by("approver"))).toMatchObject({ problem: "not_yours" });
    expect(recordPaperApproval(db, { ...paper, paperDate: "2026-02-30" }, by("office"))).toMatchObject({
      problem: "paper_date_invalid",
    });
    expect(recordPaperApproval(db, { ...paper, paperDate: "2026-03-03" }, by("office"))).toMatchObject({
      problem: "paper_date_future",
    });
    expect(recordPaperApproval(db, { ...paper, reference: " " }, by("office"))).toMatchObject({
      problem: "reference_missing",
    });
    expect(recordPaperApproval(db, paper, by("coordinator"))).toEqual({ ok: true });
    expect(viewed().approval?.paper).toEqual({ date: "2026-03-01", reference: "Beslut § 4" });
  });
});

describe("a submission sent back", () => {
  test("needs a comment or a note", () => {
    expect(sendBack([{ code: "1:1", comment: "  " }])).toEqual({ ok: false, problem: "nothing_said" });
    expect(sendBack([{ code: "9:9", comment: "Vad?" }])).toEqual({ ok: false, problem: "unknown_code" });
    expect(sendBack([], "Läs igenom en gång till.")).toEqual({ ok: true });
  });

  test("counts no longer, may be changed, and its comments stay until the next submission", () => {
    expect(sendBack([{ code: "1:2", comment: "Övade vi inte?" }])).toEqual({ ok: true });
    expect(counted()).toEqual([]);
    expect(listSubmittedAnswers(connection.db, testYear, "haninge")).toEqual([]);
    expect(countSubmittedActors(connection.db, testYear)).toBe(0);
    expect(progress()).toMatchObject({ submittedAt: null, sentBackAt: testNow.toISOString() });
    expect(viewed()).toMatchObject({
      assessmentState: "draft",
      isOpen: true,
      submission: null,
      sentBack: { note: "", comments: [{ code: "1:2", comment: "Övade vi inte?" }] },
    });
    expect(save("1:2", 2)).toMatchObject({ ok: true, revision: 2 });
    expect(submit()).toMatchObject({ ok: true, number: 2 });
    expect(viewed()).toMatchObject({ assessmentState: "submitted", sentBack: null });
    expect(counted()).toEqual(["1:1 3", "1:2 2", "2:1 3"]);
  });

  test("is refused once the round is closed", () => {
    closeRound(connection.db, { year: testYear }, { now: testNow });
    expect(sendBack([{ code: "1:1", comment: "Nej." }])).toEqual({ ok: false, problem: "not_now" });
  });

  test("leaves what was submitted as it was", () => {
    sendBack([], "Nej.");
    expect(() => connection.sqlite.exec("UPDATE submission_end SET note = 'Ja.'")).toThrow("never changed");
    expect(() => connection.sqlite.exec("DELETE FROM submission")).toThrow("immutable");
  });
});

test("a withdrawn submission counts no longer, and is withdrawn by its coordinator while the round is open", () => {
  expect(withdrawSubmission(connection.db, first, by("approver"))).toMatchObject({ problem: "not_yours" });
  expect(withdrawSubmission(connection.db, first, by("coordinator", afterClosing))).toMatchObject({
    problem: "not_now",
  });
  expect(withdrawSubmission(connection.db, first, by("coordinator"))).toEqual({ ok: true });
  expect(counted()).toEqual([]);
  expect(viewed()).toMatchObject({ assessmentState: "draft", sentBack: null });
});

describe("what is written beside an approval has a limit, to the letter", () => {
  const long = (limit: number) => "å".repeat(limit + 1);
  const paper = { ...first, paperDate: "2026-03-01", reference: "§ 4" };

  test.each([
    [
      "the approver's registry number",
      () => approveAssessment(connection.db, { ...first, registryNumber: long(100) }, by("approver")),
      "registry_number_long",
    ],
    [
      "the paper's registry number",
      () => recordPaperApproval(connection.db, { ...paper, registryNumber: long(100) }, by("coordinator")),
      "registry_number_long",
    ],
    [
      "the paper's name",
      () => recordPaperApproval(connection.db, { ...paper, reference: long(200) }, by("coordinator")),
      "reference_long",
    ],
    ["the note to the coordinator", () => sendBack([], long(2000)), "note_long"],
    ["a comment", () => sendBack([{ code: "1:2", comment: long(2000) }]), "comment_long"],
  ])("%s", (_name, act, problem) => {
    expect(act()).toMatchObject({ ok: false, problem });
    expect(findStanding(connection.db, testYear, "haninge")).toMatchObject({ approval: undefined, end: undefined });
  });

  test("the submission's registry number", () => {
    reopen(testClosingDay);
    const by = { now: testNow, personId };
    const given = (registryNumber: string) => submitAssessment(connection.db, { ...key, registryNumber }, by);
    expect(given(long(100))).toEqual({ ok: false, problem: "registry_number_long" });
    expect(given("å".repeat(100))).toMatchObject({ ok: true, number: 2 });
  });
});

describe("a reopened assessment", () => {
  test("is a draft to its own last day, also after closing; the last submission counts until the next", () => {
    approveAssessment(connection.db, first, by("approver"));
    expect(reopen("2026-06-03", afterClosing)).toEqual({ ok: true });
    expect(viewed(afterClosing)).toMatchObject({ assessmentState: "draft", isOpen: true, approval: null });
    expect(save("1:1", 1, afterClosing)).toMatchObject({ ok: true });
    expect(counted()).toEqual(["1:1 3", "1:2 3", "2:1 3"]);
    expect(save("1:1", 2, new Date("2026-06-04T08:00:00Z"))).toMatchObject({ problem: "round_not_open" });
    expect(submit(afterClosing)).toMatchObject({ ok: true, number: 2 });
    expect(counted()).toEqual(["1:1 1", "1:2 3", "2:1 3"]);
    expect(findStanding(connection.db, testYear, "haninge").reopening).toBeUndefined();
    expect(viewed(afterClosing)).toMatchObject({ assessmentState: "submitted", isOpen: false });
  });

  test.each([
    ["without a reason", { reason: " " }, "reason_missing"],
    ["to a day that is none", { lastDay: "2026-06-31" }, "last_day_invalid"],
    ["to a day that has passed", { lastDay: "2026-03-01" }, "last_day_past"],
    ["to a day before the round's own", { lastDay: "2026-05-30" }, "last_day_shortens"],
  ])("is not reopened %s", (_rule, change, problem) => {
    const input = { ...key, reason: "Fel", lastDay: testClosingDay, ...change };
    expect(reopenAssessment(connection.db, input, by("office"))).toEqual({ ok: false, problem });
  });

  test.each([
    ["while the round is open", testNow, "2026-06-20"],
    ["after closing", afterClosing, "2026-06-20"],
  ])("is not reopened again to a day before its own, %s", (_when, now, lastDay) => {
    reopen(lastDay, now);
    expect(reopen("2026-06-19", now)).toEqual({ ok: false, problem: "last_day_before_own" });
    expect(reopen(lastDay, now)).toEqual({ ok: true });
  });

  test("is reopened by the office alone, never after release", () => {
    const input = { ...key, reason: "Fel", lastDay: "2026-06-03" };
    expect(reopenAssessment(connection.db, input, by("coordinator"))).toMatchObject({ problem: "not_yours" });
    closeRound(connection.db, { year: testYear }, { now: testNow });
    releaseRound(connection.db, { year: testYear }, { now: testNow });
    expect(reopen("2026-06-03")).toMatchObject({ problem: "not_now" });
  });
});

test("the approver reads the submission, what differs marked, and never the draft after it", () => {
  reopen(testClosingDay);
  save("1:1", 1);
  const found = viewApproval(connection.db, key, testNow);
  const rows = found.ok ? found.view.groups.flatMap((group) => group.rows) : [];
  expect(rows.map(({ code, content, remarks }) => [code, content.level, remarks])).toEqual([
    ["1:1", 3, []],
    ["1:2", 3, []],
    ["2:1", 3, []],
  ]);
});
