import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import { type Cause, causes } from "#domain/answer.ts";
import { draftActivity, joined } from "#domain/plan-draft.ts";
import { contextOf, planProposals, standingActs } from "#domain/plan-proposal.ts";
import { aCountedAnswer, aDecision, aDefinition, anActivity, anActor, anUnknown } from "#test/support/builders.ts";
import { anyRound } from "#test/support/rounds.ts";

const ids = ["a", "b", "c", "d"];
const actors = ids.map((id) => anActor({ id, category: id === "d" ? "blåljus" : "kommun" }));
const below = (actor: string, named: Cause[], code = "1:1") => aCountedAnswer({ actor, code, level: 1, causes: named });

function proposalsOf(answers: Parameters<typeof computeResults>[0]["answers"], decisions = [aDecision()]) {
  return planProposals(computeResults({ definition: aDefinition(), actors, decisions, answers }));
}

describe("the proposals of a round", () => {
  test("are one cause behind one sub-capability, for those who named it, with the numbers behind", () => {
    const found = proposalsOf([
      below("a", ["training"]),
      below("b", ["training", "exercise"]),
      anUnknown({ actor: "c", causes: ["training"] }),
      aCountedAnswer({ actor: "d" }),
    ]);
    expect(found).toEqual([
      {
        key: "1:1 training",
        code: "1:1",
        cause: "training",
        actors: ["a", "b", "c"],
        minimum: 2,
        numbers: { notMeeting: 3, belowMinimum: 2, unknown: 1, meetsMinimum: 1, answered: 4, applicable: 4 },
      },
    ]);
  });

  test("are none without gaps, without decisions, and where nobody has answered", () => {
    expect(proposalsOf(ids.map((actor) => aCountedAnswer({ actor })))).toEqual([]);
    expect(proposalsOf([below("a", ["training"]), below("b", ["training"])], [])).toEqual([]);
    expect(proposalsOf([])).toEqual([]);
  });

  test("say that no cause was named where none was", () => {
    expect(proposalsOf([below("a", []), below("b", [])]).map(({ key, actors: who }) => [key, who])).toEqual([
      ["1:1 none", ["a", "b"]],
    ]);
  });

  test("leave out what only one actor has: that is its own measure", () => {
    expect(proposalsOf([below("a", ["training"]), below("b", ["exercise"])])).toEqual([]);
  });

  test("name no minimum where the actors' differ", () => {
    const decisions = [aDecision(), aDecision({ sequence: 2, group: "category:blåljus", minimum: 4 })];
    const found = proposalsOf([below("a", ["training"]), below("d", ["training"])], decisions);
    expect(found.map(({ minimum }) => minimum)).toEqual([null]);
  });

  test("stand with the most pressing sub-capability first, then with the most actors", () => {
    const decisions = [aDecision(), aDecision({ code: "2:1" })];
    const answers = [
      below("a", ["exercise"]),
      below("b", ["exercise"]),
      ...["a", "b", "c"].map((actor) => below(actor, ["planning", "training"], "2:1")),
      below("d", ["training"], "2:1"),
    ];
    expect(proposalsOf(answers, decisions).map(({ key }) => key)).toEqual([
      "2:1 training",
      "2:1 planning",
      "1:1 exercise",
    ]);
  });

  test("hold for every round: only actors that do not meet their minimum, each under a cause it named", () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const results = computeResults(round);
        const proposals = planProposals(results);
        expect(new Set(proposals.map(({ key }) => key)).size).toBe(proposals.length);
        for (const { code, cause, actors: who, numbers, minimum } of proposals) {
          const row = results.regional.find((each) => each.code === code);
          expect(numbers.notMeeting).toBe(row?.notMeeting);
          expect(who.length).toBeLessThanOrEqual(numbers.notMeeting);
          for (const id of who) {
            const cell = results.cells.find((each) => each.actor === id && each.code === code);
            expect(["below_minimum", "unknown"]).toContain(cell?.status);
            expect(cell?.minimum).not.toBeNull();
            if (minimum !== null) expect(cell?.minimum).toBe(minimum);
            expect(cause === null ? cell?.causes : cell?.causes.includes(cause)).toEqual(cause === null ? [] : true);
          }
        }
        const order = proposals.map(({ code }) => results.priority.indexOf(code));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("an activity drafted from proposals", () => {
  const known = {
    nameOf: (code: string) => `Delförmåga ${code}`,
    areaOf: () => "en",
    codes: ["1:1", "1:2", "2:1"],
    actors: ids,
  };
  const [training, exercise] = proposalsOf([
    below("b", ["training", "exercise"]),
    below("a", ["training", "exercise"]),
    below("c", ["training"]),
  ]);
  if (!training || !exercise) throw new Error("two proposals expected");

  test("says what the numbers say, and leaves the rest for the office", () => {
    expect(draftActivity([training], known)).toEqual({
      goalArea: "en",
      what: "Utbildning: Delförmåga 1:1",
      holder: "",
      when: null,
      costFrame: null,
      subs: [{ code: "1:1", effect: { level: 2, actors: 3 } }],
      actors: ["a", "b", "c"],
      checkHow: "",
      checkDays: [],
    });
  });

  test("neither names an actor nor counts them in its text, which the council reads", () => {
    for (const cause of [...causes, null])
      expect(draftActivity([{ ...training, cause }], known).what).not.toMatch(/aktör|\b3\b/);
  });

  test("of several counts each actor once", () => {
    const { what, subs, actors: who } = draftActivity([training, exercise], known);
    expect(what).toBe("Utbildning: Delförmåga 1:1\nÖvning: Delförmåga 1:1");
    expect(subs).toEqual([{ code: "1:1", effect: { level: 2, actors: 3 } }]);
    expect(who).toEqual(["a", "b", "c"]);
  });

  test("states no common level where the minimums differ", () => {
    const other = { ...exercise, minimum: 4 };
    expect(draftActivity([training, other], known).subs[0]?.effect).toEqual({ level: null, actors: 3 });
  });

  test("joined with one that is there keeps what the office has written", () => {
    const own = anActivity({ actors: ["d"], subs: [{ code: "2:1", effect: null }] });
    const after = joined(own, [training], known);
    expect(after).toMatchObject({ goalArea: "alla", holder: "Samordningskansliet", costFrame: 250_000 });
    expect(after.what).toBe("Utbildning i 1:1\nUtbildning: Delförmåga 1:1");
    expect(after.subs).toEqual([
      { code: "1:1", effect: { level: 2, actors: 3 } },
      { code: "2:1", effect: null },
    ]);
    expect(after.actors).toEqual(["a", "b", "c", "d"]);
  });
});

test("the patterns around a sub-capability are the others with most of the same actors, at most three", () => {
  const pair = (first: string, second: string, count: number) => ({
    codes: [first, second] as [string, string],
    actors: ids.slice(0, count),
    ofFirst: 4,
    ofSecond: 4,
  });
  const gapPairs = [pair("1:1", "1:2", 4), pair("2:1", "1:2", 4), pair("2:1", "1:1", 3), pair("1:1", "3:1", 2)];
  const found = contextOf({ gapPairs, help: [{ code: "1:1", needs: ["a"], couldHelp: ["d"] }] }, "1:1");
  expect(found).toEqual({
    sameIn: [
      { code: "1:2", actors: 4 },
      { code: "2:1", actors: 3 },
      { code: "3:1", actors: 2 },
    ],
    couldHelp: ["d"],
  });
  expect(contextOf({ gapPairs: [], help: [] }, "1:1")).toEqual({ sameIn: [], couldHelp: [] });
});

test("the latest act on a proposal holds; one restored, or taken by an activity since taken away, is open again", () => {
  const act = (
    sequence: number,
    key: string,
    kind: "taken" | "rejected" | "restored",
    number: number | null = null,
  ) => ({
    sequence,
    key,
    act: kind,
    number,
  });
  const acts = [
    act(1, "a", "rejected"),
    act(2, "a", "restored"),
    act(3, "b", "taken", 7),
    act(4, "c", "taken", 8),
    act(5, "d", "rejected"),
  ];
  const standing = standingActs(acts.toReversed(), (number) => number === 7);
  expect([...standing.keys()].sort()).toEqual(["b", "d"]);
});
