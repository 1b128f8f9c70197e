// Programs that the tests need and that the system has, or that Debian can install where we are root.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** `variable`: of the environment, that names it. `names`: on PATH. `paths`: where else it may stand. `packages`: Debian's. */
export type Program = {
  what: string;
  variable: string;
  names: readonly string[];
  paths: readonly string[];
  packages: readonly string[];
};

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function findInstalled({ names, paths }: Program): string | undefined {
  const candidates = [...names.map(onPath), ...paths];
  return candidates.find((path) => path !== undefined && path !== "" && existsSync(path));
}

function installWithApt({ what, packages }: Program): void {
  console.log(`Installing ${packages.join(" and ")} with apt-get: no ${what} was found.`);
  spawnSync("apt-get", ["update"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/**
 * The program's path: named by its variable, the system's, or Debian's newly installed where we are root. Throws with one
 * sentence on what to install.
 */
export function findProgram(program: Program): string {
  const { what, variable, packages } = program;
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  const installed = findInstalled(program);
  if (installed) return installed;
  if (process.getuid?.() === 0 && onPath("apt-get")) installWithApt(program);
  const now = findInstalled(program);
  if (now) return now;
  throw new Error(
    `No ${what} was found: install it (Debian: apt-get install ${packages.join(" ")}) or name one with ${variable}.`,
  );
}
