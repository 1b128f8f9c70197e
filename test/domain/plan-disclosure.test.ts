import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectKey, toldOfPlan } from "#domain/plan-disclosure.ts";

const actorsTo = (count: number, from = 0) => Array.from({ length: count }, (_each, index) => `a${from + index}`);
type Activity = Parameters<typeof toldOfPlan>[0][number];
/** `at`: how many of its actors are expected to reach a level in 1:1. */
const activity = (number: number, actors: string[], at?: number): Activity => {
  const subs = at === undefined ? [] : [{ code: "1:1", effect: { level: 3, actors: at } }];
  return { number, content: { actors, subs } };
};
const nobody = new Set<string>();
const countsToShow = (...read: Parameters<typeof toldOfPlan>) => toldOfPlan(...read).counts;
/** Numbers of the activities whose effect is told. */
const effectsToShow = (...read: Parameters<typeof toldOfPlan>) =>
  read[0].flatMap(({ number }) => (toldOfPlan(...read).effects.has(effectKey(number, "1:1")) ? [number] : []));

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

describe("how many of its actors are expected to reach a level", () => {
  test.each([
    [5, 5, true],
    [4, 4, false],
    [10, 12, false],
    [7, 12, true],
    [4, 12, false],
  ])("%i of %i may be told: %s", (at, of, isTold) => {
    expect(effectsToShow([activity(1, actorsTo(of), at)], nobody)).toEqual(isTold ? [1] : []);
  });

  test.each([
    [6, 6, true],
    [5, 12, false],
    [7, 12, false],
    [6, 12, true],
  ])("%i of %i may be told to one of them: %s", (at, of, isTold) => {
    expect(effectsToShow([activity(1, actorsTo(of), at)], new Set(["a0"]))).toEqual(isTold ? [1] : []);
  });

  test.each([
    [10, 24, 10, 24, true],
    [10, 24, 15, 24, true],
    [10, 24, 11, 24, false],
    [10, 24, 6, 24, false],
    [12, 17, 17, 24, false],
    [20, 20, 17, 30, false],
    [20, 20, 15, 30, true],
    [12, 20, 13, 13, false],
    [20, 20, 20, 20, true],
  ])("%i of %i, then %i of %i in the next version, is told of the next: %s", (at, of, nextAt, nextOf, isTold) => {
    const [first, next] = [[activity(1, actorsTo(of), at)], [activity(1, actorsTo(nextOf), nextAt)]];
    expect(effectsToShow(first, nobody)).toEqual([1]);
    expect(effectsToShow(next, nobody, [first])).toEqual(isTold ? [1] : []);
  });

  test.each([
    [18, false],
    [20, true],
    [15, true],
  ])("%i of 25 is held against 20 told while its sub-capability was not there: told %s", (at, isTold) => {
    const elsewhere = { code: "2:4", effect: null };
    const first = { number: 1, content: { actors: actorsTo(20), subs: [elsewhere] } };
    const [next] = [activity(1, actorsTo(25), at)];
    expect(effectsToShow([next], nobody, [[first]])).toEqual(isTold ? [1] : []);
    expect(effectsToShow([next], nobody, [[{ ...first, number: 2 }]])).toEqual([1]);
  });

  test("is not told by a new activity either, with one fewer for the same actors", () => {
    const [first, next] = [[activity(1, actorsTo(20), 12)], [activity(2, actorsTo(20), 11)]];
    expect(effectsToShow(next, nobody, [first])).toEqual([]);
  });

  test("is told of several activities where it is at all of the actors of each", () => {
    expect(effectsToShow([activity(1, actorsTo(9), 9), activity(2, actorsTo(7, 20), 7)], nobody)).toEqual([1, 2]);
  });

  test("is never one to four from another that was told, nor are those left, whatever the versions", () => {
    const anyActivity = fc
      .record({
        number: fc.integer({ min: 1, max: 2 }),
        of: fc.integer({ min: 1, max: 37 }),
        share: fc.double(anyShare),
      })
      .map(({ number, of, share }) => activity(number, actorsTo(of), Math.max(1, Math.round(of * share))));
    const anyVersion = fc.uniqueArray(anyActivity, { selector: ({ number }) => number, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(anyVersion, { minLength: 1, maxLength: 5 }), (versions) => {
        const told = versions.flatMap((version, index) => toldEffects(version, versions.slice(0, index)));
        for (const a of told)
          for (const b of told) {
            const areWhole = a.at === a.of && b.at === b.of;
            expect(areWhole || a.at === b.at || Math.abs(a.at - b.at) >= 5).toBe(true);
            if (a.number !== b.number) continue;
            const [left, other] = [a.of - a.at, b.of - b.at];
            expect(left === other || Math.abs(left - other) >= 5).toBe(true);
          }
        const last = versions.at(-1) ?? [];
        const before = versions.slice(0, -1);
        expect(toldOfPlan(last, nobody, [...before, last])).toEqual(toldOfPlan(last, nobody, before));
      }),
    );
  });
});

const anyShare = { min: 0, max: 1, noNaN: true };
const toldEffects = (version: Activity[], before: Activity[][]) => {
  const numbers = effectsToShow(version, nobody, before);
  return version
    .filter(({ number }) => numbers.includes(number))
    .map(({ number, content }) => {
      return { number, at: content.subs[0]?.effect?.actors ?? 0, of: content.actors.length };
    });
};
