import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandError } from "#cli/fail.ts";
import { checkOrStop, loadBasics, openCurrentOrStop, openOrStop, readBasics } from "#cli/prepare.ts";
import { openAsItIs, openDatabase } from "#db/client.server.ts";
import { insertDemoMark, isDemo } from "#db/queries/meta.ts";
import { testNow } from "#test/support/request.ts";
import { loadDefinitions, parseDefinitionFiles } from "#usecases/load-definitions.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "start-"));
  path = join(folder, "test.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The migrations folder as it was before its latest migration. */
function earlierMigrations(): string {
  const earlier = join(folder, "migrations");
  cpSync("db/migrations", earlier, { recursive: true });
  const journal = join(earlier, "meta/_journal.json");
  const content = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...content, entries: content.entries.slice(0, -1) }));
  return earlier;
}

function madeEarlier(fill: (connection: ReturnType<typeof openDatabase>) => void = () => {}): Buffer {
  const connection = openDatabase(path, earlierMigrations());
  fill(connection);
  connection.close();
  return readFileSync(path);
}

/** What every version has had since the first; later basics may have no table yet. */
const loadedEarlier = ({ db }: ReturnType<typeof openDatabase>) =>
  loadDefinitions(db, readBasics().definitions, testNow);

const text = readFileSync("capabilities/2019.yaml", "utf8");
const changed = () => ({
  ...readBasics(),
  definitions: parseDefinitionFiles([{ name: "2019.yaml", text: text.replace("title: Gemensamma", "title: Andra") }]),
});

describe("a start that is refused leaves the database as it was:", () => {
  test("a demo, also of an earlier version", () => {
    const before = madeEarlier(({ db }) => insertDemoMark(db));
    expect(() => checkOrStop(path, readBasics())).toThrow(/exempeldata/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("a changed definition that is published, also in an earlier version", () => {
    const before = madeEarlier(loadedEarlier);
    expect(() => checkOrStop(path, changed())).toThrow(/Version 2019 är publicerad/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("a file that is no database", () => {
    writeFileSync(path, "något helt annat, som är längre än sexton tecken");
    expect(() => checkOrStop(path, readBasics())).toThrow(CommandError);
    expect(readFileSync(path, "utf8")).toMatch(/^något/);
  });

  test("a wrong definition file makes no database", () => {
    for (const name of ["capabilities", "db"]) mkdirSync(join(folder, name));
    cpSync("db/actors.yaml", join(folder, "db/actors.yaml"));
    writeFileSync(join(folder, "capabilities/2019.yaml"), "version: [");
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    const script = ["tsx", resolve("app/cli/start.ts")];
    const env = { ...process.env, DATABASE: path };
    const { status, stderr } = spawnSync(process.execPath, ["--import", ...script], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    expect(stderr).toContain("capabilities/2019.yaml, rad 1: Filen är inte giltig YAML");
    expect(status).toBe(1);
    expect(existsSync(path)).toBe(false);
  });
});

test.each([
  ["a new file", () => {}],
  ["an empty file", () => writeFileSync(path, "")],
  ["an earlier version", () => void madeEarlier(loadedEarlier)],
])("a start is let through on %s, and brings it up to date", (_what, make) => {
  make();
  checkOrStop(path, readBasics());
  const { db, close } = openOrStop(path);
  loadBasics(db, testNow);
  close();
  const { isCurrent, close: closeAgain } = openAsItIs(path);
  closeAgain();
  expect(isCurrent).toBe(true);
});

describe("a command beside the server", () => {
  test("leaves a database of an earlier version as it was", () => {
    const before = madeEarlier();
    expect(() => openCurrentOrStop(path)).toThrow(/hör till en annan version/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("makes no database where there is none", () => {
    expect(() => openCurrentOrStop(path)).toThrow(/finns inte/);
    expect(existsSync(path)).toBe(false);
  });

  test("opens beside a server that is writing", () => {
    const server = openOrStop(path);
    server.sqlite.exec("BEGIN IMMEDIATE");
    const beside = openCurrentOrStop(path);
    expect(isDemo(beside.db)).toBe(false);
    beside.close();
    server.close();
  });
});
