import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { councilBasisXlsx } from "#exports/council-basis-xlsx.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";
import { planningBasisXlsx } from "#exports/planning-basis-xlsx.ts";
import { aBasisActor, aCouncilBasis, aMeasure, anAbout, hardTexts } from "#test/support/basis.ts";

const noCauses = { planning: 0, organisation: 0, equipment: 0, training: 0, exercise: 0 };
const { id: _i, name: _n, shortName: _s, category: _c, designated: _d, hasSubmitted: _h, ...noSummary } = aBasisActor();

function aBasis(overrides: Partial<PlanningBasis> = {}): PlanningBasis {
  const cell = { actor: "haninge", code: "2:5", ambition: null, ambitionGap: null, confidence: "low" as const };
  return {
    $schema: "underlag-2026.schema.json",
    format: "formagekollen-underlag-1",
    about: anAbout({ madeBy: "=1+1" }),
    scale: [0, 1].map((level) => ({ level, name: `Nivå ${level}`, anchor: "" })),
    since: null,
    reach: { all: 0, most: 0, few: 1, unjudged: 0 },
    capabilities: [{ number: 2, name: "Två", ...noSummary, before: null, isMinimumChanged: false }],
    subCapabilities: [
      {
        code: "2:5",
        name: "Rakel",
        capability: 2,
        targets: [{ group: "all", minimum: 1, ambition: null, decision: 1 }],
        ...noSummary,
        shareMeeting: 0.666667,
        median: 0,
        distribution: [1, 2],
        gapSteps: 1,
        causes: noCauses,
        change: null,
      },
    ],
    priority: ["2:5"],
    actors: [aBasisActor({ id: "haninge", name: "Haninge kommun" })],
    cells: [{ ...cell, level: 0, minimum: 1, gap: 1, status: "below_minimum", causes: ["planning", "exercise"] }],
    patterns: { causes: [], gapPairs: [], help: [], doubtful: [] },
    measures: [],
    commonFunctions: [],
    ...overrides,
  };
}

async function opened(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  return workbook;
}

/** The value under a head, in the first row below it unless another is asked for. */
function cellIn(workbook: ExcelJS.Workbook, sheet: string, head: string, row = 2): ExcelJS.Cell {
  const found = workbook.getWorksheet(sheet);
  const heads = (found?.getRow(1).values ?? []) as string[];
  if (!found || !heads.includes(head)) throw new Error(`No ${head} in ${sheet}`);
  return found.getCell(row, heads.indexOf(head));
}

describe("the Excel file", () => {
  test("says first what it is", async () => {
    const workbook = await opened(await planningBasisXlsx(aBasis()));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Om filen",
      "Delförmågor",
      "Svar",
      "Brister",
      "Orsaker",
      "Åtgärder",
    ]);
    const said = new Map<unknown, unknown>();
    workbook.worksheets[0]?.eachRow((row) => said.set(row.getCell(1).value, row.getCell(2).value));
    expect(said.get("År")).toBe("2026");
    expect(said.get("Lägstanivåer enligt")).toBe("Beslut 1, 12 februari 2026: Chefsgruppen § 4");
    expect(said.get("Framtaget")).toBe("2 mars 2026 kl. 12:00 av =1+1");
    expect(said.has("Visar var förmågan brister. Pröva sekretessen innan den lämnas ut.")).toBe(true);
  });

  test("has codes as text, numbers as numbers, shares as per cent and days as days", async () => {
    const workbook = await opened(await planningBasisXlsx(aBasis({ measures: [aMeasure()] })));
    const code = cellIn(workbook, "Delförmågor", "Kod");
    expect([code.value, code.type, code.numFmt]).toEqual(["2:5", ExcelJS.ValueType.String, "@"]);
    const share = cellIn(workbook, "Delförmågor", "Andel som når");
    expect([share.value, share.numFmt]).toEqual([0.666667, "0.0%"]);
    expect(cellIn(workbook, "Svar", "Nivå").value).toBe(0);
    expect(cellIn(workbook, "Svar", "Ambitionsnivå").value).toBeNull();
    const day = cellIn(workbook, "Åtgärder", "Klart senast");
    expect([day.value, day.numFmt]).toEqual([new Date("2026-12-31T00:00:00Z"), "yyyy-mm-dd"]);
  });

  test("has a head that stays, filters and a foot with the mark on every table", async () => {
    const workbook = await opened(await planningBasisXlsx(aBasis({ measures: [aMeasure()] })));
    for (const sheet of workbook.worksheets.slice(1)) {
      expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
      expect(sheet.autoFilter).toBeTruthy();
      expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", printTitlesRow: "1:1" });
      expect(sheet.headerFooter.oddFooter).toContain("Pröva sekretessen");
    }
  });

  test("is tall enough for what wraps, and no taller than a row can be", async () => {
    const measures = [aMeasure(), aMeasure({ what: "å".repeat(10_000) }), aMeasure({ what: "å".repeat(120) })];
    const sheet = (await opened(await planningBasisXlsx(aBasis({ measures })))).getWorksheet("Åtgärder");
    const [short = 0, tallest = 0, two = 0] = [2, 3, 4].map((row) => sheet?.getRow(row).height);
    expect(tallest).toBe(409);
    expect(two).toBeGreaterThan(short * 1.5);
  });

  test("has a row per gap, and one per cause of it", async () => {
    const workbook = await opened(await planningBasisXlsx(aBasis()));
    expect(cellIn(workbook, "Brister", "Orsaker").value).toBe("Rutin eller plan, Övning");
    expect([2, 3].map((row) => cellIn(workbook, "Orsaker", "Orsak", row).value)).toEqual([
      "Rutin eller plan",
      "Övning",
    ]);
  });

  test.each(hardTexts)("keeps %j as text, and as it was typed", async (what) => {
    const cell = cellIn(
      await opened(await planningBasisXlsx(aBasis({ measures: [aMeasure({ what })] }))),
      "Åtgärder",
      "Åtgärd",
    );
    expect([cell.value, cell.type, cell.formula]).toEqual([what, ExcelJS.ValueType.String, undefined]);
  });

  test("leaves out only what XML cannot carry", async () => {
    const measures = [aMeasure({ what: "klocka\u0007 \u0000slut\uffff" })];
    expect(cellIn(await opened(await planningBasisXlsx(aBasis({ measures }))), "Åtgärder", "Åtgärd").value).toBe(
      "klocka slut",
    );
  });

  test("says where there is nothing", async () => {
    const nothing = aBasis({ cells: [], actors: [], priority: [] });
    const workbook = await opened(await planningBasisXlsx(nothing));
    expect(workbook.getWorksheet("Åtgärder")?.getCell("A2").value).toBe(
      "Inga åtgärder är noterade i de inlämningar som räknas.",
    );
    expect(workbook.getWorksheet("Brister")?.getCell("A2").value).toMatch(/^Inga brister/);
  });
});

test("the council's file leaves a withheld value empty and says why", async () => {
  const workbook = await opened(await councilBasisXlsx(aCouncilBasis()));
  expect(cellIn(workbook, "Delförmågor", "Visas", 3).value).toBe("Visas inte: färre än fem har svarat");
  expect(cellIn(workbook, "Delförmågor", "Andel som når", 3).value).toBeNull();
  expect(cellIn(workbook, "Angelägna", "Rutin eller plan").value).toBeNull();
});
