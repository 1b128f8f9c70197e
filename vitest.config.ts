import { defineConfig } from "vitest/config";

// Browser tests run one file at a time, after the rest: they share two cores with a Chromium.
export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/browser/**"],
    testTimeout: 60_000,
    allowOnly: false,
  },
});
