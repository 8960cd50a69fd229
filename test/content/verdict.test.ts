import { describe, expect, it } from "vitest";
import {
  contentVerdict,
  parseBillOfMaterials,
  qualifies,
  readBillOfMaterials,
  type VerdictOptions,
} from "../../src/content/index.ts";

const date = "2024-07-01";
const metals = { steelPurchases: 70, aluminiumPurchases: 70 };
const credits = { technologyWageShare: 10, highWageAssemblyPlant: true };

interface Car {
  readonly class?: string;
  /** What is imported inside the engine of net cost 300, and inside the axle of 200. */
  readonly engine?: number;
  readonly axle?: number;
  readonly imported?: number;
  readonly wage?: number;
  readonly units?: number;
}

/** A vehicle of net cost 1000. */
function car(given: Car = {}) {
  const { class: kind = "passenger-vehicle", engine = 60, axle = 40, imported = 200 } = given;
  const units = given.units === undefined ? "" : `"units": ${given.units},`;
  return parseBillOfMaterials(
    `{ "id": "car", "origin": "MX", "class": "${kind}", "value": 1100, "netCost": 1000, ${units}
      "wage": 8, "labourCost": 50, "parts": [
        { "id": "engine", "origin": "US", "class": "core", "value": 320, "netCost": 300,
          "wage": ${given.wage ?? 30}, "parts": [{ "id": "block", "origin": "JP", "value": ${engine} }] },
        { "id": "axle", "origin": "MX", "class": "core", "value": 210, "netCost": 200, "wage": 9,
          "parts": [{ "id": "hubs", "origin": "CN", "value": ${axle} }] },
        { "id": "chips", "origin": "TW", "value": ${imported} } ] }`,
    "car.json",
  );
}

function lines(bills: ReturnType<typeof car>[], options: Partial<VerdictOptions> = {}) {
  const verdict = contentVerdict(bills, { date, ...metals, ...credits, ...options });
  return Object.fromEntries(verdict.map((line) => [line.requirement, line]));
}

describe("the verdict on a vehicle", () => {
  it("has one line a requirement and one for all", () => {
    const verdict = contentVerdict([car()], { date, ...metals, ...credits });
    expect(verdict.map(({ requirement, qualifies: met }) => [requirement, met])).toEqual([
      ["regional-content", true],
      ["core-parts", true],
      ["labour-content", true],
      ["steel", true],
      ["aluminium", true],
      ["all", true],
    ]);
  });

  it("measures each: 80 % regional, 80 % in the core parts, 32 + 15 % labour", () => {
    const by = lines([car()]);
    // (1000 - 200) / 1000; (500 - 100) / 500; the engine's 320 of 1000 with both credits.
    expect(by["regional-content"]).toMatchObject({ value: 80, threshold: 75, margin: 5 });
    expect(by["core-parts"]).toMatchObject({ value: 80, threshold: 75, margin: 5 });
    expect(by["labour-content"]).toMatchObject({ value: 47, threshold: 40, margin: 7 });
  });

  it("is no where regional content is met and labour is not", () => {
    const by = lines([car({ wage: 15.99 })]);
    expect(by["regional-content"]!.qualifies).toBe(true);
    expect(by["labour-content"]).toMatchObject({ value: 15, qualifies: false, margin: -25 });
    expect(by.all).toMatchObject({ qualifies: false, qualifiesReason: "requirement-not-met" });
    const { qualifies: answer, margin } = qualifies(car({ wage: 15.99 }), { date, ...metals });
    expect([answer, margin]).toEqual([false, 5]);
  });

  it("is no over a core part that does not originate: engine and axle 72 % of 500 together", () => {
    const by = lines([car({ engine: 80, axle: 60, imported: 0 })]);
    expect(by["core-parts"]).toMatchObject({ value: 72, qualifies: false, margin: -3 });
    // The vehicle reaches 86 % although neither part rolls up: (1000 - 80 - 60) / 1000.
    expect(by["regional-content"]).toMatchObject({ value: 86, qualifies: true });
    expect(by.all!.qualifies).toBe(false);
  });

  it("takes core parts together as a single part (Article 3.9): 70 % and 90 % are 78 %", () => {
    // Engine (300 - 90) / 300 = 70 %, axle (200 - 20) / 200 = 90 %, together (500 - 110) / 500.
    const by = lines([car({ engine: 90, axle: 20, imported: 250 })]);
    expect(by["core-parts"]).toMatchObject({
      ...{ value: 78, qualifies: true, qualifiesReason: "core-parts-together" },
    });
    // Then both roll up: (1000 - 250) / 1000. Without the engine's it would be 66 %.
    expect(by["regional-content"]).toMatchObject({ value: 75, qualifies: true, margin: 0 });
  });

  it("is unknown, and never yes, while a share of purchases is not stated", () => {
    const by = lines([car()], { aluminiumPurchases: undefined } as never);
    expect(by.aluminium).toMatchObject({ qualifies: null, reason: "not-stated", threshold: 70 });
    expect(by.all).toMatchObject({ qualifies: null, qualifiesReason: "requirement-unknown" });
  });

  it("needs 70 % of steel and of aluminium (Article 6)", () => {
    expect(lines([car()], { steelPurchases: 69.9999 }).steel!.qualifies).toBe(false);
    expect(lines([car()], { steelPurchases: 70 }).steel!.qualifies).toBe(true);
    expect(() => lines([car()], { aluminiumPurchases: 101 })).toThrow(
      "aluminium: 101 is not a percentage (give 0 to 100)",
    );
  });

  it("asks no core parts of a heavy truck, and of other vehicles regional content alone", () => {
    const of = (kind: string) =>
      contentVerdict([car({ class: kind })], { date }).map(({ requirement }) => requirement);
    expect(of("heavy-truck")).not.toContain("core-parts");
    expect(of("other-light-vehicle")).toEqual(["regional-content", "all"]);
  });

  it("is unknown where a core part falls short and another has no net cost", () => {
    const [bill] = [car({ engine: 90 })];
    const parts = bill!.parts.map((part) =>
      part.id === "axle" ? { ...part, netCost: null } : part,
    );
    const by = lines([{ ...bill!, parts }]);
    expect(by["core-parts"]).toMatchObject({
      ...{ value: null, reason: "no-net-cost", qualifies: null, qualifiesReason: "no-net-cost" },
    });
    expect(by.all!.qualifies).not.toBe(true);
  });

  it("is unknown for a vehicle whose bill has no core parts", async () => {
    const bill = parseBillOfMaterials(
      '{ "id": "car", "origin": "US", "class": "light-truck", "value": 9, "netCost": 9, "wage": 20 }',
      "car.json",
    );
    const by = lines([bill]);
    expect(by["core-parts"]).toMatchObject({ qualifies: null, qualifiesReason: "no-core-parts" });
  });

  it("is no for the invented vehicle: 78 % regional, labour 33.5 % of the 40 % needed", async () => {
    const bill = await readBillOfMaterials("fixtures/content/three-tier.csv");
    const by = Object.fromEntries(
      contentVerdict([bill], { date, ...metals }).map((line) => [line.requirement, line]),
    );
    expect(by["regional-content"]).toMatchObject({ value: 78, qualifies: true });
    expect(by["labour-content"]).toMatchObject({ value: 33.5, qualifies: false });
    expect(by.all!.qualifies).toBe(false);
  });
});

describe("an average over several bills (Article 5 of the appendix)", () => {
  it("weighs each by its units: 3 of 80 % and 1 of 60 % are 75 %", () => {
    const bills = [car({ units: 3 }), car({ units: 1, imported: 400 })];
    expect(lines(bills)["regional-content"]).toMatchObject({
      ...{ value: 75, qualifies: true, margin: 0 },
    });
    const [more, less] = [car({ units: 2 }), car({ units: 1, imported: 400 })];
    expect(lines([more, less])["regional-content"]!.qualifies).toBe(false);
  });

  it("averages labour the same way: 32 % and 0 %, with 15 points of credit, are 31 %", () => {
    const by = lines([car({ units: 1 }), car({ units: 1, wage: 8 })]);
    expect(by["labour-content"]).toMatchObject({ value: 31, qualifies: false });
  });

  it("refuses a bill without units, and goods of different rules", () => {
    expect(() => lines([car({ units: 1 }), car()])).toThrow(
      'units: "car" has none (give how many were made, to average)',
    );
    expect(() => lines([car({ units: 1 }), car({ units: 1, class: "light-truck" })])).toThrow(
      'class: "car" has passenger-vehicle and "car" has light-truck (average goods of one rule only)',
    );
  });
});
