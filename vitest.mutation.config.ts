import { defineConfig } from "vitest/config";

/** The tests of the rooms that mutations are made in; those that run the command take too long. */
export default defineConfig({
  test: {
    include: [
      "test/{numbers,metrics,selection,sources/formats}/**/*.test.ts",
      "test/claims/{graveness,verdicts}.test.ts",
    ],
    setupFiles: ["test/seed.ts"],
    testTimeout: 30_000,
  },
});
