import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimedNumbers } from "../../../src/claims/scan/claimed-numbers.ts";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { economies } from "./economies.ts";

const TEXT = [
  "Exports rose 17.10% in 2023 and 17.1% in 2024.",
  "Trade was $5 billion, then $5 million, then -$5 billion.",
  "Exports rose 17.10% again; imports doubled.",
].join("\n");
const numbers = scanText(TEXT);
const rawOf = (covered: readonly { number: { raw: string; place: { line: number } } }[]) =>
  covered.map(({ number }) => [number.place.line, number.raw]);

describe("the numbers of a text that are claimed", () => {
  test("every mention of the printed number is covered by one claim, padded zeros told apart", () => {
    const { claimed } = claimedNumbers(numbers, [{ id: "a", reported: "17.10", unit: "percent" }]);
    expect(rawOf(claimed)).toEqual([
      [1, "17.10%"],
      [3, "17.10%"],
    ]);
  });

  test("a claim that lists its lines covers those and no others", () => {
    const claim = { id: "a", reported: "17.10", unit: "percent", lines: [3] };
    expect(rawOf(claimedNumbers(numbers, [claim]).claimed)).toEqual([[3, "17.10%"]]);
  });

  test("scale and sign must be those printed", () => {
    const claim = { id: "a", reported: "5", unit: "USD", scale: "billion" };
    expect(rawOf(claimedNumbers(numbers, [claim]).claimed)).toEqual([[2, "$5 billion"]]);
    expect(rawOf(claimedNumbers(numbers, [{ ...claim, reported: "-5" }]).claimed)).toEqual([
      [2, "-$5 billion"],
    ]);
  });

  test("an amount without a sign of currency is covered by a claim in dollars of its scale", () => {
    const bare = scanText("The deficit was 152.5bn; imports were 1.2tn.");
    const claim = { id: "a", reported: "152.5", unit: "USD", scale: "billion" };
    expect(rawOf(claimedNumbers(bare, [claim]).claimed)).toEqual([[1, "152.5bn"]]);
    expect(claimedNumbers(bare, [{ ...claim, scale: "million" }]).claimed).toEqual([]);
    expect(claimedNumbers(bare, [{ ...claim, unit: "percent" }]).claimed).toEqual([]);
  });

  test("a word is covered by itself, by its number, and by another printed form", () => {
    for (const claim of [
      { id: "a", reported: "doubled", unit: "times" },
      { id: "a", reported: "2", unit: "times" },
      { id: "a", reported: "96", unit: "percent", also: ["doubled"] },
    ]) {
      expect(rawOf(claimedNumbers(numbers, [claim]).claimed)).toEqual([[3, "doubled"]]);
    }
  });

  test("of claims with one printed number, the one taken from the line covers it", () => {
    const claims = [
      { id: "first", reported: "17.10", unit: "percent", where: { line: 1 } },
      { id: "third", reported: "17.10", unit: "percent", where: { line: 3 } },
    ];
    expect(claimedNumbers(numbers, claims).claimed.map(({ claim }) => claim)).toEqual([
      "first",
      "third",
    ]);
  });

  test("a claim in dollars covers dollars an hour; a claim per hour covers no plain dollars", () => {
    const wages = scanText("It pays $16 an hour and costs $16.");
    const covered = (unit: string) =>
      claimedNumbers(wages, [{ id: "a", reported: "16", unit }]).claimed.map(
        ({ number }) => number.raw,
      );
    expect(covered("USD")).toEqual(["$16 an hour", "$16"]);
    expect(covered("USD per hour")).toEqual(["$16 an hour"]);
  });

  test("the file's own ignores count, and those that meet nothing are told", () => {
    const unused = { text: "99%", reason: "none" };
    const { ignored, unusedIgnores } = claimedNumbers(
      numbers,
      [],
      [{ text: "17.10%", reason: "rhetoric", line: 3 }, unused],
    );
    expect(rawOf(ignored.filter(({ reason }) => reason === "rhetoric"))).toEqual([[3, "17.10%"]]);
    expect(unusedIgnores).toEqual([unused]);
  });

  test("a year is ignored unless a claim names its line", () => {
    const claim = { id: "a", reported: "2023", unit: "number" };
    expect(claimedNumbers(numbers, [claim])).toMatchObject({ claimed: [], absentClaims: ["a"] });
    expect(rawOf(claimedNumbers(numbers, [{ ...claim, lines: [1] }]).claimed)).toEqual([
      [1, "2023"],
    ]);
  });

  test("claims whose number the text does not print are told", () => {
    expect(
      claimedNumbers(numbers, [{ id: "gone", reported: "3", unit: "percent" }]).absentClaims,
    ).toEqual(["gone"]);
  });

  test("found is claimed, ignored and unclaimed together, whatever the claims", () => {
    const claim = fc.record({
      id: fc.string(),
      reported: fc.constantFrom("17.10", "17.1", "5", "-5", "2023", "doubled", ""),
      unit: fc.constantFrom("percent", "USD", "times", "number"),
      scale: fc.constantFrom(undefined, "billion", "million"),
    });
    const rule = fc.record({
      text: fc.constantFrom("17.10%", "2023", "5"),
      reason: fc.string(),
      line: fc.constantFrom(undefined, 1, 2),
    });
    fc.assert(
      fc.property(fc.array(claim), fc.array(rule), (claims, rules) => {
        const result = claimedNumbers(numbers, claims, rules);
        const all = [
          ...result.claimed.map(({ number }) => number.index),
          ...result.ignored.map(({ number }) => number.index),
          ...result.unclaimed.map(({ index }) => index),
        ];
        expect(all.sort((a, b) => a - b)).toEqual(numbers.map(({ index }) => index));
        expect(result.found).toBe(numbers.length);
      }),
    );
  });
});

describe("a second number of the same digits", () => {
  const text = scanText(
    "Imports from Peru were $79.7 billion.\nThose from Chile, $79.7 billion too.",
  );
  const named = ({ context }: { context: { sentence: string } }) =>
    economies.mentions(context.sentence).map(({ code }) => code);
  const claim = { id: "peru", reported: "79.7", unit: "USD", scale: "billion" as const };

  test("about another country is not covered by the claim", () => {
    const { claimed, unclaimed } = claimedNumbers(
      text,
      [{ ...claim, partners: ["PE"] }],
      [],
      named,
    );
    expect(rawOf(claimed)).toEqual([[1, "$79.7 billion"]]);
    expect(unclaimed.map(({ place }) => place.line)).toEqual([2]);
  });

  test("is covered where the claim names its line, or is about a group", () => {
    for (const about of [{ partners: ["PE"], lines: [1, 2] }, { partners: ["EU27"] }, {}]) {
      expect(claimedNumbers(text, [{ ...claim, ...about }], [], named).unclaimed).toEqual([]);
    }
  });
});

test("a fall is covered with and without its sign", () => {
  const fall = scanText("Exports fell 31.4 percent. Imports rose 12.5 percent.");
  for (const reported of ["31.4", "-31.4"]) {
    const claim = { id: "fall", reported, unit: "percent" };
    expect(rawOf(claimedNumbers(fall, [claim]).claimed)).toEqual([[1, "31.4 percent"]]);
  }
  expect(
    claimedNumbers(fall, [{ id: "rise", reported: "-12.5", unit: "percent" }]).claimed,
  ).toEqual([]);
});
