import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/schema/result.ts";
import { run, runJson } from "./run.ts";

const call = (line: string) => run(line.split(" "));
const json = (line: string) => runJson(line.split(" "));

describe("growth after the rise of prices", () => {
  it("is the quotient of both, not their difference: 39.8 % and prices up 25 % are 11.8 %", async () => {
    const { rows, parameters } = await json("growth --values 196,274 --deflate 25");
    // 274/196/1.25 = 1.118367; the ends are 273.5/196.5/1.255 and 274.5/195.5/1.245, by hand.
    expect(rows[0]!.real).toBeCloseTo(11.8367, 4);
    expect(rows[0]!.realInterval).toEqual({
      low: expect.closeTo(10.905, 3),
      high: expect.closeTo(12.7785, 3),
    });
    expect(rows[0]!.value).toBeCloseTo(39.7959, 4);
    expect(parameters).toMatchObject({ deflate: "25" });
  });

  it("is a component beside nominal growth of data, with the interval of the prices", async () => {
    const line = "growth --partner MX --of imports --from 2020 --to 2024";
    const [nominal, { rows }] = await Promise.all([json(line), json(`${line} --deflate 21.2`)]);
    expect(rows[0]!.value).toBe(nominal.rows[0]!.value);
    expect(nominal.rows[0]).not.toHaveProperty("real");
    const expected = ((100 + (rows[0]!.value as number)) / 121.2 - 1) * 100;
    expect(rows[0]!.real).toBeCloseTo(expected, 9);
    const { low, high } = rows[0]!.realInterval as { low: number; high: number };
    expect(low < expected && expected < high).toBe(true);
    const { stdout } = await call(`${line} --deflate 21.2`);
    expect(stdout).toContain("Real growth");
    for (const each of stdout.split("\n")) expect(each.length).toBeLessThanOrEqual(80);
  });

  it("is null where growth is", async () => {
    const { rows } = await json("growth --values -5,5 --deflate 10");
    expect(rows[0]).toMatchObject({ value: null, real: null, reason: "sign-change" });
  });

  it.each([
    ["growth --values 1,2 --deflate x", '--deflate: expected a number, got "x"'],
    ["growth --values 1,2 --deflate -100", "--deflate: prices cannot fall by 100 % or more"],
    [
      "growth --partner MX --period 2020..2024 --deflate 3",
      "--deflate: one rise of prices holds for one pair of periods, not for 5",
    ],
  ])("ends with 2 and what is wrong: %s", async (line, says) => {
    const { status, stderr } = await call(line);
    expect(status).toBe(2);
    expect(stderr.startsWith(`error: ${says}`), stderr).toBe(true);
  });
});

describe("the real value of a fixed amount", () => {
  it("falls by 20 % where prices rise by 25 %: US$ 16 buy what 12.80 did", async () => {
    const { rows } = await json("real-value --prices 25.0 --amount 16.00");
    expect(rows[0]!.value).toBeCloseTo(-20, 9);
    expect(rows[0]!.realAmount).toBeCloseTo(12.8, 9);
    const { low, high } = rows[0]!.interval as { low: number; high: number };
    // 100/1.2505 and 100/1.2495.
    expect([low, high]).toEqual([expect.closeTo(-20.032, 3), expect.closeTo(-19.968, 3)]);
    expect(resultSchema.safeParse(await json("real-value --prices 25")).error).toBeUndefined();
  });

  it("falls by 20.4 % where prices rise by 25.6 %, as the second report should have said", async () => {
    const { stdout } = await call("real-value --prices 25.6");
    expect(stdout).toContain("-20.4");
  });

  it("follows from two levels of a price index", async () => {
    const { rows } = await json("real-value --price-index 100,125 --amount 16");
    expect(rows[0]!.value).toBeCloseTo(-20, 9);
  });

  it.each([
    ["real-value", "real-value: by how much did prices rise?"],
    ["real-value --prices 5 --price-index 1,2", "real-value: by how much did prices rise?"],
    ["real-value --prices -100", "--prices: prices cannot fall by 100 % or more"],
    ["real-value --price-index 100", "--price-index: expected two levels above zero"],
    ["real-value --price-index 0,100", "--price-index: expected two levels above zero"],
    ["real-value --prices 5 --amount x", '--amount: expected a number, got "x"'],
  ])("ends with 2 and what is wrong: %s", async (line, says) => {
    const { status, stderr } = await call(line);
    expect(status).toBe(2);
    expect(stderr.startsWith(`error: ${says}`), stderr).toBe(true);
  });
});
