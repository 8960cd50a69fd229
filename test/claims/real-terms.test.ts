import { describe, expect, it } from "vitest";
import { defaultFailOn } from "../../src/claims/verify.ts";
import { firstOf, verifyClaims } from "./own-claims.ts";

// Bureau of Labor Statistics, CPI-U, means of the years: 251.107 in 2018, 304.702 in 2023, 313.689 in
// 2024. Census Bureau, vintage 2025-04: deficit with Mexico 152,473.5 million in 2023 and 77,716.1
// in 2018; imports from China 538,514.2 in 2018, 438,947.4 in 2024.
const mexico = { metric: "balance", partner: "MX", period: "2023", as: "deficit" };
const money = { unit: "USD", scale: "billion" };
const china = { metric: "growth", of: "imports", partner: "CN", from: "2018", to: "2024" };

describe("a claim in real terms", () => {
  // 152,473.5 * 313.689 / 304.702 = 156,970.6
  it("is computed in the dollars of the year that it names", async () => {
    const { verdict, computed, data, figures } = await firstOf({
      ...money,
      says: "The deficit with Mexico in 2023 was 157.0 billion in 2024 dollars",
      reported: "157.0",
      compute: { ...mexico, real: "2024" },
    });
    expect(verdict).toBe("reproduced");
    expect(computed! / 1e6).toBeCloseTo(156_970.6, 0);
    expect(data).toEqual(["census-goods 2025-04", "cpi-u 2026-06"]);
    expect(figures.map(({ name, period }) => `${name} ${period}`)).toEqual([
      "exports (total) 2023",
      "imports (general) 2023",
      "consumer prices 2024",
      "consumer prices 2023",
    ]);
  });

  // (438,947.4 / 538,514.2) / (313.689 / 251.107) - 1 = -34.75 %
  it("is growth after the rise of prices", async () => {
    const { verdict, computed } = await firstOf({
      unit: "percent",
      says: "Imports from China fell 34.8 percent after inflation",
      reported: "34.8",
      compute: { ...china, real: true },
    });
    expect(verdict).toBe("reproduced");
    expect(computed).toBeCloseTo(34.75, 1);
  });

  // 156,970.6 - 77,716.1 * 313.689 / 251.107 = 59,886
  it("is a change of what both ends are in the same dollars", async () => {
    const { computed } = await firstOf({
      ...money,
      says: "The deficit with Mexico grew by 59.9 billion in 2024 dollars",
      reported: "59.9",
      compute: {
        ...mexico,
        period: undefined,
        from: "2018",
        to: "2023",
        as: "deficit-change",
        real: "2024",
      },
    });
    expect(computed! / 1e9).toBeCloseTo(59.9, 1);
  });

  it("says which months have no prices", async () => {
    const { checks } = await firstOf({
      ...money,
      says: "The deficit with Mexico was 152.5 billion in 2023",
      reported: "152.5",
      compute: { ...mexico, real: "2025" },
    });
    expect(checks[0]!.note).toBe("prices of 2025-10 were never published");
  });

  it.each([
    [
      "nominal growth in place of real",
      { ...china, real: true },
      ["percent", "18.5", "Imports fell 18.5 percent in real terms"],
      "nominal in place of real",
    ],
    [
      "real growth in place of nominal",
      china,
      ["percent", "34.8", "Imports fell 34.8 percent"],
      "after the rise of consumer prices",
    ],
    // 152,473.5 * 305.349 (2023) ...: in dollars of 2020, 258.811 / 304.702 of it: 129,509
    [
      "the dollars of another year",
      { ...mexico, real: "2024" },
      ["USD", "129.5", "The deficit was 129.5 billion in 2024 dollars"],
      "in dollars of 2020",
    ],
  ] as const)("is explained by %s", async (_, compute, [unit, reported, says], cause) => {
    const scale = unit === "USD" ? { scale: "billion" } : {};
    const { explanations } = await firstOf({ unit, reported, says, compute, ...scale });
    expect(explanations[0]!.says).toBe(cause);
  });
});

describe("a claim whose words and prices differ", () => {
  const of = (says: string, compute: object, reported = "152.5") =>
    verifyClaims([{ ...money, says, reported, compute }], { failOn: defaultFailOn });

  it.each([
    [
      "The deficit with Mexico was 152.5 billion in inflation-adjusted terms",
      mexico,
      /compute\.real: is missing, the claim says "inflation-adjusted" \(add real: true\)/,
    ],
    [
      "The deficit with Mexico was 152.5 billion in 2024 dollars",
      mexico,
      /compute\.real: is missing, the claim says "in 2024 dollars" \(add real: "2024"\)/,
    ],
    [
      "The deficit with Mexico was 152.5 billion in 2020 dollars",
      { ...mexico, real: "2024" },
      /compute\.real: "2024" contradicts what the claim says \("in 2020 dollars"\)/,
    ],
    ["The deficit", { ...mexico, real: true }, /compute\.real: in the dollars of which period\?/],
    ["The deficit", { ...mexico, real: "1900" }, /cpi-u has no prices of 1900/],
    ["The deficit", { ...mexico, real: "soon" }, /compute\.real: "soon" is not a period/],
    [
      "The ratio",
      { metric: "deficit-ratio", partner: "MX", period: "2023", real: "2024" },
      /deficit-ratio is no amount of money/,
    ],
    ["The growth", { ...china, real: "2024" }, /growth needs no period \(real: true\)/],
    [
      "The share",
      { metric: "value-added", partner: "MX", period: "2020", real: "2024" },
      /value-added has no prices/,
    ],
  ])("is refused: %s", async (says, compute, message) => {
    await expect(of(says, compute)).rejects.toThrow(message);
  });

  it("is none where the words say that nothing was adjusted", async () => {
    const says = "The deficit with Mexico was 152.5 billion, not adjusted for inflation";
    expect((await of(says, mexico)).claims[0]!.verdict).toBe("reproduced");
  });
});
