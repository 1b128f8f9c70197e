import { expect, test } from "vitest";
import { countReport } from "#cli/steps.ts";

function reportOf(...files: { status: string; tests: string[] }[]) {
  return {
    testResults: files.map(({ status, tests }) => ({ status, assertionResults: tests.map((s) => ({ status: s })) })),
  };
}

test.each([
  ["all passed", reportOf({ status: "passed", tests: ["passed", "passed"] }), true, { passed: 2, failed: 0 }],
  [
    "a skipped test is a failure",
    reportOf({ status: "passed", tests: ["passed", "skipped"] }),
    true,
    { passed: 1, failed: 1 },
  ],
  [
    "a file that does not load is a failure",
    reportOf({ status: "failed", tests: [] }),
    false,
    { passed: 0, failed: 1 },
  ],
  [
    "a failed test counts once",
    reportOf({ status: "failed", tests: ["failed", "passed"] }),
    false,
    { passed: 1, failed: 1 },
  ],
  ["no test at all is a failure", reportOf(), true, { passed: 0, failed: 1 }],
  [
    "an error outside every test is a failure",
    reportOf({ status: "passed", tests: ["passed"] }),
    false,
    { passed: 1, failed: 1 },
  ],
])("%s", (_rule, report, ok, expected) => {
  expect(countReport(report, ok)).toEqual(expected);
});
