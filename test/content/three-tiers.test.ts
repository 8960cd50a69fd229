import { describe, expect, it } from "vitest";
import { readBillOfMaterials, regionalValueContent } from "../../src/content/index.ts";

// fixtures/content/three-tier.csv is invented; the numbers here are worked out by hand from it.
const bill = await readBillOfMaterials("fixtures/content/three-tier.csv");
const answer = regionalValueContent(bill, { date: "2024-07-01" });
const byId = Object.fromEntries(answer.rows.map((row) => [row.id, row]));

describe("a gap through three tiers", () => {
  it("is 0 at the spring: (1800 - 890) / 1800 counted and true", () => {
    expect(byId.springs).toMatchObject({ gap: 0, qualifies: true, rolledUp: 890 });
    expect(byId.springs!.value).toBeCloseTo(50.5556, 4);
  });

  it("is 1190 at the suspension, where the springs' wire and the dampers' tubes count as regional", () => {
    expect(byId.suspension).toMatchObject({
      nonOriginatingMaterials: 500,
      nonRegionalContent: 1690,
      gap: 1190,
    });
    expect(byId.suspension!.value).toBeCloseTo(86.1111, 4);
    expect(byId.suspension!.trueValue).toBeCloseTo(53.0556, 4);
  });

  it("is 2990 at the vehicle: 78 % counted against 63.05 % regional", () => {
    expect(byId.vehicle).toMatchObject({
      method: "net-cost",
      value: 78,
      trueValue: 63.05,
      gap: 2990,
      nonOriginatingMaterials: 4400,
      nonRegionalContent: 7390,
    });
    expect(byId.vehicle!.gapPoints).toBeCloseTo(14.95, 12);
  });

  it("makes the vehicle qualify, by 3 points or 600, which its true content would not", () => {
    expect(byId.vehicle).toMatchObject({
      qualifies: true,
      threshold: 75,
      margin: 3,
      marginAmount: 600,
      qualifiesWithoutRollUp: false,
    });
  });

  it("splits the gap by the tier where it arises", () => {
    expect(answer.tiers.map(({ tier, rolledUp }) => [tier, rolledUp])).toEqual([
      [0, 0],
      [1, 500 + 900],
      [2, 890 + 300 + 400],
      [3, 0],
    ]);
  });

  it("gives the good first and every part after the one it goes into", () => {
    expect(answer.rows.map(({ id }) => id)).toEqual([
      "vehicle",
      "suspension",
      "springs",
      "wire",
      "dampers",
      "tubes",
      "bushings",
      "engine",
      "castings",
      "scrap",
      "pistons",
      "electronics",
    ]);
  });

  it("states what it computed and with what", () => {
    expect(answer).toMatchObject({
      metric: "regional-value-content",
      unit: "percent",
      parameters: { region: ["CA", "MX", "US"], date: "2024-07-01", vehicle: "passenger-vehicle" },
      warnings: [],
    });
  });
});
