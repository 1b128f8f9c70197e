import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, describe, expect, test } from "vitest";
import { Heatmap } from "#components/heatmap/heatmap.tsx";
import { openDatabase } from "#db/client.server.ts";
import type { Cell } from "#domain/gap.ts";
import type { HeatmapFoot } from "#domain/heatmap.ts";
import { aboutHeads } from "#exports/about-columns.ts";
import { cellsCsv } from "#exports/cells-csv.ts";
import { regionalCsv } from "#exports/regional-csv.ts";
import { readCsv } from "#test/support/csv.ts";
import { nameOf, storeEarlierVector, storeVector, vectorYear } from "#test/support/store-vector.ts";
import { readVectors } from "#test/support/vectors.ts";
import { loadPlanningBasis } from "#usecases/load-planning-basis.ts";
import { viewCategories } from "#usecases/view-categories.ts";
import { viewHeatmap } from "#usecases/view-heatmap.ts";
import { viewYears } from "#usecases/view-years.ts";

// Cases 5 and 6 have the most actors and the most sub-capabilities; 4 is the largest.
const vectors = readVectors().filter(({ name }) => /-[2456]$/.test(name));
const now = new Date("2026-03-02T11:00:00.000Z");

/** What the page says of a cell, written down from the method, not from the app. */
function said({ status, level, minimum, ambition, gap }: Cell): string {
  const steps = ["noll", "ett", "två", "tre", "fyra"][gap ?? 0];
  const asked = minimum === null ? "" : `, lägstanivån är ${minimum}`;
  const aim = ambition === null ? "" : `, ambitionsnivån är ${ambition}`;
  return {
    not_applicable: "ej tillämplig",
    missing: `svar saknas${asked}`,
    unknown: `kan inte bedömas${asked}`,
    no_minimum: `nivå ${level}, ingen lägstanivå beslutad${aim}`,
    below_minimum: `${level} −${gap}, nivå ${level}, ${steps} steg under lägstanivån ${minimum}`,
    meets_ambition: `nivå ${level}, når lägstanivån ${minimum} och ambitionsnivån ${ambition}`,
    meets_minimum: `nivå ${level}, når lägstanivån ${minimum}${aim}`,
  }[status];
}

function shown({ status, level, gap }: Cell): string {
  if (status === "not_applicable") return "–";
  if (status === "missing") return "";
  if (status === "unknown") return "?";
  return status === "below_minimum" ? `${level}−${gap}` : String(level);
}

const classes: Record<Cell["status"], RegExp> = {
  not_applicable: /^na$/,
  missing: /^missing$/,
  unknown: /^unknown$/,
  no_minimum: /^no-minimum$/,
  below_minimum: /^below-[1-3]$/,
  meets_ambition: /^amb$/,
  meets_minimum: /^meets$/,
};

function textOf(html: string): string {
  return html.replace(/<svg.*?<\/svg>/g, "").replace(/<[^>]+>/g, "");
}

/** The heatmap's cells by "actor code" and its feet row by row, parsed out of the markup. */
function readHeatmap(html: string) {
  const cellPattern =
    /<td class="cell ([\w-]+)(?: first)?"><a id="[^"]+" href="\/x\/aktor\/([^/"]+)\/([^"]+)" aria-label="([^"]*)">(.*?)<\/a>/g;
  const cells = [...html.matchAll(cellPattern)].map(([, className = "", actor, code, label = "", inside = ""]) => ({
    key: `${actor} ${code}`,
    className,
    label,
    text: textOf(inside),
  }));
  const foot = html.slice(html.indexOf("<tfoot>"));
  const feet = [...foot.matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td class="num[^"]*">(.*?)<\/td>/g)].map(([, inside = ""]) => textOf(inside)),
  );
  return { cells, feet: feet.filter((row) => row.length > 0) };
}

/** Whole per cent as a reader expects them: 0 and 100 only where it is exactly so. */
function percent(share: number | null): string {
  if (share === null) return "–";
  if (share === 0 || share === 1) return String(share * 100);
  return String(Math.min(99, Math.max(1, Math.floor((Math.round(share * 1e6) + 5000) / 10_000))));
}

/** The summary that a foot holds, without what kind it is. */
function summaryOf(foot: HeatmapFoot | null) {
  if (foot?.of !== "levels") throw new Error("no summary");
  const { of: _kind, ...summary } = foot;
  return summary;
}

const field = (value: unknown) => (value === null || value === undefined ? "" : String(value));

describe.each(vectors)("the worked case $name, stored in the database, stands to the last digit in", (vector) => {
  const { db, close } = openDatabase(":memory:");
  afterAll(close);
  storeVector(db, vector);
  const { expected, input } = vector;
  const basis = loadPlanningBasis(db, vectorYear, { now, madeBy: "testet" });
  if (!basis) throw new Error("no basis");
  const about = Object.fromEntries(aboutHeads.map((head) => [head, expect.any(String)]));

  test("the heatmap", () => {
    const view = viewHeatmap(db, { year: vectorYear, search: new URLSearchParams() }, { now });
    if (!view) throw new Error("no heatmap");
    const html = renderToStaticMarkup(
      <Heatmap
        heatmap={view.heatmap}
        aim={view.query.aim}
        year={vectorYear}
        listed="Alla"
        over="alla"
        base="/x"
        search=""
        codeHref={(code) => `/z/${code}`}
        sorted={null}
      />,
    );
    const { cells, feet } = readHeatmap(html);
    expect(cells).toHaveLength(expected.cells.length);
    const byKey = new Map(cells.map((cell) => [cell.key, cell]));
    for (const cell of expected.cells) {
      const found = byKey.get(`${cell.actor} ${cell.code}`);
      expect(found?.label).toBe(`${cell.actor}, ${cell.code}: ${said(cell)}`);
      expect(found?.text).toBe(shown(cell));
      expect(found?.className).toMatch(classes[cell.status]);
    }
    expect(feet).toEqual([
      expected.regional.map(({ shareMeeting }) => percent(shareMeeting)),
      expected.regional.map(({ shareLow, shareHigh }) =>
        shareLow === null ? "–" : `${percent(shareLow)}–${percent(shareHigh)}`,
      ),
      expected.regional.map(({ answered, applicable }) => `${answered}/${applicable}`),
      expected.regional.map(({ belowMinimum }) => String(belowMinimum)),
    ]);
    expect(view.priority.map(({ code }) => code)).toEqual(expected.priority);
    expect(html).not.toMatch(/NaN|undefined|null/);
  });

  test("the table of categories", () => {
    const view = viewCategories(db, { year: vectorYear, search: new URLSearchParams() }, { now });
    const rows = view?.rows.flatMap(({ key, cells }) =>
      cells.map(({ code, foot }) => ({ category: key, code, ...summaryOf(foot) })),
    );
    const byPlace = (a: { category: string; code: string }, b: { category: string; code: string }) =>
      `${a.category} ${a.code}` < `${b.category} ${b.code}` ? -1 : 1;
    expect(rows?.toSorted(byPlace)).toEqual(expected.categories.toSorted(byPlace));
  });

  test("the table of years, this year and the same as an earlier one", () => {
    const own = openDatabase(":memory:");
    storeVector(own.db, vector);
    storeEarlierVector(own.db, vector, vectorYear - 1);
    const view = viewYears(own.db, { year: vectorYear, search: new URLSearchParams() }, { now });
    own.close();
    expect(view?.rows.map(({ key }) => key)).toEqual([String(vectorYear), String(vectorYear - 1)]);
    for (const { cells } of view?.rows ?? [])
      expect(expected.regional).toMatchObject(cells.map(({ code, foot }) => ({ code, ...summaryOf(foot) })));
  });

  test("cells.csv", () => {
    const rows = new Map(readCsv(cellsCsv(basis)).map((row) => [`${row.actor_id} ${row.code}`, row]));
    const counting = new Set(input.assessments.filter(({ status }) => status !== "draft").map(({ actor }) => actor));
    const answered = new Set(
      input.answers.filter(({ actor }) => counting.has(actor)).map(({ actor, code }) => `${actor} ${code}`),
    );
    expect(rows.size).toBe(expected.cells.length);
    for (const cell of expected.cells) {
      const actor = input.actors.find(({ id }) => id === cell.actor);
      expect(rows.get(`${cell.actor} ${cell.code}`)).toEqual({
        year: String(vectorYear),
        definition: "test",
        actor_id: cell.actor,
        actor: nameOf(cell.actor),
        category: field(actor?.category),
        designated: field(actor?.designated),
        code: cell.code,
        level: field(cell.level),
        minimum: field(cell.minimum),
        ambition: field(cell.ambition),
        gap: field(cell.gap),
        status: cell.status,
        confidence: answered.has(`${cell.actor} ${cell.code}`) ? "medium" : "",
        causes: cell.causes.join(","),
        ...about,
      });
    }
  });

  test("regional.csv", () => {
    expect(readCsv(regionalCsv(basis))).toEqual(
      expected.regional.map((row) => ({
        year: String(vectorYear),
        definition: "test",
        code: row.code,
        sub_capability: `Delförmåga ${row.code}`,
        applicable: field(row.applicable),
        missing: field(row.missing),
        answered: field(row.answered),
        unknown: field(row.unknown),
        no_minimum: field(row.noMinimum),
        expected: field(row.expected),
        below_minimum: field(row.belowMinimum),
        meets_minimum: field(row.meetsMinimum),
        meets_ambition: field(row.meetsAmbition),
        not_meeting: field(row.notMeeting),
        share_meeting: field(row.shareMeeting),
        share_low: field(row.shareLow),
        share_high: field(row.shareHigh),
        median: field(row.median),
        ...Object.fromEntries(row.distribution.map((count, level) => [`level_${level}`, field(count)])),
        gap_steps: field(row.gapSteps),
        ...Object.fromEntries(Object.entries(row.causes).map(([cause, count]) => [cause, field(count)])),
        ...about,
      })),
    );
  });
});
