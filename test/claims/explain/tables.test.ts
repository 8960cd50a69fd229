import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Explanation } from "../../../src/claims/report.ts";
import { firstOf, type OwnClaim } from "../own-claims.ts";

let folder = "";
const file = (name: string) => join(folder, name);

/** Two economies of one industry: AAA sells `exports` of final goods to BBB, which sells 10 back. */
const table = (exports: number) =>
  `row,AAA_x,BBB_x,AAA_FD,BBB_FD,OUT\nAAA_x,10,5,50,${exports},${65 + exports}\nBBB_x,5,10,10,75,100\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "table-slips-"));
  writeFileSync(file("wiot_1995.csv"), table(10));
  writeFileSync(file("wiot_2008.csv"), table(20));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function likeliest(claim: OwnClaim): Promise<Explanation | undefined> {
  const { verdict, explanations } = await firstOf(claim);
  expect(verdict).toBe("mismatch");
  return explanations[0];
}

// By hand, 1995: outputs 75 and 100, so v = 0.8 and 0.85 and det(I - A) = 0.776667. Of AAA's exports
// of 15, 0.85 * 0.066667 / det = 7.296 % are BBB's value added, 1.094; of BBB's exports of 15,
// 0.8 * 0.05 / det = 5.150 % are AAA's. The products are 60 and 85. With an output of 85 in 2008 it is
// 6.320 %.
describe("a wrong number of a table is explained by what its author did instead:", () => {
  const series = () => ({ table: [file("wiot_1995.csv"), file("wiot_2008.csv")], period: "1995" });
  const share = { metric: "value-added-origin", exporter: "AAA", origin: "BBB" };
  const taken = { metric: "value-added-participation", exporter: "AAA", measure: "backward" };
  const term = { metric: "value-added-decompose", exporter: "AAA", term: "DC" };
  test.each<[string, string, object, RegExp]>([
    ["the exporter and the origin exchanged", "5.150", share, /^exporter and origin exchanged$/],
    ["another year", "6.320", share, /^period 2008 instead of 1995$/],
    ["domestic for foreign value added", "92.704", share, /^domestic value added instead$/],
    // 1.0944 / 60 and 1.0944 / 85.
    [
      "percent of the product of the exporter",
      "1.824",
      share,
      /percent of the GDP of the exporter/,
    ],
    ["percent of the product of the origin", "1.288", share, /percent of the GDP of the origin/],
    ["the same of participation", "1.824", taken, /percent of the GDP of the exporter/],
    ["the foreign for the domestic term", "7.296", term, /^FC in place of DC$/],
    // 92.704 % of 15 is 13.906, of 60.
    ["percent of the product, of a term", "23.176", term, /percent of the GDP of the exporter/],
  ])("%s", async (_, reported, compute, says) => {
    const found = await likeliest({
      reported,
      unit: "percent",
      compute: { ...series(), ...compute },
    });
    expect(found?.says).toMatch(says);
    expect(found?.fits).toBe(true);
    expect(found?.confidence).toBeGreaterThan(0.5);
  });

  // At home 0.8 * (0.9 * 50 + 0.05 * 10) / det = 46.867 of 60, 78.11 %.
  it("what stays at home for what goes abroad", async () => {
    const compute = { ...series(), metric: "value-added-final-demand", origin: "AAA" };
    const found = await likeliest({ reported: "78.11", unit: "percent", compute });
    expect(found?.says).toBe("what is absorbed at home instead");
  });

  // The sums of the table itself: gross balances of the United States in 2011, in billions.
  test.each<[string, string, object, RegExp]>([
    [
      "the gross balance for the one in value added",
      "-237.5",
      { partner: "CN" },
      /^grossBalance in/,
    ],
    ["gross exports for the balance", "175.3", { partner: "CN" }, /^exports in place of value$/],
    [
      "another partner, gross",
      "-60.19",
      { partner: "CN", measure: "grossBalance" },
      /^partner Mexico instead of China$/,
    ],
  ])("%s", async (_, reported, compute, says) => {
    const found = await likeliest({
      ...{ reported, unit: "USD", scale: "billion" },
      compute: { metric: "value-added-balance", ...compute },
    });
    expect(found?.says).toMatch(says);
  });

  // Each is a true statement of something else: the number of the slip, as it is recomputed, is printed
  // for the claim as stated, to more digits than chance gives.
  const mexico = { metric: "value-added-decompose", exporter: "MX", term: "FVA" };
  test.each<[string, object, object, RegExp]>([
    ["another perimeter", mexico, { perimeter: "world" }, /^perimeter world in place/],
    ["another exporter", mexico, { exporter: "CA" }, /^exporter Canada instead of Mexico$/],
    ["domestic for foreign", mexico, { term: "DVA" }, /^DVA in place of FVA$/],
  ])("%s", async (_, stated, slip, says) => {
    const truth = await firstOf({
      ...{ reported: "0", unit: "percent", compute: { ...stated, ...slip } },
    });
    const reported = truth.computed!.toFixed(4);
    const found = await likeliest({ reported, unit: "percent", compute: stated });
    expect(found?.says).toMatch(says);
  });

  it("a number that is none of these is not explained", async () => {
    const compute = { metric: "value-added-balance", partner: "CN" };
    expect(
      await likeliest({ reported: "-404.04", unit: "USD", scale: "billion", compute }),
    ).toBeUndefined();
  });
});
