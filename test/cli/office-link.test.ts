import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readOneTimeLink } from "#auth/one-time-link.ts";
import { openDatabase } from "#db/client.server.ts";
import { addPerson } from "#usecases/add-person.ts";

const folder = mkdtempSync(join(tmpdir(), "formagekollen-link-"));
const database = join(folder, "test.sqlite");
const { db, close } = openDatabase(database);
const now = new Date();
for (const role of ["office", "council"] as const) {
  addPerson(db, { name: role, email: `${role}@example.se`, role, actorId: null }, { now });
}
afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

function run(...args: string[]) {
  const env = { ...process.env, DATABASE: database };
  return spawnSync(process.execPath, ["--import", "tsx", "app/cli/office-link.ts", ...args], { encoding: "utf8", env });
}

test("the office gets a new one-time link from the command", () => {
  const { status, stdout } = run("--email", "Office@example.se");
  expect(status).toBe(0);
  const [, token = ""] = /\/engangslank\/(\S+)/.exec(stdout) ?? [];
  expect(readOneTimeLink(db, token, new Date())).toMatchObject({ purpose: "invitation" });
});

test.each([
  [["--email", "council@example.se"], "Ingen i kansliet har adressen council@example.se"],
  [["--email", "ingen@example.se"], "Ingen i kansliet"],
  [[], "Ange e-postadressen"],
  [["--fel"], "Ange e-postadressen"],
])("it refuses %j with a sentence", (args, sentence) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
});
