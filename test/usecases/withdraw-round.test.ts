import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { findActor, updateActor } from "#db/queries/actors.ts";
import { findRound, findRoundActor, listRoundActors, listRoundWithdrawals } from "#db/queries/rounds.ts";
import { replaceWorkbookImport } from "#db/queries/workbook-imports.ts";
import { type Role, roles } from "#domain/access.ts";
import { roundState } from "#domain/round.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { openRound } from "#usecases/open-round.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { noteMeasure } from "#usecases/save-measure.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { viewAssessment } from "#usecases/view-assessment.ts";
import { viewHistory } from "#usecases/view-history.ts";
import { viewRound } from "#usecases/view-round.ts";
import { withdrawRound } from "#usecases/withdraw-round.ts";
import { withdrawSubmission } from "#usecases/withdraw-submission.ts";

let connection: Connection;
let personId: string;
const year = testYear;
const key = { year, actorId: "haninge" };
const by = (role: Role) => ({ now: testNow, personId, role });
const withdraw = (role: Role = "office", reason = "Fel definition var vald.") =>
  withdrawRound(connection.db, { year, reason }, by(role));
const reopen = () => openRound(connection.db, { year }, { now: testNow });
function save(code: string) {
  const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
  const content = anAnswer({ indicators, level: 3, reason: "Därför." });
  return saveAnswer(connection.db, { ...key, code, baseRevision: 0, saveId: randomUUID(), content }, by("coordinator"));
}
const stateNow = () => {
  const round = findRound(connection.db, year);
  return round && roundState(round, testNow);
};

function begin(state: "planned" | "open" | "closed" | "released") {
  connection = openDatabase(":memory:");
  storeRound(connection.db, state);
  personId = signedIn(connection.db, { role: "office" }).personId;
}

describe("a round opened by mistake", () => {
  beforeEach(() => begin("open"));

  test("is planned again, with who, when and why", () => {
    expect(withdraw()).toEqual({ ok: true });
    expect(stateNow()).toBe("planned");
    expect(listRoundWithdrawals(connection.db, year)).toMatchObject([
      { reason: "Fel definition var vald.", withdrawnByName: "Person office", openedAt: testNow.toISOString() },
    ]);
    expect(listRoundActors(connection.db, year)).toEqual([]);
    expect(viewRound(connection.db, year, testNow)?.actors).toEqual([]);
  });

  test("takes and shows no answers while it is planned, and has them all when it opens again", () => {
    save("1:1");
    withdraw();
    expect(save("1:2")).toEqual({ ok: false, problem: "round_not_open" });
    const tasks = () => {
      const found = viewAssessment(connection.db, key, testNow);
      return (found.ok ? found.view.groups : []).flatMap((group) => group.tasks);
    };
    const history = () => viewHistory(connection.db, { ...key, code: "1:1" }, by("coordinator"));
    expect(tasks().map(({ state }) => state)).toEqual(["not_started", "not_started", "not_started"]);
    expect(history()).toMatchObject({ revisions: [] });
    expect(reopen()).toEqual({ ok: true, actors: 3 });
    expect(history()).toMatchObject({ revisions: [{ revision: 1 }] });
    expect(tasks().map(({ code, state }) => `${code} ${state}`)).toEqual([
      "1:1 ready",
      "1:2 not_started",
      "2:1 not_started",
    ]);
  });

  test("freezes the actors anew when it opens again: changed, left and with something saved", () => {
    save("1:1");
    withdraw();
    const solna = findActor(connection.db, "solna");
    if (solna) updateActor(connection.db, { ...solna, memberUntil: "2026-02-01" });
    const attunda = findActor(connection.db, "attunda");
    if (attunda) updateActor(connection.db, { ...attunda, name: "Attunda nya", designated: false });
    const haninge = findActor(connection.db, "haninge");
    if (haninge) updateActor(connection.db, { ...haninge, memberUntil: "2026-02-01" });
    reopen();
    expect(findRoundActor(connection.db, year, "solna")).toBeUndefined();
    expect(findRoundActor(connection.db, year, "attunda")).toMatchObject({ name: "Attunda nya", designated: false });
    expect(findRoundActor(connection.db, year, "haninge")).toMatchObject({ name: "Haninge kommun" });
  });

  test("opens again where one who has left had noted a measure, or only uploaded a workbook", () => {
    const content = { what: "Öva", holder: "Säkerhetschef", dueDay: "2027-03-01" };
    noteMeasure(connection.db, { ...key, code: "1:1", saveId: randomUUID(), content }, by("coordinator"));
    const upload = { year, actorId: "solna", personId, id: randomUUID(), fileName: "a.xlsx" };
    const at = testNow.toISOString();
    const reading = { answers: [], problems: [] };
    replaceWorkbookImport(connection.db, { ...upload, content: reading, createdAt: at, expiresAt: at });
    withdraw();
    for (const id of ["haninge", "solna"]) updateActor(connection.db, { id, memberUntil: "2026-02-01" });
    expect(reopen()).toEqual({ ok: true, actors: 1 });
    expect(listRoundActors(connection.db, year).map(({ actorId }) => actorId)).toEqual(["attunda", "haninge"]);
  });

  test("can be withdrawn again, each time kept", () => {
    withdraw();
    expect(withdraw()).toEqual({ ok: false, problem: "not_opened" });
    reopen();
    expect(withdraw()).toEqual({ ok: true });
    expect(listRoundWithdrawals(connection.db, year)).toHaveLength(2);
    expect(() => connection.sqlite.exec("DELETE FROM round_withdrawal")).toThrow("never changed");
  });

  test("is not withdrawn once somebody has submitted, though the submission was taken back", () => {
    for (const code of ["1:1", "1:2", "2:1"]) save(code);
    submitAssessment(connection.db, key, by("coordinator"));
    expect(withdraw()).toEqual({ ok: false, problem: "has_submissions" });
    withdrawSubmission(connection.db, { ...key, number: 1 }, by("coordinator"));
    expect(withdraw()).toEqual({ ok: false, problem: "has_submissions" });
    expect(stateNow()).toBe("open");
  });

  test("needs a reason", () => {
    expect(withdraw("office", "  ")).toEqual({ ok: false, problem: "withdraw_reason_missing" });
  });

  test.each(roles.filter((role) => role !== "office"))("is not a %s's to withdraw", (role) => {
    expect(withdraw(role)).toEqual({ ok: false, problem: "not_yours" });
  });
});

test.each([
  ["planned", { ok: false, problem: "not_opened" }, "planned"],
  ["closed", { ok: true }, "planned"],
  ["released", { ok: false, problem: "not_opened" }, "released"],
] as const)("withdrawing a round that is %s", (state, expected, after) => {
  begin(state);
  expect(withdraw()).toEqual(expected);
  expect(stateNow()).toBe(after);
});

test("there is no round of another year to withdraw", () => {
  begin("open");
  const unknown = withdrawRound(connection.db, { year: 2031, reason: "Fel" }, by("office"));
  expect(unknown).toEqual({ ok: false, problem: "round_unknown" });
});
