import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import type { CellValue } from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerContent, causes, confidences, emptyAnswer, evidenceKinds, hasOutcome } from "#domain/answer.ts";
import { isSamePart, partsOf, withParts } from "#domain/answer-part.ts";
import { readWorkbook } from "#exports/read-workbook.ts";
import { pack } from "#exports/unpack-workbook.ts";
import { aCapability, aDefinition, anAnswer, anEvidence, aSubCapability } from "#test/support/builders.ts";
import { aWorkbook, edited, filled, readBack, rowOf, workbookPlace } from "#test/support/workbook.ts";

const ids = ["1:1.1", "1:1.2"];

/** What was read of 1:1 as a whole answer. */
async function readAnswer(file: Buffer): Promise<AnswerContent> {
  const { answers, problems } = await readBack(file);
  expect(problems).toEqual([]);
  const parts = answers.find(({ code }) => code === "1:1")?.parts ?? [];
  return withParts(
    emptyAnswer(),
    parts.map(({ part }) => part),
  );
}
/** What is wrong in the file, as `sheet cell: what`, with the sentences. */
async function problemsOf(values: Record<string, CellValue>) {
  const { answers, problems } = await readBack(await filled(await aWorkbook({ "1:1": anAnswer() }), values));
  return { answers, problems };
}
const refusal = async (file: Buffer) => {
  const read = await readWorkbook(file, workbookPlace);
  return read.ok ? null : read.sentence;
};

describe("what is written is read back", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "=1+1",
      "=HYPERLINK(1)",
      " rad 1\nrad 2 ",
      "🙂 åäö",
      "0012",
      "2026-03-01",
      "'citat",
      "مرحبا",
      "_x0041_",
    ),
  );
  const anyDay = fc
    .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const anyEvidence = fc.constantFrom(...evidenceKinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      what: anyText,
      date: fc.oneof(fc.constant(""), anyDay),
      outcome: hasOutcome(kind) ? fc.constantFrom(null, "worked" as const, "shortcomings" as const) : fc.constant(null),
    }),
  );
  const anyLevel = fc.oneof(
    fc.constantFrom(0, 1, 2, 3, 4).map((level) => ({ kind: "level" as const, level })),
    fc.constantFrom({ kind: null, level: null }, { kind: "unknown" as const, level: null }),
  );
  const anyEntry = fc.record({
    answer: fc.constantFrom(
      null,
      "yes" as const,
      "partly" as const,
      "no" as const,
      "unknown" as const,
      "not_applicable" as const,
    ),
    reason: anyText,
  });
  const anyContent = fc
    .record({
      level: anyLevel,
      reason: anyText,
      changeReason: anyText,
      comment: anyText,
      confidence: fc.constantFrom(null, ...confidences),
      causes: fc.subarray([...causes]),
      indicators: fc.record({ "1:1.1": anyEntry, "1:1.2": anyEntry }),
      evidence: fc.array(anyEvidence, { maxLength: 9 }),
    })
    .map(({ level, ...rest }): AnswerContent => ({ ...rest, ...level }));

  test("whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const read = partsOf(await readAnswer(await aWorkbook({ "1:1": content })), ids);
        for (const [index, part] of partsOf(content, ids).entries())
          expect(isSamePart(read[index] ?? part, part), JSON.stringify([part, read[index]])).toBe(true);
      }),
      { numRuns: 15 },
    );
  }, 90_000);

  test("with the revision it was filled in from, and nothing where nothing is saved", async () => {
    const { answers } = await readBack(await aWorkbook({ "1:2": anAnswer({ indicators: {} }) }));
    expect(answers.map(({ code, baseRevision }) => [code, baseRevision])).toEqual([
      ["1:1", 0],
      ["1:2", 1],
      ["2:1", 0],
    ]);
    expect(await readAnswer(await aWorkbook())).toEqual({
      ...emptyAnswer(),
      indicators: { "1:1.1": { answer: null, reason: "" }, "1:1.2": { answer: null, reason: "" } },
    });
  });

  test("also where nothing is directed to the actor, and where a capability may be not applicable", async () => {
    const subs = [
      aSubCapability("1:1", { audiences: ["designated"] }),
      aSubCapability("1:2", { notApplicableAllowed: true }),
    ];
    const definition = aDefinition({ capabilities: [aCapability(1, subs)], indicatorNotApplicableAllowed: false });
    const content = { ...emptyAnswer(), kind: "not_applicable" as const, reason: "Vi har ingen hamn" };
    const file = await aWorkbook({ "1:2": content }, { definition });
    const { answers, problems } = await readBack(file, { ...workbookPlace, definition });
    expect(problems).toEqual([]);
    expect(answers.map(({ code }) => code)).toEqual(["1:2"]);
    expect(answers[0]?.parts.map(({ part }) => part)).toContainEqual({
      part: "level",
      kind: "not_applicable",
      level: null,
    });
  });

  test("a text that begins with = is never a formula", async () => {
    await edited(await aWorkbook({ "1:1": anAnswer({ comment: "=1+1" }) }), (workbook) => {
      expect(rowOf(workbook, "1:1 kommentar").getCell("D").value).toBe("=1+1");
      expect(rowOf(workbook, "1:1 kommentar").getCell("D").numFmt).toBe("@");
    });
  });

  test("what is not to be filled in is locked", async () => {
    await edited(await aWorkbook(), (workbook) => {
      const row = rowOf(workbook, "1:1.1");
      expect(row.getCell("A").protection?.locked ?? true).toBe(true);
      expect(row.getCell("C").protection?.locked).toBe(false);
      expect(row.getCell("C").dataValidation.formulae).toEqual(["Val!$A$1:$A$5"]);
    });
  });
});

test("a workbook that LibreOffice opened, edited and saved is read", async () => {
  // The workbook of an answer with the comment "före", level 3 and an exercise, as flat OpenDocument by LibreOffice 7.4
  // (soffice --convert-to fods), edited there in four cells and saved as .xlsx by the same.
  const read = await readAnswer(readFileSync("test/fixtures/workbook-libreoffice.xlsx"));
  const evidence = [anEvidence({ what: "Övning Havsörn", date: "2026-02-14" })];
  expect(read).toEqual(anAnswer({ level: 2, comment: "efter 🙂", evidence }));
});

describe("a cell is read as what it means", () => {
  test.each<[string, Record<string, CellValue>, Partial<AnswerContent>]>([
    ["a level by its number", { "1:1 nivå C": 2 }, { kind: "level", level: 2 }],
    ["a level by its number as text", { "1:1 nivå C": " 2 " }, { kind: "level", level: 2 }],
    ["a choice in capitals", { "1:1 säkerhet C": "HÖG" }, { confidence: "high" }],
    ["ja as a cause", { "1:1 orsak 4 C": "Ja", "1:1 orsak 1 C": "X" }, { causes: ["planning", "training"] }],
    ["a number as text", { "1:1 kommentar D": 112 }, { comment: "112" }],
    [
      "rich text",
      { "1:1 kommentar D": { richText: [{ text: "vi " }, { font: { bold: true }, text: "övar" }] } },
      { comment: "vi övar" },
    ],
    ["a link", { "1:1 kommentar D": { text: "planen", hyperlink: "https://example.se" } }, { comment: "planen" }],
    ["a formula's result", { "1:1 nivå C": { formula: "1+1", result: 2 } }, { kind: "level", level: 2 }],
    ["an emptied cell", { "1:1 nivå C": null, "1:1 säkerhet C": "  " }, { kind: null, level: null, confidence: null }],
  ])("%s", async (_what, values, expected) => {
    expect(await readAnswer(await filled(await aWorkbook({ "1:1": anAnswer() }), values))).toMatchObject(expected);
  });

  test.each<[string, CellValue]>([
    ["a date", new Date("2026-03-01T00:00:00Z")],
    ["text", "2026-03-01"],
    ["digits", "20260301"],
    ["a number of eight digits", 20260301],
    ["Excel's number of the day", 46082],
    ["short", "2026-3-1"],
  ])("a day written as %s", async (_how, date) => {
    const values = {
      "1:1 underlag 2 C": "övning",
      "1:1 underlag 2 D": "Havsörn",
      "1:1 underlag 2 E": date,
      "1:1 underlag 2 F": "Fungerade",
    };
    const { evidence } = await readAnswer(await filled(await aWorkbook(), values));
    expect(evidence).toEqual([anEvidence({ what: "Havsörn", date: "2026-03-01" })]);
  });
});

describe("what cannot be read is told with its cell, and the rest is read", () => {
  test.each<[string, Record<string, CellValue>, { sheet: string; what: string; why: RegExp }]>([
    [
      "an answer outside the list",
      { "1:1.1 C": "Kanske" },
      { sheet: "Grundförmåga 1", what: "Kanske", why: /Välj Ja, Delvis/ },
    ],
    [
      "a level outside the scale",
      { "1:1 nivå C": 7 },
      { sheet: "Grundförmåga 1", what: "7", why: /finns inte i listan/ },
    ],
    [
      "not applicable where it is not allowed",
      { "1:1 nivå C": "Ej tillämplig" },
      { sheet: "Grundförmåga 1", what: "Ej tillämplig", why: /finns inte i listan/ },
    ],
    [
      "10 000 characters",
      { "1:1 kommentar D": "å".repeat(10_000) },
      { sheet: "Grundförmåga 1", what: `${"å".repeat(57)}…`, why: /högst 4000 tecken/ },
    ],
    [
      "a formula without result",
      { "1:1 kommentar D": { formula: "A1" } as CellValue },
      { sheet: "Grundförmåga 1", what: "", why: /formel utan resultat/ },
    ],
    [
      "a formula that failed",
      { "1:1 kommentar D": { formula: "1/0", result: { error: "#DIV/0!" } } },
      { sheet: "Grundförmåga 1", what: "#DIV/0!", why: /fel från en formel/ },
    ],
    ["a cause that is neither", { "1:1 orsak 2 C": "lite" }, { sheet: "Grundförmåga 1", what: "lite", why: /Skriv x/ }],
    [
      "a day that is none",
      { "1:1 underlag 1 C": "Övning", "1:1 underlag 1 E": "i våras" },
      { sheet: "Underlag", what: "i våras", why: /Datumet finns inte/ },
    ],
    [
      "evidence without kind",
      { "1:1 underlag 1 D": "Havsörn" },
      { sheet: "Underlag", what: "", why: /finns inte i listan/ },
    ],
    [
      "an outcome of a plan",
      { "1:1 underlag 1 C": "Plan eller rutin", "1:1 underlag 1 F": "Fungerade" },
      { sheet: "Underlag", what: "Fungerade", why: /bara för händelse och övning/ },
    ],
  ])("%s", async (_what, values, expected) => {
    const { answers, problems } = await problemsOf(values);
    expect(problems).toEqual([
      { ...expected, cell: expect.stringMatching(/^[C-F]\d+$/), why: expect.stringMatching(expected.why) },
    ]);
    // Ten parts of 1:1 less the one that could not be read.
    expect(answers[0]?.parts).toHaveLength(10);
  });

  test("a row that somebody wrote in beside the questions", async () => {
    const file = await edited(await aWorkbook(), (workbook) => {
      workbook.getWorksheet("Grundförmåga 1")?.addRow(["", "", "", "vart hör det här?"]);
    });
    const { problems } = await readBack(file);
    expect(problems).toMatchObject([
      { sheet: "Grundförmåga 1", cell: expect.stringMatching(/^rad \d+$/), what: "vart hör det här?" },
    ]);
  });
});

describe("a workbook that is another's or has been rebuilt is refused", () => {
  test.each<[string, Parameters<typeof aWorkbook>[1], RegExp]>([
    ["of another year", { year: 2025 }, /gäller 2025, inte 2026/],
    [
      "of another actor",
      { actor: { id: "solna", name: "Solna stad", designated: false } },
      /en annan aktör än Haninge kommun/,
    ],
    ["of another version", { definition: aDefinition({ version: "2019" }) }, /en annan version av frågorna/],
  ])("%s", async (_what, overrides, sentence) => {
    expect(await refusal(await aWorkbook({}, overrides))).toMatch(sentence);
  });

  test.each<[string, Parameters<typeof edited>[1], RegExp]>([
    [
      "without its first sheet",
      (workbook) => workbook.removeWorksheet("Läs först"),
      /ingen arbetsbok från Förmågekollen/,
    ],
    ["without a sheet", (workbook) => workbook.removeWorksheet("Grundförmåga 2"), /”Grundförmåga 2” saknas/],
    ["without the sheet of evidence", (workbook) => workbook.removeWorksheet("Underlag"), /”Underlag” saknas/],
    [
      "with a code renamed",
      (workbook) => {
        rowOf(workbook, "1:1.2").getCell(1).value = "1:1.9";
      },
      /”1:1.2” saknas/,
    ],
    [
      "with two rows exchanged",
      (workbook) => {
        const [one, two] = [rowOf(workbook, "1:1.1").getCell(1), rowOf(workbook, "1:1.2").getCell(1)];
        [one.value, two.value] = [two.value, one.value];
      },
      /”1:1.1” är flyttad/,
    ],
    [
      "with a row taken away",
      (workbook) => workbook.getWorksheet("Grundförmåga 1")?.spliceRows(rowOf(workbook, "1:1.1").number, 1),
      /”1:1.1” saknas/,
    ],
    [
      "with a row twice",
      (workbook) => workbook.getWorksheet("Grundförmåga 2")?.addRow(["2:1 kommentar"]),
      /”2:1 kommentar” hör inte hit/,
    ],
    [
      "without its revision",
      (workbook) => {
        rowOf(workbook, "1:1").getCell("E").value = null;
      },
      /dolda uppgifter saknas/,
    ],
    [
      "with a revision that is none",
      (workbook) => {
        rowOf(workbook, "1:1").getCell("E").value = -1;
      },
      /dolda uppgifter saknas/,
    ],
    [
      "with more rows of evidence than can be",
      (workbook) => {
        rowOf(workbook, "1:1").getCell("F").value = 100_000;
      },
      /dolda uppgifter saknas/,
    ],
  ])("%s", async (_what, edit, sentence) => {
    expect(await refusal(await edited(await aWorkbook(), edit))).toMatch(sentence);
  });

  test("a sheet that was added is left alone", async () => {
    const file = await edited(await aWorkbook(), (workbook) => workbook.addWorksheet("Våra anteckningar"));
    expect(await refusal(file)).toBeNull();
  });
});

describe("a file that is no harmless workbook is refused before it is read", () => {
  const types = { name: "[Content_Types].xml", data: Buffer.from("<Types/>") };
  const book = { name: "xl/workbook.xml", data: Buffer.from("<workbook/>") };

  /** A zip whose one large entry says it is `claimed` bytes and unpacks to `real`. */
  function bomb(claimed: number, real: number): Buffer {
    const packed = deflateRawSync(Buffer.alloc(real));
    const file = pack([types, book, { name: "xl/sharedStrings.xml", data: packed }]);
    const at = file.lastIndexOf("xl/sharedStrings.xml") - 46;
    file.writeUInt16LE(8, at + 10);
    file.writeUInt32LE(claimed, at + 24);
    return file;
  }

  test.each<[string, () => Buffer, RegExp]>([
    ["nothing", () => Buffer.alloc(0), /ingen Excel-arbetsbok/],
    ["text", () => Buffer.from("a;b;c\n".repeat(100)), /ingen Excel-arbetsbok/],
    ["a zip of something else", () => pack([{ name: "a.txt", data: Buffer.from("a") }]), /ingen Excel-arbetsbok/],
    ["a zip cut off", () => pack([types, book]).subarray(0, 60), /skadad/],
    ["a workbook without content", () => pack([types, book]), /ingen arbetsbok från Förmågekollen/],
    ["XML that is none", () => pack([types, { name: "xl/workbook.xml", data: Buffer.from("<a><b></a>") }]), /skadad/],
    [
      "locked with a password, or an .xls",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]),
      /lösenord/,
    ],
    ["macros", () => pack([types, book, { name: "xl/vbaProject.bin", data: Buffer.from("x") }]), /makron/],
    [
      "the type of a macro workbook",
      () => pack([{ ...types, data: Buffer.from("application/vnd.ms-excel.sheet.macroEnabled.main+xml") }, book]),
      /makron/,
    ],
    [
      "an OpenDocument file",
      () =>
        pack([
          { name: "mimetype", data: Buffer.from("x") },
          { name: "content.xml", data: Buffer.from("x") },
        ]),
      /OpenDocument/,
    ],
    ["a bomb that says so", () => bomb(2_000_000_000, 30_000_000), /packar upp till mycket mer/],
    ["a bomb that lies", () => bomb(1000, 30_000_000), /packar upp till mycket mer/],
    [
      "thousands of entries",
      () =>
        pack([
          types,
          book,
          ...Array.from({ length: 600 }, (_none, index) => ({ name: `x/${index}`, data: Buffer.alloc(0) })),
        ]),
      /packar upp till mycket mer/,
    ],
    ["the same entry twice", () => pack([types, book, book]), /skadad/],
  ])("%s", async (_what, make, sentence) => {
    expect(await refusal(make())).toMatch(sentence);
  });

  test("ranges over a whole sheet, which a library spells out cell by cell, take no time", async () => {
    const whole = "A1:XFD1048576";
    const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const xml = (name: string, text: string) => ({ name, data: Buffer.from(text) });
    const file = pack([
      types,
      xml(
        "xl/workbook.xml",
        `<workbook xmlns:r="${relation}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="allt">Blad1!$A$1:$XFD$1048576</definedName></definedNames></workbook>`,
      ),
      xml(
        "xl/_rels/workbook.xml.rels",
        `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      xml(
        "xl/worksheets/sheet1.xml",
        `<worksheet><sheetData/><mergeCells><mergeCell ref="${whole}"/></mergeCells><dataValidations><dataValidation type="list" sqref="${whole}"><formula1>"a,b"</formula1></dataValidation></dataValidations></worksheet>`,
      ),
    ]);
    const begun = performance.now();
    expect(await refusal(file)).toMatch(/ingen arbetsbok från Förmågekollen/);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
