import { checkBuild, checkPrograms, checkStyle, checkTypes, runTests } from "./steps.ts";

const counts = [
  checkPrograms(),
  checkTypes(),
  checkStyle(),
  runTests("Unit, database and route tests", "vitest.config.ts"),
  checkBuild(),
  runTests("Browser tests", "vitest.browser.config.ts"),
];

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
