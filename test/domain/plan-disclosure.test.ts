import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsToShow, mayShowEffect } from "#domain/plan-disclosure.ts";

const actorsTo = (count: number, from = 0) => Array.from({ length: count }, (_each, index) => `a${from + index}`);
const activity = (number: number, actors: string[]) => ({ number, content: { actors } });
const nobody = new Set<string>();

describe("how many actors an activity is for", () => {
  test.each([
    [0, []],
    [4, []],
    [5, [1]],
  ])("%i is told to the council as %j", (count, shown) => {
    expect([...countsToShow([activity(1, actorsTo(count))], nobody)]).toEqual(shown);
  });

  test("is told to an actor only where five others are in it", () => {
    const own = new Set(["a0"]);
    expect([...countsToShow([activity(1, actorsTo(5))], own)]).toEqual([]);
    expect([...countsToShow([activity(1, actorsTo(6))], own)]).toEqual([1]);
  });

  test("is withheld where the difference to another activity's would rest on one to four", () => {
    const values = [activity(1, actorsTo(9)), activity(2, actorsTo(7)), activity(3, actorsTo(9, 20))];
    expect([...countsToShow(values, nobody)].sort()).toEqual([1, 3]);
  });

  test("never lets two counts out that are one to four actors apart, whatever the plan", () => {
    const anyActors = fc.subarray(actorsTo(14));
    fc.assert(
      fc.property(fc.array(anyActors, { maxLength: 8 }), (plan) => {
        const activities = plan.map((actors, index) => activity(index + 1, actors));
        const shown = countsToShow(activities, nobody);
        const sets = activities.filter(({ number }) => shown.has(number)).map(({ content }) => new Set(content.actors));
        for (const a of sets) {
          expect(a.size).toBeGreaterThanOrEqual(5);
          for (const b of sets) {
            const apart = [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length;
            expect(apart === 0 || apart >= 5).toBe(true);
          }
        }
      }),
    );
  });

  test("is withheld where an earlier version told it with one to four actors more or fewer", () => {
    const [first, later] = [[activity(1, actorsTo(7))], [activity(1, actorsTo(6)), activity(2, actorsTo(9, 20))]];
    expect([...countsToShow(later, nobody, [first])]).toEqual([2]);
    expect([...countsToShow(first, nobody, [first, later])]).toEqual([1]);
  });

  test("is judged in moments for a plan of many activities, each for actors of its own choice", () => {
    const chosen = (number: number) =>
      actorsTo(37).filter((_actor, at) => Math.sin((at + 1) * (number + 1) * 12.9898) > 0.1);
    const plan = Array.from({ length: 14 }, (_each, number) => activity(number, chosen(number)));
    expect(countsToShow(plan, nobody).size).toBeGreaterThan(0);
  });
});

test.each([
  [5, 5, true],
  [4, 4, false],
  [10, 12, false],
  [7, 12, true],
  [4, 12, false],
])("an effect at %i of %i actors may be shown: %s", (actors, of, shown) => {
  expect(mayShowEffect({ level: 3, actors }, of)).toBe(shown);
});

test.each([
  [6, 6, true],
  [5, 12, false],
  [7, 12, false],
  [6, 12, true],
])("an effect at %i of %i actors may be shown to one of them: %s", (actors, of, shown) => {
  expect(mayShowEffect({ level: 3, actors }, of, 1)).toBe(shown);
});
