import { describe, expect, it } from "vitest";
import {
  type ContentMethod,
  contentThresholds,
  type ProductClass,
  thresholdOf,
  type Vehicle,
} from "../../src/content/index.ts";

const days = ["2020-07-01", "2021-07-01", "2022-07-01", "2023-07-01"];

function percents(
  productClass: ProductClass,
  method: ContentMethod,
  dates: string[],
  vehicle: Vehicle = "passenger-vehicle",
) {
  return dates.map(
    (date) =>
      thresholdOf({ class: productClass, vehicle, method, date }).threshold?.percent ?? null,
  );
}

describe("thresholds", () => {
  it("of core parts are those of General Note 11(k)(iii)(B) of the US tariff schedule", () => {
    expect(percents("core", "net-cost", days)).toEqual([66, 69, 72, 75]);
    expect(percents("core", "transaction-value", days)).toEqual([76, 79, 82, 85]);
  });

  it("of principal parts are those of General Note 11(k)(iii)(D), as far as they could be read", () => {
    expect(percents("principal", "net-cost", days)).toEqual([62.5, 65, 67.5, 70]);
    expect(percents("principal", "transaction-value", days)).toEqual([72.5, 75, 77.5, null]);
  });

  it("of light vehicles and heavy trucks are those of the agency's implementing instructions", () => {
    expect(percents("passenger-vehicle", "net-cost", days)).toEqual([66, 69, 72, 75]);
    expect(percents("light-truck", "net-cost", days)).toEqual([66, 69, 72, 75]);
    const stages = ["2020-07-01", "2024-06-30", "2024-07-01", "2027-06-30", "2027-07-01"];
    expect(percents("heavy-truck", "net-cost", stages)).toEqual([60, 60, 64, 64, 70]);
  });

  it("of complementary parts are given for the first and the last stage, and not guessed between", () => {
    expect(percents("complementary", "net-cost", days)).toEqual([62, null, null, 65]);
    expect(percents("complementary", "net-cost", ["2027-07-01"], "heavy-truck")).toEqual([60]);
  });

  it("know no transaction value method for vehicles", () => {
    expect(percents("passenger-vehicle", "transaction-value", days)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("hold for the vehicle that a part is for", () => {
    const core = { class: "core", method: "net-cost", date: "2024-01-01" } as const;
    expect(thresholdOf({ ...core, vehicle: "light-truck" }).threshold?.percent).toBe(75);
    expect(thresholdOf({ ...core, vehicle: "heavy-truck" })).toEqual({
      threshold: null,
      reason: "no-threshold",
    });
  });

  it("begin with the Agreement, on 1 July 2020", () => {
    const question = { class: "core", vehicle: "light-truck", method: "net-cost" } as const;
    expect(thresholdOf({ ...question, date: "2020-06-30" }).reason).toBe("before-entry-into-force");
    expect(thresholdOf({ ...question, date: "2020-07-01" }).threshold?.percent).toBe(66);
  });

  it.each(
    contentThresholds.map((entry) => [`${entry.class} ${entry.method} ${entry.from}`, entry]),
  )("%s has days, a citation and a source, and is the only one for its days", (_, entry) => {
    expect(entry.until === null || entry.until > entry.from).toBe(true);
    expect(entry.citation).toMatch(/Article \d/);
    expect(entry.source.length).toBeGreaterThan(10);
    const rivals = contentThresholds.filter(
      (other) =>
        other.class === entry.class &&
        other.method === entry.method &&
        other.vehicles.some((vehicle) => entry.vehicles.includes(vehicle)) &&
        other.from < (entry.until ?? "9999") &&
        entry.from < (other.until ?? "9999"),
    );
    expect(rivals).toEqual([entry]);
  });
});
