import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { listAnswers } from "#db/queries/answers.ts";
import { listDelegations } from "#db/queries/delegations.ts";
import { updateMembershipEnd } from "#db/queries/people.ts";
import { type Role, roles } from "#domain/access.ts";
import { anAnswer, indicatorsAnswered } from "#test/support/builders.ts";
import { signedIn, testNow } from "#test/support/request.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { closeRound } from "#usecases/close-round.ts";
import { delegateBaseCapability } from "#usecases/delegate-base-capability.ts";
import { markDelegation } from "#usecases/mark-delegation.ts";
import type { MoveBy } from "#usecases/permit-move.ts";
import { restoreAnswer } from "#usecases/restore-answer.ts";
import { saveAnswer } from "#usecases/save-answer.ts";
import { submitAssessment } from "#usecases/submit-assessment.ts";
import { takeBackDelegation } from "#usecases/take-back-delegation.ts";

type Person = ReturnType<typeof signedIn> & MoveBy;

let connection: Connection;
let anna: Person;
let bo: Person;
let eva: Person;
const key = { year: testYear, actorId: "haninge" };
const later = new Date(testNow.getTime() + 60_000);

function person(role: Role, actorId: string | null = "haninge"): Person {
  return { ...signedIn(connection.db, { role, actorId }), role, now: testNow };
}
function open(state: Parameters<typeof storeRound>[1] = "open") {
  connection = openDatabase(":memory:");
  storeRound(connection.db, state);
  anna = person("coordinator");
  bo = person("contributor");
  eva = person("contributor");
}
beforeEach(() => open());

const delegate = (to: Person, capability = 1, by: MoveBy = anna) =>
  delegateBaseCapability(connection.db, { ...key, capability, personId: to.personId }, by);
const takeBack = (sequence: number, by: MoveBy = anna) => takeBackDelegation(connection.db, { ...key, sequence }, by);
const mark = (kind: "ready" | "not_ready", note = "", by: MoveBy = bo, capability = 1) =>
  markDelegation(connection.db, { ...key, capability, kind, note }, by);
function save(by: MoveBy, code = "1:1", saveId: string = randomUUID(), level = 3) {
  const indicators = indicatorsAnswered({ [`${code}.1`]: "yes", [`${code}.2`]: "yes" });
  const baseRevision = listAnswers(connection.db, testYear, "haninge").find((one) => one.code === code)?.revision ?? 0;
  const content = anAnswer({ indicators, level });
  return saveAnswer(connection.db, { ...key, code, baseRevision, saveId, content }, by);
}
const listed = () => listDelegations(connection.db, key, later.toISOString());
const refused = (problem: string) => ({ ok: false, problem });
function submitAll() {
  for (const code of ["1:1", "1:2", "2:1"]) save(anna, code);
  expect(submitAssessment(connection.db, key, anna)).toMatchObject({ ok: true });
}

describe("a contributor", () => {
  test("may not answer what was not delegated", () => {
    expect(save(bo)).toEqual(refused("not_delegated"));
    delegate(bo, 2);
    expect(save(bo)).toEqual(refused("not_delegated"));
    expect(listAnswers(connection.db, testYear, "haninge")).toEqual([]);
  });

  test("answers every sub-capability of what was delegated, under its own name, and restores there", () => {
    delegate(bo);
    expect(save(bo, "1:1")).toMatchObject({ ok: true, revision: 1 });
    expect(save(bo, "1:2")).toMatchObject({ ok: true });
    expect(listAnswers(connection.db, testYear, "haninge")[0]).toMatchObject({ savedBy: bo.personId });
    save(anna, "1:1", randomUUID(), 2);
    const input = { ...key, code: "1:1", revision: 1, baseRevision: 2, saveId: randomUUID() };
    expect(restoreAnswer(connection.db, input, eva)).toEqual(refused("not_delegated"));
    expect(restoreAnswer(connection.db, input, bo)).toMatchObject({ ok: true, revision: 3 });
  });

  test("holds nothing in another actor's assessment", () => {
    delegate(bo);
    const content = anAnswer();
    const input = { year: testYear, actorId: "solna", code: "1:1", baseRevision: 0, saveId: randomUUID(), content };
    expect(saveAnswer(connection.db, input, bo)).toEqual(refused("not_delegated"));
  });

  test("may not save once the delegation is taken back, but a repeated save stays saved", () => {
    delegate(bo);
    const saveId = randomUUID();
    const first = save(bo, "1:1", saveId);
    takeBack(1);
    expect(save(bo, "1:2")).toEqual(refused("not_delegated"));
    expect(save(bo, "1:1", saveId)).toEqual(first);
  });

  test("holds nothing once its membership has ended, and holds it again if it returns", () => {
    delegate(bo);
    updateMembershipEnd(connection.db, bo.membershipId, testNow.toISOString());
    expect(save(bo)).toEqual(refused("not_delegated"));
    expect(listed()).toMatchObject([{ isContributor: false, takenBackAt: null }]);
  });
});

test.each(roles.filter((role) => role !== "coordinator" && role !== "contributor"))("%s never answers", (role) => {
  const other = person(role, role === "approver" ? "haninge" : null);
  expect(save(other)).toEqual(refused("not_yours"));
});

describe("delegating", () => {
  test("is stored with who, to whom, when and by whom, in the order of time", () => {
    expect(delegate(bo)).toEqual({ ok: true, sequence: 1 });
    expect(delegate(eva)).toEqual({ ok: true, sequence: 2 });
    expect(listed()).toMatchObject([
      {
        capability: 1,
        personId: bo.personId,
        name: "Person contributor",
        delegatedAt: testNow.toISOString(),
        delegatedByName: "Person coordinator",
        isContributor: true,
      },
      { personId: eva.personId },
    ]);
  });

  test("twice to the same person is stored once, but after it was taken back it is a new one", () => {
    delegate(bo);
    expect(delegate(bo)).toEqual(refused("already_delegated"));
    expect(delegate(bo, 2)).toMatchObject({ ok: true });
    takeBack(1);
    expect(delegate(bo)).toMatchObject({ ok: true, sequence: 3 });
    expect(listed().map(({ sequence, takenBackAt }) => [sequence, takenBackAt !== null])).toEqual([
      [1, true],
      [3, false],
      [2, false],
    ]);
  });

  test.each(["coordinator", "approver"] as const)("to a %s of the actor is refused", (role) => {
    expect(delegate(person(role))).toEqual(refused("not_contributor"));
  });

  test("to another actor's contributor is refused, and so is one that does not exist", () => {
    expect(delegate(person("contributor", "solna"))).toEqual(refused("not_contributor"));
    expect(delegate({ ...bo, personId: randomUUID() })).toEqual(refused("not_contributor"));
  });

  test("of a base capability that the definition lacks is refused", () => {
    expect(delegate(bo, 7)).toEqual(refused("unknown_capability"));
  });

  test.each(roles.filter((role) => role !== "coordinator"))("is not %s's to do", (role) => {
    const other = { ...anna, role };
    expect(delegate(bo, 1, other)).toEqual(refused("not_yours"));
    delegate(bo);
    expect(takeBack(1, other)).toEqual(refused("not_yours"));
  });

  test.each(["planned", "closed", "released"] as const)("is refused in a round that is %s", (state) => {
    open(state);
    expect(delegate(bo)).toEqual(refused("round_not_open"));
  });

  test("is refused in a submitted assessment, and in an unknown round or actor", () => {
    submitAll();
    expect(delegate(bo)).toEqual(refused("submitted"));
    const { personId } = bo;
    const { db } = connection;
    expect(delegateBaseCapability(db, { ...key, year: 2031, capability: 1, personId }, anna)).toEqual(
      refused("unknown_round"),
    );
    expect(delegateBaseCapability(db, { ...key, actorId: "nej", capability: 1, personId }, anna)).toEqual(
      refused("unknown_actor"),
    );
  });
});

describe("taking back", () => {
  test("is done once, and only of what is there", () => {
    delegate(bo);
    expect(takeBack(1)).toEqual({ ok: true });
    expect(takeBack(1)).toEqual(refused("already_taken_back"));
    expect(takeBack(2)).toEqual(refused("unknown_delegation"));
  });

  test("leaves the history as it was", () => {
    delegate(bo);
    takeBack(1);
    expect(() => connection.sqlite.exec("DELETE FROM delegation_end")).toThrow("never changed");
    expect(() => connection.sqlite.exec("UPDATE delegation SET person_id = delegated_by")).toThrow("never changed");
  });
});

describe("a mark", () => {
  test("says ready with a note, and can be taken back; both stay in the history", () => {
    delegate(bo);
    expect(mark("ready", "  1:2 är osäker. ")).toEqual({ ok: true });
    expect(listed()).toMatchObject([{ readyAt: testNow.toISOString(), note: "1:2 är osäker." }]);
    expect(mark("not_ready")).toEqual({ ok: true });
    expect(listed()).toMatchObject([{ readyAt: null, note: "" }]);
    expect(connection.sqlite.prepare("SELECT number, kind, note FROM delegation_mark").all()).toEqual([
      { number: 1, kind: "ready", note: "1:2 är osäker." },
      { number: 2, kind: "not_ready", note: "" },
    ]);
  });

  test("said twice is stored once; with another note it is a new one", () => {
    delegate(bo);
    expect(mark("not_ready")).toEqual({ ok: true });
    mark("ready", "Klart.");
    mark("ready", "Klart.", { ...bo, now: later });
    expect(listed()).toMatchObject([{ readyAt: testNow.toISOString() }]);
    mark("ready", "Klart, utom 1:2.", { ...bo, now: later });
    expect(listed()).toMatchObject([{ readyAt: later.toISOString(), note: "Klart, utom 1:2." }]);
  });

  test("is each holder's own", () => {
    delegate(bo);
    delegate(eva);
    mark("ready");
    expect(listed().map(({ readyAt }) => readyAt !== null)).toEqual([true, false]);
  });

  test("keeps nobody from answering", () => {
    delegate(bo);
    mark("ready");
    expect(save(bo)).toMatchObject({ ok: true });
  });

  test("is only for what one holds, in an assessment that can be saved", () => {
    expect(mark("ready")).toEqual(refused("not_delegated"));
    delegate(bo);
    expect(mark("ready", "", eva)).toEqual(refused("not_delegated"));
    expect(mark("ready", "", anna)).toEqual(refused("not_delegated"));
    expect(mark("ready", "x".repeat(2001))).toEqual(refused("note_long"));
    closeRound(connection.db, { year: testYear }, { now: testNow });
    expect(mark("ready")).toEqual(refused("round_not_open"));
  });

  test("is refused once the assessment is submitted", () => {
    delegate(bo);
    submitAll();
    expect(mark("ready")).toEqual(refused("submitted"));
    expect(takeBack(1)).toEqual(refused("submitted"));
  });
});

test("the delegations of the whole round come in one list", () => {
  delegate(bo);
  const solna = { anna: person("coordinator", "solna"), bo: person("contributor", "solna") };
  const input = { year: testYear, actorId: "solna", capability: 2, personId: solna.bo.personId };
  delegateBaseCapability(connection.db, input, solna.anna);
  const all = listDelegations(connection.db, { year: testYear }, testNow.toISOString());
  expect(all.map(({ actorId, capability, sequence }) => [actorId, capability, sequence])).toEqual([
    ["haninge", 1, 1],
    ["solna", 2, 1],
  ]);
});
