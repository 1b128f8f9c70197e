import { describe, expect, test } from "vitest";
import type { Role } from "#domain/access.ts";
import { isLastCoordinator, mayHandOverLink } from "#domain/colleague.ts";

const at = (actorId: string | null) => ({ actorId });

describe("a one-time link is handed over", () => {
  test.each<[string, Role, (string | null)[], boolean]>([
    ["by the office to anybody", "office", ["solna", null], true],
    ["by a coordinator to its own people", "coordinator", ["haninge", "haninge"], true],
    ["by a coordinator to whoever has no role", "coordinator", [], true],
    ["not by a coordinator to one who is also at another actor", "coordinator", ["haninge", "solna"], false],
    ["not by a coordinator to one who is also in the office", "coordinator", ["haninge", null], false],
    ["not by a contributor", "contributor", ["haninge"], false],
    ["not by an approver", "approver", ["haninge"], false],
  ])("%s", (_rule, role, theirs, expected) => {
    const actorId = role === "office" ? null : "haninge";
    expect(mayHandOverLink({ role, actorId }, theirs.map(at))).toBe(expected);
  });
});

describe("the last coordinator", () => {
  const coordinator = (membershipId: string, validUntil: string | null = null) => ({
    membershipId,
    role: "coordinator" as const,
    validUntil,
  });
  const contributor = { membershipId: "c", role: "contributor" as const, validUntil: null };
  test.each<[string, Parameters<typeof isLastCoordinator>[1], boolean]>([
    ["is the only one", [coordinator("a"), contributor], true],
    ["is not one of two", [coordinator("a"), coordinator("b")], false],
    [
      "is one whose colleague is about to leave",
      [coordinator("a"), coordinator("b", "2026-03-02T23:00:00.000Z")],
      true,
    ],
    ["is not one who is about to leave itself", [coordinator("a", "2026-03-02T23:00:00.000Z")], false],
    ["is no contributor", [contributor], false],
  ])("%s", (_rule, colleagues, expected) => {
    expect(isLastCoordinator({ membershipId: "a" }, colleagues)).toBe(expected);
  });
});
