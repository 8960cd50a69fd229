import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scanText } from "../../../src/claims/scan/scan.ts";

const units = fc.constantFrom(
  { before: "", after: "%", unit: "percent" },
  { before: "", after: " percent", unit: "percent" },
  { before: "", after: " per cent", unit: "percent" },
  { before: "", after: " percentage points", unit: "percentage-points" },
  { before: "$", after: "", unit: "USD" },
  { before: "US$", after: "", unit: "USD" },
  { before: "US$ ", after: "", unit: "USD" },
  { before: "$", after: " an hour", unit: "USD per hour" },
);
const scales = fc.constantFrom(
  { words: "", scale: null },
  { words: " thousand", scale: "thousand" },
  { words: " million", scale: "million" },
  { words: " bn", scale: "billion" },
  { words: " trillion", scale: "trillion" },
);
const comparators = fc.constantFrom(
  { words: "", comparator: "=" },
  { words: "more than ", comparator: "more-than" },
  { words: "over ", comparator: "more-than" },
  { words: "nearly ", comparator: "nearly" },
  { words: "almost ", comparator: "nearly" },
  { words: "roughly ", comparator: "about" },
  { words: "at least ", comparator: ">=" },
  { words: "no more than ", comparator: "<=" },
  { words: "less than ", comparator: "<" },
);
const signs = fc.constantFrom(
  { mark: "", sign: "" },
  { mark: "-", sign: "-" },
  { mark: "−", sign: "-" },
  { mark: "–", sign: "-" },
  { mark: "+", sign: "+" },
);
const openings = fc.constantFrom(
  "The deficit came to ",
  "In 2024, exports stood at ",
  "“Imports” (see Table 3) were ",
  "Prices, he said, moved ",
);
const endings = fc.constantFrom(
  ".",
  " in 2019.",
  ", up from 2020.1 Then it fell.",
  "; see (Doe 2021).",
);

describe("scanText", () => {
  test("finds any number with its sign, scale, unit and comparator, wherever it is placed", () => {
    fc.assert(
      fc.property(
        fc.record({
          whole: fc.integer({ min: 0, max: 999_999_999 }),
          decimals: fc.stringMatching(/^\d{0,3}$/),
          grouped: fc.boolean(),
          unit: units,
          scale: scales,
          comparator: comparators,
          sign: signs,
          opening: openings,
          ending: endings,
        }),
        ({ whole, decimals, grouped, unit, scale, comparator, sign, opening, ending }) => {
          const digits = grouped ? whole.toLocaleString("en-US") : String(whole);
          const point = decimals === "" ? "" : `.${decimals}`;
          const raw = `${sign.mark}${unit.before}${digits}${point}${scale.words}${unit.after}`;
          const text = `${opening}${comparator.words}${raw}${ending}`;
          const claims = scanText(text).filter((number) => number.ignored === null);
          expect(claims, text).toHaveLength(1);
          expect(claims[0], text).toMatchObject({
            raw,
            value: `${whole}${point}`,
            sign: sign.sign,
            unit: unit.unit,
            scale: scale.scale,
            comparator: comparator.comparator,
          });
          expect(claims[0]!.place.offset).toBe(text.indexOf(raw));
        },
      ),
      { numRuns: 400 },
    );
  });

  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom(
      ...[
        "$",
        "US$",
        "%",
        " percent",
        " million",
        ",",
        ".",
        "-",
        "–",
        "—",
        " to ",
        "(",
        ")",
        "[",
        "]",
      ],
      ...[
        "\n",
        "\r\n",
        "\n\n",
        "# ",
        "Table ",
        "July ",
        "Section ",
        "HS ",
        "no. ",
        "http://a.b/",
        "\ufeff",
      ],
      ...[
        "References\n\n",
        "Notes\n",
        "half",
        "doubled",
        "one-third",
        "a factor of ",
        "'",
        "x",
        "th",
        "/",
      ],
    ),
    fc.integer({ min: 0, max: 99_999 }).map(String),
    fc.constantFrom("1,234.5", "2024", "2019–2024", "3.10", "17.10", "1.234,5", ".5"),
  );

  test("gives every run of digits of any text to exactly one number", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const numbers = scanText(text);
        const owners = new Int8Array(text.length);
        for (const { place, raw } of numbers) {
          expect(text.slice(place.offset, place.end)).toBe(raw);
          for (let at = place.offset; at < place.end; at++) owners[at]!++;
        }
        expect(Math.max(0, ...owners)).toBeLessThanOrEqual(1);
        for (const run of text.matchAll(/\d+/g)) {
          const number = numbers.find(
            ({ place }) => place.offset <= run.index && run.index < place.end,
          );
          expect(number?.place.end, JSON.stringify(text)).toBeGreaterThanOrEqual(
            run.index + run[0].length,
          );
        }
        expect(numbers.map((number) => number.index)).toEqual([...numbers.keys()]);
      }),
      { numRuns: 1500 },
    );
  });

  test("gives the two ends of a range each other, and nothing else a partner", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const numbers = scanText(pieces.join(""));
        for (const number of numbers) {
          if (!number.range) continue;
          const other = numbers[number.range.other]!;
          expect(other.range?.other).toBe(number.index);
          expect(number.ignored).toBeNull();
          expect(other.unit === number.unit || other.noun !== number.noun).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  const hostile: readonly (readonly [string, (length: number) => string])[] = [
    ["digits", (length) => "7".repeat(length)],
    ["thousands without end", (length) => ",123".repeat(length / 4)],
    ["points between thousands", (length) => "123.".repeat(length / 4)],
    ["points and digits", (length) => "1.".repeat(length / 2)],
    ["open parentheses before years", (length) => "(A 2024, ".repeat(length / 9)],
    ["one sentence of percentages", (length) => "over 50% to ".repeat(length / 12)],
    ["spaces", (length) => `5${" ".repeat(length)}%`],
    ["line ends", (length) => "5\n".repeat(length / 2)],
    ["hyphenated words", (length) => "a-".repeat(length / 2)],
    ["dotted words", (length) => "a.".repeat(length / 2)],
    ["lists of sections", (length) => `Sections ${"1, ".repeat(length / 3)}`],
    ["a reference list on one line", (length) => `References\n\n${"a ".repeat(length / 2)}`],
    ["number words", (length) => "two hundred and ".repeat(length / 16)],
    ["tariffs", (length) => "tariffs of 5% on ".repeat(length / 17)],
    ["movements", (length) => "up 5% by ".repeat(length / 9)],
    ["cells of one row", (length) => "| 1 ".repeat(length / 4)],
    ["rows of a table", (length) => "| a | 12.5 |\n".repeat(length / 13)],
    ["aligned columns", (length) => "a  1  2\n".repeat(length / 8)],
    ["half-open URLs", (length) => "http://".repeat(length / 7)],
  ];

  test.each(hostile)(
    "takes time in proportion to the length: a quarter of a megabyte of %s",
    (_, make) => {
      const time = (length: number): number => {
        const text = make(length);
        const start = process.cpuUsage();
        scanText(text);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      time(10_000);
      // Eight times the text: a quadratic scan would take 64 times as long. The time is the processor's,
      // of which a busy machine may take more once, but not three times.
      const ratio = () => {
        const small = Math.min(time(31_250), time(31_250));
        return time(250_000) / Math.max(small, 1);
      };
      let best = ratio();
      for (let again = 0; again < 2 && best >= 28; again += 1) best = Math.min(best, ratio());
      expect(best).toBeLessThan(28);
    },
  );
});
