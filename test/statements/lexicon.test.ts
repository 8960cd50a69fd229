import { describe, expect, it } from "vitest";
import { countries } from "../../src/sources/embedded/embedded.ts";
import { lexicon } from "../../src/statements/lexicon.ts";
import { Lexer } from "../../src/statements/marks.ts";
import { productWords } from "../../src/statements/product-words.ts";
import { timesIn } from "../../src/statements/times.ts";

const lexer = new Lexer(countries());
const said = (text: string) =>
  lexer
    .lex(text)
    .marks.filter(({ slot }) => slot !== "hedge")
    .map(({ slot, value }) => `${slot} ${value}`);

describe("the lexicon", () => {
  it("finds each of its own phrases, or a longer one that holds it", () => {
    const lost: string[] = [];
    for (const [slot, value, list] of [
      ...lexicon,
      ...productWords.map(([, words]) => ["product", "", words] as const),
    ]) {
      for (const phrase of list.split(",")) {
        const first = phrase
          .trim()
          .split(" ")
          .map((word) => word.split("/")[0]!)
          .join(" ");
        const { marks, named } = lexer.lex(/^u/.test(first) ? first.toUpperCase() : first);
        if (marks.length === 0 && named.length === 0) lost.push(`${slot} ${value}: ${first}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it.each([
    ["The trade deficit in goods and services", ["flow deficit", "sector both"]],
    ["imports of motor vehicles", ["flow imports", "product hs:87"]],
    ["without petroleum", ["without hs:27"]],
    ["a trade war", ["flow none"]],
    ["it gave us nothing", ["back one"]],
  ])("says of %s", (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it("knows a partner by name, people and seat of government, and never the reporter", () => {
    const codes = (text: string) => lexer.lex(text).named.map((one) => one.codes.join("+"));
    expect(codes("the Taiwanese surplus, Beijing and the United States")).toEqual(["TW", "CN"]);
    expect(codes("Canada, Mexico and South Korea")).toEqual(["CA+MX+KR"]);
    expect(codes("a turkey, fine china and chile")).toEqual([]);
  });
});

describe("times", () => {
  const labels = (text: string) =>
    timesIn(text, { year: 2025, month: 5 }).map(
      ({ kind, role, period, from }) =>
        `${kind} ${role} ${[from?.label, period?.label].filter(Boolean).join(" to ")}`,
    );
  it.each([
    ["in the first two months of 2025", ["at at 2025-01/2025-02"]],
    ["in January and February 2025", ["at at 2025-01/2025-02"]],
    ["between 2021 and 2023", ["span at 2021 to 2023"]],
    ["since 2019", ["since base 2019"]],
    ["more than in 2020", ["at base 2020"]],
    ["in the third quarter of 2024", ["at at 2024-07/2024-09"]],
    ["last year", ["at at 2024"]],
    ["in December", ["at at 2024-12"]],
    ["on April 3, 2025", []],
    ["up from $5 billion in 2020", ["at base 2020"]],
    ["in 1H25", ["at at 2025-01/2025-06"]],
    ["in 4Q24", ["at at 2024-10/2024-12"]],
    ["in March '25", ["at at 2025-03"]],
    ["in the remaining nine months of 2024", ["at at 2024-04/2024-12"]],
    ["in the last month of 2024", ["at at 2024-12"]],
    ["for the year to March", ["at at 2025-01/2025-03"]],
  ])("are read from words: %s", (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });
});
