import { describe, expect, test } from "vitest";
import { scanText } from "../../../src/claims/scan/scan.ts";
import { isOtherQuantity, type ScannedNumber } from "../../../src/claims/scan/scanned-number.ts";

const claimsOf = (text: string): ScannedNumber[] =>
  scanText(text).filter((number) => number.ignored === null);
/** Claims, and quantities of something else: days, tariffs, populations. */
const quantitiesOf = (text: string): ScannedNumber[] =>
  scanText(text).filter(({ ignored }) => ignored === null || isOtherQuantity(ignored));
const ignoredOf = (text: string): (readonly [string, string | null])[] =>
  scanText(text)
    .filter((number) => number.ignored !== null)
    .map((number) => [number.raw, number.ignored]);

describe("a number is read with what belongs to it", () => {
  test.each([
    // text · raw · value · sign · unit · scale
    ["Trade of $1.6 trillion.", "$1.6 trillion", "1.6", "", "USD", "trillion"],
    ["It is -17.10% for A.", "-17.10%", "17.10", "-", "percent", null],
    ["It is -$64,262.70 million.", "-$64,262.70 million", "64262.70", "-", "USD", "million"],
    ["It is $-5 million.", "$-5 million", "5", "-", "USD", "million"],
    ["It is −$5.", "−$5", "5", "-", "USD", null],
    ["It is –5.0%.", "–5.0%", "5.0", "-", "percent", null],
    ["(—5%)", "—5%", "5", "-", "percent", null],
    ["a cut—5% of all", "5%", "5", "", "percent", null],
    ["It fell minus 3 percent.", "minus 3 percent", "3", "-", "percent", null],
    ["It paid $2.76 an hour.", "$2.76 an hour", "2.76", "", "USD per hour", null],
    ["It paid $16-per-hour wages.", "$16-per-hour", "16", "", "USD per hour", null],
    ["The $16 hourly wage.", "$16", "16", "", "USD per hour", null],
    ["It paid US$ 16.", "US$ 16", "16", "", "USD", null],
    ["It paid $ 1,234.5 in all.", "$ 1,234.5", "1234.5", "", "USD", null],
    ["It paid 5 dollars.", "5 dollars", "5", "", "USD", null],
    ["It paid 16¢.", "16¢", "16", "", "US cents", null],
    ["It paid €5bn.", "€5bn", "5", "", "EUR", "billion"],
    ["It paid $5m.", "$5m", "5", "", "USD", "million"],
    ["It paid $1.2tn.", "$1.2tn", "1.2", "", "USD", "trillion"],
    ["It rose 5 mn dollars.", "5 mn dollars", "5", "", "USD", "million"],
    ["It rose 2 per cent.", "2 per cent", "2", "", "percent", null],
    ["It rose 2 percentage points.", "2 percentage points", "2", "", "percentage-points", null],
    ["A 2-percentage-point rise.", "2-percentage-point", "2", "", "percentage-points", null],
    ["It rose 25 basis points.", "25 basis points", "25", "", "basis-points", null],
    ["It rose .5 percent.", ".5 percent", "0.5", "", "percent", null],
    ["It rose 5\u00a0%.", "5\u00a0%", "5", "", "percent", null],
    ["It cost $1.6\ntrillion.", "$1.6\ntrillion", "1.6", "", "USD", "trillion"],
    ["It grew 3x.", "3x", "3", "", "times", null],
    ["It grew 3-fold.", "3-fold", "3", "", "times", null],
    ["It grew by a factor of 2.", "2", "2", "", "times", null],
    ["| A | (63,336) |", "63,336", "63336", "-", "number", null],
    ["It rose 5 1/2 percent.", "5 1/2 percent", "5 1/2", "", "percent", null],
    ["It is 1/3 of all.", "1/3", "1/3", "", "ratio", null],
  ])("%s", (text, raw, value, sign, unit, scale) => {
    const claims = claimsOf(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ raw, value, sign, unit, scale });
  });

  test.each([
    ["90,000 US SMEs exported goods.", "90000", "SMEs", null],
    ["They cut 576,000 U.S. jobs since then.", "576000", "jobs", null],
    ["There are 10 million manufacturing workers here.", "10", "workers", "million"],
    ["Another 16 years of it.", "16", "years", null],
    ["A 10-year plan.", "10", "year", null],
    ["Some 90\u202f000 people came.", "90000", "people", null],
  ])("a count keeps its noun: %s", (text, value, noun, scale) => {
    expect(quantitiesOf(text)).toMatchObject([{ value, noun, scale, unit: "count" }]);
  });

  test("points are decimals and commas thousands: other conventions are kept as printed", () => {
    expect(claimsOf("It came to 1.234,5 in all.")).toMatchObject([
      { raw: "1.234,5", value: "1.234,5" },
    ]);
    expect(claimsOf("It rose 37,2%.")).toMatchObject([{ raw: "37,2%", value: "37,2" }]);
    expect(claimsOf("Exports of $1,2 billion.")).toMatchObject([
      { value: "1,2", unit: "USD", scale: "billion" },
    ]);
  });
});

describe("number words that state a quantity are numbers", () => {
  test.each([
    ["Imports doubled.", "doubled", "2", "times", "="],
    ["Imports nearly doubled.", "doubled", "2", "times", "nearly"],
    ["Imports more than tripled.", "tripled", "3", "times", "more-than"],
    ["Imports halved.", "halved", "0.5", "times", "="],
    ["Imports will double in a year.", "double", "2", "times", "="],
    ["They rose by a factor of two.", "a factor of two", "2", "times", "="],
    ["They rose threefold.", "threefold", "3", "times", "="],
    ["It is twice the level.", "twice", "2", "times", "="],
    ["It is three times as much.", "three times", "3", "times", "="],
    ["It is nearly one-third of trade.", "one-third", "1/3", "ratio", "nearly"],
    ["It is two-thirds of trade.", "two-thirds", "2/3", "ratio", "="],
    ["It is a quarter of trade.", "a quarter", "1/4", "ratio", "="],
    ["It is less than half of it.", "half", "1/2", "ratio", "<"],
    ["It is twenty-five percent.", "twenty-five percent", "25", "percent", "="],
    ["A tariff rate of zero.", "zero", "0", "number", "="],
  ])("%s", (text, raw, value, unit, comparator) => {
    expect(claimsOf(text)).toMatchObject([{ raw, value, unit, comparator }]);
  });

  test("half a million is a number with a scale", () => {
    expect(claimsOf("They cut half a million jobs.")).toMatchObject([
      { raw: "half a million", value: "0.5", scale: "million", noun: "jobs" },
    ]);
  });

  test.each([
    "All three countries agreed.",
    "Thousands of firms left.",
    "One of the firms has a double-digit lead.",
    "A zero-sum game, a half-year on.",
    "A third country and the next quarter.",
  ])("other words are not: %s", (text) => expect(claimsOf(text)).toEqual([]));

  test("half of a year is a time", () => {
    expect(ignoredOf("In the first half of 2024 it fell.")).toEqual([
      ["half", "date"],
      ["2024", "year"],
    ]);
  });
});

describe("the words around a number make its comparator", () => {
  test.each([
    ["over 5%", "more-than"],
    ["a more than 5% rise", "more-than"],
    ["exceeds $5", "more-than"],
    ["exceeding a projected $5", "more-than"],
    ["nearly 5%", "nearly"],
    ["almost 5%", "nearly"],
    ["just under 5%", "nearly"],
    ["about 5%", "about"],
    ["around 5%", "about"],
    ["just over 5%", "about"],
    ["~5%", "about"],
    ["at least 5%", ">="],
    ["no less than 5%", ">="],
    ["5% or more", ">="],
    ["100+ firms", ">="],
    ["up to 5%", "<="],
    ["as much as 5%", "<="],
    ["at most 5%", "<="],
    ["5% or less", "<="],
    ["less than 5%", "<"],
    ["fewer than 5 firms", "<"],
    ["below 5%", "<"],
    ["exactly 5%", "="],
    ["moreover 5%", "="],
  ])("%s", (words, comparator) => {
    expect(claimsOf(`It is ${words}.`)).toMatchObject([{ comparator }]);
  });
});

describe("the ends of a range know each other and share a unit and a scale", () => {
  test.each([
    ["of 50–60% there", "50", "60", "percent", null, "interval"],
    ["of 40% to 45% there", "40", "45", "percent", null, "interval"],
    ["of 40 to 45 percent there", "40", "45", "percent", null, "interval"],
    ["of 5 - 10% there", "5", "10", "percent", null, "interval"],
    ["of $5–10 billion there", "5", "10", "USD", "billion", "interval"],
    ["between $5 and $10 billion there", "5", "10", "USD", "billion", "interval"],
    ["rose from 11% to 21% there", "11", "21", "percent", null, "change"],
    ["from 5 to 10 million workers", "5", "10", "count", "million", "change"],
  ])("%s", (text, low, high, unit, scale, kind) => {
    const [first, last, ...more] = claimsOf(text);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ value: low, unit, scale, range: { end: "first", kind } });
    expect(last).toMatchObject({ value: high, unit, scale, range: { end: "last", kind } });
    expect([first!.range!.other, last!.range!.other]).toEqual([last!.index, first!.index]);
  });

  test("a list shares the unit of its last member", () => {
    expect(quantitiesOf("Tariffs of 10, 25, and 50 percent.").map(({ unit }) => unit)).toEqual(
      Array(3).fill("percent"),
    );
    expect(claimsOf("In 2019, 25% left.")).toMatchObject([{ value: "25" }]);
  });

  test.each([
    "Rising by $55 billion to $156 billion.",
    "It rose 288% to 2023 levels.",
    "Canada added 5% and Mexico 6%.",
  ])("what is no range is none: %s", (text) => {
    expect(scanText(text).every((number) => number.range === null)).toBe(true);
  });
});

describe("a number that is no claim is ignored with a reason", () => {
  test.each([
    ["In 2024 it fell.", [["2024", "year"]]],
    [
      "It fell (Agency, 2024; Doe 2025a).",
      [
        ["2024", "year"],
        ["2025", "year"],
      ],
    ],
    [
      "Over 2015–2024 and FY2023/24.",
      [
        ["2015", "year"],
        ["2024", "year"],
        ["2023", "year"],
        ["24", "year"],
      ],
    ],
    [
      "The 1990s and mid-2025.",
      [
        ["1990", "year"],
        ["2025", "year"],
      ],
    ],
    ["The Act of 1789, as amended.", [["1789", "year"]]],
    [
      "It fell after 2020.1 Then it rose.",
      [
        ["2020", "year"],
        ["1", "note"],
      ],
    ],
    [
      "On July 1, 2020, it began.",
      [
        ["1", "date"],
        ["2020", "date"],
      ],
    ],
    [
      "On 16 August 2017 and 2024-11-05.",
      [
        ["16", "date"],
        ["2017", "date"],
        ["2024", "date"],
        ["11", "date"],
        ["05", "date"],
      ],
    ],
    [
      "In Q3 2024 it fell.",
      [
        ["3", "date"],
        ["2024", "date"],
      ],
    ],
    ["It lasted for years.1 But it ended.", [["1", "note"]]],
    [
      "Employers.”5 The rest[2] and[^3].",
      [
        ["5", "note"],
        ["2", "note"],
        ["3", "note"],
      ],
    ],
    [
      "It passed S.J. Res. 37,2 to end it.",
      [
        ["37", "statute"],
        ["2", "note"],
      ],
    ],
    [
      "See Table 1, Figures 2 and 3, and Figure B2.",
      [
        ["1", "label"],
        ["2", "label"],
        ["3", "label"],
        ["2", "label"],
      ],
    ],
    [
      "Article 34.7 and Section 232 of Title 28.",
      [
        ["34.7", "statute"],
        ["232", "statute"],
        ["28", "statute"],
      ],
    ],
    [
      "19 U.S.C. 4511 and the 119th Congress.",
      [
        ["19", "statute"],
        ["4511", "statute"],
        ["119", "statute"],
      ],
    ],
    [
      "HS 8703 and NAICS 336, 337.",
      [
        ["8703", "code"],
        ["336", "code"],
        ["337", "code"],
      ],
    ],
    [
      "COVID-19, the G7 and an F-150.",
      [
        ["19", "code"],
        ["7", "code"],
        ["150", "code"],
      ],
    ],
    [
      "Call (202) 555-0142 now.",
      [
        ["202", "code"],
        ["555", "code"],
        ["0142", "code"],
      ],
    ],
    [
      "See pp. 12–14 and page 3.",
      [
        ["12", "page"],
        ["14", "page"],
        ["3", "page"],
      ],
    ],
    ["Text above.\n\n12\n\nText below.", [["12", "page"]]],
    [
      "See https://a.example/b/34_c?d=5%25 there.",
      [
        ["34", "url"],
        ["5%", "url"],
        ["25", "url"],
      ],
    ],
    [
      "Journal 49, no. 2: 542–555.",
      [
        ["49", "citation"],
        ["2", "citation"],
        ["542", "citation"],
        ["555", "citation"],
      ],
    ],
    ["The 21st century.", [["21", "ordinal"]]],
    [
      "Chapter 87, open 24/7.",
      [
        ["87", "label"],
        ["24", "code"],
        ["7", "code"],
      ],
    ],
    [
      "1. The first.\n2) The second.",
      [
        ["1", "list"],
        ["2", "list"],
      ],
    ],
    [
      "We ask: (1) that; and (2) this.",
      [
        ["1", "list"],
        ["2", "list"],
      ],
    ],
    [
      "Notes\n\n1. A note.\n\n2. Another.",
      [
        ["1", "note"],
        ["2", "note"],
      ],
    ],
    ["# 3.2 Results\n\nNone.", [["3.2", "list"]]],
  ])("%s", (text, expected) => {
    expect(ignoredOf(text)).toEqual(expected);
    expect(claimsOf(text)).toEqual([]);
  });

  test("a reference list is ignored, the text after it is not", () => {
    const text = [
      "References\n\nDoe, Jane. 2019. “A $5 Trillion Question.” Press 12: 1–9.\n\n",
      "Doe, Jane. 2020. “Why 40% Is\nToo Much.” Accessed July 6, 2020.\n\n",
      "The institute has worked on this for 30 years.",
    ].join("");
    expect(quantitiesOf(text)).toMatchObject([{ raw: "30", noun: "years" }]);
    const reasons = new Set(ignoredOf(text).map(([, reason]) => reason));
    expect(reasons).toEqual(new Set(["citation", "duration"]));
  });

  test.each([
    ["More than 2000 jobs were lost.", "2000"],
    ["It cost $2024.", "$2024"],
    ["It rose 1950%.", "1950%"],
    ["China (5) and Vietnam (3)", "5"],
    ["1.9 billion people", "1.9 billion"],
    ["In May 10 million workers left.", "10 million"],
  ])("a quantity that only resembles one stays a claim: %s", (text, raw) => {
    expect(claimsOf(text)[0]?.raw).toBe(raw);
  });
});

describe("a number knows its place", () => {
  test("line, column, offset, paragraph, sentence and section, with any line ends and a mark at the start", () => {
    const text =
      "\ufeff# Trade\r\n\r\nIt fell in the U.S. by 2%. Then it rose\r\nby 3%.\r\n\r\n## Jobs\r\n\r\nUp “4%”.";
    expect(claimsOf(text).map(({ raw, place }) => [raw, place])).toEqual([
      [
        "2%",
        {
          line: 3,
          column: 24,
          page: null,
          offset: text.indexOf("2%"),
          end: text.indexOf("2%") + 2,
          paragraph: 2,
          sentence: 1,
          section: "Trade",
        },
      ],
      [
        "3%",
        {
          line: 4,
          column: 4,
          page: null,
          offset: text.indexOf("3%"),
          end: text.indexOf("3%") + 2,
          paragraph: 2,
          sentence: 2,
          section: "Trade",
        },
      ],
      [
        "4%",
        {
          line: 8,
          column: 5,
          page: null,
          offset: text.indexOf("4%"),
          end: text.indexOf("4%") + 2,
          paragraph: 4,
          sentence: 1,
          section: "Jobs",
        },
      ],
    ]);
  });

  test("a lone carriage return ends a line, and a line that stands alone is a heading", () => {
    expect(claimsOf("Key findings\r\rUp 4%.")).toMatchObject([
      { place: { line: 3, section: "Key findings" } },
    ]);
  });

  test("the context is its sentence, with the number's place in it", () => {
    const [number] = claimsOf("It fell. Exports to Chad rose 4% that year. It ended.");
    expect(number!.context).toMatchObject({
      sentence: "Exports to Chad rose 4% that year. ",
      at: 21,
      end: 23,
    });
  });

  test("an abbreviation ends no sentence", () => {
    expect(claimsOf("The U.S. Census, says Dr. Doe vs. Mr. Roe, has 2%. Then 3%.")).toMatchObject([
      { place: { sentence: 1 } },
      { place: { sentence: 2 } },
    ]);
  });

  test("an empty text has no numbers", () => {
    expect(scanText("")).toEqual([]);
    expect(scanText("No numbers here.\n")).toEqual([]);
  });
});
