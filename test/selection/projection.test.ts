import { describe, expect, it } from "vitest";
import { projectYear } from "../../src/selection/projection.ts";
import { ask, csv, warned } from "../calculation/ask.ts";

describe("the projection of an incomplete year", () => {
  it("is the last full year times the months so far over the same months a year before", () => {
    // 1200 * 150 / 500 = 360, by hand.
    expect(projectYear({ lastYear: 1200, monthsSoFar: 150, sameMonthsLastYear: 500 })).toBe(360);
    // 10 * 1 / 4 = 2.5, which rounds up.
    expect(projectYear({ lastYear: 10, monthsSoFar: 1, sameMonthsLastYear: 4 })).toBe(3);
  });

  it("is exact for amounts whose product is beyond safe integers", () => {
    const year = 505_850_600_001;
    expect(projectYear({ lastYear: year, monthsSoFar: year, sameMonthsLastYear: year })).toBe(year);
  });

  it("is not known where the same months of the year before were zero", () => {
    expect(projectYear({ lastYear: 5, monthsSoFar: 5, sameMonthsLastYear: 0 })).toBeNull();
  });

  it("is known where the same months of the year before were one dollar", () => {
    expect(projectYear({ lastYear: 12, monthsSoFar: 2, sameMonthsLastYear: 1 })).toBe(24);
  });

  const month = (year: number, at: number, flow: string, value: number) =>
    `${year}-${String(at).padStart(2, "0")},MX,${flow},${value}`;
  const rows = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((at) => [
    month(2024, at, "export", 10),
    month(2024, at, "import", at <= 2 ? 20 : 40),
  ]);
  const text = csv(
    "period,partner,flow,value",
    ...rows,
    ...[1, 2].flatMap((at) => [month(2025, at, "export", 15), month(2025, at, "import", 30)]),
  );

  it("projects each flow on its own, and says from which months", () => {
    const result = ask("balance", { partner: "MX", period: "2025", project: true }, text);
    // Exports 120 * 30/20 = 180; imports (2*20 + 10*40) * 60/40 = 660.
    expect(result.rows[0]).toMatchObject({
      period: "2025",
      projectedFrom: "2025-01/2025-02",
      exports: 180,
      imports: 660,
      value: -480,
    });
    expect(warned(result)).toEqual(["projected"]);
    expect(result.parameters).toMatchObject({ project: true });
  });

  it("leaves a complete year as it is", () => {
    const result = ask("balance", { partner: "MX", period: "2024", project: true }, text);
    expect(result.rows[0]).toMatchObject({ period: "2024", exports: 120 });
    expect(result.rows[0]!.projectedFrom).toBeUndefined();
    expect(warned(result)).toEqual([]);
  });

  it("measures growth from the full year before", () => {
    const result = ask(
      "growth",
      { partner: "MX", of: "exports", from: "2024", to: "2025", project: true },
      text,
    );
    expect(result.rows[0]).toMatchObject({ basePeriod: "2024", from: 120, to: 180, value: 50 });
  });
});
