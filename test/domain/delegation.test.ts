import { describe, expect, test } from "vitest";
import { type Role, roles } from "#domain/access.ts";
import { answerRefusal, capabilityOf, type Delegation, delegationState, ownDelegation } from "#domain/delegation.ts";
import { aDefinition } from "#test/support/builders.ts";

const moment = "2026-03-02T11:00:00.000Z";
const aDelegation = (overrides: Partial<Delegation> = {}): Delegation => ({
  sequence: 1,
  capability: 1,
  personId: "bo",
  takenBackAt: null,
  isContributor: true,
  readyAt: null,
  ...overrides,
});
const bo = { role: "contributor" as Role, personId: "bo" };

const mayAnswer = (...[viewer, capability, delegations]: [typeof bo, number, Delegation[]]) =>
  answerRefusal(viewer, capability, delegations, false) === null;

describe("who answers a base capability", () => {
  test("the office, only while it fills in on the actor's behalf", () => {
    const office = { role: "office" as Role, personId: "o" };
    expect(answerRefusal(office, 1, [], false)).toBe("not_yours");
    expect(answerRefusal(office, 1, [], true)).toBeNull();
  });

  const answering: Role[] = ["coordinator", "contributor"];
  test.each(roles)("%s, where it is delegated to that person", (role) => {
    expect(mayAnswer({ role, personId: "bo" }, 1, [aDelegation()])).toBe(answering.includes(role));
  });

  test.each(roles)("%s, where nothing is delegated", (role) => {
    expect(mayAnswer({ role, personId: "bo" }, 1, [])).toBe(role === "coordinator");
  });

  test.each<[string, Delegation[], boolean]>([
    ["what is delegated to it", [aDelegation()], true],
    ["not another base capability", [aDelegation({ capability: 2 })], false],
    ["not what is delegated to somebody else", [aDelegation({ personId: "eva" })], false],
    ["what is delegated to somebody else too", [aDelegation({ personId: "eva" }), aDelegation({ sequence: 2 })], true],
    ["not what was taken back", [aDelegation({ takenBackAt: moment })], false],
    ["what was taken back and delegated anew", [aDelegation({ takenBackAt: moment }), aDelegation()], true],
    ["not once its membership has ended", [aDelegation({ isContributor: false })], false],
    ["also after it has said that it is ready", [aDelegation({ readyAt: moment })], true],
  ])("a contributor answers %s", (_rule, delegations, expected) => {
    expect(mayAnswer(bo, 1, delegations)).toBe(expected);
    expect(ownDelegation(bo, 1, delegations) !== undefined).toBe(expected);
  });
});

test.each<[string, Partial<Delegation>]>([
  ["held", {}],
  ["ready", { readyAt: moment }],
  ["left", { isContributor: false, readyAt: moment }],
  ["taken_back", { takenBackAt: moment, isContributor: false, readyAt: moment }],
])("a delegation is %s", (state, overrides) => {
  expect(delegationState(aDelegation(overrides))).toBe(state);
});

test.each([
  ["1:2", 1],
  ["2:1", 2],
  ["9:9", undefined],
])("the base capability of %s", (code, number) => {
  expect(capabilityOf(aDefinition(), code)).toBe(number);
});
