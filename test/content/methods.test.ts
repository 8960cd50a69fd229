import { describe, expect, it } from "vitest";
import {
  parseBillOfMaterials,
  qualifies,
  readBillOfMaterials,
  regionalValueContent,
} from "../../src/content/index.ts";

const date = "2024-07-01";

function rows(json: string) {
  const answer = regionalValueContent(parseBillOfMaterials(json, "bill.json"), { date });
  return {
    ...Object.fromEntries(answer.rows.map((row) => [row.id, row])),
    codes: answer.warnings.map(({ code }) => code),
  } as Record<string, ReturnType<typeof regionalValueContent>["rows"][number]> & {
    codes: string[];
  };
}

// Harmonized Tariff Schedule, General Note 11(o), chapter 87, rule 29: a gearbox of subheading
// 8708.40 for a passenger vehicle needs "not less than 75 percent under the net cost method".
describe("a gearbox", () => {
  const gearbox = (value: number, netCost: number, imported: number) =>
    rows(`{ "id": "gearbox", "origin": "MX", "class": "core", "value": ${value},
      "netCost": ${netCost}, "parts": [{ "id": "gears", "origin": "JP", "value": ${imported} }] }`)
      .gearbox!;

  it("passes at 77.8 % by net cost, (900 - 200) / 900, though it has 80 % by transaction value", () => {
    const row = gearbox(1000, 900, 200);
    expect(row).toMatchObject({ method: "net-cost", threshold: 75, qualifies: true });
    expect(row.value).toBeCloseTo(77.7778, 4);
    expect(row.margin).toBeCloseTo(2.7778, 4);
  });

  it("fails at 72.0 % by net cost, (500 - 140) / 500, though it has 86 % by transaction value", () => {
    expect(gearbox(1000, 500, 140)).toMatchObject({
      ...{ method: "net-cost", value: 72, threshold: 75, qualifies: false, margin: -3 },
    });
  });

  it("is not judged without a net cost", () => {
    const json = `{ "id": "gearbox", "origin": "MX", "class": "core", "value": 1000,
      "parts": [{ "id": "gears", "origin": "JP", "value": 100 }] }`;
    expect(rows(json).gearbox).toMatchObject({ qualifies: null, qualifiesReason: "no-net-cost" });
    expect(rows(json).codes).toEqual(["no-net-cost"]);
  });

  it("is the embedded example too", async () => {
    const bill = await readBillOfMaterials("fixtures/content/gearbox.yaml");
    expect(qualifies(bill, { date })).toMatchObject({ qualifies: true, threshold: 75 });
  });
});

describe("a motor of 1,000 with 300 of imported materials", () => {
  const motor = (fields: string) =>
    rows(`{ "id": "motor", "origin": "US", "value": 1000, ${fields}
      "parts": [{ "id": "magnets", "origin": "CN", "value": 300 },
                { "id": "coil", "origin": "MX", "value": 250 }] }`).motor!;

  it("has 70 % by transaction value: (1000 - 300) / 1000", () => {
    expect(motor('"threshold": 60,')).toMatchObject({ value: 70, qualifies: true, margin: 10 });
  });

  it("has 62.5 % by net cost of 800: (800 - 300) / 800", () => {
    const row = motor('"netCost": 800, "method": "net-cost", "threshold": 50,');
    expect(row).toMatchObject({ value: 62.5, qualifies: true, margin: 12.5 });
  });

  it("has 70 % by build-down and 25 % by build-up, which counts originating materials alone", () => {
    expect(motor('"method": "build-down", "threshold": 45,')).toMatchObject({
      ...{ value: 70, counted: 700, qualifies: true },
    });
    expect(motor('"method": "build-up", "threshold": 35,')).toMatchObject({
      ...{ value: 25, counted: 250, qualifies: false, margin: -10 },
    });
  });
});

// USMCA Article 4.12: materials that do not undergo the change, at most 10 % of the transaction value.
describe("de minimis", () => {
  const good = (unchanged: number, fields = "") =>
    rows(`{ "id": "good", "origin": "US", "value": 100, ${fields} "parts": [
      { "id": "same", "origin": "CN", "value": ${unchanged}, "tariffChange": false },
      { "id": "changed", "origin": "CN", "value": 30, "tariffChange": true } ] }`).good!;

  it("lets a good qualify by its change of classification with 10 % of other materials, not with more", () => {
    expect(good(10)).toMatchObject({ qualifies: true, qualifiesReason: "de-minimis" });
    expect(good(10.0001)).toMatchObject({
      qualifies: false,
      qualifiesReason: "tariff-change-not-met",
    });
    expect(good(0)).toMatchObject({ qualifies: true, qualifiesReason: "tariff-change" });
  });

  it("still counts those materials in a regional value content", () => {
    const row = good(10, '"threshold": 65,');
    expect(row).toMatchObject({
      value: 60,
      qualifies: false,
      qualifiesReason: "threshold-not-met",
    });
  });

  it("does not make up for them where the content is reached", () => {
    expect(good(11, '"threshold": 50,')).toMatchObject({ value: 59, qualifies: false });
  });
});

// USMCA Article 4.8: "if the intermediate material is subject to a regional value content
// requirement, no other self-produced material subject to a regional value content requirement used
// in the production of that intermediate material may itself be designated".
describe("self-produced materials", () => {
  const pump = (outer: number, self = true, inner = 50) =>
    rows(`{ "id": "pump", "origin": "US", "value": 1000, "threshold": 50, "parts": [
      { "id": "motor", "origin": "US", "value": 600, "threshold": ${outer}, "selfProduced": ${self},
        "parts": [
          { "id": "rotor", "origin": "US", "value": 300, "threshold": ${inner},
            "selfProduced": true, "parts": [{ "id": "steel", "origin": "CN", "value": 120 }] },
          { "id": "case", "origin": "CN", "value": 150 } ] } ] }`);

  it("are judged without designating another inside: the motor has (600 - 270) / 600 = 55 %", () => {
    expect(pump(50).motor).toMatchObject({
      ...{ nonOriginatingMaterials: 270, value: 55, qualifies: true, countedWhenUsed: 100 },
    });
    expect(pump(50).pump!.value).toBe(100);
  });

  it("leave the designation to those inside where they fall short: the pump counts the case alone", () => {
    const { motor, pump: good } = pump(60);
    expect(motor).toMatchObject({ value: 55, qualifies: false });
    expect(good).toMatchObject({ nonOriginatingMaterials: 150, value: 85 });
  });

  // Neither is used in the other, so both are designated: the good counts its own 100 of steel alone.
  it("are both designated where they lie side by side: (1000 - 100) / 1000 = 90 %", () => {
    const part = (id: string, value: number, imported: number) =>
      `{ "id": "${id}", "origin": "US", "value": ${value}, "threshold": 60, "selfProduced": true,
         "parts": [{ "id": "ore-${id}", "origin": "CN", "value": ${imported} }] }`;
    const good = rows(`{ "id": "press", "origin": "US", "value": 1000, "threshold": 50, "parts": [
      ${part("frame", 500, 200)}, ${part("ram", 200, 50)},
      { "id": "steel", "origin": "CN", "value": 100 } ] }`);
    expect(good.frame).toMatchObject({ value: 60, qualifies: true });
    expect(good.ram).toMatchObject({ value: 75, qualifies: true });
    expect(good.press).toMatchObject({ nonOriginatingMaterials: 100, value: 90 });
  });

  // The frame may not designate the rail: (500 - 250) / 500 = 50 %. The rail alone has 150 of 300 from
  // outside, 50 %, and short of 60 as well, so that all 250 + 100 count: (1000 - 350) / 1000.
  it("count in full where none reaches its content: 65 %", () => {
    const good = rows(`{ "id": "press", "origin": "US", "value": 1000, "threshold": 50, "parts": [
      { "id": "frame", "origin": "US", "value": 500, "threshold": 60, "selfProduced": true, "parts": [
        { "id": "rail", "origin": "US", "value": 300, "threshold": 60, "selfProduced": true,
          "parts": [{ "id": "bar", "origin": "CN", "value": 150 }] },
        { "id": "bolt", "origin": "CN", "value": 100 } ] },
      { "id": "steel", "origin": "CN", "value": 100 } ] }`);
    expect(good.rail).toMatchObject({ value: 50, qualifies: false });
    expect(good.frame).toMatchObject({ value: 50, qualifies: false });
    expect(good.press).toMatchObject({ nonOriginatingMaterials: 350, value: 65 });
  });

  it("have no limit where the motor is bought: (600 - 150) / 600 = 75 %", () => {
    expect(pump(60, false).motor).toMatchObject({ value: 75, qualifies: true });
  });
});
