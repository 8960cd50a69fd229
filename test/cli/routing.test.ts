import { describe, expect, it } from "vitest";
import { fileWith } from "../sources/files-for-tests.ts";
import { run, runJson } from "./run.ts";

const balance = (words: string) => ["balance", ...words.split(" ")];

describe("a question that another embedded dataset answers", () => {
  it("takes services from the balance of payments: Ireland 89,682 less 27,707 million in 2024", async () => {
    const { rows, data, warnings } = await runJson(
      balance("--partner IE --sector services --period 2024"),
    );
    expect(rows[0]).toMatchObject({ exports: 89_682e6, imports: 27_707e6, value: 61_975e6 });
    expect(data.map(({ id }) => id)).toEqual(["bea-trade"]);
    expect(warnings[0]).toMatchObject({
      code: "other-dataset",
      message: expect.stringContaining("from bea-trade, because census-goods has none"),
    });
  });

  it("takes the basis that is named", async () => {
    const { rows, data } = await runJson(balance("--partner IE --basis bop --period 2024"));
    expect(data.map(({ id }) => id)).toEqual(["bea-trade"]);
    expect(rows[0]!.reason).toBeNull();
  });

  it("takes imports for consumption from the file by chapter: 357,730,118,430 of Mexico in 2019", async () => {
    const { rows, data } = await runJson(
      balance("--partner MX --period 2019 --imports consumption"),
    );
    expect(rows[0]!.imports).toBe(357_730_118_430);
    expect(new Set(data.map(({ id }) => id))).toEqual(new Set(["census-hs2"]));
  });
});

describe("a question that no embedded dataset answers", () => {
  it.each([
    [
      "--partner MX --period 1981..1983",
      /1981.*census-goods has 1985 to 2026-07.*bea-trade has 1999 to 2024/,
      /--data/,
    ],
    ["--partner MX --period 1890", /Mexico in 1890: census-goods has 1985 to 2026-07/, /--data/],
    ["--partner MX --product hs:27 --period 2005", /census-hs2 has 2013-01 to 2026-05/, /--data/],
    [
      "--partner MX --reporter DE",
      /census-goods has US, not DE/,
      /Use --partner DE \(US trade with it\)/,
    ],
    ["--partner US --reporter DE --period 2023", /United States --reporter DE/, /Use --partner DE/],
    [
      "--partner MX --period 2023 --exports domestic",
      /has total, not domestic/,
      /Use --exports total/,
    ],
    ["--partner CN --product naics:336 --period 2023", /census-naics3 has /, /--data/],
  ])("ends with 2, what is covered and what would serve: %s", async (words, error, hint) => {
    const { status, stdout, stderr } = await run(balance(words));
    expect([status, stdout]).toEqual([2, ""]);
    const [first, second] = stderr.split("\n");
    expect(first).toMatch(error);
    expect(second).toMatch(hint);
  });

  it("names the broader product that the data have", async () => {
    const { status, stderr } = await run(
      "non-petroleum --partner MX --petroleum hs2709-2710 --period 2023".split(" "),
    );
    expect(status).toBe(2);
    expect(stderr).toContain("census-hs2 has hs:27, not hs2709-2710");
    expect(stderr).toContain("Use hs:27 in its place");
  });
});

describe("a question of which data cover a part", () => {
  it("leaves the rest null, with the reason and the coverage", async () => {
    const { rows, warnings } = await runJson(balance("--partner MX --period 1984,1985"));
    expect(rows.map(({ reason }) => reason)).toEqual(["outside-coverage", null]);
    expect(warnings).toContainEqual({
      code: "outside-coverage",
      message: "census-goods covers 1985 to 2026-07 (1984)",
    });
  });

  it("ends with 1 under --strict, and with 0 where every value is known", async () => {
    const strict = (periods: string) =>
      run(balance(`--partner MX --period ${periods} --data census-goods --strict`));
    expect((await strict("1984,1985")).status).toBe(1);
    expect((await strict("1985")).status).toBe(0);
  });
});

describe("a partner whom the data leave out", () => {
  // US Census Bureau: the file by chapter has exports to some thirty countries, imports from all.
  it("is outside of what is covered, and not without trade", async () => {
    const { rows, warnings } = await runJson(
      balance("--partner LU --product hs:87 --period 2023 --data census-hs2"),
    );
    expect(rows[0]).toMatchObject({ exports: null, reason: "outside-coverage" });
    expect(rows[0]!.imports).toBeGreaterThan(0);
    expect(warnings.map(({ message }) => message)).toContain(
      "census-hs2 lacks flows of some partners (2023)",
    );
  });

  it("is named where a file has its figures as a reporter", async () => {
    const file = fileWith(
      "period,reporter,partner,flow,value\n2023,EG,IE,export,5\n2023,EG,IE,import,3\n",
    );
    const { warnings } = await runJson(balance(`--partner EG --period 2023 --data ${file}`));
    expect(warnings[0]!.message).toContain("it has what EG reports (use --reporter EG)");
  });
});

describe("files", () => {
  it("answer as they are, and no other dataset takes their place", async () => {
    const file = fileWith("period,partner,flow,value\n2023,MX,export,5\n2023,MX,import,3\n");
    const { rows } = await runJson(balance(`--partner MX,CA --period 2023 --data ${file}`));
    expect(rows.map(({ reason }) => reason)).toEqual([null, "no-data"]);
  });
});

describe("a question that needs what other countries report", () => {
  const own = fileWith(
    "period,partner,product,flow,value\n2023,MX,hs:87,export,5\n2023,WORLD,hs:87,export,9\n",
  );
  it.each([
    ["complementarity --partner MX --period 2023", "what Mexico reports, and census-hs2"],
    ["intraregional-share --region USMCA --period 2023", "what Canada, Mexico report, and census"],
    [`complementarity --partner MX --period 2023 --by hs2 --data ${own}`, "what Mexico reports"],
    [
      `intraregional-share --region USMCA --period 2023 --data ${own}`,
      "what Canada, Mexico report",
    ],
  ])("is refused where the data are of one reporter: %s", async (line, said) => {
    const { status, stdout, stderr } = await run(line.split(" "));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
    expect(stderr).toContain("has what US reports alone");
  });

  it("is outside coverage where only one flow has the product", async () => {
    const { rows } = await runJson(balance("--partner MX --product naics:336 --period 2023"));
    expect(rows[0]).toMatchObject({ exports: null, reason: "outside-coverage" });
    expect(rows[0]!.imports).toBeGreaterThan(0);
  });
});

describe("a share of a whole that another dataset has", () => {
  it("says which is of which", async () => {
    const ask = "share --of imports --product hs:87 --partner MX --period 2023 --whole";
    const said = async (whole: string) =>
      (await runJson([...ask.split(" "), whole])).warnings.flatMap(({ code, message }) =>
        code === "two-datasets" ? [message] : [],
      );
    expect(await said("all-products")).toEqual([
      "part is of census-hs2, whole of census-goods: two datasets (2023)",
    ]);
    expect(await said("WORLD")).toEqual([]);
  });
});

describe("the sector of what is counted", () => {
  // US BEA, 2024, million dollars: goods 2,083,247 and 3,296,237, services 1,107,360 and 812,205.
  it.each([
    ["--basis bop", "goods and services", 2_083_247 + 1_107_360 - 3_296_237 - 812_205],
    ["--basis bop --sector goods", "goods", 2_083_247 - 3_296_237],
    ["--basis bop --sector services", "services", 1_107_360 - 812_205],
  ])("is said in the line of the source and in JSON: %s", async (words, sector, millions) => {
    const asked = balance(`WORLD --period 2024 ${words}`);
    const { rows, data } = await runJson(asked);
    expect(rows[0]!.value).toBe(millions * 1e6);
    expect(data).toMatchObject([{ id: "bea-trade", sector }]);
    const { stdout } = await run(asked);
    expect(stdout.replace(/\s+/g, " ")).toContain(`balance-of-payments basis, of ${sector} Def`);
  });

  it("is said of records that are added across sectors, beside those of goods alone", async () => {
    const file = fileWith(
      [
        "period,partner,flow,value,sector",
        ...["2023,FR,export,40,goods", "2023,FR,import,50,goods"],
        ...["2023,FR,export,10,services", "2023,FR,import,20,services"],
        ...["2024,FR,export,42,goods", "2024,FR,import,52,goods"],
      ].join("\n"),
    );
    const { rows, data } = await runJson(balance(`FR --period 2023,2024 --data ${file}`));
    expect(rows.map(({ exports }) => exports)).toEqual([50, 42]);
    expect(data).toMatchObject([{ sector: "goods; goods and services" }]);
    const goods = await runJson(balance("MX --period 2023"));
    expect(goods.data[0]).not.toHaveProperty("sector");
  });
});
