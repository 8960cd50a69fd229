import { defineConfig } from "vitest/config";

/**
 * The tests of the rooms that mutations are made in, and those of the room that asks them, as far as these
 * are quick; those that run the command take too long.
 */
export default defineConfig({
  test: {
    include: [
      "test/{numbers,metrics,selection,sources/formats}/**/*.test.ts",
      "test/calculation/{areas-over-time,breakdown-answer,editions,kinds-of-figures,options,rest-and-total,shapes,suppressed,unlike-sums,wholes-and-parts}.test.ts",
      "test/claims/{graveness,verdicts}.test.ts",
    ],
    globalSetup: ["test/temporary-files.ts"],
    setupFiles: ["test/seed.ts"],
    testTimeout: 30_000,
  },
});
