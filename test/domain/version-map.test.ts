import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cellChange, countChanges } from "#domain/cell-change.ts";
import { listSubCapabilities } from "#domain/definition.ts";
import type { Cell } from "#domain/gap.ts";
import {
  type Comparability,
  comparabilityOf,
  composeLineages,
  identityLineage,
  type Lineage,
  type LineageStep,
  lineageBetween,
  lineageOf,
  type MapChange,
  type VersionMap,
} from "#domain/version-map.ts";
import { checkVersionMap } from "#domain/version-map-checks.ts";
import { aCapability, aDefinition, aSubCapability } from "#test/support/builders.ts";

const subs = (...codes: string[]) => [
  aCapability(
    1,
    codes.map((code) => ({ ...aSubCapability("1:1"), code })),
  ),
];
const older = aDefinition({ version: "a", capabilities: subs("1:1", "1:2", "1:3", "1:4", "1:5", "1:6") });
const newer = aDefinition({ version: "b", capabilities: subs("1:1", "1:2", "1:3", "1:4", "1:5", "1:7", "1:8") });
const entry = (code: string, change: MapChange, from: string[]) => ({
  ...{ code, change, from },
  reason: change === "unchanged" ? "" : `${change} därför`,
});
/** Each kind of change once: 1:3 is split, 1:5 comes from two, 1:8 is new, and 1:6 is retired. */
const map: VersionMap = {
  from: "a",
  to: "b",
  subCapabilities: [
    entry("1:1", "unchanged", ["1:1"]),
    entry("1:2", "clarified", ["1:2"]),
    entry("1:3", "split", ["1:3"]),
    entry("1:4", "split", ["1:3"]),
    entry("1:5", "merged", ["1:4", "1:5"]),
    entry("1:7", "new", []),
    entry("1:8", "new", []),
  ],
  retired: [{ code: "1:6", reason: "Ingår i annan verksamhet" }],
};

describe("a line between two years", () => {
  test.each([
    ["unchanged", "1:1", { comparable: true, from: "1:1", clarified: [] }],
    ["clarified", "1:2", { comparable: true, from: "1:2", clarified: ["clarified därför"] }],
    ["split", "1:3", { comparable: false, breaks: [{ change: "split", reason: "split därför" }] }],
    ["merged", "1:5", { comparable: false, breaks: [{ change: "merged", reason: "merged därför" }] }],
    ["new", "1:7", { comparable: false, breaks: [{ change: "new", reason: "new därför" }] }],
    ["of a code that is none", "9:9", { comparable: false, breaks: [] }],
  ])("across what is %s", (_name, code, expected) => {
    expect(comparabilityOf(lineageBetween([map], { from: "a", definition: newer }), code)).toEqual(expected);
  });

  it("breaks across a new scale", () => {
    const rescaled = lineageOf({ ...map, subCapabilities: [entry("1:1", "rescaled", ["1:1"])] });
    expect(comparabilityOf(rescaled, "1:1").comparable).toBe(false);
  });

  it("is drawn for everything within one version, without any map", () => {
    const lineage = lineageBetween([], { from: "a", definition: older });
    for (const { code } of listSubCapabilities(older))
      expect(comparabilityOf(lineage, code)).toEqual({ comparable: true, from: code, clarified: [] });
  });

  it("is not drawn where no map leads from the one to the other", () => {
    const lineage = lineageBetween([map], { from: "c", definition: newer });
    expect(lineage).toBeUndefined();
    expect(comparabilityOf(lineage, "1:1")).toEqual({ comparable: false, breaks: [] });
    expect(lineageBetween([map], { from: "b", definition: older })).toBeUndefined();
  });

  it("goes over several versions, and breaks at the first that breaks it", () => {
    const third = aDefinition({ version: "c", capabilities: subs("1:9", "1:3") });
    const next: VersionMap = {
      ...{ from: "b", to: "c", retired: [] },
      subCapabilities: [entry("1:9", "unchanged", ["1:2"]), entry("1:3", "clarified", ["1:3"])],
    };
    const lineage = lineageBetween([next, map], { from: "a", definition: third });
    expect(comparabilityOf(lineage, "1:9")).toEqual({ comparable: true, from: "1:2", clarified: ["clarified därför"] });
    expect(comparabilityOf(lineage, "1:3")).toMatchObject({ comparable: false, breaks: [{ change: "split" }] });
  });
});

const codes = ["1:1", "1:2", "1:3"];
const anyStep: fc.Arbitrary<LineageStep> = fc.record({
  change: fc.constantFrom("clarified", "rescaled", "split", "merged", "new"),
  reason: fc.constantFrom("x", "y"),
});
const anyLineage: fc.Arbitrary<Lineage> = fc
  .array(fc.record({ from: fc.subarray(codes), steps: fc.array(anyStep, { maxLength: 2 }) }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((origins) => new Map(codes.map((code, index) => [code, origins[index] ?? { from: [], steps: [] }])));
const identity = identityLineage(aDefinition({ capabilities: subs(...codes) }));

describe("composing lineages", () => {
  it("with the identity, before or after, changes nothing", () => {
    fc.assert(
      fc.property(anyLineage, (lineage) => {
        expect(composeLineages(identity, lineage)).toEqual(lineage);
        expect(composeLineages(lineage, identity)).toEqual(lineage);
      }),
    );
  });

  it("never mends a line that was broken on the way", () => {
    fc.assert(
      fc.property(anyLineage, anyLineage, (earlier, later) => {
        const both = composeLineages(earlier, later);
        for (const code of codes) {
          const whole = comparabilityOf(both, code);
          const last = comparabilityOf(later, code);
          if (last.comparable) expect(whole.comparable).toBe(comparabilityOf(earlier, last.from).comparable);
          else if (later.get(code)?.steps.some(({ change }) => change !== "clarified"))
            expect(whole.comparable).toBe(false);
        }
      }),
    );
  });

  it("gives the same origins in whichever order the steps are joined", () => {
    const tree = (lineage: Lineage) => new Map([...lineage].map(([code, { from }]) => [code, from]));
    fc.assert(
      fc.property(anyLineage, anyLineage, anyLineage, (a, b, c) => {
        const [left, right] = [composeLineages(composeLineages(a, b), c), composeLineages(a, composeLineages(b, c))];
        for (const code of codes)
          expect(comparabilityOf(left, code).comparable).toBe(comparabilityOf(right, code).comparable);
        expect(new Map([...tree(left)].map(([code, from]) => [code, new Set(from)]))).toEqual(
          new Map([...tree(right)].map(([code, from]) => [code, new Set(from)])),
        );
      }),
    );
  });
});

describe("a map", () => {
  it("that accounts for both versions is right", () => {
    expect(checkVersionMap(map, older, newer)).toEqual([]);
  });

  const replaced = (code: string, with_: VersionMap["subCapabilities"]) => ({
    ...map,
    subCapabilities: map.subCapabilities.flatMap((one) => (one.code === code ? with_ : [one])),
  });
  test.each<[string, VersionMap, string]>([
    ["forgets a new code", replaced("1:8", []), "var 1:8 kommer från"],
    ["forgets an old code", { ...map, retired: [] }, "vad 1:6 har blivit"],
    ["names a code twice", replaced("1:8", [entry("1:7", "new", [])]), "1:7 finns två gånger"],
    ["names a code that is not there", replaced("1:8", [entry("1:9", "new", [])]), "1:9 finns inte i b"],
    ["has a source that is not there", replaced("1:1", [entry("1:1", "unchanged", ["7:7"])]), "7:7 finns inte i a"],
    ["merges one", replaced("1:5", [entry("1:5", "merged", ["1:4"])]), "minst två delförmågor"],
    ["has a new one from something", replaced("1:8", [entry("1:8", "new", ["1:1"])]), "ingen delförmåga"],
    ["splits in one", replaced("1:4", [entry("1:4", "new", [])]), "bara blivit en delförmåga"],
    ["uses a code twice", replaced("1:8", [entry("1:8", "clarified", ["1:1"])]), "Skriv split på dem alla"],
    [
      "retires what goes on",
      { ...map, retired: [...map.retired, { code: "1:1", reason: "x" }] },
      "både utgången och kvar",
    ],
    [
      "breaks a line without a reason",
      replaced("1:8", [{ ...entry("1:8", "new", []), reason: "" }]),
      "Skriv varför 1:8",
    ],
  ])("that %s is wrong", (_name, wrong, message) => {
    expect(
      checkVersionMap(wrong, older, newer)
        .map((problem) => problem.message)
        .join(" "),
    ).toContain(message);
  });

  it("calls nothing unchanged whose wording is another", () => {
    const [capability] = newer.capabilities;
    const reworded = capability?.subCapabilities.map((sub) => (sub.code === "1:1" ? { ...sub, name: "Annan" } : sub));
    const other = { ...newer, capabilities: [{ ...aCapability(1, reworded ?? []) }] };
    expect(checkVersionMap(map, older, other)[0]?.message).toContain("inte samma lydelse");
  });

  it("draws no line across another scale", () => {
    const other = { ...newer, proposal: { ...newer.proposal, half: 1 } };
    expect(checkVersionMap(map, older, other).map(({ message }) => message)).toEqual([
      expect.stringContaining("1:1 är inte unchanged"),
      expect.stringContaining("1:2 är inte clarified"),
    ]);
  });
});

describe("a cell's change", () => {
  const aCell = (overrides: Partial<Cell>): Cell => ({
    ...{ actor: "a", code: "1:1", level: 2, minimum: 3, ambition: null, gap: 1, ambitionGap: null, causes: [] },
    ...{ status: "below_minimum", ...overrides },
  });
  const same: Comparability = { comparable: true, from: "1:1", clarified: [] };
  const missing = { level: null, gap: null, status: "missing" as const };
  test.each([
    ["up", { level: 1, gap: 2 }, {}, "up"],
    ["down", { level: 3, gap: 0 }, {}, "down"],
    ["the same", {}, {}, "same"],
    ["none from missing, which is no level 0", missing, {}, "none"],
    ["none to missing", {}, missing, "none"],
  ])("is %s", (_name, then, now, direction) => {
    const cells = new Map([["1:1", aCell(then)]]);
    expect(cellChange(aCell(now), cells, same)).toMatchObject({ kind: "compared", direction });
  });

  it("is not comparable where the map breaks the line, whatever the levels", () => {
    const breaks = [{ change: "split" as const, reason: "Delad" }];
    const change = cellChange(aCell({}), new Map([["1:1", aCell({})]]), { comparable: false, breaks });
    expect(change).toEqual({ kind: "not_comparable", breaks });
    expect(countChanges([change])).toEqual({ up: 0, down: 0, same: 0, none: 0, notComparable: 1 });
  });
});
