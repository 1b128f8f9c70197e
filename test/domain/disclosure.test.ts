import fc from "fast-check";
import { expect, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import { disclosable, fewestActors, type GroupValue, othersIn } from "#domain/disclosure.ts";
import type { Cell, CellStatus } from "#domain/gap.ts";
import { anyRound, codes } from "#test/support/rounds.ts";

const actors = (from: number, to: number) => new Set(Array.from({ length: to - from + 1 }, (_, at) => `a${from + at}`));
const group = (key: string, from: number, to: number): GroupValue => ({ key, actors: actors(from, to) });
const own = new Set(["a1"]);

test.each([
  ["five others", [group("x", 2, 6)], ["x"]],
  ["four others", [group("x", 2, 5)], []],
  ["four others and oneself", [group("x", 1, 5)], []],
  ["nobody", [group("x", 2, 1)], []],
  ["a larger group by one other", [group("x", 2, 11), group("y", 2, 10)], ["x"]],
  ["a larger group by four others", [group("x", 2, 14), group("y", 2, 10)], ["x"]],
  ["a larger group by five others", [group("x", 2, 15), group("y", 2, 10)], ["x", "y"]],
  ["a larger group by oneself alone", [group("x", 1, 10), group("y", 2, 10)], ["x", "y"]],
  ["the same group twice", [group("x", 2, 8), group("y", 2, 8)], ["x", "y"]],
  ["groups that overlap but for two on each side", [group("x", 2, 9), group("y", 4, 11)], ["x"]],
  ["groups apart", [group("x", 2, 9), group("y", 10, 16)], ["x", "y"]],
])("%s", (_name, values, shown) => {
  expect([...disclosable(values, own)].sort()).toEqual(shown);
});

const anyGroup = fc.uniqueArray(fc.integer({ min: 1, max: 16 }), { maxLength: 16 });

test("of any values, those shown rest on five others, and so does every difference between two of them", () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 6 }), (lists) => {
      const values = lists.map((list, at) => ({ key: `${at}`, actors: new Set(list.map((each) => `a${each}`)) }));
      const shown = disclosable(values, own);
      const groups = values
        .filter(({ key }) => shown.has(key))
        .map((each) => [...each.actors].filter((a) => a !== "a1"));
      for (const one of groups) {
        expect(one.length).toBeGreaterThanOrEqual(fewestActors);
        for (const other of groups) {
          const apart = [...one.filter((a) => !other.includes(a)), ...other.filter((a) => !one.includes(a))].length;
          expect(apart === 0 || apart >= fewestActors).toBe(true);
        }
      }
    }),
  );
});

const cell = (actor: string, status: CellStatus, minimum: number | null = 2): Cell => ({
  ...{ actor, code: "1:1", status, minimum, ambition: null, level: null, gap: null, ambitionGap: null, causes: [] },
});
const six = (status: CellStatus) => ["b", "c", "d", "e", "f", "g"].map((actor) => cell(actor, status));

test.each([
  ["all meet", six("meets_minimum"), { shown: true, meeting: 6, of: 6 }],
  ["don't know is not meeting", [...six("meets_ambition"), cell("h", "unknown")], { shown: true, meeting: 6, of: 7 }],
  [
    "one's own answer is not among the others'",
    [...six("below_minimum"), cell("a", "meets_minimum")],
    { shown: true, meeting: 0, of: 6 },
  ],
  ["what is missing says nothing", [...six("meets_minimum").slice(2), cell("h", "missing")], { shown: false }],
  ["without a minimum there is nothing to meet", six("no_minimum"), { shown: false }],
  [
    "unknown without a minimum neither",
    ["b", "c", "d", "e", "f"].map((a) => cell(a, "unknown", null)),
    { shown: false },
  ],
  ["nobody has answered", [], { shown: false }],
] as const)("an actor's view of the others: %s", (_name, cells, expected) => {
  expect(othersIn(cells, "a")).toEqual(expected);
});

test("what an actor sees of the others does not depend on its own answer", () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      const [first] = round.actors;
      const without = { ...round, answers: round.answers.filter(({ actor }) => actor !== first?.id) };
      const seen = (input: typeof round) => {
        const { cells } = computeResults(input);
        return codes.map((code) =>
          othersIn(
            cells.filter((each) => each.code === code),
            first?.id ?? "",
          ),
        );
      };
      expect(seen(round)).toEqual(seen(without));
    }),
  );
});
