import { chromium } from "playwright-core";
import { findProgram } from "./find-program.ts";

/**
 * The path of a Chromium: CHROMIUM_PATH, the system's, Playwright's, or Debian's newly installed where we are root.
 * Throws with one sentence on what to install.
 */
export function findBrowser(): string {
  return findProgram({
    what: "browser",
    variable: "CHROMIUM_PATH",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    paths: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      chromium.executablePath(),
    ],
    packages: ["chromium"],
  });
}
