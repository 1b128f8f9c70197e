import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { computeResults, type ResultsInput } from "#domain/aggregate.ts";
import { type Definition, listSubCapabilities } from "#domain/definition.ts";
import { type CountedAnswer, isAnswered } from "#domain/gap.ts";
import { regionRows } from "#domain/region.ts";
import type { Group, LevelDecision, RoundActor } from "#domain/target.ts";
import { type TrendRound, type Trends, type TrendValue, trendsOf } from "#domain/trend.ts";
import { trendKinds } from "#domain/trend-cells.ts";
import { trendCells } from "#domain/trend-row.ts";
import { retiredBefore } from "#domain/trend-stretch.ts";
import type { MapChange, VersionMap } from "#domain/version-map.ts";
import { aCapability, aDecision, aDefinition, anActor, aSubCapability } from "#test/support/builders.ts";
import { anyRound, codes } from "#test/support/rounds.ts";

type Answer = number | "unknown" | null;
/** Per code, the answers of the actors a1, a2 …; null: none. */
type Answers = Record<string, Answer[]>;
type RoundOptions = {
  minimum?: number | null;
  decisions?: LevelDecision[];
  actors?: RoundActor[];
  version?: Definition;
};

const one = aDefinition({
  version: "a",
  capabilities: [aCapability(1, [aSubCapability("1:1"), aSubCapability("1:2")])],
});
const twelve = Array.from({ length: 12 }, (_, at) => anActor({ id: `a${at + 1}` }));

function withResults(year: number, input: ResultsInput): TrendRound {
  return { ...input, year, cells: computeResults(input).cells };
}

function aRound(year: number, answers: Answers, options: RoundOptions = {}): TrendRound {
  const { minimum = 2, actors = twelve, version: definition = one } = options;
  const decisions =
    options.decisions ?? listSubCapabilities(definition).map(({ code }) => aDecision({ code, minimum, sequence: 1 }));
  const counted = Object.entries(answers).flatMap(([code, list]) =>
    list.flatMap((answer, at): CountedAnswer[] => {
      const actor = actors[at]?.id ?? "";
      if (answer === null) return [];
      return answer === "unknown"
        ? [{ actor, code, kind: "unknown", level: null, causes: [] }]
        : [{ actor, code, kind: "level", level: answer, causes: [] }];
    }),
  );
  return withResults(year, { definition, actors, decisions, answers: counted });
}

const of = (rounds: TrendRound[], maps: VersionMap[] = []) => trendsOf({ rounds, maps }, { isCouncil: false });
const forCouncil = (rounds: TrendRound[]) => trendsOf({ rounds, maps: [] }, { isCouncil: true });
const subOf = ({ subs }: Trends, code = "1:1") => subs.find((sub) => sub.code === code)?.segments ?? [];
const shares = (segments: Trends["whole"]["segments"], kind: (typeof trendKinds)[number] = "all") =>
  segments.map(({ points }) =>
    points.map((point) => [point.year, point[kind].isWithheld ? "withheld" : point[kind].shareMeeting]),
  );

describe("a trend", () => {
  it("gives share, band and coverage per year, of all and of those who answered every year", () => {
    const trends = of([
      aRound(2024, { "1:1": [2, 1, 2, null, "unknown"] }),
      aRound(2025, { "1:1": [2, 2, null, 1, 3] }),
    ]);
    const [segment] = subOf(trends);
    expect(segment).toMatchObject({ panelSize: 3, gaps: [], minimumChanges: [], broken: null, minimumYear: 2025 });
    expect(segment?.points).toMatchObject([
      {
        year: 2024,
        all: { answered: 4, applicable: 12, shareMeeting: 0.5, shareLow: 0.166667, shareHigh: 0.916667 },
        panel: { answered: 3, applicable: 3, shareMeeting: 0.333333, shareLow: 0.333333, shareHigh: 0.666667 },
      },
      { year: 2025, all: { answered: 4, shareMeeting: 0.75 }, panel: { answered: 3, shareMeeting: 1 } },
    ]);
  });

  it("has gaps, never zero, where a year has no round or no answers", () => {
    const trends = of([aRound(2022, { "1:1": [2] }), aRound(2024, {}), aRound(2025, { "1:1": [1] }), aRound(2026, {})]);
    expect(trends.years).toEqual([2022, 2023, 2024, 2025, 2026]);
    expect(shares(subOf(trends))).toEqual([
      [
        [2022, 1],
        [2025, 0],
      ],
    ]);
    expect(subOf(trends)[0]).toMatchObject({
      panelSize: 1,
      gaps: [
        { year: 2023, why: "no_round" },
        { year: 2024, why: "no_answers" },
        { year: 2026, why: "no_answers" },
      ],
    });
    expect(subOf(trends, "1:2")[0]).toMatchObject({ points: [], panelSize: 0, minimumYear: 2026 });
  });

  it.each([
    ["no rounds", [], []],
    ["one year", [aRound(2026, { "1:1": [2, 1] })], [[[2026, 0.5]]]],
    ["a round that nobody has answered", [aRound(2026, {})], [[]]],
    ["answers without a decision", [aRound(2026, { "1:1": [2] }, { decisions: [] })], [[[2026, null]]]],
  ])("of %s makes no number up", (_name, rounds, expected) => {
    expect(shares(subOf(of(rounds)))).toEqual(expected);
  });

  it("counts a designated actor's question as nobody else's answer", () => {
    const version = aDefinition({
      version: "a",
      capabilities: [aCapability(1, [aSubCapability("1:1", { audiences: ["designated"] })])],
    });
    const actors = [anActor({ id: "a1", designated: true }), anActor({ id: "a2" })];
    const rounds = [2024, 2025].map((year) => aRound(year, { "1:1": [2, 2] }, { version, actors }));
    expect(subOf(of(rounds))[0]).toMatchObject({ panelSize: 1, points: [{ all: { applicable: 1 } }, {}] });
  });
});

describe("where the minimum changed", () => {
  const rounds = [
    aRound(2024, { "1:1": [1, 2, 3, 3] }, { minimum: 1 }),
    aRound(2025, { "1:1": [1, 2, 3] }, { minimum: 3 }),
    aRound(2026, { "1:1": [1, 2, 3] }, { minimum: 3 }),
  ];

  it("says so, and holds every year against the latest minimum", () => {
    const [segment] = subOf(of(rounds));
    expect(segment?.minimumChanges).toEqual([
      { year: 2025, code: "1:1", before: [{ group: "all", minimum: 1 }], after: [{ group: "all", minimum: 3 }] },
    ]);
    expect(segment?.minimumYear).toBe(2026);
    const third = 0.333333;
    expect(shares(subOf(of(rounds)))).toEqual([
      [
        [2024, 1],
        [2025, third],
        [2026, third],
      ],
    ]);
    expect(shares(subOf(of(rounds)), "allLatest")).toEqual([
      [
        [2024, 0.5],
        [2025, third],
        [2026, third],
      ],
    ]);
    expect(shares(subOf(of(rounds)), "panelLatest")).toEqual([
      [
        [2024, third],
        [2025, third],
        [2026, third],
      ],
    ]);
  });

  it("takes the newest decision, also of a round that nobody has answered yet", () => {
    const trends = of([...rounds, aRound(2027, {}, { minimum: 2 })]);
    expect(subOf(trends)[0]).toMatchObject({ minimumYear: 2027 });
    expect(shares(subOf(trends), "allLatest")[0]?.[0]).toEqual([2024, 0.75]);
  });

  it("a planned round in which nothing is decided has changed nothing", () => {
    const [segment] = subOf(of([...rounds, aRound(2027, {}, { decisions: [] })]));
    expect(segment).toMatchObject({ minimumYear: 2026, minimumChanges: [{ year: 2025 }] });
  });

  it("counts a group's own minimum, and one that was decided anew as the same", () => {
    const category = (minimum: number, sequence = 2) => aDecision({ group: "category:kommun", minimum, sequence });
    const again = [aDecision({ minimum: 1 }), aDecision({ sequence: 2 }), category(3, 3)];
    const [segment] = subOf(
      of([
        aRound(2024, { "1:1": [2] }, { decisions: [aDecision(), category(3)] }),
        aRound(2025, { "1:1": [2] }, { decisions: again }),
        aRound(2026, { "1:1": [2] }, { decisions: [aDecision(), category(4)] }),
      ]),
    );
    expect(segment?.minimumChanges).toMatchObject([
      { year: 2026, after: [{}, { group: "category:kommun", minimum: 4 }] },
    ]);
  });
});

const newer = (...subs: string[]) =>
  aDefinition({
    version: "b",
    capabilities: [
      aCapability(
        1,
        subs.map((code) => aSubCapability(code)),
      ),
    ],
  });
const entry = (code: string, change: MapChange, from: string[]) => ({ code, change, from, reason: `${change} därför` });
const mapOf = (...subCapabilities: VersionMap["subCapabilities"]): VersionMap => ({
  ...{ from: "a", to: "b", subCapabilities, retired: [] },
});

describe("across two definition versions", () => {
  const older = [aRound(2024, { "1:1": [2], "1:2": [1] }), aRound(2025, { "1:1": [2], "1:2": [2] })];
  const trendsWith = (map: VersionMap[], ...subs: string[]) => {
    const version = newer(...subs);
    return of([...older, aRound(2026, Object.fromEntries(subs.map((code) => [code, [1]])), { version })], map);
  };

  test.each([
    ["unchanged", "1:1", ["1:1"]],
    ["unchanged under another code", "1:9", ["1:2"]],
  ])("the line goes on where it is %s", (_name, code, from) => {
    const [segment, ...others] = subOf(trendsWith([mapOf(entry(code, "unchanged", from))], code), code);
    expect(others).toEqual([]);
    expect(segment).toMatchObject({ code, broken: null, points: [{ year: 2024 }, { year: 2025 }, { year: 2026 }] });
    expect(segment?.points[0]?.all).toMatchObject({ shareMeeting: from[0] === "1:2" ? 0 : 1 });
  });

  it("the line goes on where it is clarified, and says why in the year of the new words", () => {
    const [segment] = subOf(trendsWith([mapOf(entry("1:1", "clarified", ["1:1"]))], "1:1"));
    expect(segment).toMatchObject({ points: [{}, {}, {}] });
    expect(segment?.clarified).toEqual([{ year: 2026, code: "1:1", reason: "clarified därför" }]);
  });

  test.each([
    ["rescaled", ["1:1"], ["1:1"]],
    ["split", ["1:2"], ["1:2"]],
    ["merged", ["1:1", "1:2"], ["1:1", "1:2"]],
    ["new", [], []],
  ] as const)("the line breaks where it is %s, with the reason", (change, from, before) => {
    const segments = subOf(trendsWith([mapOf(entry("1:1", change, [...from]))], "1:1"));
    expect(segments.map(({ code }) => code)).toEqual([...before, "1:1"]);
    for (const segment of segments.slice(0, -1))
      expect(segment).toMatchObject({ broken: null, points: [{ year: 2024 }, { year: 2025 }], gaps: [] });
    const last = segments.at(-1);
    expect(last?.points.map(({ year }) => year)).toEqual([2026]);
    expect(last?.broken).toEqual([{ code: "1:1", change, reason: `${change} därför` }]);
    expect(last?.panelSize).toBe(1);
  });

  it("without a map nothing is comparable, and the years before are not made up", () => {
    const segments = subOf(trendsWith([], "1:1"));
    expect(segments).toMatchObject([{ broken: [], points: [{ year: 2026 }] }]);
  });

  it("as a line of a table, what was several is no share, and a break and a new minimum are marked", () => {
    const version = newer("1:1");
    const merged = mapOf(entry("1:1", "merged", ["1:1", "1:2"]));
    const rounds = [
      ...older,
      aRound(2026, { "1:1": [1] }, { version }),
      aRound(2027, { "1:1": [3] }, { version, minimum: 3 }),
    ];
    const { subs, years } = of(rounds, [merged]);
    expect(trendCells(subs[0] ?? { segments: [] }, years)).toEqual([
      { year: 2024, kind: "several", isBroken: false, isNewMinimum: false },
      { year: 2025, kind: "several", isBroken: false, isNewMinimum: false },
      { year: 2026, kind: "share", share: 0, isBroken: true, isNewMinimum: false },
      { year: 2027, kind: "share", share: 1, isBroken: false, isNewMinimum: true },
    ]);
  });

  it("what is retired on the way is named with its reason, where both versions are shown", () => {
    const map = {
      ...mapOf(entry("1:1", "unchanged", ["1:1"])),
      retired: [{ code: "1:2", reason: "Utvecklades aldrig." }],
    };
    const both = [...older, aRound(2026, {}, { version: newer("1:1") })];
    expect(retiredBefore(both, [map])).toEqual([
      { code: "1:2", name: "Delförmåga 1:2", reason: "Utvecklades aldrig." },
    ]);
    expect(retiredBefore(older, [map])).toEqual([]);
  });

  it("a minimum of the older version's code is held against the newer one's", () => {
    const map = mapOf(entry("1:9", "unchanged", ["1:1"]));
    const trends = of([...older, aRound(2026, { "1:9": [1] }, { version: newer("1:9"), minimum: 3 })], [map]);
    expect(shares(subOf(trends, "1:9"), "allLatest")).toEqual([
      [
        [2024, 0],
        [2025, 0],
        [2026, 0],
      ],
    ]);
    expect(subOf(trends, "1:9")[0]?.minimumChanges).toMatchObject([{ year: 2026, code: "1:9" }]);
  });

  it("a base capability begins anew where one of its parts cannot be compared", () => {
    const map = mapOf(entry("1:1", "unchanged", ["1:1"]), entry("1:2", "rescaled", ["1:2"]));
    const { capabilities, whole } = trendsWith([map], "1:1", "1:2");
    for (const { segments } of [...capabilities, whole])
      expect(segments).toMatchObject([
        { points: [{ year: 2026 }], broken: [{ code: "1:2", change: "rescaled", reason: "rescaled därför" }] },
      ]);
  });
});

describe("the panel of several together", () => {
  const version = newer("1:1", "1:2");
  const map = mapOf(entry("1:1", "unchanged", ["1:1"]), entry("1:2", "rescaled", ["1:2"]));
  const panels = ({ segments }: Trends["whole"]) =>
    segments[0]?.points.map(({ year, panel }) => [year, panel.isWithheld ? "withheld" : panel.answered]);

  it("is of the years that they are shown for, though one of them alone goes further back", () => {
    const all = { "1:1": [2, 2, 2], "1:2": [2, 2, 2] };
    const trends = of(
      [
        aRound(2024, { "1:1": [2], "1:2": [2] }),
        aRound(2025, all, { version }),
        aRound(2026, { ...all, "1:1": [2, 2] }, { version }),
      ],
      [map],
    );
    expect(subOf(trends)[0]).toMatchObject({ panelSize: 1, points: [{ year: 2024 }, {}, {}] });
    for (const sum of [trends.whole, ...trends.capabilities])
      expect(panels(sum)).toEqual([
        [2025, 5],
        [2026, 5],
      ]);
  });

  it("has none of a sub-capability that nobody answered in one of the years shown", () => {
    const trends = of([
      aRound(2024, { "1:1": [2, 2], "1:2": [2, 2] }),
      aRound(2025, { "1:1": [2, 2] }),
      aRound(2026, { "1:1": [2, 2], "1:2": [2, 2] }),
    ]);
    expect(subOf(trends, "1:2")[0]?.panelSize).toBe(2);
    expect(panels(trends.whole)).toEqual([
      [2024, 2],
      [2025, 2],
      [2026, 2],
    ]);
  });

  test.each([
    ["withheld where it differs by three from the one of a part alone", 12, "withheld"],
    ["shown where it differs by five", 10, 15 + 25],
  ])("is to the council %s", (_name, before, expected) => {
    const actors = Array.from({ length: 25 }, (_, at) => anActor({ id: `a${at + 1}` }));
    const answering = (isAnswering: (at: number) => boolean) => ({
      "1:1": actors.map((_, at) => (isAnswering(at) ? 2 : null)),
      "1:2": actors.map(() => 2),
    });
    const rounds = [
      aRound(
        2024,
        answering((at) => at < before),
        { actors },
      ),
      aRound(
        2025,
        answering((at) => at < 20),
        { actors, version },
      ),
      aRound(
        2026,
        answering((at) => at < 15 || at >= 20),
        { actors, version },
      ),
    ];
    const trends = trendsOf({ rounds, maps: [map] }, { isCouncil: true });
    expect(subOf(trends)[0]).toMatchObject({ panelSize: before });
    expect(panels(trends.whole)).toEqual([
      [2025, expected],
      [2026, expected],
    ]);
  });
});

describe("to the council", () => {
  const answers = (count: number, level = 2): Answer[] =>
    Array.from({ length: 12 }, (_, at) => (at < count ? level : null));
  const every = (levels: Answer[]) => ({ "1:1": levels, "1:2": answers(12) });
  const kinds = (trends: Trends, code?: string) =>
    subOf(trends, code).flatMap(({ points }) =>
      points.map((point) => trendKinds.filter((kind) => !point[kind].isWithheld).join(" ")),
    );
  const both = "all panel allLatest panelLatest";

  test.each([
    ["the same actors", [12, 12], [both, both]],
    ["a panel smaller by one", [12, 11], ["all allLatest", both]],
    ["a panel smaller by four", [12, 8], ["all allLatest", both]],
    ["a panel smaller by five", [12, 7], [both, both]],
    ["one to four who have answered", [4, 4], ["", ""]],
    ["a panel of four", [4, 12], ["", "all allLatest"]],
  ])("shows of %s only what tells of nobody", (_name, counts, expected) => {
    const rounds = counts.map((count, at) => aRound(2024 + at, every(answers(count))));
    expect(kinds(forCouncil(rounds))).toEqual(expected);
  });

  it("withholds coverage alike, where nothing is decided that there could be a share of", () => {
    const rounds = [12, 11].map((count, at) => aRound(2024 + at, every(answers(count)), { decisions: [] }));
    expect(kinds(forCouncil(rounds))).toEqual(["all allLatest", both]);
  });

  it("withholds a panel that differs by few from an earlier year's, which stays as it was", () => {
    const [first, second, third] = [12, 7, 6].map((count, at) => aRound(2024 + at, every(answers(count))));
    if (!first || !second || !third) throw new Error("three rounds");
    expect(kinds(forCouncil([first, second]))).toEqual([both, both]);
    expect(kinds(forCouncil([first, second, third]))).toEqual(["all allLatest", "all allLatest", both]);
    expect(subOf(forCouncil([first, second, third]))[0]?.panelSize).toBeNull();
  });

  it("withholds what changes only because one to four are asked for something else", () => {
    const actors = twelve.map((actor, at) => (at < 3 ? { ...actor, category: "hamn" } : actor));
    const raised = (group: Group) => [aDecision(), aDecision({ sequence: 2, group, minimum: 3 })];
    const roundsWith = (group: Group) => [
      aRound(2024, { "1:1": answers(12) }, { actors, decisions: [aDecision()] }),
      aRound(2025, { "1:1": answers(12) }, { actors, decisions: raised(group) }),
    ];
    expect(kinds(forCouncil(roundsWith("category:hamn")))).toEqual(["all panel", both]);
    expect(kinds(forCouncil(roundsWith("category:kommun")))).toEqual([both, both]);
  });

  test.each([
    ["three who answered have no minimum", 3, "coverage", ""],
    ["five have none", 5, "all", both],
  ] as const)("shows of all what the region's rows do: %s", (_name, unasked, shown, expected) => {
    const actors = twelve.map((actor, at) => (at < unasked ? { ...actor, category: "hamn" } : actor));
    const decisions = [aDecision({ group: "category:kommun" })];
    const input = aRound(2025, { "1:1": answers(12) }, { actors, decisions });
    const [row] = regionRows({ ...input, results: computeResults(input) })[0]?.rows ?? [];
    expect(row?.shown).toBe(shown);
    expect(kinds(forCouncil([input]))).toEqual([expected]);
  });

  it("withholds a sum of which one part is withheld", () => {
    const rounds = [2024, 2025].map((year) => aRound(year, { "1:1": answers(12), "1:2": answers(4) }));
    const { whole, capabilities, subs } = forCouncil(rounds);
    expect(kinds({ subs } as Trends, "1:1")).toEqual([both, both]);
    for (const { segments } of [whole, ...capabilities])
      expect(shares(segments)).toEqual([
        [
          [2024, "withheld"],
          [2025, "withheld"],
        ],
      ]);
  });
});

function numbersOf(value: TrendValue) {
  const { isWithheld, ...numbers } = value;
  expect(isWithheld).toBe(false);
  return numbers;
}

const anyYears = fc
  .array(anyRound, { minLength: 1, maxLength: 3 })
  .map((inputs) => inputs.map((input, at) => withResults(2024 + at, input)));

describe("of any rounds", () => {
  it("the trend over all actors is what each year's results say, and over the panel what the answers of its actors say", () => {
    fc.assert(
      fc.property(anyYears, (rounds) => {
        const { subs, capabilities, whole } = of(rounds);
        const results = new Map(rounds.map((round) => [round.year, computeResults(round)]));
        for (const { code, segments } of subs)
          for (const point of segments.flatMap(({ points }) => points)) {
            const { all, panel } = { all: numbersOf(point.all), panel: point.panel };
            const row = results.get(point.year)?.regional.find((each) => each.code === code);
            expect(row).toMatchObject(all);
            const answered = rounds.map(({ cells }) => cells.filter((each) => each.code === code && isAnswered(each)));
            const inAll = answered.filter((list) => list.length > 0);
            const expected = new Set(inAll.flat().map(({ actor }) => actor));
            for (const actor of expected)
              if (!inAll.every((list) => list.some((cell) => cell.actor === actor))) expected.delete(actor);
            expect(panel).toMatchObject({ answered: expected.size, applicable: expected.size });
          }
        for (const { code, segments } of capabilities)
          for (const { year, all } of segments.flatMap(({ points }) => points)) {
            const row = results.get(year)?.capabilities.find(({ capability }) => String(capability) === code);
            expect(row).toMatchObject(numbersOf(all));
          }
        expect(whole.segments[0]?.points.length).toBe(rounds.filter(({ cells }) => cells.some(isAnswered)).length);
      }),
    );
  });
});

/** Who is judged against what, in each value of a sub-capability that the council is shown, in any year's trend. */
function shownJudgements(rounds: TrendRound[]) {
  return rounds.flatMap((_round, at) => {
    const upTo = rounds.slice(0, at + 1);
    return codes.flatMap((code) =>
      subOf(forCouncil(upTo), code).flatMap(({ points }) =>
        points.flatMap((point) => {
          const panel = actorsInEvery(upTo, code);
          const cells = rounds.find(({ year }) => year === point.year)?.cells ?? [];
          const judged = cells.filter((cell) => cell.code === code && isAnswered(cell) && cell.minimum !== null);
          const shown = (["all", "panel"] as const).filter((kind) => !point[kind].isWithheld);
          return shown.map((kind) => ({
            family: `${point.year} ${code}`,
            actors: judged.map(({ actor }) => actor).filter((actor) => kind === "all" || panel.has(actor)),
          }));
        }),
      ),
    );
  });
}

function actorsInEvery(rounds: TrendRound[], code: string): Set<string> {
  const answered = rounds
    .map(({ cells }) => cells.filter((cell) => cell.code === code && isAnswered(cell)).map(({ actor }) => actor))
    .filter((list) => list.length > 0);
  return new Set(answered.flat().filter((actor) => answered.every((list) => list.includes(actor))));
}

test("no two values that the council is shown over the years differ by one to four actors", () => {
  fc.assert(
    fc.property(anyYears, (rounds) => {
      const shown = shownJudgements(rounds);
      for (const one of shown)
        for (const other of shown.filter(({ family }) => family === one.family)) {
          const apart = one.actors.filter((actor) => !other.actors.includes(actor)).length;
          expect([1, 2, 3, 4]).not.toContain(apart);
        }
    }),
    { numRuns: 30 },
  );
});
