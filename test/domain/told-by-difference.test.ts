// Tries to get at one to four actors' answers by adding and subtracting what a reader is shown, whatever the domain calls it: every
// number's dependence on every actor is found by changing that actor's answers and reading again.
import fc from "fast-check";
import { expect, test } from "vitest";
import { computeResults, type Results } from "#domain/aggregate.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import { othersIn } from "#domain/disclosure.ts";
import { type CountedAnswer, isAnswered } from "#domain/gap.ts";
import { regionRows } from "#domain/region.ts";
import { regionOverview } from "#domain/region-overview.ts";
import type { Group, LevelDecision, RoundActor } from "#domain/target.ts";
import { type TrendRound, trendsOf } from "#domain/trend.ts";
import { identityLineage } from "#domain/version-map.ts";
import { aCapability, aDefinition, aSubCapability } from "#test/support/builders.ts";

/** By the method, § 7. */
const fewest = 5;

const definition = aDefinition({
  capabilities: [
    aCapability(1, [aSubCapability("1:1"), aSubCapability("1:2", { audiences: ["designated"] })]),
    aCapability(2, [aSubCapability("2:1")]),
  ],
});
const codes = listSubCapabilities(definition).map(({ code }) => code);
const groups: Group[] = ["all", "designated", "category:kommun", "category:hamn"];
const pool = Array.from({ length: 14 }, (_, at) => `a${at + 1}`);

type Year = TrendRound & { results: Results };

const anyActor = fc.record({
  category: fc.constantFrom("kommun", "kommun", "hamn"),
  designated: fc.boolean(),
  // Not every actor is there or answers every year.
  years: fc.array(fc.constantFrom("answers", "answers", "answers", "silent", "away"), { minLength: 3, maxLength: 3 }),
  levels: fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 6 }), { minLength: 9, maxLength: 9 }),
});
const anyDecision = fc.record({
  code: fc.constantFrom(...codes),
  group: fc.constantFrom(...groups),
  minimum: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }),
  ambition: fc.option(fc.integer({ min: 1, max: 4 })),
});
const anyRounds = fc.record({
  actors: fc.array(anyActor, { minLength: 8, maxLength: pool.length }),
  decisions: fc.array(fc.array(anyDecision, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 3 }),
});
type Drawn = typeof anyRounds extends fc.Arbitrary<infer Of> ? Of : never;

function yearsOf({ actors, decisions }: Drawn): Year[] {
  return decisions.map((decided, at) => {
    const there = actors.flatMap((actor, index) =>
      actor.years[at] === "away" ? [] : [{ ...actor, id: pool[index] ?? "" }],
    );
    const answers = there.flatMap(({ id, years, levels }) =>
      years[at] === "silent" ? [] : codes.map((code, index) => answerOf(id, code, levels[at * codes.length + index])),
    );
    const levels = decided.map((each, index): LevelDecision => ({ ...each, sequence: index + 1 }));
    const known = there.map(({ id, category, designated }) => ({ id, category, designated }));
    return aYear(2024 + at, known, levels, answers);
  });
}

function answerOf(actor: string, code: string, level: number | null | undefined): CountedAnswer {
  return typeof level === "number"
    ? { actor, code, kind: "level", level, causes: [] }
    : { actor, code, kind: "unknown", level: null, causes: [] };
}

function aYear(year: number, actors: RoundActor[], decisions: LevelDecision[], answers: CountedAnswer[]): Year {
  const input = { definition, actors, decisions, answers };
  const results = computeResults(input);
  return { ...input, year, results, cells: results.cells };
}

/** What a reader is told: "2025 1:1" → where it stands → the number. */
type Told = Map<string, Map<string, number>>;

function tell(told: Told, about: string, place: string, row: object): void {
  const numbers = told.get(about) ?? new Map<string, number>();
  told.set(about, numbers);
  for (const [name, value] of Object.entries(row))
    if (typeof value === "number" && name !== "year") numbers.set(`${place} ${name}`, value);
}

const overviewOf = (now: Year, before: Year | undefined) =>
  regionOverview(
    { ...now, levelDecisions: now.decisions },
    before ? { before: { ...before, levelDecisions: before.decisions }, lineage: identityLineage(definition) } : null,
    { mayWithhold: true },
  );

/** Every page of every year, each as it was when the year was the newest. */
function councilIsTold(years: Year[]): Told {
  const told: Told = new Map();
  for (const [at, now] of years.entries()) {
    const before = years[at - 1];
    for (const row of regionRows(now).flatMap(({ rows }) => rows)) tell(told, `${now.year} ${row.code}`, "region", row);
    const overview = overviewOf(now, before);
    for (const row of overview.priority) tell(told, `${now.year} ${row.code}`, "priority", row);
    for (const change of overview.changes) {
      tell(told, `${now.year} ${change.code}`, "change", { now: change.now });
      if (before) tell(told, `${before.year} ${change.code}`, "change", { before: change.before });
    }
    for (const { code, segments } of trendsOf({ rounds: years.slice(0, at + 1), maps: [] }, { isCouncil: true }).subs)
      for (const { year, ...kinds } of segments.flatMap(({ points }) => points))
        for (const [kind, value] of Object.entries(kinds))
          tell(told, `${year} ${code}`, `trend ${now.year} ${kind}`, value);
  }
  return told;
}

/** What a person is told who answers for these actors, over the reports of them all. */
function actorIsTold(years: Year[], actors: string[]): Told {
  const told: Told = new Map();
  for (const { year, cells } of years)
    for (const code of codes)
      for (const actor of actors) {
        const own = cells.filter((cell) => cell.code === code);
        tell(told, `${year} ${code}`, `others than ${actor}`, othersIn(own, actor, new Set(actors)));
      }
  return told;
}

const states = [1, 2, 3, 4, null];

function withAnswers(years: Year[], actor: string, state: number | null): Year[] {
  return years.map(({ year, actors, decisions, answers }) => {
    const changed = answers.map((answer) => (answer.actor === actor ? answerOf(actor, answer.code, state) : answer));
    return aYear(year, [...actors], [...decisions], changed);
  });
}

/** How a number depends on each actor's answer being a state rather than level 0: one entry per actor and state. */
function dependencesOf(years: Year[], read: (years: Year[]) => Told): Map<string, number[][]> {
  const rows = new Map<string, Map<string, number[]>>();
  const told = read(years);
  const readings = pool.map((actor) => [0, ...states].map((state) => read(withAnswers(years, actor, state))));
  for (const [about, numbers] of told) {
    const found = new Map<string, number[]>();
    for (const place of numbers.keys()) {
      const row = readings.flatMap(([zero, ...others]) =>
        others.map((other) => (other.get(about)?.get(place) ?? NaN) - (zero?.get(about)?.get(place) ?? NaN)),
      );
      const most = Math.max(...row.map(Math.abs));
      // Not shown whatever the answers are: it depends on more than sums, and is but another way to say one of the rest.
      if (Number.isNaN(most) || most < 1e-6) continue;
      const sign = Math.sign(row.find((each) => Math.abs(each) > 1e-6) ?? 1);
      const whole = row.map((each) => Math.round((sign * each) / most) + 0);
      found.set(whole.join(), whole);
    }
    rows.set(about, found);
  }
  return new Map([...rows].map(([about, found]) => [about, [...found.values()]]));
}

/** The sums of up to three rows, each added or subtracted. */
function combinationsOf(rows: number[][], most = 3): number[][] {
  if (most === 0) return [];
  return rows.flatMap((row, at) => {
    const more = combinationsOf(rows.slice(at + 1), most - 1);
    const and = (sign: number) => more.map((other) => row.map((each, column) => each + sign * (other[column] ?? 0)));
    return [row, ...and(1), ...and(-1)];
  });
}

/** The actors that a combination rests on. */
function restsOn(row: number[]): string[] {
  return pool.filter((_, at) => row.slice(at * states.length, (at + 1) * states.length).some((each) => each !== 0));
}

function expectNothingOfFew(years: Year[], read: (years: Year[]) => Told, own: string[]): void {
  for (const [about, rows] of dependencesOf(years, read))
    for (const combination of combinationsOf(rows)) {
      const others = restsOn(combination).filter((actor) => !own.includes(actor));
      const isFew = others.length > 0 && others.length < fewest;
      expect(isFew ? `${about}: ${others.join(", ")}` : "").toBe("");
    }
}

/** A year found wanting is told of as it is: making it smaller takes longer than reading it. */
const runs = { numRuns: 12, endOnFailure: true };

test("the council cannot subtract its way to one to four actors, over pages, years and panels", () => {
  fc.assert(
    fc.property(anyRounds, (drawn) => expectNothingOfFew(yearsOf(drawn), councilIsTold, [])),
    runs,
  );
}, 120_000);

test.each([
  ["an actor, which knows its own answers", ["a1"]],
  ["someone who answers for two actors, and knows both", ["a1", "a2"]],
])(
  "nor can %s",
  (_who, own) => {
    fc.assert(
      fc.property(anyRounds, (drawn) => expectNothingOfFew(yearsOf(drawn), (each) => actorIsTold(each, own), own)),
      runs,
    );
  },
  120_000,
);

test("what the overview adds up is but what its rows say: base capabilities, coverage, how far the region reaches", () => {
  fc.assert(
    fc.property(anyRounds, (drawn) => {
      const years = yearsOf(drawn);
      for (const [at, now] of years.entries()) {
        const overview = overviewOf(now, years[at - 1]);
        const rows = new Map(regionRows(now).flatMap(({ rows }) => rows.map((row) => [row.code, row])));
        const isTold = (code: string) => {
          const judged = now.cells.filter((cell) => cell.code === code && isAnswered(cell) && cell.minimum !== null);
          return judged.length === 0 || rows.get(code)?.shown === "all";
        };
        const untold = codes.filter((code) => !isTold(code)).length;
        expect(overview.reach.withheld).toBeGreaterThanOrEqual(untold);
        for (const [index, { subCapabilities }] of definition.capabilities.entries())
          if (!subCapabilities.every(({ code }) => isTold(code)))
            expect(overview.capabilities[index]).toMatchObject({ now: null, isWithheld: true });
        for (const { code, notMeeting, causes } of overview.priority)
          if (Object.values(causes).some((count) => count > 0)) {
            expect(notMeeting).toBeGreaterThanOrEqual(fewest);
            expect(isTold(code)).toBe(true);
          }
      }
    }),
    { numRuns: 100 },
  );
});
