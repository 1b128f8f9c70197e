import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { readCsv } from "#test/support/csv.ts";
import { storeDraftPlan } from "#test/support/plans.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound } from "#test/support/stored.ts";
import { planRound } from "#usecases/plan-round.ts";

const folder = mkdtempSync(join(tmpdir(), "formagekollen-export-"));
const database = join(folder, "test.sqlite");

beforeAll(() => {
  const { db, close } = openDatabase(database);
  storeRound(db, "released");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
  storeSubmission(db, "haninge", { "1:1": { level: 1, causes: ["planning"] } });
  const by = { now: new Date("2026-12-01T08:00:00.000Z") };
  planRound(db, { year: 2027, definitionVersion: "test", closingDay: "2027-05-31" }, by);
  storeDraftPlan(db, 2027);
  close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function runExport(args: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE: database, ...environment };
  return spawnSync(process.execPath, ["--import", "tsx", "app/cli/export.ts", ...args], { encoding: "utf8", env });
}

test("without a format the command writes the tables of a year", () => {
  const out = join(folder, "new", "folder");
  const { status, stdout } = runExport(["--year", "2026", "--out", out]);
  const written = ["cells", "regional", "measures"].map((name) => `Skrev ${out}/${name}.csv\n`);
  expect([status, stdout]).toEqual([0, written.join("")]);
  const [first] = readCsv(readFileSync(join(out, "cells.csv"), "utf8"));
  expect(first).toMatchObject({ actor_id: "haninge", code: "1:1", level: "1", gap: "2", causes: "planning" });
  expect(first).toMatchObject({ made_by: "kommandot npm run export", round: "släppt: slutligt resultat" });
  const [regional] = readCsv(readFileSync(join(out, "regional.csv"), "utf8"));
  expect(regional).toMatchObject({ code: "1:1", share_meeting: "0", share_high: "0.666667", level_1: "1" });
});

test.each([
  [
    ["--format", "json"],
    ["underlag-2026.json", "underlag-2026.schema.json"],
  ],
  [
    ["--format", "json", "--council"],
    ["underlag-radet-2026.json", "underlag-radet-2026.schema.json"],
  ],
  [["--format", "docx"], ["underlag-2026.docx"]],
  [["--format", "xlsx", "--council"], ["underlag-radet-2026.xlsx"]],
  [["--format", "csv", "--council"], ["underlag-radet-2026.csv"]],
  [["--plan", "--year", "2027"], ["verksamhetsplan-2027-version-1.csv"]],
  [["--plan", "--year", "2027", "--format", "docx"], ["verksamhetsplan-2027-version-1.docx"]],
  [["--plan", "--year", "2027", "--format", "xlsx", "--version", "1"], ["verksamhetsplan-2027-version-1.xlsx"]],
  [
    ["--plan", "--year", "2027", "--format", "json"],
    ["verksamhetsplan-2027-version-1.json", "verksamhetsplan-2027-version-1.schema.json"],
  ],
])("%j writes %j", (args, names) => {
  const out = join(folder, args.join(""));
  expect(runExport(["--year", "2026", "--out", out, ...args]).stderr).toBe("");
  expect(readdirSync(out).sort()).toEqual(names);
});

test.each([
  [["--year", "2031", "--out", folder], {}, /^Omgången 2031 finns inte i /],
  [["--year", "2026"], {}, /^Ange både år och katalog\. Skriv så här: npm run export/],
  [["--år", "2026"], {}, /^Kommandot förstår bara --year, --format /],
  [["--year", "2026", "--out", folder, "--format", "pdf"], {}, /^Formatet pdf finns inte\. Skriv så här/],
  [["--year", "2027", "--out", folder, "--council"], {}, /^Omgången 2027 är inte släppt/],
  [["--plan", "--year", "2026", "--out", folder], {}, /^Det finns ingen plan för 2026 i /],
  [["--plan", "--year", "2027", "--out", folder, "--council"], {}, /^Det finns ingen antagen plan för 2027 i /],
  [["--plan", "--year", "2027", "--out", folder, "--version", "2"], {}, /^Version 2 av planen för 2027 finns inte/],
  [["--plan", "--year", "2027", "--out", folder, "--version", "två"], {}, /^Skriv versionens nummer med siffror/],
  [["--year", "2026", "--out", folder, "--version", "1"], {}, /^Bara planen har versioner: ange --plan/],
  [["--plan", "--year", "2027", "--out", folder, "--council", "--version", "1"], {}, /^Rådet läser den version/],
  [
    ["--year", "2026", "--out", folder],
    { DATABASE: "/finns/inte.sqlite" },
    /^Databasen \/finns\/inte\.sqlite finns inte\./,
  ],
])("%j ends with a sentence", (args, environment, sentence) => {
  const { status, stderr } = runExport(args, environment);
  expect(status).toBe(1);
  expect(stderr).toMatch(sentence);
});
