import { describe, expect, it } from "vitest";
import {
  parseBillOfMaterials,
  qualifies,
  readBillOfMaterials,
  regionalValueContent,
} from "../../src/content/index.ts";

// Economic Policy Institute, report on the USMCA (2025): "Suppose a steel spring manufactured in
// Mexico uses 49.9% Chinese steel wire feedstock and 50.1% local content ... becomes 100% North
// American." The report also puts the usual thresholds at 50 to 60 %.
const date = "2025-07-01";

function springIn(buyer: string): string {
  return `{ "id": "buyer", "origin": "US", "value": 400, "parts": [${buyer}] }`;
}

function spring(threshold: number | null, value = 100, wire = 49.9): string {
  const rule = threshold === null ? "" : `"threshold": ${threshold},`;
  return `{ "id": "spring", "origin": "MX", "value": ${value}, ${rule}
    "parts": [{ "id": "wire", "origin": "CN", "value": ${wire} }] }`;
}

function rows(json: string, region?: string[]) {
  const bill = parseBillOfMaterials(json, "bill.json");
  const answer = regionalValueContent(bill, { date, ...(region ? { region } : {}) });
  return Object.fromEntries(answer.rows.map((row) => [row.id, row]));
}

describe("the steel spring of the report", () => {
  it("is 50.1 % regional and counts as 100 % in the next good, once it meets its rule's 50 %", async () => {
    const bill = await readBillOfMaterials("fixtures/content/steel-spring.yaml");
    const [row] = regionalValueContent(bill, { date }).rows;
    expect(row).toMatchObject({
      value: 50.1,
      trueValue: 50.1,
      qualifies: true,
      qualifiesReason: "threshold-met",
      threshold: 50,
      margin: 0.1,
      marginAmount: 0.1,
      countedWhenUsed: 100,
    });
    expect(qualifies(bill, { date }).qualifies).toBe(true);
  });

  it("rolls 49.90 of Chinese wire up into the good that it goes into", () => {
    const { buyer, spring: part } = rows(springIn(spring(50)));
    expect(part).toMatchObject({ rolledUp: 49.9, countedWhenUsed: 100, trueValue: 50.1 });
    expect(buyer).toMatchObject({
      value: 100,
      trueValue: 87.525,
      gap: 49.9,
      nonOriginatingMaterials: 0,
      nonRegionalContent: 49.9,
    });
  });

  it("must qualify first: under a threshold of 60 % nothing rolls up and both contents agree", () => {
    const { buyer, spring: part } = rows(springIn(spring(60)));
    expect(part).toMatchObject({
      qualifies: false,
      qualifiesReason: "threshold-not-met",
      margin: -9.9,
      marginAmount: -9.9,
      countedWhenUsed: 50.1,
      rolledUp: 0,
    });
    expect(buyer).toMatchObject({ value: 87.525, trueValue: 87.525, gap: 0 });
  });

  it("passes at exactly its threshold and fails a ten-thousandth below", () => {
    expect(rows(spring(50.1)).spring).toMatchObject({ qualifies: true, margin: 0 });
    expect(rows(spring(50.1001)).spring).toMatchObject({ qualifies: false, margin: -0.0001 });
  });

  it("cannot be shown to qualify without a threshold, and says so", () => {
    const bill = parseBillOfMaterials(springIn(spring(null)), "bill.json");
    const answer = regionalValueContent(bill, { date });
    expect(answer.rows[1]).toMatchObject({ qualifies: null, qualifiesReason: "no-threshold" });
    expect(answer.rows[0]!.gap).toBe(0);
    expect(answer.warnings.map(({ code }) => code)).toContain("no-threshold");
  });

  it("is wholly regional where the region is widened to China", () => {
    expect(rows(spring(50), ["CA", "CN", "MX", "US"]).spring).toMatchObject({
      value: 100,
      trueValue: 100,
      qualifiesReason: "originating-materials-only",
    });
  });

  it("is not originating where it is made outside the region, whatever is inside", () => {
    expect(rows(spring(50), ["CA", "US"]).spring).toMatchObject({
      value: null,
      reason: "made-outside-region",
      qualifies: false,
    });
  });
});

describe("an engine of 80 % regional content", () => {
  // The dispute United States - Automotive Rules of Origin (panel report of 14 December 2022), as
  // International Trade Today put it on 7 January 2022: "If they are 80% North American, 20% of the
  // engine's value must be subtracted" was the reading that lost; by the other the engine counts whole.
  const { vehicle, engine } = rows(`
    { "id": "vehicle", "origin": "MX", "class": "passenger-vehicle", "value": 1000, "netCost": 1000,
      "parts": [
        { "id": "engine", "origin": "US", "class": "core", "method": "net-cost", "value": 200,
          "netCost": 200, "parts": [{ "id": "block", "origin": "KR", "value": 40 }] },
        { "id": "body", "origin": "JP", "value": 250 } ] }`);

  it("counts whole in the vehicle with roll-up and for 80 % without", () => {
    expect(engine).toMatchObject({ value: 80, qualifies: true, countedWhenUsed: 100 });
    expect(vehicle).toMatchObject({ value: 75, trueValue: 71, gap: 40, gapPoints: 4 });
  });

  it("decides the vehicle's origin: 75 % counted qualifies, 71 % would not", () => {
    expect(vehicle).toMatchObject({ qualifies: true, margin: 0, qualifiesWithoutRollUp: false });
  });
});
