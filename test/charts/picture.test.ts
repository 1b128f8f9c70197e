import { createCanvas } from "@napi-rs/canvas";
import { Chart, registerables } from "chart.js";
import { expect, test } from "vitest";
import { goalLine } from "#charts/goal-line.ts";
import { levelBars } from "#charts/level-bars.ts";
import { asPicture, pictureSize } from "#charts/picture.ts";
import { shareRadar } from "#charts/share-radar.ts";
import type { ChartSpec } from "#charts/theme.ts";
import { trendLine } from "#charts/trend-line.ts";
import { wrapped } from "#charts/wrapped.ts";
import { levelsPerCategory } from "#domain/category-levels.ts";
import type { TrendSegment, TrendValue } from "#domain/trend.ts";
import { anActor } from "#test/support/builders.ts";
import { reportMark } from "#text/secrecy.ts";

Chart.register(...registerables);

const points = [
  { capability: 1, name: "Aktivera aktörsgemensamt arbete", now: 0.7, before: 0.66 },
  { capability: 2, name: "Informationsdela och ta fram lägesbild", now: 0.71, before: 0.73 },
  { capability: 3, name: "Samordna", now: null, before: null },
  { capability: 4, name: "Inrikta", now: 0, before: 0.2 },
];
const scale = [0, 1, 2, 3, 4].map((level) => ({ level, name: `Nivå ${level}`, anchor: "" }));
const years = [
  { year: 2024, minimum: 2, ambition: null, median: 1 },
  { year: 2026, minimum: 3, ambition: 4, median: null },
];
const cell = { actor: "a", code: "1:1", minimum: 2, ambition: null, gap: null, ambitionGap: null, causes: [] };
const levelRows = levelsPerCategory(
  [
    { ...cell, level: 2, status: "meets_minimum" },
    { ...cell, actor: "b", level: null, status: "unknown" },
    { ...cell, actor: "c", level: null, status: "not_applicable" },
  ],
  [anActor(), anActor({ id: "b" }), anActor({ id: "c", category: "blåljus" })],
  [0, 1, 2, 3, 4],
);
const value = (shareMeeting: number | null): TrendValue => ({
  ...{ isWithheld: false, answered: 1, applicable: 1, meetsMinimum: 1, notMeeting: 0 },
  ...{ shareMeeting, shareLow: 0.2, shareHigh: 0.9 },
});
const pointOf = (year: number, all: TrendValue) => ({ year, all, panel: all, allLatest: all, panelLatest: all });
const segment = {
  name: "",
  gaps: [],
  panelSize: 1,
  minimumChanges: [],
  minimumYear: 2027,
  clarified: [],
  broken: null,
};
const change = { code: "2:5", year: 2025, before: [], after: [] };
const trend: TrendSegment[] = [
  { ...segment, code: "2:4", points: [pointOf(2024, value(0.4)), pointOf(2025, value(0.5))], minimumChanges: [change] },
  { ...segment, code: "2:5", points: [pointOf(2027, { isWithheld: true })], broken: [] },
];
const specs: [string, ChartSpec][] = [
  ["the radar", shareRadar({ points, year: 2026, sinceYear: 2025 }, "picture")],
  ["a goal", goalLine({ years, goal: { level: 3, goalYear: 2028 }, scale })],
  ["the levels per category", levelBars({ rows: levelRows, scale })],
  ["the levels of nobody", levelBars({ rows: [], scale })],
  ["a trend", trendLine({ years: [2024, 2025, 2026, 2027], segments: trend, isChanged: true, minimumYear: 2027 })],
  ["a trend without a year", trendLine({ years: [], segments: [], isChanged: false, minimumYear: null })],
  ["a goal without a year", goalLine({ years: [], goal: null, scale })],
];

/** Draws as a document does, and gives back the texts that came onto the canvas. */
function drawnTexts(spec: ChartSpec): string[] {
  const canvas = createCanvas(pictureSize.width, pictureSize.height);
  const context = canvas.getContext("2d");
  const texts: string[] = [];
  const fillText = context.fillText.bind(context);
  context.fillText = (text, x, y, width) => {
    texts.push(text);
    fillText(text, x, y, width);
  };
  const framed = asPicture(spec, { title: "Grundförmågorna 2026", source: "Källa: självskattning 2026." });
  new Chart(canvas as unknown as HTMLCanvasElement, framed as never).destroy();
  return texts;
}

test.each(specs)("%s is drawn without a browser, with title, source and secrecy mark in the picture", (_name, spec) => {
  const texts = drawnTexts(spec);
  expect(texts).toEqual(expect.arrayContaining(["Grundförmågorna 2026", "Källa: självskattning 2026.", reportMark]));
  expect(texts.join()).not.toMatch(/NaN|null|undefined/);
});

test("alone in a picture, an axis says its name and share; beside its table its number is enough", () => {
  expect(shareRadar({ points, year: 2026, sinceYear: null }, "picture").data.labels?.[0]).toEqual([
    "1 Aktivera aktörsgemensamt",
    "arbete",
    "70\u00a0%",
  ]);
  expect(shareRadar({ points, year: 2026, sinceYear: null }).data.labels?.[0]).toBe("1");
});

test("in every part of a bar stands how many they are; what applies to nobody is no bar", () => {
  const spec = levelBars({ rows: levelRows, scale });
  expect(spec.data.labels).toEqual(["Hela regionen (2)", "Kommuner (2)"]);
  expect(spec.data.datasets.map(({ data }) => data[0])).toEqual([0, 0, 50, 0, 0, 50, 0]);
  expect(drawnTexts(spec)).toEqual(expect.arrayContaining(["1", "nivå 2", "?"]));
});

test.each([
  ["has room for what they answered", 1, true],
  ["is lower than both lines has their number only", 8, false],
])("a part of a bar that %s", (_case, times, hasLevel) => {
  const texts = drawnTexts(levelBars({ rows: Array.from({ length: times }, () => levelRows).flat(), scale }));
  expect(texts).toContain("1");
  expect(texts.includes("nivå 2")).toBe(hasLevel);
});

test.each([
  ["beside each other are named over one another", 20, [2020, 2021], 2],
  ["apart are named each", 20, [2020, 2028], 2],
  ["are not named where even two lines have no room", 40, [2020, 2021, 2022], 2],
])("changed minimums %s", (_case, length, changed, times) => {
  const years = Array.from({ length }, (_, at) => 2012 + at);
  const all = years.map((year) => pointOf(year, value(0.5)));
  const minimumChanges = changed.map((year) => ({ ...change, year }));
  const spec = trendLine({
    years,
    segments: [{ ...segment, code: "2:4", points: all, minimumChanges }],
    isChanged: true,
    minimumYear: 2028,
  });
  expect(drawnTexts(spec).filter((text) => text === "Ny lägstanivå")).toHaveLength(times);
});

test("a share that is not known is a gap in the line, never 0", () => {
  const [now] = shareRadar({ points, year: 2026, sinceYear: null }).data.datasets;
  expect(now?.data).toEqual([70, 71, null, 0]);
});

test.each([
  ["", 10, [""]],
  ["ett", 10, ["ett"]],
  ["ett två tre", 7, ["ett två", "tre"]],
  ["ett krisledningsorganisationen", 7, ["ett", "krisledningsorganisationen"]],
])("“%s” in lines of %i", (text, length, lines) => {
  expect(wrapped(text, length)).toEqual(lines);
});

test("a trend's years that cannot be compared are lines of their own, and what is withheld or not there is a gap, never 0", () => {
  const { datasets } = trendLine({
    years: [2024, 2025, 2026, 2027],
    segments: trend,
    isChanged: false,
    minimumYear: null,
  }).data;
  expect(datasets.map(({ label, data }) => [label, data])).toEqual([
    ["2:4: Alla aktörer", [40, 50, null, null]],
    ["Alla aktörer", [null, null, null, null]],
    ["Spann för det som inte är känt", []],
  ]);
});

test.each([
  ["is drawn where it differs in a year", 0.6, ["Alla aktörer", "Matchad panel"]],
  ["is left out where it lies under all actors' in every year", 0.5, ["Alla aktörer"]],
])("the panel's line %s", (_case, share, expected) => {
  const points = [pointOf(2024, value(0.4)), { ...pointOf(2025, value(0.5)), panel: value(share) }];
  const segments = [{ ...segment, code: "2:4", points }];
  const { datasets } = trendLine({ years: [2024, 2025], segments, isChanged: false, minimumYear: null }).data;
  expect(datasets.map(({ label }) => label)).toEqual([...expected, "Spann för det som inte är känt"]);
});
