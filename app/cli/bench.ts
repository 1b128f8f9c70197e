// `npm run bench`: how long things take, beside what they could take at best. "heatmap" or "survey" after it chooses one.
// A benchmark and no test: what it says depends on what else the machine does. Only the ratios end it with an error.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brokenRatios, type Figure, tableOf } from "./bench/figures.ts";
import { CommandError, runCommand } from "./fail.ts";

// React chooses its fast half by this when it is first loaded.
process.env.NODE_ENV = "production";

const parts: Record<string, (folder: string) => Promise<Figure[]>> = {
  heatmap: async (folder) => (await import("./bench/heatmap.ts")).benchHeatmap(folder),
  survey: async (folder) => (await import("./bench/survey.ts")).benchSurvey(folder),
};

await runCommand(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !Object.hasOwn(parts, name));
  if (unknown)
    throw new CommandError(`There is no benchmark "${unknown}". There are: ${Object.keys(parts).join(", ")}.`);
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const broken: Figure[] = [];
  try {
    for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
      const figures = (await parts[name]?.(folder)) ?? [];
      console.log(`\n${name}\n${tableOf(figures)}`);
      broken.push(...brokenRatios(figures));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(broken.length === 0 ? "\nEvery ratio holds." : `\n${broken.length} ratios are broken.`);
  process.exit(broken.length === 0 ? 0 : 1);
});
