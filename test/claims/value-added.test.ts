import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { firstOf, type OwnClaim, refused, verifyClaims } from "./own-claims.ts";

// The embedded table of 2011 (WIOD 2013 in eight regions). Its gross balances are the table's own
// sums: US with China -237.509, with Mexico -60.192 billion dollars (NumPy, output = column OUT).
const billion = { unit: "USD", scale: "billion" };
const china = { metric: "value-added-balance", partner: "CN", period: "2011" };

let folder = "";
const file = (name: string) => join(folder, name);

/** Two economies of one industry: AAA sells `exports` of final goods to BBB, which sells 10 back. */
const table = (exports: number) =>
  `row,AAA_x,BBB_x,AAA_FD,BBB_FD,OUT\nAAA_x,10,5,50,${exports},${65 + exports}\nBBB_x,5,10,10,75,100\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "value-added-claims-"));
  writeFileSync(file("wiot_1995.csv"), table(10));
  writeFileSync(file("wiot_2008.csv"), table(20));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a claim about value added is recomputed from an input-output table:", () => {
  test.each<[string, OwnClaim]>([
    [
      "a gross deficit",
      {
        says: "US deficit with China, gross",
        reported: "237.5",
        ...billion,
        compute: { ...china, measure: "grossBalance", as: "deficit" },
      },
    ],
    [
      // The table of 41 economies has -237.5 gross and -196.2 in value added: 17.4 % less.
      "a deficit in value added in percent of the gross one",
      {
        says: "The deficit with China beside the gross one",
        reported: "-17.4",
        unit: "percent",
        comparator: "about",
        compute: { ...china, than: { measure: "grossBalance", as: "percent" } },
      },
    ],
    [
      "the share of one economy in the exports of another",
      {
        says: "US value added in Mexico's exports",
        reported: "11.03",
        unit: "percent",
        compute: { metric: "value-added-origin", exporter: "MX", origin: "US" },
      },
    ],
    [
      // Johnson and Noguera's ratio: 1,462.4 abroad of 1,839.6 gross (the table's own sums).
      "a VAX ratio",
      {
        says: "Value-added exports of the United States over gross exports",
        reported: "0.795",
        unit: "ratio",
        compute: { metric: "value-added-final-demand", origin: "US", measure: "vaxRatio" },
      },
    ],
  ])("%s", async (_, claim) => {
    const { verdict, data } = await firstOf(claim);
    expect(verdict).toBe("reproduced");
    expect(data).toEqual(["value-added-2011 2013"]);
  });

  // The columns of the table itself: of what the United States imports from China, 317,773.6 of
  // 412,844 million are China's value added, as the command says by exporter; from all, more.
  it("the imports of one economy, from all exporters", async () => {
    const ask = (words: object) => ({ metric: "value-added-origin", ...words });
    const from = { exporter: "CN", origin: "CN" };
    const { claims } = await verifyClaims([
      { reported: "76.97", unit: "percent", compute: ask({ ...from, importer: "US" }) },
      { reported: "76.97", unit: "percent", compute: ask({ ...from, partner: "US" }) },
      {
        ...{ reported: "317.8", ...billion, comparator: ">" },
        compute: ask({ importer: "US", origin: "CN", measure: "valueAdded" }),
      },
    ]);
    expect(claims.map(({ verdict }) => verdict)).toEqual(Array(3).fill("reproduced"));
  });

  it("a term of a decomposition is one with the terms that make it", async () => {
    const decompose = { metric: "value-added-decompose", exporter: "MX" };
    const sum = await firstOf(
      {
        says: "Domestic content: value added once and double counted",
        reported: "3",
        unit: "percent",
        comparator: "<",
        compute: { ...decompose, term: "DDC" },
      },
      { says: "x", reported: "69.72", unit: "percent", compute: { ...decompose, term: "DVA" } },
    );
    expect(sum.verdict).toBe("reproduced");
  });

  // By hand: of AAA's output of 75 in 1995, 10 and 5 are inputs from AAA and BBB. v = 0.8 and 0.85,
  // det(I - A) = 0.776667, so 0.8 * 0.9 / 0.776667 = 92.704 % of its exports are domestic, and 7.296 %
  // foreign; with an output of 85 in 2008, 6.320 %.
  it("several tables make a series, of which the period takes one", async () => {
    const compute = {
      ...{ metric: "value-added-participation", exporter: "AAA", measure: "backward" },
      table: [file("wiot_1995.csv"), file("wiot_2008.csv")],
    };
    const { claims } = await verifyClaims([
      { reported: "7.296", unit: "percent", compute: { ...compute, period: "1995" } },
      { reported: "6.320", unit: "percent", compute: { ...compute, period: "2008" } },
      {
        says: "It fell",
        reported: "0.976",
        unit: "percentage-points",
        compute: { ...compute, from: "1995", to: "2008", as: "change" },
      },
    ]);
    expect(claims.map(({ verdict }) => verdict)).toEqual(Array(3).fill("reproduced"));
    expect(claims[2]!.data).toEqual(["wiot_2008.csv", "wiot_1995.csv"]);
  });
});

describe("a rank of figures of a table", () => {
  const rank = (reported: string, compute: object): OwnClaim => ({
    reported,
    unit: "rank",
    compute,
  });
  const small = () => ({ table: file("wiot_1995.csv"), period: "1995" });

  // Independent NumPy, billions: gross China -237.5, Canada -66.4, Mexico -60.2, Germany -40.3; in value
  // added China -196.2, Canada -50.9, Germany -42.6, Mexico -36.3.
  test.each<[string, object]>([
    ["3", { measure: "grossBalance" }],
    ["4", {}],
    ["1", { rank: { among: ["CN", "CA", "MX", "DE"], first: "largest" } }],
    ["1", { rank: { among: "CN, Mexico", by: "grossBalance", first: "largest" } }],
  ])("is %s for the balance with Mexico by %j", async (reported, words) => {
    const among = { rank: { among: ["CN", "CA", "MX", "DE"] } };
    const compute = { ...china, partner: "MX", ...among, ...words };
    expect((await firstOf(rank(reported, compute))).verdict).toBe("reproduced");
  });

  // By hand as above: AAA's exports are of AAA to 92.704 and of BBB to 7.296 %, BBB's of AAA to 5.150 %.
  test.each<[string, object]>([
    ["2", { metric: "value-added-origin", exporter: "AAA", origin: "BBB" }],
    ["1", { metric: "value-added-origin", exporter: "AAA", origin: "BBB", rank: { among: "BBB" } }],
    ["1", { metric: "value-added-participation", exporter: "AAA", measure: "backward" }],
    ["2", { metric: "value-added-decompose", exporter: "AAA", term: "DC" }],
  ])("is %s among all of the table for %j", async (reported, words) => {
    const compute = { rank: {}, ...small(), ...words };
    expect((await firstOf(rank(reported, compute))).verdict).toBe("reproduced");
  });

  test.each<[string, object, RegExp]>([
    ["no such column", { by: "vax" }, /compute.rank: unknown column "vax" \(use value, /],
    ["no such member", { among: "FR" }, /compute.rank: value-added-2011 has no partner "FR"/],
  ])("is refused: %s", async (_, how, says) => {
    expect(await refused(rank("1", { ...china, rank: how }))).toMatch(says);
  });
});

describe("a claim about value added is refused whose", () => {
  const share = { metric: "value-added-origin", exporter: "MX", origin: "US" };
  const percent = { reported: "11", unit: "percent" };
  test.each<[string, OwnClaim, RegExp]>([
    [
      "unit is not that of the column",
      { reported: "195", unit: "percent", compute: china },
      /unit: "percent" is not that of value-added-balance \(use USD\)/,
    ],
    [
      "words say gross of a balance in value added",
      { says: "The gross deficit", reported: "195", ...billion, compute: china },
      /compute.measure: value is in value added, the claim says gross/,
    ],
    [
      "words say domestic of the value added of others",
      { says: "Domestic content", ...percent, compute: share },
      /compute.origin: US is foreign value added, the claim says domestic/,
    ],
    [
      "term is foreign and words are domestic",
      {
        says: "Domestic value added",
        ...percent,
        compute: { metric: "value-added-decompose", exporter: "MX", term: "FVA" },
      },
      /compute.term: FVA is foreign value added, the claim says domestic/,
    ],
    [
      "year is not that of the table",
      { ...percent, compute: { ...share, period: "2015" } },
      /compute.period: no table is of 2015: value-added-2011 is of 2011 \(name the table of that year/,
    ],
    [
      "column is unknown",
      { ...percent, compute: { ...share, measure: "vax" } },
      /compute.measure: unknown column "vax" \(use value, valueAdded, whole\)/,
    ],
    [
      "key is that of trade",
      { ...percent, compute: { ...share, product: "87" } },
      /compute.product: value-added-origin takes none \(use exporter, /,
    ],
    [
      "key is that of value added in a claim of trade",
      {
        reported: "1",
        unit: "USD",
        compute: { metric: "balance", partner: "MX", period: "2023", origin: "US" },
      },
      /compute.origin: balance takes none \(it is of value-added-origin/,
    ],
    [
      "several economies are one number only together",
      { ...percent, compute: { ...share, exporter: ["MX", "CA"] } },
      /compute.exporter: 2 of them make one number only together/,
    ],
    [
      "group is in the table only in part",
      { reported: "1", ...billion, compute: { ...china, partner: "EU", together: true } },
      /compute.partner: value-added-2011 has no figures for AT, BE/,
    ],
    [
      "economy is not in the table",
      { ...percent, compute: { ...share, exporter: "FR" } },
      /compute.exporter: value-added-2011 has no figures for France \(FR\) alone/,
    ],
    [
      "industry is not in the table",
      { ...percent, compute: { ...share, industry: "C29" } },
      /compute.industry: value-added-2011 has no industry "C29"/,
    ],
    [
      "importer is named beside a partner",
      { ...percent, compute: { ...share, importer: "US", partner: "US" } },
      /compute.importer: the imports of one are its exporters' to one partner/,
    ],
    [
      "term is not the method's",
      { ...percent, compute: { metric: "value-added-decompose", exporter: "MX", term: "XYZ" } },
      /compute.*: there is no term XYZ in borin-mancini/,
    ],
  ])("%s", async (_, claim, message) => {
    expect(await refused(claim)).toMatch(message);
  });

  it("amount is of a table whose unit nobody states", async () => {
    const compute = { ...china, reporter: "AAA", partner: "BBB", period: "1995" };
    const message = await refused({
      ...{ reported: "1", ...billion },
      compute: { ...compute, table: file("wiot_1995.csv") },
    });
    expect(message).toMatch(/compute.measure: value of wiot_1995.csv is in the unit of the table/);
  });

  it("table cannot be read, with its line", async () => {
    const message = await refused({ ...percent, compute: { ...share, table: "nowhere.csv" } });
    expect(message).toMatch(/own.yaml:\d+: claim-1: compute.table: nowhere.csv/);
  });
});
