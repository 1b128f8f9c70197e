import fc from "fast-check";
import { expect, test } from "vitest";
import { computeResults, type Results, type ResultsInput, type Summary } from "#domain/aggregate.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import { whatIf } from "#domain/what-if.ts";
import { anyRound } from "#test/support/rounds.ts";
import { actorRowsOf } from "#test/support/vectors.ts";

/** Every summary of the results, under a name that does not depend on order. */
function summariesOf(round: ResultsInput): Map<string, Summary> {
  const results = computeResults(round);
  return new Map<string, Summary>([
    ...results.regional.map((row) => [`code ${row.code}`, row] as const),
    ...results.capabilities.map((row) => [`capability ${row.capability}`, row] as const),
    ...results.categories.map((row) => [`category ${row.category} ${row.code}`, row] as const),
    ...actorRowsOf(round, results).flatMap(({ actor, total, capabilities }) => [
      [`actor ${actor}`, total] as const,
      ...capabilities.map((row) => [`actor ${actor} ${row.capability}`, row] as const),
    ]),
  ]);
}

/** Calls back with every summary before and after a change to the round. */
function compareSummaries(before: ResultsInput, after: ResultsInput, check: (b: Summary, a: Summary) => void): void {
  const later = summariesOf(after);
  for (const [name, summary] of summariesOf(before)) check(summary, later.get(name) ?? summary);
}

function replaceAnswers(round: ResultsInput, change: (answer: CountedAnswer, index: number) => CountedAnswer) {
  return { ...round, answers: round.answers.map(change) };
}

const sortedCells = ({ cells }: Results) =>
  cells.toSorted((a, b) => a.actor.localeCompare(b.actor) || a.code.localeCompare(b.code));

test("the order of actors, answers and decisions changes no value", () => {
  const shuffled = anyRound.chain((round) =>
    fc.record({
      round: fc.constant(round),
      actors: shuffle(round.actors),
      answers: shuffle(round.answers),
      decisions: shuffle(round.decisions),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ round, ...orders }) => {
      const [before, after] = [computeResults(round), computeResults({ ...round, ...orders })];
      expect(sortedCells(after)).toEqual(sortedCells(before));
      expect(summariesOf({ ...round, ...orders })).toEqual(summariesOf(round));
      expect({ ...after, cells: [] }).toEqual({ ...before, cells: [] });
    }),
  );
});

test("a level raised never adds a gap", () => {
  fc.assert(
    fc.property(anyRound, fc.nat(), (round, chosen) => {
      const raise = (level: number | null) => (level === null ? null : Math.min(4, level + 1));
      const raised = replaceAnswers(round, (answer, index) =>
        index === chosen % round.answers.length ? { ...answer, level: raise(answer.level) } : answer,
      );
      const before = computeResults(round).cells;
      computeResults(raised).cells.forEach(({ gap, ambitionGap }, index) => {
        expect(gap ?? 0).toBeLessThanOrEqual(before[index]?.gap ?? 0);
        expect(ambitionGap ?? 0).toBeLessThanOrEqual(before[index]?.ambitionGap ?? 0);
      });
      compareSummaries(round, raised, (b, a) => expect(a.notMeeting).toBeLessThanOrEqual(b.notMeeting));
    }),
  );
});

test("the share meeting lies within its band", () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      for (const { shareLow, shareMeeting, shareHigh } of summariesOf(round).values()) {
        expect(shareLow === null).toBe(shareHigh === null);
        if (shareLow === null || shareHigh === null) continue;
        expect(shareLow).toBeLessThanOrEqual(shareHigh);
        if (shareMeeting === null) continue;
        expect(shareLow).toBeLessThanOrEqual(shareMeeting);
        expect(shareMeeting).toBeLessThanOrEqual(shareHigh);
      }
    }),
  );
});

test("counts add up within every summary", () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      for (const row of summariesOf(round).values()) {
        expect(row.answered + row.missing).toBe(row.applicable);
        expect(row.expected + row.noMinimum).toBe(row.applicable);
        expect(row.meetsAmbition).toBeLessThanOrEqual(row.meetsMinimum);
        expect(row.belowMinimum).toBeLessThanOrEqual(row.notMeeting);
        expect(row.notMeeting - row.belowMinimum).toBeLessThanOrEqual(row.unknown);
        expect(row.meetsMinimum + row.notMeeting).toBeLessThanOrEqual(row.expected);
      }
    }),
  );
});

test("counts add up from sub-capabilities to base capabilities, from actors and categories to the region", () => {
  const fields = [
    "applicable",
    "missing",
    "unknown",
    "expected",
    "belowMinimum",
    "meetsMinimum",
    "notMeeting",
  ] as const;
  fc.assert(
    fc.property(anyRound, (round) => {
      const results = computeResults(round);
      const { cells, regional, capabilities, categories } = results;
      const actors = actorRowsOf(round, results);
      for (const field of fields) {
        const sum = (rows: Summary[]) => rows.reduce((total, row) => total + row[field], 0);
        const total = sum(regional);
        expect([capabilities, actors.map((row) => row.total), categories].map(sum)).toEqual([total, total, total]);
      }
      const levels = regional.flatMap(({ distribution }) => distribution).reduce((total, count) => total + count, 0);
      expect(levels).toBe(cells.filter(({ level }) => level !== null).length);
    }),
  );
});

test("don't know is never better than level 0", () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      const unknown = replaceAnswers(round, (answer) =>
        answer.level === 0 ? { ...answer, kind: "unknown", level: null } : answer,
      );
      compareSummaries(round, unknown, (before, after) => {
        expect(after.shareMeeting ?? 0).toBeLessThanOrEqual(before.shareMeeting ?? 0);
        expect(after.shareLow ?? 0).toBeLessThanOrEqual(before.shareLow ?? 0);
        expect(after.notMeeting).toBeGreaterThanOrEqual(before.notMeeting);
      });
    }),
  );
});

test("raising a minimum never lowers the number below", () => {
  fc.assert(
    fc.property(anyRound, fc.nat(), (round, chosen) => {
      const raised = round.decisions.map((decision, index) =>
        index === chosen % round.decisions.length
          ? { ...decision, minimum: Math.min(4, (decision.minimum ?? 0) + 1) }
          : decision,
      );
      compareSummaries(round, { ...round, decisions: raised }, (before, after) =>
        expect(after.belowMinimum).toBeGreaterThanOrEqual(before.belowMinimum),
      );
    }),
  );
});

test("what if agrees with the results after the same decision", () => {
  fc.assert(
    fc.property(
      anyRound,
      fc.constantFrom("all", "category:hamn"),
      fc.integer({ min: 1, max: 4 }),
      (round, group, minimum) => {
        const decision = { sequence: 99, code: "1:1", group, minimum, ambition: null } as const;
        const { cells } = computeResults({ ...round, decisions: [...round.decisions, decision] });
        const below = cells.filter(({ code, status }) => code === "1:1" && status === "below_minimum");
        expect(whatIf(round, { code: "1:1", group, minimum }).below).toEqual(below.map(({ actor }) => actor));
      },
    ),
  );
});

function shuffle<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}
