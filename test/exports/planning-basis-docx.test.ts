import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "#db/client.server.ts";
import { markOf } from "#exports/basis-docx-heatmap.ts";
import { councilBasisDocx } from "#exports/council-basis-docx.ts";
import { planningBasisDocx } from "#exports/planning-basis-docx.ts";
import type { PlanningBasis } from "#exports/planning-basis-schema.ts";
import { aCouncilBasis, aMeasure, hardTexts } from "#test/support/basis.ts";
import { testNow } from "#test/support/request.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound, testYear } from "#test/support/stored.ts";
import { partsOf, textIn, xmlProblem } from "#test/support/word.ts";
import { reportMark } from "#text/secrecy.ts";
import { loadPlanningBasis } from "#usecases/load-planning-basis.ts";

let connection: Connection;
beforeEach(() => {
  connection = openDatabase(":memory:");
});
afterEach(() => connection.close());

/** Haninge below and unsure, Solna meeting, Attunda silent. */
function aBasis(overrides: Partial<PlanningBasis> = {}): PlanningBasis {
  const { db } = connection;
  storeRound(db, "released");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: 4 }]);
  storeSubmission(db, "haninge", {
    "1:1": { level: 1, causes: ["exercise", "planning"] },
    "1:2": { kind: "unknown", level: null, causes: ["training"] },
  });
  storeSubmission(db, "solna", { "1:1": { level: 4 }, "1:2": { level: 0 }, "2:1": { level: 2 } });
  const basis = loadPlanningBasis(db, testYear, { now: testNow, madeBy: 'Kanslist <&"' });
  if (!basis) throw new Error("no basis");
  return { ...basis, ...overrides };
}

function checked(file: Buffer): Map<string, string> {
  const parts = partsOf(file);
  for (const [name, xml] of parts)
    if (/\.(xml|rels)$/.test(name)) expect([name, xmlProblem(xml)]).toEqual([name, undefined]);
  return parts;
}
const documentOf = async (basis: PlanningBasis) =>
  checked(await planningBasisDocx(basis)).get("word/document.xml") ?? "";
const partLike = (parts: Map<string, string>, pattern: RegExp) =>
  [...parts].filter(([name]) => pattern.test(name)).map(([, xml]) => xml);

describe("the Word file", () => {
  test("is well-formed and holds what was typed, but for what XML cannot carry", async () => {
    const measures = [...hardTexts, "klocka\u0007 \u0000slut"].map((what, at) => aMeasure({ number: at + 1, what }));
    const text = textIn(await documentOf(aBasis({ measures })));
    for (const typed of hardTexts) for (const line of typed.split("\n")) expect(text).toContain(line);
    expect(text).toContain("klocka slut");
  });

  test("has headings, a filled table of contents that leads to them, and repeated heads", async () => {
    const xml = await documentOf(aBasis());
    const anchors = [...xml.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/g)].map(([, id]) => id);
    const marked = new Set([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, id]) => id));
    expect(anchors).toHaveLength(9);
    expect(anchors.filter((id) => !marked.has(id))).toEqual([]);
    expect([...xml.matchAll(/w:pStyle w:val="Heading1"/g)]).toHaveLength(9);
    expect(xml).toMatch(/<w:instrText[^>]*> TOC /);
    expect([...xml.matchAll(/w:fldCharType="begin"/g)]).toHaveLength([...xml.matchAll(/w:fldCharType="end"/g)].length);
    expect(xml).toContain("<w:tblHeader/>");
    expect(xml).toMatch(/<w:tblCaption w:val="[^"]+"\/>/);
  });

  test("has pictures with words, a lying heatmap, language, author, mark and page numbers", async () => {
    const parts = checked(await planningBasisDocx(aBasis()));
    const xml = parts.get("word/document.xml") ?? "";
    const descriptions = [...xml.matchAll(/<wp:docPr[^>]*descr="([^"]*)"/g)].map(([, words = ""]) => words);
    expect(descriptions).toHaveLength(3);
    expect(descriptions.filter((words) => words.length < 30)).toEqual([]);
    expect(xml).toContain('w:orient="landscape"');
    expect(parts.get("word/styles.xml")).toContain('w:val="sv-SE"');
    expect(parts.get("docProps/core.xml")).toContain("Kanslist &lt;&amp;&quot;");
    expect(new Set(partLike(parts, /header\d+\.xml$/).map(textIn))).toEqual(new Set([reportMark]));
    for (const footer of partLike(parts, /footer\d+\.xml$/)) expect(footer).toMatch(/PAGE.*NUMPAGES/s);
  });

  test("says year, version, decision, coverage, when and by whom", async () => {
    const text = textIn(await documentOf(aBasis()));
    for (const words of [
      "2026, slutligt resultat",
      "test, Gemensamma förmågor",
      "Beslut 1, 12 februari 2026: Chefsgruppen § 4",
      "2 av 3 aktörer har lämnat in: 5 svar av 9",
      '2 mars 2026 kl. 12:00 av Kanslist <&"',
    ])
      expect(text).toContain(words);
  });

  test("names who falls short, by how much, and why", async () => {
    const text = textIn(await documentOf(aBasis()));
    expect(text).toContain("Två steg under: Haninge");
    expect(text).toContain("Rutin eller plan 1");
  });
});

test.each([
  ["2026-03-01", null, "1 hos 1 aktör, 1 försenad"],
  ["2026-03-01", "done", "inga pågående"],
  ["2026-03-02", null, "1 hos 1 aktör"],
] as const)("a measure due %s that is said to be %s reads %j on 2 March", async (dueDay, state, words) => {
  const text = textIn(await documentOf(aBasis({ measures: [aMeasure({ dueDay, state })] })));
  expect(text).toContain(words);
  expect(text.includes("försenad")).toBe(words.includes("försenad"));
});

test("a measure with a later day than its first says both", async () => {
  const basis = aBasis();
  const moved = aMeasure({ code: basis.priority[0], dueDay: "2027-10-31" });
  expect(textIn(await documentOf({ ...basis, measures: [moved] }))).toContain("2027-10-31 (först 2026-12-31)");
  const unmoved = { ...moved, firstDueDay: moved.dueDay };
  expect(textIn(await documentOf({ ...basis, measures: [unmoved] }))).not.toContain("(först");
});

test.each(["planned", "open", "closed", "released"] as const)(
  "of a round that is %s, without answers or decisions, it says so and nothing untrue",
  async (state) => {
    storeRound(connection.db, state);
    const basis = loadPlanningBasis(connection.db, testYear, { now: testNow, madeBy: "testet" });
    if (!basis) throw new Error("no basis");
    const text = textIn(await documentOf(basis));
    expect(text).toContain("Inga lägstanivåer är beslutade");
    expect(text).toContain("Inga åtgärder är noterade");
    expect(text.includes("Omgången är inte släppt")).toBe(state !== "released");
    expect(text).not.toMatch(/NaN|undefined|null/);
  },
);

test.each([
  [{ status: "not_applicable", level: null, gap: null }, "–"],
  [{ status: "missing", level: null, gap: null }, ""],
  [{ status: "unknown", level: null, gap: null }, "?"],
  [{ status: "no_minimum", level: 0, gap: null }, "0"],
  [{ status: "below_minimum", level: 0, gap: 4 }, "0 −4"],
  [{ status: "meets_minimum", level: 0, gap: 0 }, "0"],
  [{ status: "meets_ambition", level: 4, gap: 0 }, "4"],
] as const)("a cell of the heatmap says %j as %j", (cell, text) => {
  expect(markOf(cell).text).toBe(text);
});

test("missing, unknown, not applicable, no minimum and level 0 look different", () => {
  const looks = (["missing", "unknown", "not_applicable", "no_minimum", "below_minimum"] as const).map((status) =>
    JSON.stringify(markOf({ status, level: 0, gap: 1 })),
  );
  expect(new Set(looks).size).toBe(5);
});

test("the council's says what is withheld, and is short", async () => {
  const xml = checked(await councilBasisDocx(aCouncilBasis())).get("word/document.xml") ?? "";
  expect(textIn(xml)).toContain("Visas inte: 1:2.");
  expect(xml).not.toContain("landscape");
});
