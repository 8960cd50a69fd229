import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/temporary-files.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 30_000,
    // Processes, so that a test can run the command in another folder.
    pool: "forks",
    // Test files share the modules that they load, which takes as long as many of the tests.
    isolate: false,
    // Most of what tests run is run too seldom to be worth compiling well, on which Node 20 spends a
    // fifth of their time; later versions have another measure of it.
    execArgv: process.version.startsWith("v20.") ? ["--interrupt-budget=1000000"] : [],
    // One more than cores: a quarter of the time is spent waiting, for a process or a publisher's pace.
    maxWorkers: availableParallelism() + 1,
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "coverage/test-results.json" },
  },
});
