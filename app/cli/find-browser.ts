import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const missing =
  "No browser was found: install Chromium (Debian: apt-get install chromium) or name one with CHROMIUM_PATH.";

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function findInstalled(): string | undefined {
  const candidates = [...systemNames.map(onPath), ...applications, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== "" && existsSync(path));
}

function installWithApt(): void {
  console.log("Installing chromium with apt-get: no browser was found.");
  spawnSync("apt-get", ["update"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/**
 * The path of a Chromium: CHROMIUM_PATH, the system's, Playwright's, or Debian's newly installed where we are root.
 * Throws with one sentence on what to install.
 */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const installed = findInstalled();
  if (installed) return installed;
  if (process.getuid?.() === 0 && onPath("apt-get")) installWithApt();
  const now = findInstalled();
  if (now) return now;
  throw new Error(missing);
}
