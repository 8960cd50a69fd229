import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const ask = (line: string) => runJson(line.split(" "));

// US Census Bureau, U.S. Trade in Goods by Country: the files of April 2025 and of 2026-10-01, and the
// interface as of October 2025; sums worked out from the publisher's files.
describe("the vintage of an answer", () => {
  it("is the newest that has the figure, and each row and dataset names it", async () => {
    const { rows, data } = await ask("deficit-ratio --partner MX --period 2023");
    expect(rows[0]).toMatchObject({ vintage: "2025-10" });
    expect(rows[0]!.value).toBeCloseTo(-46.1227, 4);
    expect(data.map(({ id, vintage }) => [id, vintage])).toEqual([["census-goods", "2025-10"]]);
    expect(data[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is the one that was asked for, exactly", async () => {
    const { rows, parameters } = await ask(
      "deficit-ratio --partner MX --period 2023 --vintage 2025-04",
    );
    expect(rows[0]).toMatchObject({ vintage: "2025-04" });
    expect(rows[0]!.value).toBeCloseTo(-47.2430827446823, 12);
    expect(parameters).toMatchObject({ vintage: "2025-04" });
  });

  it("is the newest that was released on the day of --as-of", async () => {
    const before = await ask("balance --partner MX --period 2023 --as-of 2025-05-01");
    expect(before.rows[0]).toMatchObject({ vintage: "2025-04", value: -152_473_493_291 });
    const after = await ask("balance --partner MX --period 2023 --as-of 2025-10-01");
    expect(after.rows[0]).toMatchObject({ vintage: "2025-10", value: -149_270_217_800 });
  });

  it.each([
    ["--vintage 2024-01", "census-goods has no vintage 2024-01 (it has 2025-04 of 2025-04-03"],
    ["--as-of 2024-01-01", "census-goods was released later than 2024-01-01"],
    ["--as-of 2025-02-30", "expected a day such as 2025-05-01"],
    ["--as-of May", "expected a day such as 2025-05-01"],
  ])("ends with 2 where there is none: %s", async (words, message) => {
    const { status, stderr } = await run(`balance --partner MX --period 2023 ${words}`.split(" "));
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it("does not have what lies outside of it", async () => {
    const { rows } = await ask("balance --partner MX --period 2023 --vintage 2026-10");
    expect(rows[0]).toMatchObject({ value: null, balance: null });
  });
});

describe("figures published in rounded millions", () => {
  it("of a printed year are the printed ones, to half of their last digit", async () => {
    const { rows } = await ask("balance --partner MX,CA,CN,VN,IE --period 2025");
    expect(rows.map(({ value }) => (value as number) / 1e6)).toEqual([
      -197_033.2, -48_302.4, -202_674.1, -178_276, -114_393.8,
    ]);
    expect(rows[0]).toMatchObject({
      vintage: "2026-10",
      exportsInterval: { low: 337_281_650_000, high: 337_281_750_000 },
      interval: { low: -197_033_300_000, high: -197_033_100_000 },
    });
  });

  it("add up their roundings: twelve months of two flows are exact to 1.2 million", async () => {
    const { rows } = await ask("balance --partner MX --rolling 12 --period 2026-07");
    expect(rows[0]).toMatchObject({
      period: "2025-08/2026-07",
      value: -213_345_200_000,
      interval: { low: -213_346_400_000, high: -213_344_000_000 },
    });
  });

  it("show no interval in tables that their digits show anyway", async () => {
    const { stdout } = await run("deficit-ratio --partner MX --period 2025".split(" "));
    // A ratio is exact to more digits than are shown, a difference to fewer.
    expect(stdout).toMatch(/337,281\.7 +534,314\.9 +-197,033\.2 +-58\.42\n/);
    const balance = await run("balance --partner MX --period 2025".split(" "));
    expect(balance.stdout).toContain("-197,033.2 [-197,033.3, -197,033.1]");
  });

  it("have years before the months, from 1987 to 2009", async () => {
    const { rows } = await ask("balance --partner MX --period 1994..1996");
    // Printed: 1,349.8, -15,808.3 and -17,505.6 million.
    expect(rows.map(({ value }) => value)).toEqual([
      1_349_800_000, -15_808_300_000, -17_505_600_000,
    ]);
  });
});

describe("both flows of a row", () => {
  it("are of one annual revision, though each has vintages of its own", async () => {
    const { rows, data } = await ask("balance --partner JP --product hs:87 --period 2024");
    expect(rows[0]).toMatchObject({ vintage: "2025-10, 2026-02", imports: 50_339_832_713 });
    expect(data.map(({ vintage }) => vintage).sort()).toEqual(["2025-10", "2026-02"]);
  });

  it("are not netted where they are of two and one was revised in between", async () => {
    // Exports of 2024 as of July 2026 beside general imports of October 2025.
    const { status, stdout } = await run(
      "balance --partner CA --product hs:87 --period 2024-12/2025-01 --imports consumption --json".split(
        " ",
      ),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0]).toMatchObject({ value: null, balance: null });
  });

  it("are netted and named where no vintage shows a revision", async () => {
    const { rows, warnings } = await ask("balance --partner MX --product hs:87 --period 2019");
    expect(rows[0]!.vintage).toBe("2021-08, 2026-07");
    expect(rows[0]!.value).toBe((rows[0]!.exports as number) - (rows[0]!.imports as number));
    expect(warnings.map(({ code }) => code)).toContain("unlike-vintages");
  });
});

describe("a year projected from its months to one that is named", () => {
  // Each flow of 2024 (vintage 2025-10) times January to May 2025 (2026-10) over January to May 2024,
  // worked out for each country and flow: 63.461 and 199.000 billion. The year became 48.302 and 197.033.
  it("is that projection, though the data hold the whole year", async () => {
    const line = "balance --partner CA,MX --period 2025 --total";
    const { rows, parameters } = await ask(`${line} --project 2025-05`);
    expect(rows.map(({ value }) => Math.round((value as number) / 1e6))).toEqual([
      -63_461, -199_000, -262_460,
    ]);
    expect(rows[0]).toMatchObject({ period: "2025", projectedFrom: "2025-01/2025-05" });
    expect(parameters.project).toBe("2025-05");
    const whole = await ask(line);
    expect(whole.rows.at(-1)!.value).toBe(-245_335_600_000);
  });

  it("leaves other years as they are, and wants a month", async () => {
    const { rows } = await ask("balance --partner MX --period 2024,2025 --project 2025-05");
    expect(rows[0]).not.toHaveProperty("projectedFrom");
    const { status, stderr } = await run("balance --partner MX --project 2025".split(" "));
    expect(status).toBe(2);
    expect(stderr).toContain("--project: expected the last month to take, such as 2025-05");
  });
});

describe("a vintage of another dataset than the first", () => {
  // BEA, March 2025: exports of services to Ireland 89,682 million in 2024, imports 27,707.
  it("is the one of the dataset that answers", async () => {
    const { rows, data } = await ask(
      "balance --partner IE --sector services --period 2024 --vintage 2025-03",
    );
    expect(rows[0]).toMatchObject({ value: 61_975_000_000, vintage: "2025-03" });
    expect(data.map(({ id }) => id)).toEqual(["bea-trade"]);
  });

  it("is an error where the dataset that answers lacks it, though another has it", async () => {
    const question = "balance --partner IE --period 2023 --vintage 2025-03";
    const { status, stderr } = await run(question.split(" "));
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: --vintage: census-goods has no vintage 2025-03 \(it has /);
  });
});

describe("rows of several vintages", () => {
  it("are compared, and the answer says that part of the change may be revision", async () => {
    const { rows, warnings } = await ask("growth --partner MX --of imports --from 2024 --to 2025");
    // 505,523,174,525 as of October 2025 to a printed 534,314.9 million.
    expect(rows[0]!.value).toBeCloseTo((534_314_900_000 / 505_523_174_525 - 1) * 100, 9);
    expect(rows[0]!.vintage).toBe("2025-10, 2026-10");
    expect(warnings.map(({ code }) => code)).toContain("mixed-vintages");
  });

  it("that are members of one whole are all of the vintage of the whole", async () => {
    const { rows } = await ask("balance --partner all --period 2024-11 --top 5");
    expect(new Set(rows.map(({ vintage }) => vintage))).toEqual(new Set(["2025-10"]));
    const sum = rows.slice(0, -1).reduce((all, { value }) => all + (value as number), 0);
    expect(sum).toBe(rows.at(-1)!.value);
  });

  it("leave the rest without a count where only some partners are listed", async () => {
    const { rows } = await ask("balance --partner all --period 2025 --top 3");
    expect(rows.map(({ vintage, period }) => [vintage, period])).toContainEqual([
      "2026-10",
      "2025",
    ]);
    expect(rows.at(-2)).toMatchObject({ row: "rest", partnerName: "all others" });
  });

  it("without a period are the years whose vintage lists every partner", async () => {
    const { rows } = await ask("balance --partner all --top 1");
    expect(rows.filter(({ row }) => row === "total").map(({ period }) => period)).toEqual([
      ...["2020", "2021", "2022", "2023", "2024"],
    ]);
  });
});

describe("data revisions", () => {
  const revisions = (line: string) => ask(`data revisions ${line}`);

  it("lists every vintage of a figure and its revision in dollars and percent", async () => {
    const { metric, rows } = await revisions("--partner MX --period 2023");
    expect(metric).toBe("revisions");
    const goods = rows.filter(({ dataset }) => dataset === "census-goods");
    expect(goods).toMatchObject([
      { vintage: "2025-04", released: "2025-04-03", value: -152_473_493_291, revision: null },
      { vintage: "2025-10", value: -149_270_217_800, revision: 3_203_275_491 },
    ]);
    expect(goods[1]!.revisionPercent).toBeCloseTo((3_203_275_491 / 152_473_493_291) * 100, 9);
  });

  it("has both figures of the imports from China in November 2025", async () => {
    const { rows } = await revisions("--partner CN --period 2025-11 --of imports");
    expect(rows.map(({ vintage, value }) => [vintage, value])).toEqual(
      expect.arrayContaining([
        ["2026-03", 20_950_700_000],
        ["2026-06", 20_641_400_000],
      ]),
    );
  });

  it("finds the figure of exports that another dataset has", async () => {
    const { rows } = await revisions("--partner MX --period 2023 --of exports");
    // Exports by chapter as of July 2026: 324,425.9 million.
    const found = rows.find(({ vintage }) => vintage === "2026-07")!;
    expect(found.dataset).toBe("census-hs2");
    expect(Math.round((found.value as number) / 1e5) / 10).toBe(324_425.9);
  });

  it("is a table and a chart as well", async () => {
    const { stdout } = await run(
      "data revisions --partner MX --period 2023 --of imports --chart".split(" "),
    );
    expect(stdout).toContain("Revisions of imports, Mexico, 2023");
    expect(stdout).toMatch(/2025-10 +2025-10-01 +472,907.4 +-2,308.6 +-0.49/);
    expect(stdout).toContain("█");
  });

  // FT-900 of 6 March 2025: a surplus in services of 295.2 billion dollars in 2024.
  it("lists services and the balance-of-payments basis, which have figures of their own", async () => {
    const services = await revisions("--partner WORLD --period 2024 --sector services");
    const march = services.rows.find(({ vintage }) => vintage === "2025-03")!;
    expect(Math.round((march.value as number) / 1e8) / 10).toBe(295.2);
    const { rows } = await revisions("--partner MX --period 2023 --basis bop");
    expect(new Set(rows.map(({ dataset }) => dataset))).toEqual(new Set(["bea-trade"]));
  });

  it("takes one dataset alone, lists of partners and periods, and products left out", async () => {
    const { rows } = await revisions("--partner MX,CA --period 2022,2023 --data census-goods");
    expect(rows.map(({ partner, period, vintage }) => `${partner} ${period} ${vintage}`)).toEqual([
      "MX 2022 2025-04",
      "MX 2022 2025-10",
      "MX 2023 2025-04",
      "MX 2023 2025-10",
      "CA 2022 2025-04",
      "CA 2022 2025-10",
      "CA 2023 2025-04",
      "CA 2023 2025-10",
    ]);
    const words = "data revisions --partner CA --period 2023 --of exports";
    const { stdout } = await run([...words.split(" "), "--exclude-product", "hs:27"]);
    expect(stdout).toMatch(/^Revisions of exports, Canada, 2023, .*27/);
  });

  it.each([
    ["--partner MX --period 1890", /no vintage has this figure .*census-goods, 1985 to 2026-07/],
    ["--partner all --period 2023", /--partner: of which partners\? \(name them: MX,CA, or WORLD/],
    ["--partner MX --period latest", /--period: "latest" is another period in each vintage/],
    ["--partner MX --period 2023 --data x.csv", /--data: there are no vintages of "x.csv" \(use /],
    ["--partner MX --period 2023 --imports domestic", /--imports: expected general or consump/],
  ])("ends with 2 and one line for %s", async (words, line) => {
    const { status, stderr } = await run(`data revisions ${words}`.split(" "));
    expect(status).toBe(2);
    expect(stderr).toMatch(line);
  });
});

describe("imports that claimed a preference", () => {
  it("are a share of imports for consumption where those are held", async () => {
    const { rows } = await ask(
      "share --of imports --partner MX --product programme:usmca --whole all-products --period 2025-03/2025-12",
    );
    const { part, whole, value } = rows[0]! as Record<string, number>;
    expect(value).toBeCloseTo((part! / whole!) * 100, 9);
    expect(value).toBeGreaterThan(50);
    expect(value).toBeLessThan(100);
  });

  it("are 249.7 and 156.9 billion dollars in 2024 from Mexico and Canada", async () => {
    const { rows } = await ask(
      "share --of imports --partner MX,CA --product programme:usmca --whole all-products --period 2024",
    );
    expect(rows.map(({ part }) => Math.round((part as number) / 1e8) / 10)).toEqual([249.7, 156.9]);
    // Imports for consumption of 2024 are not held.
    expect(rows.map(({ value }) => value)).toEqual([null, null]);
  });

  it("are a part of the partner's imports, of all claims only by name", async () => {
    const question = "share --of imports --partner MX --product programme:usmca --period 2025";
    const { rows, parameters } = await ask(question);
    // DataWeb: 530,724.6 million of imports for consumption; the country file of 2026-10: 423,450.6 claimed.
    expect(parameters).toMatchObject({ whole: "all-products" });
    expect(rows[0]!.value).toBeCloseTo(79.7873, 3);
    const ofClaims = await ask(`${question} --whole WORLD`);
    expect(ofClaims.rows[0]!.value).toBeCloseTo((423_450.6 / (423_450.6 + 286_853.9)) * 100, 6);
  });

  it("are a share of general imports on request, with a warning", async () => {
    const { rows, warnings } = await ask(
      "share --of imports --partner MX --product programme:usmca --imports general --vintage 2025-04 --period 2024",
    );
    // The country file of April 2025: 249,731.8 of 505,850.6 million.
    expect(rows[0]!.value).toBeCloseTo(49.3687, 3);
    expect(warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("unlike bases are set against each other: consumption and general"),
    );
  });
});

// US Bureau of Economic Analysis, U.S. International Trade in Goods and Services, December and Annual
// 2024 (February 5, 2025): exports 3,191.6, imports 4,110.0, deficit 918.4 billion dollars, up 17.0 percent
// from 784.9; the release of March has 917.8.
describe("the first release of the goods and services of 2024", () => {
  it.each(["bea-world", "bea-trade"])(
    "is a vintage of %s, in printed billions",
    async (dataset) => {
      const question = `balance --partner WORLD --data ${dataset} --period 2023,2024`;
      const { rows } = await ask(`${question} --vintage 2025-02`);
      expect(rows[1]).toMatchObject({
        exports: 3_191_600_000_000,
        imports: 4_110_000_000_000,
        value: -918_400_000_000,
        exportsInterval: { low: 3_191_500_000_000, high: 3_191_700_000_000 },
      });
      expect(rows[0]!.interval).toBeUndefined();
      expect(Math.round((rows[0]!.value as number) / 1e8)).toBe(-7849);
      const newest = await ask(question);
      expect(Math.round((newest.rows[1]!.value as number) / 1e8)).toBe(-9178);
    },
  );

  it("has no category of services and no partner yet", async () => {
    const services = "balance --partner WORLD --data bea-world --product ebops:sd --period 2024";
    expect((await ask(`${services} --vintage 2025-02`)).rows[0]).toMatchObject({ value: null });
    const ireland = "balance --partner IE --data bea-trade --sector services --period 2024";
    expect((await ask(`${ireland} --vintage 2025-02`)).rows[0]).toMatchObject({ value: null });
    expect((await ask(ireland)).rows[0]).toMatchObject({ value: 61_975_000_000 });
  });
});

describe("claims and vintages", () => {
  const file = (report: object, claim: object) =>
    written(
      temporaryFolder(),
      "claims.json",
      JSON.stringify({
        report: { id: "brief", title: "A brief", publisher: "Somebody", ...report },
        claims: [
          {
            ...{ id: "deficit", says: "Deficit with Mexico in 2023", reported: "152.5" },
            ...{ unit: "USD", scale: "billion", where: { section: "Summary" } },
            compute: { metric: "balance", partner: "MX", period: "2023", as: "deficit" },
            ...claim,
          },
        ],
      }),
    );
  const verify = async (report: object, claim: object = {}) => {
    const { stdout } = await run(["verify", file(report, claim), "--json"]);
    return JSON.parse(stdout).claims[0];
  };

  /** As first released on February 5, 2025, and revised in June. */
  const worldDeficit = {
    ...{ says: "Deficit in goods and services in 2024", reported: "918.4" },
    compute: {
      metric: "balance",
      data: "bea-world",
      partner: "WORLD",
      period: "2024",
      as: "deficit",
    },
  };

  it("of a report with a day know what was released then", async () => {
    expect(await verify({ date: "2025-05-01" })).toMatchObject({
      verdict: "reproduced",
      computed: 152_473_493_291,
      data: ["census-goods 2025-04"],
    });
    expect(await verify({ date: "2025-11-01" })).toMatchObject({ verdict: "mismatch" });
    expect(await verify({ date: "2025", asOf: "2025-05-01" })).toMatchObject({
      verdict: "reproduced",
    });
  });

  it("of a report without a day are tried against all, and the one that serves is named", async () => {
    expect(await verify({ date: "2025-05" })).toMatchObject({
      verdict: "reproduced",
      data: ["census-goods 2025-04"],
      checks: [{ note: "by vintage 2025-04" }],
    });
  });

  it.each([["2025-02-20"], ["2025-02"]])("know the first release of a year: %s", async (date) => {
    const claim = await verify({ date }, worldDeficit);
    expect(claim).toMatchObject({ verdict: "reproduced", data: ["bea-world 2025-02"] });
    expect(claim.revised).toMatchObject({ data: ["bea-world 2025-05"] });
    const grown = await verify(
      { date },
      {
        ...{
          says: "Growth of the deficit in 2024",
          reported: "17.0",
          unit: "percent",
          scale: undefined,
        },
        compute: {
          metric: "growth",
          data: "bea-world",
          partner: "WORLD",
          of: "balance",
          from: "2023",
          period: "2024",
        },
      },
    );
    expect(grown).toMatchObject({ verdict: "reproduced" });
  });

  it("have the first release as the likely cause where it was no longer the newest", async () => {
    const claim = await verify({ date: "2025-06-01" }, worldDeficit);
    expect(claim).toMatchObject({ verdict: "mismatch" });
    expect(claim.explanations[0].confidence).toBeGreaterThan(0.9);
    expect(JSON.stringify(claim.explanations[0])).toContain("vintage 2025-02");
  });

  it("may name their vintage", async () => {
    const pinned = { vintage: "2025-10", reported: "149.3" };
    expect(await verify({ date: "2025-05-01" }, pinned)).toMatchObject({
      verdict: "reproduced",
      data: ["census-goods 2025-10"],
    });
    const wrong = await run(["verify", file({ date: "2025" }, { vintage: "2020-01" })]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("deficit: --vintage: census-goods has no vintage 2020-01");
  });

  it("that were right say what they have been revised to since", async () => {
    const claim = await verify({ date: "2025", vintage: "2025-04" });
    expect(claim.revised).toEqual({ computed: 149_270_217_800, data: ["census-goods 2025-10"] });
    const { stdout } = await run(["verify", file({ date: "2025", vintage: "2025-04" }, {})]);
    expect(stdout).toContain("since revised to 149.27 (census-goods 2025-10)");
  });
});
