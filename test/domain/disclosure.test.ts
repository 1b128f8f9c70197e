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
  [
    "parts that leave one actor of the whole, though each differs from it by more than four",
    [group("x", 2, 15), group("y", 2, 8), group("z", 9, 14)],
    ["x", "y"],
  ],
  ["parts that leave five", [group("x", 2, 18), group("y", 2, 7), group("z", 8, 13)], ["x", "y", "z"]],
  ["another question about the same but one", [group("x", 2, 11), { ...group("y", 2, 10), about: "2:1" }], ["x", "y"]],
])("%s", (_name, values, shown) => {
  expect([...disclosable(values, own)].sort()).toEqual(shown);
});

test("what is asked of many alike, however else they differ, is told without trying every few of them", () => {
  // Sixty-four actors, no two asked the same over six values: their choices of four are more than half a million.
  const ids = Array.from({ length: 64 }, (_, at) => at);
  const values = [1, 2, 4, 8, 16, 32].map((bit) => ({
    key: String(bit),
    actors: new Set(ids.map(String)),
    asked: new Map(ids.map((id) => [String(id), bit * 2 + (id & bit ? 1 : 0)])),
  }));
  expect(disclosable(values, new Set()).size).toBe(6);
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

test("nor does any sum of them, added and subtracted, whatever the filters, years and panels", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ list: anyGroup, about: fc.constantFrom("2025 1:1", "2026 1:1") }), { maxLength: 7 }),
      (drawn) => {
        const values = drawn.map(({ list, about }, at) => ({
          ...{ key: `${at}`, about, actors: new Set(list.map((each) => `a${each}`)) },
        }));
        const shown = disclosable(values, own);
        for (const year of ["2025 1:1", "2026 1:1"]) {
          const sets = values.filter(({ key, about }) => about === year && shown.has(key)).map(({ actors }) => actors);
          for (const sum of sumsOf(sets)) {
            const others = [...sum].filter(([actor, times]) => actor !== "a1" && times !== 0);
            expect(others.length === 0 || others.length >= fewestActors).toBe(true);
          }
        }
      },
    ),
  );
});

/** Every way to add and subtract the sets, as how often each actor counts. */
function sumsOf([first, ...rest]: ReadonlySet<string>[]): Map<string, number>[] {
  if (!first) return [new Map()];
  return sumsOf(rest).flatMap((sum) =>
    [-1, 0, 1].map((times) => {
      const more = new Map(sum);
      for (const actor of first) more.set(actor, (more.get(actor) ?? 0) + times);
      return more;
    }),
  );
}

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
  [
    "without a minimum there is nothing to meet",
    ["b", "c", "d", "e", "f"].map((a) => cell(a, "no_minimum", null)),
    { shown: false },
  ],
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
