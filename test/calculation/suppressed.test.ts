import { describe, expect, it } from "vitest";
import { ask, csv, warned } from "./ask.ts";

const HEADER = "period,reporter,partner,flow,value,product";

/** Irish exports of medicines are held back in 2023; the total leaves 180 - 55 - 25 = 100 for them. */
const ireland = csv(
  HEADER,
  ...["2022,IE,US,export,50,hs:27", "2022,IE,US,export,30,hs:30", "2022,IE,US,export,20,hs:87"],
  ...["2022,IE,US,export,100,total", "2023,IE,US,export,55,hs:27", "2023,IE,US,export,c,hs:30"],
  ...["2023,IE,US,export,25,hs:87", "2023,IE,US,export,180,total"],
  ...["2023,IE,US,import,10,hs:27", "2023,IE,US,import,40,hs:30", "2023,IE,US,import,50,hs:87"],
  ...["2023,IE,US,import,100,total"],
);
const medicines = { reporter: "IE", partner: "US", product: "hs:30" } as const;

describe("a figure that its publisher holds back", () => {
  it("is null with the bounds that the published total leaves", () => {
    const { rows, warnings } = ask("balance", { ...medicines, period: "2023" }, ireland);
    // Exports of 0 to 100 less imports of 40.
    expect(rows[0]).toMatchObject({
      ...{ exports: null, imports: 40, value: null, reason: "suppressed" },
      ...{ lowest: -40, highest: 60 },
    });
    expect(warnings[0]!.message).toContain("the published total leaves USD 0 to 100");
  });

  it("bounds growth from a known start: 30 to between 0 and 100", () => {
    const words = { ...medicines, of: "exports", from: "2022", to: "2023" } as const;
    const [row] = ask("growth", words, ireland).rows;
    expect(row).toMatchObject({ value: null, reason: "suppressed", lowest: -100 });
    expect(row!.highest).toBeCloseTo((100 / 30 - 1) * 100, 10);
  });

  it("is no zero in contributions, whose rest may hold it", () => {
    const words = { reporter: "IE", partner: "US", of: "exports", by: "hs2" } as const;
    const { rows } = ask("contribution", { ...words, from: "2022", to: "2023" }, ireland);
    const byRow = rows.map((row) => [row.product, row.reason]);
    expect(byRow).toEqual([
      ["hs:27", null],
      ["hs:30", "suppressed"],
      ["hs:87", null],
      [null, "suppressed"],
      ["total", null],
    ]);
  });

  it("leaves the Grubel-Lloyd index between its values at 0, 40 and 100", () => {
    const words = { reporter: "IE", partner: "US", by: "hs2", period: "2023" } as const;
    const [row] = ask("grubel-lloyd", words, ireland).rows;
    expect(row).toMatchObject({ value: null, reason: "suppressed" });
    // 2 * (10 + min(x, 40) + 25) / (180 + x): 38.9 at 0, 57.7 at 40 of 260, 53.6 at 100 of 280.
    const index = (x: number) => {
      const [exported, imported] = [
        [55, x, 25],
        [10, 40, 50],
      ] as const;
      const apart = exported.reduce((sum, one, at) => sum + Math.abs(one - imported[at]!), 0);
      return (1 - apart / (180 + x)) * 100;
    };
    expect(row!.lowest).toBeCloseTo(Math.min(index(0), index(100)), 8);
    expect(row!.highest).toBeCloseTo(index(40), 8);
  });

  it("makes concentration and advantage null, which are not known without it", () => {
    const words = { reporter: "IE", partner: "US", by: "hs2", period: "2023" } as const;
    expect(ask("concentration", { ...words, of: "exports" }, ireland).rows[0]).toMatchObject({
      value: null,
      reason: "suppressed",
    });
  });

  it("is what remains of the total where it is taken out of it", () => {
    const words = {
      reporter: "IE",
      partner: "US",
      excludeProduct: "hs:30",
      period: "2023",
    } as const;
    // 180 less 0 to 100, less imports of 60.
    expect(ask("balance", words, ireland).rows[0]).toMatchObject({
      ...{ value: null, reason: "suppressed", lowest: 20, highest: 120 },
    });
  });

  it("is bounded by the world where partners are members", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2022,WORLD,export,100", "2022,IE,export,30", "2022,DE,export,70"],
      ...["2023,WORLD,export,180", "2023,IE,export,(D)", "2023,DE,export,80"],
    );
    const words = { by: "partner", of: "exports", from: "2022", to: "2023" } as const;
    const [de, ie] = ask("contribution", words, text).rows;
    expect(de).toMatchObject({ partner: "DE", value: 10 });
    // From 30 to between 0 and 100, of a world of 100.
    expect(ie).toMatchObject({ partner: "IE", value: null, lowest: -30, highest: 70 });
  });

  it("is never taken for a zero flow, whatever is asked for", () => {
    const words = { ...medicines, period: "2023", absentAsZero: true } as const;
    expect(ask("balance", words, ireland).rows[0]!.reason).toBe("suppressed");
  });

  it("makes the heading that holds it unknown, and not the sum of the other codes", () => {
    const text = csv(
      "period,partner,flow,value,product",
      ...["2023,CN,export,5,hs:300410", "2023,CN,export,c,hs:300420", "2023,CN,export,7,hs:300490"],
      ...["2023,CN,import,5,hs:300410", "2023,CN,import,6,hs:300420", "2023,CN,import,7,hs:300490"],
    );
    const result = ask("balance", { partner: "CN", product: "hs:3004", period: "2023" }, text);
    expect(result.rows[0]).toMatchObject({ exports: null, imports: 18, reason: "suppressed" });
    expect(result.rows[0]!.lowest).toBeUndefined();
    expect(warned(result)).toContain("suppressed");
  });

  it("is known where months are held back and the year is published", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2023-01,IE,export,c", "2023,IE,export,9", "2023,IE,import,4"],
    );
    expect(ask("balance", { partner: "IE", period: "2023" }, text).rows[0]!.value).toBe(5);
  });
});
