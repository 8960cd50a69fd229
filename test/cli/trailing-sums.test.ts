import { describe, expect, it } from "vitest";
import { run, runJson, words } from "./run.ts";

describe("trailing sums of a change", () => {
  it("end with the months that --from and --to name: twelve to a December are its year", async () => {
    const vintage = ["--vintage", "2025-10"];
    const asked = "contribution --by partner --of exports --rolling 12 --from 2023-12 --to 2024-12";
    const { rows } = await runJson([...words(asked), ...vintage]);
    const mexico = rows.find(({ partner }) => partner === "MX");
    // US Census Bureau, vintage 2025-10: exports to Mexico of 2023 and 2024, in millions of dollars.
    expect([mexico?.basePeriod, mexico?.period]).toEqual(["2023", "2024"]);
    const millions = [mexico?.from, mexico?.to].map(
      (value) => Math.round(Number(value) / 1e5) / 10,
    );
    expect(millions).toEqual([323_637.2, 334_031.9]);
  });

  it.each(["growth MX --of exports", "contribution --by partner --top 3 --of imports"])(
    "of %s are those of the spans of months written out",
    async (asked) => {
      const span = (period: string, from: string) =>
        runJson([...words(asked), "--vintage", "2025-04", "--from", from, "--to", period]);
      const written = await span("2024-04/2024-06", "2024-01/2024-03");
      const rolled = await runJson([
        ...words(`${asked} --vintage 2025-04 --rolling 3 --from 2024-03 --to 2024-06`),
      ]);
      expect(written.rows.length).toBeGreaterThan(0);
      expect(rolled.rows).toEqual(written.rows);
    },
  );

  it("have no other step than months", async () => {
    const { status, stderr } = await run(words("balance MX --rolling 12 --step quarter"));
    expect([status, stderr]).toEqual([
      2,
      "error: --step quarter: --rolling gives a sum for each month (leave out one of them)\n",
    ]);
  });
});

describe("a product of a classification that no dataset has", () => {
  it.each(["non-petroleum WORLD --period 2023 --petroleum sitc33", "balance MX --product sitc:33"])(
    "is refused in one line: %s",
    async (asked) => {
      const { status, stderr } = await run(words(asked));
      expect(status).toBe(2);
      expect(stderr).toMatch(
        /^error: sitc:?33: no dataset in use has products of the system sitc .*\n {2}Name a file that has them with --data\.\n$/,
      );
    },
  );
});
