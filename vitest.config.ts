import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/temporary-files.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 30_000,
    pool: "threads",
    // Test files share the modules that they load, which takes as long as many of the tests.
    isolate: false,
    // One for each core: the runner leaves one idle, which on two cores doubles the time.
    maxWorkers: "100%",
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "coverage/test-results.json" },
  },
});
