import { describe, expect, it } from "vitest";
import { run } from "../cli/run.ts";
import { fileWith } from "../sources/files-for-tests.ts";

async function check(...rows: string[]) {
  const file = fileWith(`${rows.join("\n")}\n`);
  const { status, stdout } = await run(["data", "check", file]);
  return { status, stdout };
}

describe("data check says, with the first places,", () => {
  it("which products are of several editions of their classification", async () => {
    const { stdout } = await check(
      ...["period,partner,flow,product,edition,value", "2021,CN,import,hs:8517,H5,1"],
      "2022,CN,import,hs:8517,H6,2",
    );
    expect(stdout).toContain("products of hs are of 2 editions (HS 2017, HS 2022)");
  });

  it("which totals are below the sum of their products", async () => {
    const { stdout } = await check(
      ...["period,partner,flow,product,value", "2021,CN,import,total,10"],
      ...["2021,CN,import,hs:84,8", "2021,CN,import,hs:85,9"],
    );
    expect(stdout).toContain(
      "1 total below the sum of its products: CN import 2021: hs2 add to USD 17 of USD 10",
    );
  });

  it("which codes are below the sum of the codes of the next level", async () => {
    const { stdout } = await check(
      ...["period,partner,flow,product,value", "2021,CN,import,hs:87,100"],
      ...["2021,CN,import,hs:8703,90", "2021,CN,import,hs:8708,30", "2021,CN,import,hs:870323,80"],
    );
    expect(stdout).toContain(
      "1 code below the sum of its parts: CN import 2021 hs:87: its parts add to USD 120 of USD 100",
    );
  });

  it("which codes are so where their length does not tell: transport by sea and by air", async () => {
    const { stdout } = await check(
      ...["period,partner,flow,sector,product,value", "2021,CN,import,services,ebops:205,100"],
      ...["2021,CN,import,services,ebops:206,90", "2021,CN,import,services,ebops:210,30"],
    );
    expect(stdout).toContain("CN import 2021 ebops:205: its parts add to USD 120 of USD 100");
  });

  it("which worlds are below the sum of their partners, wholes of others left out", async () => {
    const { stdout } = await check(
      ...["period,partner,flow,value", "2021,WORLD,import,100", "2021,CN,import,90"],
      ...["2021,MX,import,30", "2021,EU,import,50", "2022,WORLD,import,100", "2022,CN,import,90"],
    );
    expect(stdout).toContain(
      "1 world below the sum of its partners: import total 2021: partners add to USD 120 of USD 100",
    );
  });

  it("which areas are of the past", async () => {
    const { stdout } = await check(
      ...["period,partner,flow,value", "1998,BELGIUM-LUXEMBOURG,export,7", "1999,BE,export,7"],
    );
    expect(stdout).toContain("Belgium-Luxembourg (BELGIUM-LUXEMBOURG), until 1999-01-01");
  });

  it("which years are not the sum of their quarters, and which quarters of their months", async () => {
    // 20 + 30 + 30 + 30 = 110 of 100; 8 + 8 + 8 = 24 of 30.
    const { stdout } = await check(
      ...["period,partner,flow,value", "2023,MX,export,100000"],
      ...["2023-Q1,MX,export,20000", "2023-Q2,MX,export,30000", "2023-Q3,MX,export,30000"],
      ...["2023-Q4,MX,export,30000", "2024-Q1,MX,export,30000", "2024-01,MX,export,8000"],
      ...["2024-02,MX,export,8000", "2024-03,MX,export,8000"],
    );
    expect(stdout).toContain(
      "1 year that is not the sum of its quarters: MX export total 2023: USD 100,000, quarters USD 110,000",
    );
    expect(stdout).toContain(
      "1 period that is not the sum of its months: MX export total 2024-01/2024-03: USD 30,000, months USD 24,000",
    );
  });

  it("which years are not the sum of their months", async () => {
    const months = Array.from({ length: 12 }, (_, at) => {
      return `2023-${String(at + 1).padStart(2, "0")},MX,export,27`;
    });
    const { stdout } = await check("period,partner,flow,value", ...months, "2023,MX,export,300");
    expect(stdout).toContain("MX export total 2023: USD 300, months USD 324");
  });

  it("which years repeat the one before, and which figure is the same for every partner", async () => {
    const year = (label: number) =>
      ["MX", "CA", "JP", "VN"].map((partner) => `${label},${partner},export,7`);
    const { stdout } = await check("period,partner,flow,value", ...year(2020), ...year(2021));
    expect(stdout).toContain("2021 repeats 2020 in all 4 series");
    expect(stdout).toContain("US export total 2020: USD 7 for all 4 partners");
  });

  it("which groups changed their members in the periods, and which cells are held back", async () => {
    const { stdout } = await check(
      ...[
        "period,partner,flow,value",
        "2019,EU,export,7",
        "2021,EU,export,7",
        "2021,IE,export,(D)",
      ],
    );
    expect(stdout).toContain("EU on 2020-02-01");
    expect(stdout).toContain("1 figure is held back by the publisher");
  });

  it("nothing of sound figures", async () => {
    const { status, stdout } = await check("period,partner,flow,value", "2023,MX,export,1");
    expect([status, stdout]).toEqual([0, expect.not.stringContaining("To be known")]);
  });

  it("that no row can be used, which is 1", async () => {
    const { status, stdout } = await check("period,partner,flow,value", "2023,MX,export,c");
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining("No figure is a record of trade"),
    ]);
  });
});

describe("fiscal years that read like months", () => {
  const rows =
    "period,reporter,partner,flow,value\n2010-11,IN,WORLD,export,5\n2011-12,IN,WORLD,export,6\n";

  it("are not answered, and how to write them is said", async () => {
    const words = ["growth", "--reporter", "IN", "--partner", "WORLD", "--of", "exports"];
    const { status, stderr } = await run([
      ...[...words, "--from", "2010-11", "--to", "2011-12", "--data", fileWith(rows)],
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain("read like fiscal years");
    expect(stderr).toContain("use --constant fiscalYear=april");
  });

  it("are months where that is said: 6 / 5 - 1 = 20 %", async () => {
    const { status, stdout } = await run([
      ...["growth", "--reporter", "IN", "--partner", "WORLD", "--of", "exports"],
      ...["--from", "2010-11", "--to", "2011-12", "--data", fileWith(rows)],
      ...["--constant", "fiscalYear=none", "--json"],
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0].value).toBeCloseTo(20, 9);
  });
});
