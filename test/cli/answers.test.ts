import { describe, expect, it } from "vitest";
import { runJson, temporaryFolder, written } from "./run.ts";

// US Census Bureau, U.S. Trade in Goods by Country, vintage April 2025, in whole dollars: worked out
// from the publisher's file by others before the questions could be asked.
const pick = (rows: readonly Record<string, unknown>[], ...names: string[]) =>
  rows.map((row) => names.map((name) => row[name]));

describe("the largest deficits", () => {
  it("of 2023 are those of ten partners, and the rest and the total add up to the world", async () => {
    const { rows } = await runJson(
      "balance --partner all --period 2023 --top 10 --vintage 2025-04".split(" "),
    );
    expect(pick(rows, "partner", "value")).toEqual([
      ["CN", -279_107_242_257],
      ["MX", -152_473_493_291],
      ["VN", -104_583_153_935],
      ["DE", -82_574_307_094],
      ["JP", -71_554_912_128],
      ["IE", -65_553_530_617],
      ["CA", -64_262_661_834],
      ["KR", -51_098_376_745],
      ["TW", -47_810_677_913],
      ["IT", -44_060_652_387],
      [null, -99_032_002_697],
      ["WORLD", -1_062_111_010_898],
    ]);
    expect(rows.at(-2)).toMatchObject({ row: "rest", partnerName: "222 others" });
    expect(rows.at(-1)).toMatchObject({ row: "total" });
  });

  it("are of the last period, and the same partners stand in every period", async () => {
    const { rows } = await runJson(
      "balance --partner all --period 2022,2023 --top 2 --vintage 2025-04".split(" "),
    );
    const members = rows.filter(({ row }) => row === "member");
    expect(pick(members, "partner", "period", "value")).toEqual([
      ["CN", "2022", -382_133_802_534],
      ["CN", "2023", -279_107_242_257],
      ["MX", "2022", -127_825_091_313],
      ["MX", "2023", -152_473_493_291],
    ]);
    const totals = rows.filter(({ row }) => row === "total");
    expect(pick(totals, "period", "value")).toEqual([
      ["2022", -1_173_418_761_977],
      ["2023", -1_062_111_010_898],
    ]);
  });

  it("give way to the order that was asked for", async () => {
    const { rows } = await runJson(
      "balance --partner all --period 2023 --sort -value --top 3 --vintage 2025-04".split(" "),
    );
    expect(pick(rows.slice(0, 3), "partner", "value")).toEqual([
      ["NL", 42_783_442_039],
      ["HK", 23_709_973_706],
      ["AE", 18_229_555_616],
    ]);
    expect(rows.slice(3).map(({ row }) => row)).toEqual(["rest", "total"]);
  });

  it("rank ratios too, since a ratio by itself would put the smallest partners first", async () => {
    const { rows } = await runJson(
      "deficit-ratio --partner all --period 2023 --top 5 --vintage 2025-04".split(" "),
    );
    const values = rows.filter(({ row }) => row !== "rest");
    const expected = [
      ["CN", -188.8696],
      ["MX", -47.2431],
      ["VN", -1062.5214],
      ["DE", -107.662],
      ["JP", -94.5454],
      ["WORLD", -52.6303],
    ] as const;
    expect(values.map(({ partner }) => partner)).toEqual(expected.map(([code]) => code));
    for (const [at, [, value]] of expected.entries()) {
      expect(values[at]!.value).toBeCloseTo(value, 4);
    }
  });

  // Exports of the file of 2026-02-19 less the general imports of October 2025, summed with SQL.
  it("with Mexico are those of five chapters, of 97 that are exported and imported", async () => {
    const { rows, warnings } = await runJson(
      "deficit-ratio --partner MX --by hs2 --period 2023 --top 5".split(" "),
    );
    expect(pick(rows.slice(0, 5), "product", "balance")).toEqual([
      ["hs:87", -100_655_273_097],
      ["hs:84", -35_126_529_490],
      ["hs:85", -32_647_744_254],
      ["hs:90", -11_943_453_115],
      ["hs:94", -11_384_677_701],
    ]);
    expect(rows.at(-2)).toMatchObject({ row: "rest", productName: "92 others" });
    expect(rows.at(-1)).toMatchObject({ row: "total", balance: -146_335_656_151 });
    // Chapter 99 has imports alone; the file's own total holds them.
    expect(warnings[0]).toMatchObject({ code: "one-way-products" });
    expect(warnings[0]!.message).toContain("imports USD 472,907,368,135");
  });
});

describe("shares and contributions of all partners", () => {
  it("are shares of the published world", async () => {
    const { rows } = await runJson(
      "share --of imports --partner all --period 2024 --top 5 --vintage 2025-04".split(" "),
    );
    const values = rows.map(({ value }) => value as number);
    const expected = [15.4815, 13.4339, 12.6305, 4.9101, 4.5359, 49.0081, 100];
    expect(rows.slice(0, 5).map(({ partner }) => partner)).toEqual(["MX", "CN", "CA", "DE", "JP"]);
    for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value, 4);
  });

  it("to the change of the balance begin with the largest narrowing, or with the largest widening", async () => {
    const words =
      "contribution --of balance --by partner --from 2022 --to 2023 --top 3 --vintage 2025-04".split(
        " ",
      );
    const { rows } = await runJson(words);
    expect(pick(rows.slice(0, 3), "partner", "change")).toEqual([
      ["CN", 103_026_560_277],
      ["CA", 13_929_943_801],
      ["VN", 11_584_487_980],
    ]);
    expect(rows.at(-1)).toMatchObject({
      from: -1_173_418_761_977,
      to: -1_062_111_010_898,
      change: 111_307_751_079,
    });
    const other = await runJson([...words, "--sort", "change"]);
    expect(pick(other.rows.slice(0, 3), "partner", "change")).toEqual([
      ["MX", -24_648_401_978],
      ["SG", -12_497_238_030],
      ["BR", -9_762_956_933],
    ]);
  });
});

describe("a trailing sum", () => {
  it("of twelve months to November 2024 is a deficit of 169,983,663,376 with Mexico", async () => {
    const { rows } = await runJson(
      "balance --partner MX --rolling 12 --period 2024-11 --vintage 2025-04".split(" "),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      period: "2023-12/2024-11",
      exports: 333_256_896_012,
      imports: 503_240_559_388,
      value: -169_983_663_376,
    });
  });
});

describe("every way of breaking rows down", () => {
  const folder = temporaryFolder();
  // A world of three reporters in the manner of BACI: each flow above zero once, in thousands.
  const baci = written(
    folder,
    "baci.csv",
    [
      "t,i,j,k,v,q",
      ...["2023,842,484,870321,300,1", "2023,842,484,270900,100,1", "2023,842,124,870321,200,1"],
      ...["2023,484,842,870321,500,1", "2023,484,124,010121,100,1"],
      ...["2023,124,842,270900,600,1", "2023,124,484,270900,200,1"],
    ].join("\n"),
  );

  it("gives the RCA of every reporter, of products that it does not export as well", async () => {
    const { rows } = await runJson(["rca", "--reporter", "all", "--data", baci]);
    const of = (reporter: string, product: string) =>
      rows.find((row) => row.reporter === reporter && row.product === product)!;
    // The US exports 600, 500 of it cars; the world 2,000, 1,000 of it cars.
    expect(of("US", "hs:870321").value).toBeCloseTo(500 / 600 / (1000 / 2000), 12);
    expect(of("MX", "hs:010121").value).toBeCloseTo(100 / 600 / (100 / 2000), 12);
    expect(of("CA", "hs:870321").value).toBe(0);
    // Chapter 01 is no product of the United States: it neither exports nor imports any.
    expect(rows).toHaveLength(8);
    expect(of("US", "hs:870321").reporterName).toBe("United States");
  });

  it("takes rows by reporter, by partner and by product, nested, that add up", async () => {
    const { rows } = await runJson([
      ...["share", "--of", "exports", "--by", "reporter,partner", "--data", baci],
    ]);
    const members = rows.filter(({ row, partner }) => row === "member" && partner !== null);
    const sum = members.reduce((all, { value }) => all + (value as number), 0);
    expect(sum).toBeCloseTo(100, 10);
    const total = rows.at(-1)!;
    expect(total).toMatchObject({ row: "total", value: 100 });
  });

  it("takes the sum of the partners for the world where no world total is there, in every metric alike", async () => {
    const own = written(
      folder,
      "partners.csv",
      "period,partner,flow,value\n2023,MX,export,30\n2023,CA,export,70\n2023,MX,import,50\n2023,CA,import,40\n",
    );
    const balance = await runJson(["balance", "--partner", "WORLD", "--data", own]);
    expect(balance.rows[0]).toMatchObject({ exports: 100, imports: 90, value: 10 });
    expect(balance.warnings.map(({ code }) => code)).toContain("world-of-partners");
    const share = await runJson(["share", "--of", "exports", "--partner", "MX", "--data", own]);
    expect(share.rows[0]).toMatchObject({ part: 30, whole: 100, value: 30 });
    const all = await runJson(["share", "--of", "exports", "--partner", "all", "--data", own]);
    expect(pick(all.rows, "partner", "value")).toEqual([
      ["CA", 70],
      ["MX", 30],
      ["WORLD", 100],
    ]);
  });

  it("gives the concentration of each partner's products", async () => {
    const { rows } = await runJson([
      ...["concentration", "--of", "exports", "--by", "hs2", "--each", "partner"],
      ...["--reporter", "US", "--data", baci],
    ]);
    // To Mexico 300 and 100 of 400; to Canada 200 of 200.
    expect(pick(rows, "partner", "largest", "largestShare", "value")).toEqual([
      ["CA", expect.stringContaining("87"), 100, 1],
      ["MX", expect.stringContaining("87"), 75, 0.75 ** 2 + 0.25 ** 2],
    ]);
  });
});
