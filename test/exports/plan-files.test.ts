// The plan's files, opened by other programs: LibreOffice reads the Word and Excel files, a validator the JSON.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import type { Role } from "#domain/access.ts";
import type { PlanFile } from "#exports/plan-schema.ts";
import { readCsv } from "#test/support/csv.ts";
import { aSaveId, planYear, storeActivity, storeAdoption, storePlan } from "#test/support/plans.ts";
import { testNow } from "#test/support/request.ts";
import { asText, converted, everySheetAsCsv } from "#test/support/soffice.ts";
import { partsOf, textIn, xmlProblem } from "#test/support/word.ts";
import { exportPlan, isPlanFileName, type PlanFileName } from "#usecases/export-plan.ts";
import { noteActivity } from "#usecases/note-activity.ts";

const folder = mkdtempSync(join(tmpdir(), "formagekollen-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hard = `=1+1 <b>& ”åäö” 🙂\nandra raden\u0007`;
const words = { title: `Verksamhetsplan ${planYear}`, secrecy: "Pröva sekretessen.", madeBy: "testet" };
let db: Db;
beforeEach(() => {
  db = openDatabase(":memory:").db;
  storePlan(db);
});

async function fileOf(file: PlanFileName, role: Role = "office", actorId: string | null = null) {
  const asked = { year: planYear, files: [file] };
  const [made] = (await exportPlan(db, asked, { reader: { role, actorId }, now: testNow, ...words })) ?? [];
  if (!made) throw new Error("no file");
  return made;
}

function followedPlan(): void {
  storeActivity(db, { what: hard, costFrame: 0, subs: [{ code: "1:1", effect: { level: null, actors: 2 } }] });
  storeActivity(db, { what: "x".repeat(1000), goalArea: "en", actors: [], subs: [], costFrame: null });
  storeAdoption(db);
  const note = { state: "ongoing" as const, checkDay: "2027-04-30", text: "=2+2 & på väg" };
  noteActivity(db, { year: planYear, number: 1, saveId: aSaveId(), note }, { now: testNow, personId: null });
}

describe("the plan as files", () => {
  test("Word: well-formed, and what is read in LibreOffice is what was typed", async () => {
    followedPlan();
    const { name, content } = await fileOf("plan.docx");
    expect(name).toBe(`verksamhetsplan-${planYear}-version-1.docx`);
    for (const [part, xml] of partsOf(content as Buffer))
      if (part.endsWith(".xml")) expect(xmlProblem(xml)).toBeUndefined();
    const text =
      converted(folder, { "plan.docx": content as Buffer }, asText)
        .get("plan.txt")
        ?.toString("utf8") ?? "";
    for (const said of ["=1+1 <b>& ”åäö” 🙂", "andra raden", "Målområdet en", "x".repeat(1000), "=2+2 & på väg"])
      expect(text).toContain(said);
    expect(text).toMatch(/Version 1, antagen 1 mars 2026, Regionala chefsgruppen, möte 3, Protokoll § 7/);
    expect(text).toContain("Haninge kommun, Solna stad");
  }, 60_000);

  test("Excel: numbers are numbers, and a text that begins as a formula is text", async () => {
    followedPlan();
    const { content } = await fileOf("plan.xlsx");
    const sheets = converted(folder, { "plan.xlsx": content as Buffer }, everySheetAsCsv);
    const sheet = sheets.get("plan-Aktiviteter.csv")?.toString("utf8") ?? "";
    // LibreOffice quotes numbers here, and no text that needs no quotes: "1" is a number and 1:1 a text.
    expect(sheet).toContain(
      '"1",Målområdet alla,"=1+1 <b>& ”åäö” 🙂\nandra raden",Samordningskansliet,"1","2","0",1:1,"2"',
    );
    expect(sheets.get("plan-Anteckningar.csv")?.toString("utf8")).toContain("=2+2 & på väg");
  }, 60_000);

  test("CSV: a line per activity, with its lists and its facts", async () => {
    followedPlan();
    const [first, second] = readCsv(String((await fileOf("plan.csv")).content));
    expect(first).toMatchObject({
      year: String(planYear),
      adopted_on: "2026-03-01",
      cost_frame_sek: "0",
      expected_effects: "1:1 min 2",
      actors: "Haninge kommun|Solna stad",
      check_days: "2027-04-30|2027-08-31",
      activity_state: "ongoing",
    });
    expect(first?.what).toBe(`'${hard}`);
    expect(second).toMatchObject({ cost_frame_sek: "", actor_count: "0", what: "x".repeat(1000) });
  });

  const json = async (role: Role, actorId: string | null = null) => {
    const schema = await fileOf("plan.schema.json", role, actorId);
    const validate = new Ajv({ strict: true }).compile(JSON.parse(String(schema.content)));
    const file = JSON.parse(String((await fileOf("plan.json", role, actorId)).content)) as PlanFile;
    validate(file);
    expect([validate.errors, file.$schema]).toEqual([null, schema.name]);
    return file;
  };

  test("JSON: holds to its own schema, for every reader, also of an empty plan", async () => {
    expect((await json("chief_group")).activities).toEqual([]);
    followedPlan();
    expect((await json("office")).activities[0]).toMatchObject({ what: hard, costFrame: 0, actorCount: 2 });
    await json("council");
    expect((await json("coordinator", "haninge")).activities).toHaveLength(1);
  });

  test.each(["plan.docx", "plan.xlsx", "plan.csv", "plan.json"] as const)(
    "%s for the council names nobody and holds no note",
    async (file) => {
      followedPlan();
      const { content } = await fileOf(file, "council");
      const text =
        typeof content === "string" ? content : [...partsOf(content).values()].map((xml) => xml + textIn(xml)).join();
      expect(text).not.toMatch(/haninge|solna|på väg/i);
      expect(text).toContain("x".repeat(1000));
    },
  );

  test.each([
    ["office", null, ""],
    ["council", null, "-radet"],
    ["coordinator", "haninge", "-aktor"],
  ] as const)("what the %s reads is named for it, and its schema too", async (role, actorId, part) => {
    followedPlan();
    const name = `verksamhetsplan${part}-${planYear}-version-1`;
    const { name: named, content } = await fileOf("plan.json", role, actorId);
    expect([named, JSON.parse(String(content)).$schema]).toEqual([`${name}.json`, `${name}.schema.json`]);
  });

  test("there is none before the plan is adopted for those who read only that, and none by a made-up name", async () => {
    storeActivity(db);
    const reader = { role: "council" as const, actorId: null };
    const asked = { year: planYear, files: ["plan.docx" as const] };
    expect(await exportPlan(db, asked, { reader, now: testNow, ...words })).toBeUndefined();
    expect(["plan.docx", "plan.exe", "constructor"].map(isPlanFileName)).toEqual([true, false, false]);
  });
});
