// The basis as Word and Excel files, opened by another program: LibreOffice reads what we wrote, and finds the core's numbers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { councilBasisDocx } from "#exports/council-basis-docx.ts";
import { councilBasisXlsx } from "#exports/council-basis-xlsx.ts";
import { planningBasisDocx } from "#exports/planning-basis-docx.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";
import { planningBasisXlsx } from "#exports/planning-basis-xlsx.ts";
import { aCouncilBasis, aMeasure, hardTexts } from "#test/support/basis.ts";
import { testNow } from "#test/support/request.ts";
import { asText, converted, everySheetAsCsv, pageCount } from "#test/support/soffice.ts";
import { storeVector, vectorYear } from "#test/support/store-vector.ts";
import { storeRound } from "#test/support/stored.ts";
import { readVectors } from "#test/support/vectors.ts";
import { loadPlanningBasis } from "#usecases/load-planning-basis.ts";

const making = { now: testNow, madeBy: "testet" };
const folder = mkdtempSync(join(tmpdir(), "formagekollen-office-"));
afterAll(() => rmSync(folder, { recursive: true }));

function basisOf(store: (db: ReturnType<typeof openDatabase>["db"]) => void, year: number): PlanningBasis {
  const { db, close } = openDatabase(":memory:");
  store(db);
  const basis = loadPlanningBasis(db, year, making);
  close();
  if (!basis) throw new Error("no basis");
  return basis;
}

// The worked case with the most sub-capabilities.
const [vector] = readVectors().filter(({ name }) => /-6$/.test(name));
if (!vector) throw new Error("no vector");
const { expected } = vector;

let pdf: Map<string, Buffer>;
let text: Map<string, Buffer>;
let csv: Map<string, Buffer>;
beforeAll(async () => {
  const whole = basisOf((db) => storeVector(db, vector), vectorYear);
  const measures = hardTexts.map((what, at) =>
    aMeasure({ actor: whole.actors[0]?.id, code: whole.priority[0], number: at + 1, what }),
  );
  const basis = { ...whole, measures };
  const empty = basisOf((db) => storeRound(db, "planned"), 2026);
  const council = aCouncilBasis();
  const words = {
    "whole.docx": await planningBasisDocx(basis),
    "empty.docx": await planningBasisDocx(empty),
    "council.docx": await councilBasisDocx(council),
  };
  const sheets = {
    "sheets.xlsx": await planningBasisXlsx(basis),
    "nothing.xlsx": await planningBasisXlsx(empty),
    "council.xlsx": await councilBasisXlsx(council),
  };
  pdf = converted(folder, { ...words, "sheets.xlsx": sheets["sheets.xlsx"] }, "pdf");
  text = converted(folder, words, asText);
  csv = converted(folder, sheets, everySheetAsCsv);
}, 180_000);

const textOf = (files: Map<string, Buffer>, name: string) =>
  (files.get(name)?.toString("utf8") ?? "").replace(/^\uFEFF/, "");

/** A sheet as LibreOffice has read it, by head. */
function sheet(name: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of textOf(csv, `${name}.csv`).matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain) as string);
    if (end === "\n") rows.push([]);
  }
  const [heads = [], ...body] = rows;
  return body
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ""])));
}

const field = (value: number | null) => (value === null ? "" : String(value));

/** "66.6667%": a number that is shown as per cent, with the decimals that it has. */
function shareIn(text = ""): number | null {
  return text === "" ? null : Math.round(Number(text.replace("%", "")) * 10_000) / 1_000_000;
}

describe("the Word file, opened by LibreOffice", () => {
  test("prints on few pages, whatever it holds", () => {
    for (const [name, most] of [
      ["whole", 40],
      ["empty", 6],
      ["council", 5],
    ] as const) {
      const pages = pageCount(pdf.get(`${name}.pdf`) ?? Buffer.alloc(0));
      expect(pages).toBeGreaterThan(1);
      expect(pages).toBeLessThan(most);
    }
  });

  test.each(hardTexts.map((typed) => [typed.slice(0, 20), typed]))("holds %j as it was typed", (_short, typed) => {
    expect(textOf(text, "whole.txt").replace(/\s+/g, " ")).toContain(typed.replace(/\s+/g, " ").trim());
  });

  test("has the core's numbers per sub-capability", () => {
    const lines = textOf(text, "whole.txt").split("\n");
    for (const row of expected.regional) {
      const at = lines.findIndex(
        (line, index) =>
          line === `${row.code} Delförmåga ${row.code}` && lines[index + 8] === `${row.answered}/${row.applicable}`,
      );
      expect([row.code, at >= 0]).toEqual([row.code, true]);
      expect([row.code, ...lines.slice(at + 2, at + 6)]).toEqual([
        row.code,
        ...[row.meetsMinimum, row.belowMinimum, row.unknown, row.missing].map(String),
      ]);
    }
  });

  test("says of a round without anything that there is nothing", () => {
    const said = textOf(text, "empty.txt");
    for (const sentence of [
      "Inga lägstanivåer är beslutade.",
      "Ingen aktör har lämnat in",
      "Inget beslut om lägstanivåer är registrerat för 2026.",
    ])
      expect(said).toContain(sentence);
    expect(said).not.toMatch(/NaN|undefined|null/);
  });

  test("says to the council what is not shown and why", () => {
    expect(textOf(text, "council.txt")).toContain("Visas inte: 1:2");
    expect(textOf(text, "council.txt")).toContain("minst fem aktörer");
  });
});

describe("the Excel file, opened by LibreOffice", () => {
  test("has the core's numbers per sub-capability, and codes that are no times", () => {
    const rows = new Map(sheet("sheets-Delförmågor").map((row) => [row.Kod, row]));
    expect([...rows.keys()]).toEqual(expected.regional.map(({ code }) => code));
    for (const row of expected.regional) {
      expect(rows.get(row.code)).toMatchObject({
        Berörda: field(row.applicable),
        Saknas: field(row.missing),
        "Når inte": field(row.notMeeting),
        "Median (nivå)": field(row.median),
        "Brist i steg": field(row.gapSteps),
      });
      const shares = ["Andel som når", "Andel, lägst", "Andel, högst"].map((head) =>
        shareIn(rows.get(row.code)?.[head]),
      );
      expect([row.code, ...shares]).toEqual([row.code, row.shareMeeting, row.shareLow, row.shareHigh]);
    }
  });

  test("has every cell", () => {
    const found = sheet("sheets-Svar").map((row) =>
      [row.Aktör, row.Kod, row.Nivå, row.Lägstanivå, row["Brist i steg"]].join(" "),
    );
    const core = expected.cells.map((cell) =>
      [`Aktör ${cell.actor}`, cell.code, field(cell.level), field(cell.minimum), field(cell.gap)].join(" "),
    );
    expect(found.sort()).toEqual(core.sort());
  });

  test("has the measures as they were typed, and their days as days", () => {
    const rows = sheet("sheets-Åtgärder");
    expect(rows.map((row) => row.Åtgärd)).toEqual(hardTexts);
    expect(rows[0]?.["Klart senast"]).toBe("2026-12-31");
  });

  test("says where there is nothing", () => {
    expect(textOf(csv, "nothing-Svar.csv")).toContain("Inga aktörer: omgången har inte öppnat.");
    expect(textOf(csv, "nothing-Om filen.csv")).toContain("planerad, inte öppnad");
  });
});
