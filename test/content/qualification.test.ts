import { describe, expect, it } from "vitest";
import {
  type ContentOptions,
  parseBillOfMaterials,
  regionalValueContent,
} from "../../src/content/index.ts";

function good(fields: string, options: Partial<ContentOptions> = {}) {
  const json = `{ "id": "good", "origin": "US", "value": 100, ${fields}
    "parts": [{ "id": "import", "origin": "CN", "value": 30 }] }`;
  const bill = parseBillOfMaterials(json, "bill.json");
  const answer = regionalValueContent(bill, { date: "2023-07-01", ...options });
  return { row: answer.rows[0]!, warnings: answer.warnings };
}

describe("the method", () => {
  it("takes the transaction value of goods that are not automotive: (100 - 30) / 100", () => {
    expect(good("").row).toMatchObject({ method: "transaction-value", value: 70, base: 100 });
  });

  it("takes a transaction value of its own: (120 - 30) / 120", () => {
    expect(good('"transactionValue": 120,').row.value).toBe(75);
  });

  it("takes the net cost where asked: (60 - 30) / 60", () => {
    const fields = '"netCost": 60,';
    expect(good(fields, { method: "net-cost" }).row).toMatchObject({ value: 50, base: 60 });
  });

  it("lets the good's own method stand against the one asked for", () => {
    expect(good('"method": "transaction-value",', { method: "net-cost" }).row.value).toBe(70);
  });

  it("is net cost for vehicles, and null with a reason where the net cost is missing", () => {
    const { row, warnings } = good('"class": "passenger-vehicle",');
    expect(row).toMatchObject({
      method: "net-cost",
      value: null,
      reason: "no-net-cost",
      qualifies: null,
      qualifiesReason: "no-net-cost",
      gap: null,
    });
    expect(warnings[0]!.code).toBe("no-net-cost");
  });
});

describe("qualification", () => {
  it("uses the threshold of the class on the day: 70 % is enough for a core part of July 2021 by net cost", () => {
    const fields = '"class": "core", "netCost": 100,';
    const on = (date: string) => good(fields, { date, method: "net-cost" }).row;
    expect(on("2021-07-01")).toMatchObject({ qualifies: true, threshold: 69, margin: 1 });
    expect(on("2022-07-01")).toMatchObject({ qualifies: false, threshold: 72, margin: -2 });
  });

  it("uses the other column where the part's own rule has a transaction value, and says so", () => {
    const { row, warnings } = good('"class": "core", "method": "transaction-value",');
    expect(row).toMatchObject({ qualifies: false, threshold: 85 });
    expect(warnings.map(({ code }) => code)).toEqual(["method-of-product"]);
  });

  it("warns of a threshold that no public text was read for", () => {
    const { row, warnings } = good('"class": "complementary", "netCost": 100,', {
      date: "2022-07-01",
    });
    expect(row).toMatchObject({ threshold: 64, thresholdReading: "unverified", qualifies: true });
    expect(warnings[0]!.message).toContain('64 % of "good" was not checked');
  });

  it("prefers the good's own threshold, which may be of a rule that is not automotive", () => {
    const { row } = good('"class": "core", "threshold": 60, "method": "transaction-value",');
    expect(row).toMatchObject({
      qualifies: true,
      threshold: 60,
      thresholdSource: "the bill of materials",
    });
  });

  it("takes a declared origin as settled, either way", () => {
    expect(good('"originating": true,').row).toMatchObject({
      qualifies: true,
      qualifiesReason: "declared",
      countedWhenUsed: 100,
    });
    expect(good('"originating": false, "threshold": 50,').row).toMatchObject({
      qualifies: false,
      countedWhenUsed: 70,
    });
  });

  it("does not take a declared origin for a good made outside the region, and warns", () => {
    const json = '{ "id": "good", "origin": "CN", "value": 1, "originating": true }';
    const answer = regionalValueContent(parseBillOfMaterials(json, "bill.json"), {
      date: "2024-01-01",
    });
    expect(answer.rows[0]!.qualifies).toBe(false);
    expect(answer.warnings[0]!.code).toBe("declared-outside-region");
  });

  it("knows no threshold before the Agreement", () => {
    const { row } = good('"class": "core", "netCost": 100,', { date: "2020-06-30" });
    expect(row).toMatchObject({ qualifies: null, qualifiesReason: "before-entry-into-force" });
  });

  it("has no content to measure in a good without value", () => {
    const json = '{ "id": "sample", "origin": "US", "value": 0 }';
    const bill = parseBillOfMaterials(json, "bill.json");
    expect(regionalValueContent(bill, { date: "2024-01-01" }).rows[0]).toMatchObject({
      value: null,
      reason: "no-value",
      trueValue: null,
    });
  });
});

describe("regional content inside a part from outside", () => {
  const json = `{ "id": "phone", "origin": "MX", "value": 100, "threshold": 50, "parts": [
    { "id": "board", "origin": "CN", "value": 40, "parts": [
      { "id": "chip", "origin": "US", "value": 25 } ] } ] }`;
  const { rows, warnings } = regionalValueContent(parseBillOfMaterials(json, "bill.json"), {
    date: "2024-01-01",
  });

  it("is regional and not counted, so that the true content is the larger one", () => {
    expect(rows[0]).toMatchObject({ value: 60, trueValue: 85, gap: -25, returned: 25 });
    expect(warnings[0]!.code).toBe("returned-content");
  });
});

describe("options", () => {
  it.each(["2024-02-30", "2024-13-01", "July 2024", "2024"])("refuse the day %s", (date) => {
    expect(() => good("", { date })).toThrow(
      `date: "${date}" is not a day (use the form 2024-07-01)`,
    );
  });

  it.each([[["XX"]], [["us"]], [["USA"]]])("refuse the region %j", (region) => {
    expect(() => good("", { region })).toThrow("is not an ISO alpha-2 code");
  });

  it("refuse an empty region", () => {
    expect(() => good("", { region: [] })).toThrow("region: names no country");
  });
});
