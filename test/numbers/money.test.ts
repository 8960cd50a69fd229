import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dollarsFromText, LARGEST_AMOUNT, moneyUnits } from "../../src/numbers/money.ts";

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
