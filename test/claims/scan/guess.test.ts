import { describe, expect, test } from "vitest";
import { guessClaim } from "../../../src/claims/scan/guess.ts";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { economies } from "./economies.ts";

const guesses = (text: string) =>
  scanText(text)
    .filter((number) => number.ignored === null)
    .map((number) => guessClaim(number, economies));

describe("the partner of a number", () => {
  test.each([
    ["Economies such as Japan (1.8%) and Chile (0.4%) add less.", [["JP"], ["CL"]], "medium"],
    ["Peru added 4.5% and Chile 3.1%.", [["PE"], ["CL"]], "medium"],
    ["They represent -17.1% for Peru and -50.8% for Chile.", [["PE"], ["CL"]], "medium"],
    ["Firms sent $83 billion to Peru.", [["PE"]], "medium"],
    ["Peru and Chile add 2.6% and 2.8%, respectively.", [["PE"], ["CL"]], "medium"],
    ["A deficit with Peru and Chile of $5 million.", [["PE", "CL"]], "low"],
    ["Trade with USMCA partners exceeds $1 trillion.", [["USMCA"]], "low"],
    ["Imports from South Korea rose 4%.", [["KR"]], "low"],
  ])("%s", (text, partners, confidence) => {
    expect(guesses(text).map((guess) => guess.partners)).toEqual(
      partners.map((value) => ({ value, confidence })),
    );
  });

  test("is null where no other economy is named before it", () => {
    expect(guesses("The U.S. deficit is $5 million.")[0]!.partners).toBeNull();
  });
});

describe("the period of a number", () => {
  const period = (text: string) => guesses(text).map((guess) => guess.period?.value ?? null);
  test.each([
    ["It reached $263 billion in 2025, up from $125 billion in 2020.", ["2025", "2020"]],
    ["It grew 288% through 2023 there.", ["2023"]],
    ["In 2022, firms sent $83 billion abroad.", ["2022"]],
  ])("%s", (text, periods) => {
    expect(period(text)).toEqual(periods.map((each) => ({ period: each, from: null })));
  });

  test.each([
    ["It grew over 50% between 2021 and 2023.", { period: "2023", from: "2021" }],
    ["It grew 50% from 2021 to 2023.", { period: "2023", from: "2021" }],
    ["It is $3 billion more than in 2020.", { period: null, from: "2020" }],
    ["It is up $3 billion since 2020.", { period: null, from: "2020" }],
  ])("a change has the period that it starts from: %s", (text, expected) => {
    expect(period(text)).toEqual([expected]);
  });

  test("is null where no year is named", () => expect(period("It grew 4%.")).toEqual([null]));
});

describe("the metric of a number", () => {
  test.each([
    ["The trade deficit with Peru reached $5 billion.", "balance"],
    ["Excluding petroleum, the surplus with Peru was $5 billion.", "non-petroleum"],
    ["Relative to exports the deficit is -17.1%.", "deficit-ratio"],
    ["Peru added 4.5% of the domestic value added.", "value-added"],
    ["Imports increased by 35%.", "growth"],
    ["A 40% increase.", "growth"],
    ["Imports doubled.", "growth"],
    ["It is one-third of all trade.", "share"],
    ["Small firms make up 97% of all exporters.", "share"],
  ])("%s", (text, metric) => expect(guesses(text)[0]!.metric?.value).toBe(metric));

  test.each(["They cut 500 jobs.", "Exports were $5 billion.", "It uses 50% steel."])(
    "is null where the words do not tell: %s",
    (text) => expect(guesses(text)[0]!.metric).toBeNull(),
  );
});
