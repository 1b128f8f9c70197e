import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { findBrowser } from "./find-browser.ts";
import { findSoffice } from "./find-soffice.ts";

const reportSchema = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export type Count = { passed: number; failed: number };

function run(title: string, script: string, args: string[]): boolean {
  console.log(`\n== ${title}`);
  return spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status === 0;
}

/** A check without tests of its own: nothing passed, at most one failure. */
function asCount(ok: boolean): Count {
  return { passed: 0, failed: ok ? 0 : 1 };
}

/** Finds what the tests open, or installs it, before files that run side by side would each try to. */
export function checkPrograms(): Count {
  console.log("\n== Programs");
  try {
    for (const path of [findBrowser(), findSoffice()]) console.log(path);
    return asCount(true);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return asCount(false);
  }
}

export function checkTypes(): Count {
  return asCount(run("Types", "node_modules/typescript/bin/tsc", ["--noEmit"]));
}

export function checkStyle(): Count {
  return asCount(run("Format and lint", "node_modules/@biomejs/biome/bin/biome", ["ci", "."]));
}

export function checkBuild(): Count {
  return asCount(run("Build", "app/cli/run.mjs", ["build"]));
}

/**
 * What a report of vitest says. A test that did not run is a failure, as is a file that could not be loaded.
 * `ok` is false where vitest itself ended with an error; that counts as a failure even where no test tells of it.
 */
export function countReport(report: unknown, ok: boolean): Count {
  const { testResults } = reportSchema.parse(report);
  const statuses = testResults.flatMap(({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((test) => test.status === "failed")
      ? [...assertionResults.map((test) => test.status), "failed"]
      : assertionResults.map((test) => test.status),
  );
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.length - passed;
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}

/** Runs the tests of one vitest configuration. */
export function runTests(title: string, config: string): Count {
  const reportFile = `.cache/${config}.json`;
  mkdirSync(".cache", { recursive: true });
  rmSync(reportFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const ok = run(title, "node_modules/vitest/vitest.mjs", ["run", "--config", config, ...reporters]);
  try {
    return countReport(JSON.parse(readFileSync(reportFile, "utf8")), ok);
  } catch (error) {
    console.error(`No report from vitest: ${error}`);
    return asCount(false);
  }
}
