import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/schema/result.ts";
import { run, runJson } from "./run.ts";

const call = (line: string) => run(line.split(" "));
const json = (line: string) => runJson(line.split(" "));

// Bureau of Labor Statistics, CPI-U (CUUR0000SA0): the months of 2024 average 313.689, those of 2020
// 258.811, those of 1994 148.225; May 2026 is 335.123. October 2025 was never published.
const LEVELS = { 1994: 148.225, 2020: 258.811, 2024: 313.689 };

describe("--real with a period", () => {
  it("gives money in the dollars of the period, and leaves ratios as they are", async () => {
    const line = "deficit-ratio --partner MX --period 2020,2024";
    const [nominal, real] = await Promise.all([json(line), json(`${line} --real 2024`)]);
    const factor = LEVELS[2024] / LEVELS[2020];
    const [first, last] = real.rows;
    for (const name of ["exports", "imports", "balance"]) {
      const before = nominal.rows[0]![name] as number;
      expect((first![name] as number) / before).toBeCloseTo(factor, 5);
      expect(last![name]).toBeCloseTo(nominal.rows[1]![name] as number, 2);
    }
    expect(first!.value).toBe(nominal.rows[0]!.value);
    expect(real.parameters.real).toBe("2024");
    expect(real.data.at(-1)).toMatchObject({ id: "cpi-u", rows: { read: 1360, used: 24 } });
    expect(resultSchema.safeParse(real).error).toBeUndefined();
  });

  // US exports to and imports from Canada by industry: every amount of a row is of the same dollars.
  it.each(["balance --partner MX", "non-petroleum --partner CA"])(
    "gives every amount of %s in the dollars of the period",
    async (question) => {
      const line = `${question} --period 2020`;
      const [nominal, real] = await Promise.all([json(line), json(`${line} --real 2024`)]);
      const amounts = Object.entries(nominal.rows[0]!).filter(
        ([name, one]) => typeof one === "number" && !/period/i.test(name),
      );
      expect(amounts.length).toBeGreaterThan(4);
      for (const [name, before] of amounts) {
        const after = real.rows[0]![name] as number;
        expect(after / (before as number), name).toBeCloseTo(LEVELS[2024] / LEVELS[2020], 5);
      }
    },
  );

  it("scales what is known of rounded figures alike", async () => {
    const line = "balance --partner MX --period 1994";
    const [nominal, real] = await Promise.all([json(line), json(`${line} --real 2024`)]);
    const factor = LEVELS[2024] / LEVELS[1994];
    for (const row of [nominal, real]) expect(row.rows[0]).toHaveProperty("interval");
    const width = ({ rows }: typeof real) => {
      const { low, high } = rows[0]!.interval as { low: number; high: number };
      return high - low;
    };
    expect(width(real) / width(nominal)).toBeCloseTo(factor, 4);
  });

  it("says that 2025 has eleven months of prices", async () => {
    const { warnings } = await json("balance --partner MX --period 2025 --real 2024");
    expect(warnings).toContainEqual({
      code: "prices-of-fewer-months",
      message: "prices of 2025 are the mean of 11 months, for 2025-10 was never published",
    });
  });

  it("is null where the prices end before the period, and says where they end", async () => {
    const { rows, warnings } = await json("balance --partner MX --period 2026-07 --real 2024");
    expect(rows[0]).toMatchObject({ value: null, exports: null, reason: "outside-coverage" });
    expect(warnings.map(({ message }) => message).join()).toContain("cpi-u has 1913-01 to 2026-05");
  });

  it("reaches back to 1960 for goods and services with the world", async () => {
    // BEA: a surplus of 3,508 million, from printed exports and imports 3,506; CPI-U of 1960 29.575.
    const { rows } = await json("balance --partner WORLD --basis bop --period 1960 --real 2024");
    expect(rows[0]!.value as number).toBeCloseTo((3506e6 * 313.689) / 29.575, -7);
  });

  it.each([
    ["balance --partner MX --period 2024 --real 1900", "cpi-u has no prices of 1900"],
    ["balance --partner MX --period 2024 --real 2027", "cpi-u has no prices of 2027"],
    ["balance --partner MX --real never", '--real: "never" is not a period'],
    ["balance --exports 1 --imports 2 --real 2024", "--real: printed numbers have no period"],
    ["growth --values 1,2 --real", "--real: printed numbers have no period"],
    ["growth --partner MX --real --deflate 5", "--deflate names another rise of prices"],
    ["contribution --partner MX --real 2024", "--real: no such option"],
  ])("ends with one clear line: %s", async (line, message) => {
    const { status, stdout, stderr } = await call(line);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("growth --real", () => {
  it("needs no typed percentage: imports from Mexico, 2020 to 2024", async () => {
    const line = "growth --partner MX --of imports --from 2020 --to 2024";
    const [typed, real] = await Promise.all([
      json(`${line} --deflate 21.2`),
      json(`${line} --real`),
    ]);
    // 313.689 / 258.811 is a rise of 21.204 percent.
    expect(real.rows[0]!.real as number).toBeCloseTo(typed.rows[0]!.real as number, 1);
    expect(real.rows[0]!.value).toBe(typed.rows[0]!.value);
    expect((await call(`${line} --real`)).stdout).toContain("Real growth");
  });

  it("takes the rise of prices of each pair of periods, which one percentage cannot", async () => {
    const { rows } = await json("growth --partner MX --of imports --period 2022..2024 --real");
    expect(rows.map(({ real }) => typeof real)).toEqual(["number", "number", "number"]);
    const typed = await call("growth --partner MX --of imports --period 2022..2024 --deflate 5");
    expect(typed.status).toBe(2);
  });
});

describe("trade with the world on the balance-of-payments basis", () => {
  // BEA, U.S. Trade in Goods and Services, May 6, 2025, table 1.
  it.each([
    ["1960", 19_650_000_000 + 6_289_000_000, 14_758_000_000 + 7_675_000_000],
    ["1961", 26_403_000_000, 22_208_000_000],
  ])("goes back to %s", async (year, exports, imports) => {
    const { rows, data } = await json(`balance --partner WORLD --basis bop --period ${year}`);
    expect(rows[0]).toMatchObject({ exports, imports });
    expect(data[0]).toMatchObject({ id: "bea-world", vintage: "2025-05" });
  });

  it("has services by category, which make the services within their rounding", async () => {
    const line = "balance --partner WORLD --sector services --by product --period 2024";
    const { rows } = await json(line);
    const categories = rows.filter(({ row }) => row === "member");
    expect(categories).toHaveLength(11);
    // Table 2: travel 215,039 million of exports, and table 3: 177,755 of imports.
    const travel = categories.find(({ product }) => product === "ebops:sd");
    expect(travel).toMatchObject({ exports: 215_039_000_000, imports: 177_755_000_000 });
    expect(rows.at(-1)).toMatchObject({ exports: 1_107_358_000_000, imports: 812_205_000_000 });
  });
});
