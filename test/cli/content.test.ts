import { describe, expect, it } from "vitest";
import { resultSchema } from "../../src/schema/result.ts";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const call = (line: string) => run(`content ${line}`.split(" "));
const json = (line: string) => runJson(`content ${line}`.split(" "));
const partOf = (rows: Record<string, unknown>[], id: string) =>
  rows.find(({ part, measure }) => part === id && measure === "regional")!;

describe("the steel spring of the second report", () => {
  it("is 50.1 % regional, counts 100 % in the next good, and qualifies by 0.1 points", async () => {
    const { rows, metric, data } = await json("--example steel-spring --date 2025-07-01");
    expect(partOf(rows, "spring")).toMatchObject({
      ...{ value: 50.1, trueValue: 50.1, countedWhenUsed: 100 },
      ...{ qualifies: true, threshold: 50, margin: 0.1, unit: "percent", reason: null },
    });
    expect(partOf(rows, "wire")).toMatchObject({ value: null, reason: "made-outside-region" });
    expect(metric).toBe("content");
    expect(data[0]).toMatchObject({ id: "steel-spring", rows: { read: 2, used: 2 } });
  });

  it("says that it must qualify first, and names the article", async () => {
    const { stdout } = await call("--example steel-spring --date 2025-07-01");
    expect(stdout).toContain("it must qualify first");
    expect(stdout.replace(/\s+/g, " ")).toContain("USMCA Article 4.5.4");
    const { rows } = await json("--example steel-spring --date 2025-07-01 --threshold 60");
    expect(partOf(rows, "spring")).toMatchObject({
      ...{ qualifies: false, margin: -9.9, countedWhenUsed: 50.1 },
    });
  });
});

describe("three tiers", () => {
  // The figures are worked out by hand from fixtures/content/three-tier.csv.
  it("show how the gap grows: 0 at the spring, 33.06 at the suspension, 14.95 at the vehicle", async () => {
    const { rows } = await json("--example three-tier --date 2024-07-01");
    expect(partOf(rows, "springs")).toMatchObject({ gap: 0, tier: 2 });
    expect(partOf(rows, "suspension")).toMatchObject({ gap: 1190, tier: 1 });
    expect(partOf(rows, "vehicle")).toMatchObject({
      ...{ gap: 2990, tier: 0, value: 78, trueValue: 63.05, qualifiesWithoutRollUp: false },
    });
  });

  it("are summed with --by tier: 1,400 and 1,590 of net cost 20,000", async () => {
    const { rows } = await json("--example three-tier --date 2024-07-01 --by tier");
    expect(rows.map(({ tier, rolledUp, value }) => [tier, rolledUp, value])).toEqual([
      [0, 0, 0],
      [1, 1400, 7],
      [2, 1590, 7.95],
      [3, 0, 0],
    ]);
  });

  it("have labour value content of the vehicle too, with its threshold", async () => {
    const { rows } = await json(
      "--example three-tier --date 2024-07-01 --technology-wages 12 --high-wage-plant",
    );
    const labour = rows.find(({ measure }) => measure === "labour")!;
    // Engine 6,000 and dampers 700 of net cost 20,000 from plants at US$ 16 or more; credits 10 + 5.
    expect(labour).toMatchObject({ value: 48.5, threshold: 40, qualifies: true });
  });

  const lineOf = async (line: string, name: string) =>
    (await json(`--example three-tier ${line}`)).rows.find(
      ({ requirement }) => requirement === name,
    )!;

  it("are judged by the threshold of the day: 66 % in 2020, 75 % from July 2023", async () => {
    const at = async (day: string) => (await lineOf(`--date ${day}`, "regional-content")).threshold;
    expect(await at("2020-07-01")).toBe(66);
    expect(await at("2023-06-30")).toBe(72);
    expect(await at("2023-07-01")).toBe(75);
  });

  it("do not call a vehicle qualified that meets regional content and fails labour", async () => {
    const line = "--date 2024-07-01 --steel 75 --aluminium 71";
    expect(await lineOf(line, "regional-content")).toMatchObject({ value: 78, qualifies: true });
    expect(await lineOf(line, "core-parts")).toMatchObject({ qualifies: true });
    expect(await lineOf(line, "labour-content")).toMatchObject({ value: 33.5, qualifies: false });
    expect(await lineOf(line, "all")).toMatchObject({ qualifies: false, reason: "verdict" });
    const { rows } = await json(`--example three-tier ${line}`);
    expect(partOf(rows, "vehicle").qualifies).toBe(false);
    const { stdout } = await call(`--example three-tier ${line}`);
    expect(stdout).toMatch(/^Passenger vehicle .* no /m);
    expect(stdout).toMatch(/^Rule: labour +33\.5 +25\.5 +40\.0 +no +-6\.5$/m);
    expect(stdout).toMatch(/^All rules +- +- +no /m);
  });

  it("say what is not judged, and how to have it judged", async () => {
    const line = "--date 2024-07-01 --technology-wages 10 --steel 75";
    expect(await lineOf(line, "aluminium")).toMatchObject({ qualifies: null, value: null });
    expect(await lineOf(line, "all")).toMatchObject({ qualifies: null });
    const { stdout, stderr } = await call(`--example three-tier ${line}`);
    expect(stdout).toMatch(/^All rules +- +- +unknown /m);
    expect(stderr).toContain("aluminium is not judged: give --aluminium");
  });
});

describe("several bills", () => {
  const bill = (units: string, imported: number) =>
    `id,parent,origin,value,netCost,method,threshold,units\ngood,,MX,100,100,net-cost,60,${units}\nscrew,good,CN,${imported},,,,\n`;

  it("are averaged by the units made: (3 x 70 + 1 x 40) / 4 = 62.5 %", async () => {
    const folder = temporaryFolder();
    const files = [
      written(folder, "a.csv", bill("3", 30)),
      written(folder, "b.csv", bill("1", 60)),
    ];
    const { rows, data } = await json(files.join(" "));
    expect(rows.find(({ requirement }) => requirement === "regional-content")).toMatchObject({
      ...{ value: 62.5, threshold: 60, qualifies: true, margin: 2.5 },
    });
    expect(rows.filter(({ part }) => part === "good").map((row) => [row.bill, row.value])).toEqual([
      ["a.csv", 70],
      ["b.csv", 40],
    ]);
    expect(data).toHaveLength(2);
  });

  // Article 5 averages the amounts, so that a dear good weighs more than a cheap one: of 10 x 100 + 30 x 50
  // + 5 x 200 = 3,500 net cost, 10 x 25 + 30 x 20 + 5 x 30 = 1,000 is not originating: 71.43 %. The mean of
  // 75, 60 and 85 % is 73.33, and weighed by units alone 66.11.
  it("are averaged by their amounts: three bills of different net cost have 71.43 %", async () => {
    const folder = temporaryFolder();
    const one = (units: number, cost: number, imported: number) =>
      `id,parent,origin,value,netCost,method,threshold,units\ngood,,MX,${cost},${cost},net-cost,71,${units}\nscrew,good,CN,${imported},,,,\n`;
    const files = [one(10, 100, 25), one(30, 50, 20), one(5, 200, 30)].map((text, at) =>
      written(folder, `${at}.csv`, text),
    );
    const { rows } = await json(files.join(" "));
    const content = rows.find(({ requirement }) => requirement === "regional-content");
    expect(content).toMatchObject({ value: expect.closeTo(71.4286, 4), qualifies: true });
  });

  it("need their units, and no --by tier", async () => {
    const folder = temporaryFolder();
    const files = [written(folder, "a.csv", bill("3", 30)), written(folder, "b.csv", bill("", 60))];
    const without = await call(files.join(" "));
    expect([without.status, without.stderr]).toEqual([
      2,
      expect.stringContaining('units: "good" has none (give how many were made, to average)'),
    ]);
    const tiers = await call(`${files.join(" ")} --by tier`);
    expect([tiers.status, tiers.stderr]).toEqual([
      2,
      expect.stringContaining("--by tier: takes one"),
    ]);
  });

  it.each([
    ["0", "0 is less than 1"],
    ["1.5", "1.5 is not a whole number"],
    ["many", 'expected a number, got "many"'],
  ])("refuse units of %s", async (units, says) => {
    const { status, stderr } = await call(written(temporaryFolder(), "a.csv", bill(units, 30)));
    expect([status, stderr]).toEqual([2, expect.stringContaining(`a.csv:2: units: ${says}`)]);
  });
});

describe("a bill of one's own", () => {
  const bill = "id,parent,origin,value\ngood,,MX,100\nscrew,good,CN,40\n";

  it("takes class, threshold, method and region from the command line", async () => {
    const file = written(temporaryFolder(), "bill.csv", bill);
    const { rows } = await json(`${file} --threshold 60 --method transaction-value`);
    expect(partOf(rows, "good")).toMatchObject({ value: 60, qualifies: true, margin: 0 });
    const china = await json(`${file} --threshold 60 --region MX,China`);
    expect(partOf(china.rows, "good")).toMatchObject({ trueValue: 100 });
    const core = await json(`${file} --class core --method transaction-value --date 2023-07-01`);
    expect(partOf(core.rows, "good")).toMatchObject({ threshold: 85, qualifies: false });
  });

  it.each<[string, string, string]>([
    ["a part without a value", "id,parent,origin,value\ngood,,MX,\n", "value: is missing"],
    ["an unknown parent", `${bill}nut,bolt,MX,1\n`, 'parent: there is no part "bolt"'],
    ["an origin that is no country", bill.replace("CN", "XX"), "origin:"],
    ["parts worth more than the good", bill.replace("40", "400"), "is less than its part"],
  ])("ends with 2 and the place: %s", async (_, content, says) => {
    const file = written(temporaryFolder(), "bill.csv", content);
    const { status, stdout, stderr } = await call(file);
    expect([status, stdout]).toEqual([2, ""]);
    const [first] = stderr.split("\n");
    expect(first!.startsWith(`error: ${file}`)).toBe(true);
    expect(first).toContain(says);
  });

  it.each([
    ["", "content: which bill of materials?"],
    ["a.csv --example steel-spring", "content: which bill of materials?"],
    [
      "--example nothing",
      '--example: there is no "nothing" (use gearbox, steel-spring, three-tier)',
    ],
    ["nowhere.csv", "nowhere.csv: no such file (check the path)"],
    ["--example steel-spring --date 2023-02-30", '--date: "2023-02-30" is not a day'],
    ["--example three-tier --steel 101", '--steel: "101": expected a percentage from 0 to 100'],
    ["--example steel-spring --region Nowhere", '--region: unknown partner "Nowhere"'],
  ])("ends with 2 and what is wrong: %s", async (line, says) => {
    const { status, stdout, stderr } = await run(["content", ...line.split(" ").filter(Boolean)]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.startsWith(`error: ${says}`), stderr).toBe(true);
  });
});

describe("the formats", () => {
  it.each([
    "--example gearbox --date 2024-07-01",
    "--example steel-spring --date 2024-07-01",
    "--example three-tier --date 2024-07-01",
    "--example three-tier --date 2024-07-01 --by tier",
  ])("table stays within 80 columns, and JSON keeps to the schema: %s", async (line) => {
    const { stdout } = await call(line);
    for (const each of stdout.split("\n")) expect(each.length).toBeLessThanOrEqual(80);
    expect(resultSchema.safeParse(await json(line)).error).toBeUndefined();
    for (const format of ["ndjson", "csv", "markdown"]) {
      expect((await call(`${line} --format ${format}`)).status).toBe(0);
    }
  });
});
