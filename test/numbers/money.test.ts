import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dollarsFromText,
  LARGEST_AMOUNT,
  moneyUnitOf,
  moneyUnits,
} from "../../src/numbers/money.ts";

describe("whole dollars from decimal text", () => {
  it.each<[string, string, number]>([
    // Exports to Mexico in 2023 as the Census Bureau prints them, in US$ million.
    ["322742.472406", "USD million", 322_742_472_406],
    ["0.1", "USD billion", 100_000_000],
    ["1.5", "USD", 2],
    ["2.5", "USD", 3],
    ["0.499999999999999999999", "USD", 0],
    ["1e3", "USD", 1000],
    ["9.25e2", "USD thousand", 925_000],
    ["9007199254740991", "USD", LARGEST_AMOUNT],
    ["-0", "USD", 0],
    ["+7", "USD", 7],
    ["0e400", "USD", 0],
    ["1.5", "USD thousand", 1500],
    ["1.2345", "USD thousand", 1235],
  ])("%s %s is exactly %d", (text, unit, amount) => {
    expect(dollarsFromText(text, unit)).toEqual({ amount });
  });

  it.each<[string, string, string]>([
    ["9007199254740992", "USD", "too-large"],
    ["1e400", "USD", "too-large"],
    ["10000000", "USD billion", "too-large"],
    ["1,234", "USD", "thousands-separator"],
    ["1,234,567.8", "USD", "thousands-separator"],
    ["-1", "USD", "negative"],
    ["-0.001", "USD", "negative"],
    ["", "USD", "not-a-number"],
    ["NaN", "USD", "not-a-number"],
    ["Infinity", "USD", "not-a-number"],
    ["0x10", "USD", "not-a-number"],
    ["1 234", "USD", "not-a-number"],
    ["１２", "USD", "not-a-number"],
    ["1e9999999", "USD", "not-a-number"],
    ["-12,345.67", "USD", "thousands-separator"],
    // Groups of two, as in India, end with a group of three.
    ["1,23,456", "USD", "thousands-separator"],
    ["12,34,567", "USD", "thousands-separator"],
    ["1,23,45,678.9", "USD", "thousands-separator"],
    ["12,34,56", "USD", "not-a-number"],
    ["1,2,345", "USD", "not-a-number"],
    ["x1,234", "USD", "not-a-number"],
    ["1,234x", "USD", "not-a-number"],
    ["1,23", "USD", "not-a-number"],
    // Neither a point without digits on both sides, nor two points, nor what stands next to 9 in ASCII.
    ["5.", "USD million", "not-a-number"],
    [".5", "USD million", "not-a-number"],
    ["1.2.3", "USD million", "not-a-number"],
    ["1:2", "USD million", "not-a-number"],
    ["9007199254741", "USD thousand", "too-large"],
  ])("%j %s is refused as %s", (text, unit, problem) => {
    expect(dollarsFromText(text, unit)).toEqual({ problem });
  });

  it("are the same in every unit, for every whole number of dollars", () => {
    fc.assert(
      fc.property(fc.nat(LARGEST_AMOUNT), (dollars) => {
        for (const [at, unit] of moneyUnits.entries()) {
          const digits = String(dollars).padStart(3 * at + 1, "0");
          const cut = digits.length - 3 * at;
          const text = at === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
          expect(dollarsFromText(text, unit)).toEqual({ amount: dollars });
        }
      }),
    );
  });
});

describe("a unit of money", () => {
  it.each([
    ["USD", { currency: "USD", power: 0 }],
    ["USD billion", { currency: "USD", power: 9 }],
    ["EUR million", { currency: "EUR", power: 6 }],
    // Ten million, in India.
    ["INR crore", { currency: "INR", power: 7 }],
  ])("%s is a currency of ISO 4217 and a power of ten", (text, unit) => {
    expect(moneyUnitOf(text)).toEqual(unit);
    // Asked again, it is remembered.
    expect(moneyUnitOf(text)).toEqual(unit);
  });

  it.each(["USD_PPP", "USD dozen", "EUR dozen", "QQQ", "QQQ million", "", "million"])(
    "is not made of %j",
    (text) => {
      expect(moneyUnitOf(text)).toBeNull();
    },
  );
});
