import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import { areTooFew, candidatesFor, consequencesOf } from "#domain/consequences.ts";
import { levelProblems } from "#domain/level-check.ts";
import { shifted, shifts } from "#domain/level-shift.ts";
import { groupsOf } from "#domain/target.ts";
import { whatIf } from "#domain/what-if.ts";
import { aCountedAnswer, aDecision, aDefinition, anActor, anUnknown } from "#test/support/builders.ts";
import { anyRound } from "#test/support/rounds.ts";

const actors = ["a", "b", "c"].map((id) => anActor({ id }));
const given = (levels: number[]) => levels.map((level, at) => aCountedAnswer({ actor: actors[at]?.id, level }));
const input = { definition: aDefinition(), actors, decisions: [aDecision()], answers: given([1, 2, 3]) };

test.each([
  [0, 0, true],
  [0, 4, true],
  [1, 3, true],
  [2, 4, false],
  [2, 3, false],
])("%i answers of %i that apply are too few: %s", (answered, applicable, expected) => {
  expect(areTooFew({ answered, applicable })).toBe(expected);
});

describe("what a proposal means", () => {
  it("names who would be below, and counts met and not met as they are and as they would be", () => {
    const { before, after, codes } = consequencesOf(input, [aDecision({ minimum: 3 })]);
    expect(before).toEqual({ meetsMinimum: 2, notMeeting: 1, missing: 0 });
    expect(after).toEqual({ meetsMinimum: 1, notMeeting: 2, missing: 0 });
    expect(codes[0]).toMatchObject({ code: "1:1", answered: 3, below: ["a", "b"], verdict: null });
  });

  test.each([
    [1, "nobody"],
    [4, "everybody"],
  ])("says of a minimum of %i that %s would be below", (minimum, verdict) => {
    expect(consequencesOf(input, [aDecision({ minimum })]).codes[0]?.verdict).toBe(verdict);
  });

  test.each([
    [1, "nobody"],
    [2, null],
    [4, "everybody"],
  ])("says of a minimum of %i in force that %s is below now, whatever is proposed", (minimum, verdictBefore) => {
    const now = { ...input, decisions: [aDecision({ minimum })] };
    expect(consequencesOf(now, []).codes[0]).toMatchObject({ verdict: null, verdictBefore });
  });

  it("says nothing of what too few have answered, and leaves it out of the sums", () => {
    const answers = given([1]);
    const { codes, after, tooFew } = consequencesOf({ ...input, answers }, [aDecision({ minimum: 3 })]);
    expect(codes[0]).toMatchObject({ isTooFew: true, below: [], verdict: null });
    expect(after).toEqual({ meetsMinimum: 0, notMeeting: 0, missing: 0 });
    expect(tooFew).toEqual(["1:1", "1:2", "2:1"]);
  });

  it("gives no verdict where nobody has a level or nothing is asked", () => {
    const unknown = actors.map(({ id }) => anUnknown({ actor: id }));
    expect(consequencesOf({ ...input, answers: unknown }, [aDecision()]).codes[0]?.verdict).toBeNull();
    expect(consequencesOf(input, []).codes[0]?.verdict).toBeNull();
  });

  it("tries a group's candidates on the group's own actors", () => {
    const port = anActor({ id: "p", category: "hamn" });
    const round = { ...input, actors: [...actors, port], answers: [...input.answers, aCountedAnswer({ actor: "p" })] };
    const tried = candidatesFor(round, { code: "1:1", group: "category:hamn" }, [3, 4]);
    expect(tried).toMatchObject({ answered: 1, applicable: 1, isTooFew: false });
    expect(tried.candidates).toEqual([
      { minimum: 3, below: [] },
      { minimum: 4, below: ["p"] },
    ]);
    expect(candidatesFor(input, { code: "1:1", group: "category:hamn" }, [3])).toMatchObject({ isTooFew: true });
  });

  it("agrees with the results after deciding it, whatever the round", () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: 1, max: 4 }), (round, minimum) => {
        const after = [...round.decisions, aDecision({ sequence: 99, minimum, group: "category:hamn" })];
        const results = computeResults({ ...round, decisions: after });
        for (const row of consequencesOf(round, after).codes) {
          const cells = results.cells.filter(({ code, status }) => code === row.code && status === "below_minimum");
          expect(row.below).toEqual(row.isTooFew ? [] : cells.map(({ actor }) => actor));
        }
      }),
    );
  });

  it("tries a candidate as the method's what if does, for the group's own", () => {
    fc.assert(
      fc.property(anyRound, fc.constantFrom("all", "category:hamn" as const), (round, group) => {
        const { isTooFew, candidates } = candidatesFor(round, { code: "1:1", group } as never, [1, 2, 3, 4]);
        if (isTooFew) return;
        const members = round.actors.filter((actor) => groupsOf(actor).includes(group as never)).map(({ id }) => id);
        for (const { minimum, below } of candidates) {
          const all = whatIf(round, { code: "1:1", group, minimum } as never).below;
          expect(below).toEqual(all.filter((id) => members.includes(id)));
        }
      }),
    );
  });
});

describe("raising and lowering", () => {
  const choices = [1, 2, 3, 4];
  const levels = fc.record({
    minimum: fc.option(fc.integer({ min: 1, max: 4 })),
    ambition: fc.option(fc.integer({ min: 1, max: 4 })),
  });

  it("always gives what can be decided", () => {
    const valid = levels.filter(
      ({ minimum, ambition }) => minimum === null || ambition === null || ambition >= minimum,
    );
    fc.assert(
      fc.property(valid, fc.constantFrom(...shifts), (target, shift) => {
        const row = { code: "1:1", group: "all" as const, ...shifted(target, shift, choices) };
        expect(levelProblems(aDefinition(), [row])).toEqual([]);
      }),
    );
  });

  test.each([
    ["raise_minimum", [3, 3], [4, 4]],
    ["raise_minimum", [4, null], [4, null]],
    ["raise_minimum", [null, null], [1, null]],
    ["lower_minimum", [1, 2], [null, 2]],
    ["raise_ambition", [3, null], [3, 3]],
    ["raise_ambition", [null, null], [null, 1]],
    ["lower_ambition", [3, 3], [3, null]],
    ["lower_ambition", [2, 4], [2, 3]],
  ] as const)("%s takes %j to %j", (shift, [minimum, ambition], expected) => {
    const result = shifted({ minimum, ambition }, shift, choices);
    expect([result.minimum, result.ambition]).toEqual(expected);
  });
});
