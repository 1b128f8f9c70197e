import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { readCsv } from "#test/support/csv.ts";
import { storeDecision, storeSubmission } from "#test/support/results.ts";
import { storeRound } from "#test/support/stored.ts";

const folder = mkdtempSync(join(tmpdir(), "formagekollen-export-"));
const database = join(folder, "test.sqlite");

beforeAll(() => {
  const { db, close } = openDatabase(database);
  storeRound(db, "released");
  storeDecision(db, [{ code: "1:1", group: "all", minimum: 3, ambition: null }]);
  storeSubmission(db, "haninge", { "1:1": { level: 1, causes: ["planning"] } });
  close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function runExport(args: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE: database, ...environment };
  return spawnSync(process.execPath, ["--import", "tsx", "app/cli/export.ts", ...args], { encoding: "utf8", env });
}

test("the command writes both files of a year", () => {
  const out = join(folder, "new", "folder");
  const { status, stdout } = runExport(["--year", "2026", "--out", out]);
  expect([status, stdout]).toEqual([0, `Skrev ${out}/cells.csv\nSkrev ${out}/regional.csv\n`]);
  const [first] = readCsv(readFileSync(join(out, "cells.csv"), "utf8"));
  expect(first).toMatchObject({ actor_id: "haninge", code: "1:1", level: "1", gap: "2", causes: "planning" });
  const [regional] = readCsv(readFileSync(join(out, "regional.csv"), "utf8"));
  expect(regional).toMatchObject({ code: "1:1", share_meeting: "0", share_high: "0.666667", level_1: "1" });
});

test.each([
  [["--year", "2031", "--out", folder], {}, /^Omgången 2031 finns inte i /],
  [["--year", "2026"], {}, /^Ange både år och katalog\. Skriv så här: npm run export/],
  [["--år", "2026"], {}, /^Kommandot förstår bara --year och --out\./],
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
