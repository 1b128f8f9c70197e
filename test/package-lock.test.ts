import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
});

/** The folders where Node looks for what a package at `path` imports, nearest first. */
function foldersFor(path: string): string[] {
  if (path === "") return ["node_modules/"];
  const parent = path.includes("/node_modules/") ? path.slice(0, path.lastIndexOf("/node_modules/")) : "";
  return [`${path}/node_modules/`, ...foldersFor(parent)];
}

// A registry that lacks some platforms makes npm leave them out of the lock file, and `npm ci` then refuses it everywhere.
test("the lock file names every platform's packages", () => {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !foldersFor(path).some((folder) => packages[folder + name])),
  );
  expect(missing).toEqual([]);
});
