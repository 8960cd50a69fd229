import { defineConfig } from "vitest/config";

// The tests that need a real ClickHouse, which `npm run test:engines` installs.
export default defineConfig({
  test: {
    include: ["test/engines/**/*.suite.ts"],
    globalSetup: ["test/temporary-files.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "threads",
    isolate: false,
    // Each file has a server of its own.
    fileParallelism: false,
  },
});
