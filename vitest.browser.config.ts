import { defineConfig } from "vitest/config";

// The year in a real Chromium against the built server: one file at a time, each in its own order.
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    allowOnly: false,
  },
});
