import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type ContentMethod,
  contentThresholds,
  type ProductClass,
  thresholdOf,
  type Vehicle,
} from "../../src/content/index.ts";

/** The first and the last day of every stage of light vehicles, and of heavy trucks. */
const lightDays = [
  ...["2020-07-01", "2021-06-30", "2021-07-01", "2022-06-30"],
  ...["2022-07-01", "2023-06-30", "2023-07-01", "2099-12-31"],
];
const heavyDays = [
  ...["2020-07-01", "2024-06-30", "2024-07-01", "2027-06-30", "2027-07-01", "2099-12-31"],
];

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

/** Each stage holds on its first and on its last day. */
const twice = (stages: number[]) => stages.flatMap((percent) => [percent, percent]);

describe("thresholds", () => {
  // The figures of USMCA Chapter 4, Appendix to Annex 4-B, Articles 3, 4 and 10.
  it.each<[ProductClass, ContentMethod, number[]]>([
    ["passenger-vehicle", "net-cost", [66, 69, 72, 75]],
    ["light-truck", "net-cost", [66, 69, 72, 75]],
    ["core", "net-cost", [66, 69, 72, 75]],
    ["core", "transaction-value", [76, 79, 82, 85]],
    ["principal", "net-cost", [62.5, 65, 67.5, 70]],
    ["principal", "transaction-value", [72.5, 75, 77.5, 80]],
    ["complementary", "net-cost", [62, 63, 64, 65]],
    ["complementary", "transaction-value", [72, 73, 74, 75]],
  ])(
    "of %s by %s, light vehicles, are %j from July 2020, 2021, 2022 and 2023",
    (name, method, stages) => {
      expect(percents(name, method, lightDays)).toEqual(twice(stages));
      if (name !== "passenger-vehicle") {
        expect(percents(name, method, lightDays, "light-truck")).toEqual(twice(stages));
      }
    },
  );

  it.each<[ProductClass, ContentMethod, number[]]>([
    ["heavy-truck", "net-cost", [60, 64, 70]],
    ["principal", "net-cost", [60, 64, 70]],
    ["principal", "transaction-value", [70, 74, 80]],
    ["complementary", "net-cost", [50, 54, 60]],
    ["complementary", "transaction-value", [60, 64, 70]],
  ])("of %s by %s, heavy trucks, are %j from July 2020, 2024 and 2027", (name, method, stages) => {
    expect(percents(name, method, heavyDays, "heavy-truck")).toEqual(twice(stages));
  });

  it.each<[Vehicle, number]>([
    ["other-light-vehicle", 62.5],
    ["other-heavy-vehicle", 60],
  ])("of %s are %s without stages, 60 for their parts of Table F", (vehicle, percent) => {
    const days = ["2020-07-01", "2030-01-01"];
    expect(percents(vehicle, "net-cost", days, vehicle)).toEqual([percent, percent]);
    expect(percents("core", "net-cost", days, vehicle)).toEqual([percent, percent]);
    expect(percents("principal", "net-cost", days, vehicle)).toEqual([60, 60]);
  });

  it("know no transaction value method for vehicles", () => {
    expect(percents("passenger-vehicle", "transaction-value", ["2023-07-01"])).toEqual([null]);
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
    expect(entry.citation).toMatch(/Articles? \d/);
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

  // 62.5, 67.5, 72.5 and 77.5 are figures of the appendix that nothing else has.
  it("stand in one file alone", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
      (file) =>
        file.endsWith(".ts") &&
        /\b(?:62|67|72|77)\.5\b/.test(readFileSync(join("src", file), "utf8")),
    );
    expect(files).toEqual([join("content", "threshold-table.ts")]);
  });
});
