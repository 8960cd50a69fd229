import { describe, expect, it } from "vitest";
import {
  type LabourContentOptions,
  labourThresholdOf,
  labourValueContent,
  leastFromMaterials,
  parseBillOfMaterials,
  readBillOfMaterials,
} from "../../src/content/index.ts";

const invented = await readBillOfMaterials("fixtures/content/three-tier.csv");
const date = "2024-07-01";

function car(
  options: Partial<LabourContentOptions> = {},
  plant = '"wage": 20, "labourCost": 100,',
) {
  const json = `{ "id": "car", "origin": "CA", "class": "passenger-vehicle", "value": 1200,
    "netCost": 1000, ${plant} "parts": [
      { "id": "axle", "origin": "US", "wage": 16, "value": 150, "parts": [
        { "id": "steel", "origin": "CN", "wage": 40, "value": 60 },
        { "id": "hub", "origin": "MX", "wage": 15.99, "value": 40 } ] },
      { "id": "seat", "origin": "MX", "wage": 7, "value": 100, "parts": [
        { "id": "foam", "origin": "US", "wage": 22, "value": 30 } ] },
      { "id": "radio", "origin": "JP", "wage": 35, "value": 90 } ] }`;
  return labourValueContent(parseBillOfMaterials(json, "car.json"), { date, ...options });
}

describe("labour value content", () => {
  it("counts a part from a plant that pays US$ 16 whole, and within a part that does not, what comes from such plants", () => {
    const [row] = car().rows;
    expect(row).toMatchObject({
      highWageMaterials: 150 + 30,
      highWageLabour: 100,
      materialsAndManufacturing: 28,
      value: 28,
    });
  });

  it("shows the value truly added at that wage beside it: the axle's 50, the foam's 30 and the assembly's 100", () => {
    expect(car().rows[0]).toMatchObject({
      highWageValueAdded: 180,
      trueMaterialsAndManufacturing: 18,
      gapPoints: 10,
    });
  });

  it("adds wages for technology up to 10 points (29 CFR 810.200) and 5 points for assembly (29 CFR 810.300)", () => {
    const value = (options: Partial<LabourContentOptions>) => car(options).rows[0]!.value;
    expect(value({ technologyWageShare: 4 })).toBe(32);
    expect(value({ technologyWageShare: 40 })).toBe(38);
    expect(value({ technologyWageShare: 40, highWageAssemblyPlant: true })).toBe(43);
  });

  it("holds it against 40 % for a passenger vehicle and 45 % for a truck", () => {
    const credits = { technologyWageShare: 10, highWageAssemblyPlant: true };
    expect(car(credits).rows[0]).toMatchObject({ threshold: 40, qualifies: true, margin: 3 });
    expect(car({ ...credits, vehicle: "light-truck" }).rows[0]).toMatchObject({
      threshold: 45,
      qualifies: false,
      qualifiesReason: "threshold-not-met",
      margin: -2,
    });
  });

  it("leaves 25 points of 40 and 30 of 45 to materials and manufacturing, whatever the credits", () => {
    expect(leastFromMaterials(labourThresholdOf("passenger-vehicle", date)!)).toBe(25);
    expect(leastFromMaterials(labourThresholdOf("light-truck", date)!)).toBe(30);
    expect(leastFromMaterials(labourThresholdOf("heavy-truck", date)!)).toBe(30);
  });

  it.each([
    ["passenger-vehicle", "2020-07-01", 30],
    ["passenger-vehicle", "2021-06-30", 30],
    ["passenger-vehicle", "2021-07-01", 33],
    ["passenger-vehicle", "2022-06-30", 33],
    ["passenger-vehicle", "2022-07-01", 36],
    ["passenger-vehicle", "2023-06-30", 36],
    ["passenger-vehicle", "2023-07-01", 40],
    ["light-truck", "2020-07-01", 45],
    ["heavy-truck", "2023-07-01", 45],
  ] as const)(
    "needs of a %s on %s %s %% (automotive appendix, Article 7)",
    (vehicle, day, percent) => {
      expect(car({ vehicle, date: day }).rows[0]!.threshold).toBe(percent);
    },
  );

  it("has no threshold before the Agreement", () => {
    expect(car({ date: "2020-06-30" }).rows[0]).toMatchObject({
      value: 28,
      threshold: null,
      qualifies: null,
      qualifiesReason: "no-threshold",
    });
  });

  it("says which of its thresholds no public text was read for", () => {
    expect(car({ date: "2022-01-01" }).rows[0]!.thresholdReading).toBe("unverified");
    expect(car().rows[0]!.thresholdReading).toBe("summary");
  });

  it("leaves out a plant that pays less, and a plant outside the region that pays more", () => {
    expect(car({}, '"wage": 15, "labourCost": 100,').rows[0]!.highWageLabour).toBe(0);
    expect(car({ region: ["CA", "JP", "MX", "US"] }).rows[0]!.highWageMaterials).toBe(270);
  });

  it("is 33.5 % of materials and manufacturing for the invented vehicle: engine 6000 and dampers 700 of 20000", () => {
    const [row] = labourValueContent(invented, { date }).rows;
    expect(row).toMatchObject({
      materialsAndManufacturing: 33.5,
      trueMaterialsAndManufacturing: 25.5,
    });
  });

  it("is null with a reason without a net cost, and without any wage", () => {
    const of = (fields: string) =>
      labourValueContent(
        parseBillOfMaterials(`{ "id": "car", "origin": "US", "value": 9 ${fields} }`, "car.json"),
        { date },
      ).rows[0];
    expect(of(', "wage": 20')).toMatchObject({
      value: null,
      reason: "no-net-cost",
      qualifies: null,
    });
    expect(of(', "netCost": 9')).toMatchObject({
      value: null,
      reason: "no-wages",
      qualifies: null,
    });
  });

  it("warns of regional parts without a wage and of a high-wage assembly without labour cost", () => {
    const codes = car({}, '"wage": 20,').warnings.map(({ code }) => code);
    expect(codes).toEqual(["no-labour-cost"]);
    expect(car({}, "").warnings[0]).toEqual({
      code: "no-wage",
      message: 'no wage is given for "car": they count as not high-wage',
    });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses a technology share of %s",
    (share) => {
      expect(() => car({ technologyWageShare: share })).toThrow("technologyWageShare");
    },
  );
});
