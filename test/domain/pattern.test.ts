import fc from "fast-check";
import { expect, test } from "vitest";
import { computeResults } from "#domain/aggregate.ts";
import { type Confidence, causes } from "#domain/answer.ts";
import { categoryDifferences } from "#domain/category-difference.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import { findPatterns } from "#domain/pattern.ts";
import { summarize } from "#domain/summary.ts";
import type { LevelDecision } from "#domain/target.ts";
import { aCountedAnswer, aDecision, aDefinition, anActor, anUnknown } from "#test/support/builders.ts";
import { anyRound } from "#test/support/rounds.ts";

const definition = aDefinition();
const names: Record<string, string> = { a: "Örebro", b: "Ale", c: "Åre", d: "Brandkåren" };
const actors = ["a", "b", "c", "d"].map((id) => ({
  ...anActor({ id, category: id === "d" ? "blåljus" : "kommun" }),
  name: names[id] ?? id,
}));

type Given = CountedAnswer & { confidence?: Confidence };
function patternsOf(answers: Given[], decisions: LevelDecision[] = [aDecision({ minimum: 2 })]) {
  const results = computeResults({ definition, actors, decisions, answers });
  const withConfidence = answers.map((answer) => ({ ...answer, confidence: answer.confidence ?? ("medium" as const) }));
  return findPatterns({ definition, actors, results, answers: withConfidence });
}
const level = (actor: string, value: number, rest: Partial<Given> = {}): Given =>
  aCountedAnswer({ actor, level: value, ...rest });

test("two actors that fall short for the same reason are a pattern, one is not; those that meet are not asked for causes", () => {
  const { causes: found } = patternsOf([
    level("a", 1, { causes: ["training", "planning"] }),
    anUnknown({ actor: "b", causes: ["training"] }),
    level("c", 0),
    level("d", 3, { causes: ["training"] }),
  ]);
  expect(found).toEqual([{ code: "1:1", cause: "training", actors: ["b", "a"], of: 3 }]);
});

test("actors stand by category and Swedish name, whatever order they come in", () => {
  const { sharedGaps } = patternsOf([level("d", 1), level("a", 1), level("c", 1), level("b", 1)]);
  expect(sharedGaps).toEqual([{ code: "1:1", below: ["b", "c", "a", "d"], unknown: [] }]);
});

test("don't know falls short only where a minimum is in force", () => {
  const unknown = [anUnknown({ actor: "a" }), anUnknown({ actor: "b" })];
  expect(patternsOf(unknown).sharedGaps).toEqual([{ code: "1:1", below: [], unknown: ["b", "a"] }]);
  expect(patternsOf(unknown, []).sharedGaps).toEqual([]);
});

test("the same actors below in two sub-capabilities are a pair", () => {
  const decisions = [aDecision({ minimum: 2 }), aDecision({ sequence: 2, code: "2:1", minimum: 3 })];
  const answers = [
    level("a", 1),
    level("b", 1),
    level("c", 1),
    ...["a", "b"].map((id) => level(id, 2, { code: "2:1" })),
  ];
  expect(patternsOf(answers, decisions).gapPairs).toEqual([
    { codes: ["1:1", "2:1"], actors: ["b", "a"], ofFirst: 3, ofSecond: 2 },
  ]);
});

test.each<[string, Given, LevelDecision, string[]]>([
  ["reaches the ambition", level("d", 3), aDecision({ minimum: 2, ambition: 3 }), ["d"]],
  ["misses the ambition", level("d", 2), aDecision({ minimum: 2, ambition: 3 }), []],
  ["lies over the minimum where no ambition is decided", level("d", 3), aDecision({ minimum: 2 }), ["d"]],
  ["just meets the minimum", level("d", 2), aDecision({ minimum: 2 }), []],
  ["is unsure of it", level("d", 4, { confidence: "low" }), aDecision({ minimum: 2 }), []],
])("who could help where others fall short: an actor that %s", (_what, strong, decision, couldHelp) => {
  const { help } = patternsOf([level("a", 1), anUnknown({ actor: "c" }), strong], [decision]);
  expect(help).toEqual(couldHelp.length > 0 ? [{ code: "1:1", needs: ["c", "a"], couldHelp }] : []);
});

test("nobody helps where nobody falls short", () => {
  expect(patternsOf([level("a", 4), level("b", 2)]).help).toEqual([]);
});

test.each<[number, Confidence, number]>([
  [3, "low", 1],
  [4, "low", 1],
  [2, "low", 0],
  [3, "medium", 0],
])("level %i with confidence %s is doubtful: %i", (value, confidence, count) => {
  expect(patternsOf([level("a", value, { confidence })]).doubtful).toHaveLength(count);
});

test("no answers, and no decisions, give no patterns", () => {
  const nothing = { causes: [], sharedGaps: [], gapPairs: [], help: [], doubtful: [], categories: [] };
  expect(patternsOf([])).toEqual(nothing);
  expect(patternsOf([level("a", 2), level("b", 0)], [])).toEqual(nothing);
});

type Counts = { meets?: number; below?: number; unknown?: number; missing?: number };
function sideOf(category: string, counts: Counts) {
  const targets = { minimum: 2, ambition: null, ambitionGap: null, causes: [], code: "1:1", actor: "a" };
  const of = (count = 0, cell: object) =>
    Array.from({ length: count }, () => ({ ...targets, level: null, gap: null, ...cell }));
  const cells = [
    ...of(counts.meets, { status: "meets_minimum", level: 2, gap: 0 }),
    ...of(counts.below, { status: "below_minimum", level: 1, gap: 1 }),
    ...of(counts.unknown, { status: "unknown" }),
    ...of(counts.missing, { status: "missing" }),
  ];
  return { category, code: "1:1", ...summarize(cells as never) };
}

test.each<[string, Counts, Counts, boolean]>([
  ["all against none", { meets: 6 }, { below: 6 }, true],
  ["less than a quarter apart", { meets: 60, below: 40 }, { meets: 36, below: 64 }, false],
  ["a quarter apart", { meets: 60, below: 40 }, { meets: 35, below: 65 }, true],
  ["one actor would turn it", { meets: 2, below: 0 }, { meets: 0, below: 2 }, false],
  ["a category of one", { meets: 1 }, { below: 26 }, false],
  ["the missing could turn it", { meets: 4, missing: 4 }, { meets: 2, below: 6 }, false],
  ["the unknown could turn it", { meets: 6, below: 2 }, { meets: 2, below: 2, unknown: 4 }, false],
  ["nobody has answered", { missing: 6 }, { below: 6 }, false],
  ["no cells at all", {}, { below: 6 }, false],
])("a difference between categories, %s, is large: %s", (_what, higher, lower, isLarge) => {
  const found = categoryDifferences([sideOf("blåljus", higher), sideOf("kommun", lower)]);
  expect(found.map((each) => [each.higher.category, each.lower.category])).toEqual(
    isLarge ? [["blåljus", "kommun"]] : [],
  );
});

test("of several differences in one sub-capability the largest is named", () => {
  const sides = [sideOf("a", { meets: 5, below: 5 }), sideOf("b", { meets: 10 }), sideOf("c", { below: 10 })];
  expect(categoryDifferences(sides).map(({ higher, lower }) => [higher.category, lower.category])).toEqual([
    ["b", "c"],
  ]);
});

test("in any round, patterns only say what the cells say", () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      const results = computeResults(round);
      const named = round.actors.map((actor) => ({ ...actor, name: actor.id }));
      const answers = round.answers.map((answer, at) => ({ ...answer, confidence: at % 2 ? ("low" as const) : null }));
      const found = findPatterns({ ...round, actors: named, results, answers });
      const regional = new Map(results.regional.map((row) => [row.code, row]));
      for (const { code, cause, actors: those } of found.causes)
        expect(regional.get(code)?.causes[cause]).toBe(those.length);
      for (const { code, below, unknown } of found.sharedGaps) {
        expect(regional.get(code)?.belowMinimum).toBe(below.length);
        expect(regional.get(code)?.notMeeting).toBe(below.length + unknown.length);
      }
      for (const { code, needs, couldHelp } of found.help) {
        expect(regional.get(code)?.notMeeting).toBe(needs.length);
        expect(couldHelp.filter((each) => needs.includes(each))).toEqual([]);
      }
      for (const { higher, lower } of found.categories)
        expect((higher.shareLow ?? 0) > (lower.shareHigh ?? 1)).toBe(true);
      const listed = results.regional.flatMap((row) => causes.filter((cause) => row.causes[cause] > 1));
      expect(found.causes).toHaveLength(listed.length);
    }),
  );
});
