import { describe, expect, it, test } from "vitest";
import type { TrendPoint, TrendSegment, TrendValue } from "#domain/trend.ts";
import { trendText, yearNotes } from "#text/trends.ts";

const share = (shareMeeting: number | null, answered = 10): TrendValue => ({
  ...{ isWithheld: false, answered, applicable: answered, meetsMinimum: 0, notMeeting: 0 },
  ...{ shareMeeting, shareLow: shareMeeting, shareHigh: shareMeeting },
});
const aPoint = (year: number, all: TrendValue, overrides: Partial<TrendPoint> = {}): TrendPoint => ({
  ...{ year, all, panel: all, allLatest: all, panelLatest: all, ...overrides },
});
const aSegment = (points: TrendPoint[], overrides: Partial<TrendSegment> = {}): TrendSegment => ({
  ...{ code: "2:5", name: "Använda Rakel", points, gaps: [], panelSize: 8, minimumChanges: [], minimumYear: 2026 },
  ...{ clarified: [], broken: null, ...overrides },
});
const says = (points: TrendPoint[], overrides: Partial<TrendSegment> = {}) =>
  trendText({ segments: [aSegment(points, overrides)] }).replaceAll("\u00a0", " ");
const withheld: TrendValue = { isWithheld: true };
const raised = {
  year: 2026,
  code: "2:5",
  before: [{ group: "all" as const, minimum: 2 }],
  after: [{ group: "all" as const, minimum: 3 }],
};

describe("a trend in words", () => {
  test.each<[string, TrendPoint[], Partial<TrendSegment>, string]>([
    [
      "from year to year",
      [aPoint(2024, share(0.5)), aPoint(2026, share(0.62), { panel: share(0.7) })],
      {},
      "Från 2024 till 2026 har andelen som når lägstanivån gått från 50 % till 62 %. I den matchade panelen, de 8 aktörer som svarat båda åren, har den gått från 50 % till 70 %.",
    ],
    [
      "over three years",
      [aPoint(2024, share(0.5)), aPoint(2025, share(0.9)), aPoint(2026, share(0.62))],
      {},
      "Från 2024 till 2026 har andelen som når lägstanivån gått från 50 % till 62 %. I den matchade panelen, de 8 aktörer som svarat alla åren, har den gått från 50 % till 62 %.",
    ],
    [
      "unchanged, in whole per cent",
      [aPoint(2024, share(0.621)), aPoint(2026, share(0.619))],
      { panelSize: null },
      "Från 2024 till 2026 är andelen som når lägstanivån oförändrad, 62 %. I den matchade panelen, de som svarat båda åren, är den oförändrad, 62 %.",
    ],
    [
      "one year only",
      [aPoint(2026, share(0.5))],
      {},
      "Bara ett år har svar att visa: 2026 når 50 %. En utveckling syns när två år kan jämföras.",
    ],
    ["no year", [], {}, "Ingen har svarat något av åren, så det finns ingen utveckling att visa."],
    [
      "a year without anybody to judge, and nobody in every year",
      [aPoint(2024, share(null)), aPoint(2026, share(1), { panel: share(null, 0) })],
      {},
      "Från 2024 till 2026 kan andelarna inte jämföras: 2024 finns ingen andel, 2026 når 100 %. Ingen aktör har svarat båda åren, så det finns ingen matchad panel.",
    ],
    [
      "a withheld panel",
      [aPoint(2024, share(0.5), { panel: withheld }), aPoint(2026, share(0.5))],
      {},
      "Från 2024 till 2026 är andelen som når lägstanivån oförändrad, 50 %. Den matchade panelen visas inte alla år: för få står bakom den eller skillnaden mot andra tal.",
    ],
    [
      "a new minimum",
      [aPoint(2024, share(0.6), { allLatest: share(0.3) }), aPoint(2026, share(0.4))],
      { minimumChanges: [raised], panelSize: 1 },
      "Från 2024 till 2026 har andelen som når lägstanivån gått från 60 % till 40 %. I den matchade panelen, den enda aktör som svarat båda åren, har den gått från 60 % till 40 %. Lägstanivån ändrades 2026. Mot 2026 års lägstanivå har andelen gått från 30 % till 40 %.",
    ],
    [
      "a line that breaks",
      [aPoint(2026, share(0.5))],
      { broken: [{ code: "2:5", change: "split", reason: "Två frågor i en." }] },
      "Bara ett år har svar att visa: 2026 når 50 %. En utveckling syns när två år kan jämföras. Går inte att jämföra bakåt. Delad: Två frågor i en.",
    ],
  ])("%s", (_name, points, overrides, expected) => {
    expect(says(points, overrides)).toBe(expected);
  });

  it("says of each year what it must be read with, a group's own minimum apart", () => {
    const group = "category:blåljus" as const;
    const changed = { ...raised, after: [...raised.after, { group, minimum: 4 }] };
    const clarified = [{ year: 2025, code: "2:5", reason: "Tydligare ord." }];
    const notes = yearNotes(aSegment([aPoint(2024, share(1))], { minimumChanges: [changed], clarified, broken: [] }));
    expect(notes).toEqual([
      { year: 2024, text: "Går inte att jämföra bakåt. Ingen versionskarta leder dit." },
      { year: 2026, text: "Lägstanivå 2 → 3. Lägstanivå för kategorin blåljus ingen → 4." },
      { year: 2025, text: "Förtydligad: Tydligare ord." },
    ]);
  });
});
