import { describe, expect, test } from "vitest";
import { profileOf } from "#domain/actor-profile.ts";
import { computeResults } from "#domain/aggregate.ts";
import type { Confidence } from "#domain/answer.ts";
import type { CountedAnswer } from "#domain/gap.ts";
import type { Lineage } from "#domain/version-map.ts";
import { identityLineage } from "#domain/version-map.ts";
import { aCountedAnswer, aDecision, aDefinition, anActor, anUnknown } from "#test/support/builders.ts";

const definition = aDefinition();
const actors = [anActor(), anActor({ id: "b" }), anActor({ id: "c" }), anActor({ id: "d", category: "blåljus" })];

type Given = CountedAnswer & { confidence?: Confidence };
const cellsOf = (answers: Given[]) =>
  computeResults({ definition, actors, decisions: [aDecision({ minimum: 2 })], answers }).cells;

function profile(
  answers: Given[],
  { actor = "a", before = [] as Given[], lineage = identityLineage(definition) as Lineage } = {},
) {
  return profileOf(
    {
      ...{ year: 2026, definition, actors, results: { cells: cellsOf(answers) } },
      answers: answers.map((each) => ({ ...each, confidence: each.confidence ?? null })),
      earlier:
        before.length > 0
          ? [{ year: 2025, cells: cellsOf(before).filter((cell) => cell.actor === actor), lineage }]
          : [],
    },
    actor,
  );
}

describe("an actor's profile", () => {
  test("stands beside the others of its category, itself not among them", () => {
    const found = profile([
      aCountedAnswer({ level: 1 }),
      aCountedAnswer({ actor: "b", level: 2 }),
      anUnknown({ actor: "c" }),
      aCountedAnswer({ actor: "d", level: 4 }),
    ]);
    expect(found).toMatchObject({ category: "kommun", otherCount: 2 });
    expect(found?.capabilities[0]).toMatchObject({ own: { shareMeeting: 0 }, others: { shareMeeting: 0.5 } });
    expect(found?.rows[0]?.others).toMatchObject({ meetsMinimum: 1, notMeeting: 1 });
  });

  test("alone in its category stands beside nobody", () => {
    const found = profile([aCountedAnswer({ actor: "d" })], { actor: "d" });
    expect(found?.otherCount).toBe(0);
    expect(found?.capabilities[0]?.others).toMatchObject({ applicable: 0, shareMeeting: null });
  });

  test("shows an earlier year's level where it can be compared, and where not why", () => {
    const split = { change: "split" as const, reason: "Delad i två." };
    const lineage: Lineage = new Map([
      ["1:1", { from: ["1:2"], steps: [] }],
      ["1:2", { from: ["1:1"], steps: [split] }],
    ]);
    const found = profile([aCountedAnswer({ level: 3 })], {
      before: [aCountedAnswer({ code: "1:2", level: 1 })],
      lineage,
    });
    expect(found?.years).toEqual([2025, 2026]);
    expect(found?.rows.map(({ years }) => years[0])).toMatchObject([
      { year: 2025, cell: { level: 1 } },
      { year: 2025, breaks: [split] },
      { year: 2025, breaks: [] },
    ]);
    expect(found?.rows[0]?.years[1]).toMatchObject({ year: 2026, cell: { level: 3 } });
  });

  test("counts its confidence, and names high levels it is unsure of", () => {
    const found = profile([
      aCountedAnswer({ level: 3, confidence: "low" } as Given),
      aCountedAnswer({ code: "1:2", level: 2, confidence: "low" } as Given),
      aCountedAnswer({ actor: "b", level: 4, confidence: "low" } as Given),
    ]);
    expect(found).toMatchObject({ confidence: { low: 2, medium: 0, high: 0 }, doubtful: ["1:1"] });
  });

  test("names them in the order of the definition, however the answers stand", () => {
    const unsure = ["2:1", "1:2", "1:1"].map((code) => aCountedAnswer({ code, level: 3, confidence: "low" } as Given));
    expect(profile(unsure)?.doubtful).toEqual(["1:1", "1:2", "2:1"]);
  });

  test("of an actor that is not in the round there is none; of one without answers everything is missing", () => {
    expect(profile([], { actor: "z" })).toBeUndefined();
    const found = profile([]);
    expect(found?.capabilities.map(({ own }) => own.shareMeeting)).toEqual([null, null]);
    expect(found?.confidence).toEqual({ low: 0, medium: 0, high: 0 });
  });
});
