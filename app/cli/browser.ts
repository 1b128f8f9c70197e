import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

// Chromium refuses its sandbox to root; the rest keeps it from calling home while it is tested.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium. Throws with one sentence where there is none. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: flags });
}
