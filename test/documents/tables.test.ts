import { describe, expect, it } from "vitest";
import { scanDocument } from "../../src/claims/scan/scan.ts";
import { claimsIn, read, short } from "./read.ts";

describe("a cell takes its unit and scale", () => {
  it.each<[string, string, string[]]>([
    [
      "from its column, where that says them",
      "| Partner | Exports ($ mn) | Share (%) |\n|---|---|---|\n| A | 12.5 | 3.1 |",
      ["12.5 USD million", "3.1 percent"],
    ],
    [
      "from the caption, but a percent takes no scale",
      "Table 1: Trade, billions of dollars\n\n| | 2022 | 2023 | Change (%) |\n|---|---|---|---|\n| A | 1.5 | 2.5 | 66.7 |",
      ["1.5 USD billion", "2.5 USD billion", "66.7 percent"],
    ],
    [
      "from the row",
      "| | 2022 | 2023 |\n|---|---|---|\n| Exports, US$ bn | 1.5 | 2.5 |\n| Share, percent | 10 | 12 |",
      ["1.5 USD billion", "2.5 USD billion", "10 percent", "12 percent"],
    ],
    [
      "from the corner above the labels of its rows",
      "| $ billion | 2022 | Change, % |\n|---|---|---|\n| Exports | 1.5 | 7 |\n\n| Deficit, billions of dollars | |\n|---|---|\n| A | 2.5 |",
      ["1.5 USD billion", "7 percent", "2.5 USD billion"],
    ],
    [
      "from a table with one row, in a document of nothing else",
      "| Billion dollars | 2022 |\n|---|---|\n| Deficit with Mexico | 171.8 |\n",
      ["171.8 USD billion"],
    ],
    [
      "from a line across the table",
      "| | 2022 | 2023 |\n|---|---|---|\n| Millions of dollars | | |\n| A | 15 | 25 |\n| Percent of total | | |\n| A | 5 | 6 |",
      ["15 USD million", "25 USD million", "5 percent", "6 percent"],
    ],
    [
      "from the heading above",
      "## Trade with Mexico (millions of US dollars)\n\n| | 2023 |\n|---|---|\n| Exports | 322,742 |",
      ["322742 USD million"],
    ],
    [
      "from the note below",
      "| | 2023 |\n|---|---|\n| Exports | 322,742 |\n\nNote: figures are in millions of dollars.",
      ["322742 USD million"],
    ],
    [
      "from the cell first of all",
      "Table 1. Billions of dollars\n\n| | 2023 |\n|---|---|\n| A | $5 million |\n| B | 7% |",
      ["5 USD million", "7 percent"],
    ],
  ])("%s", async (_, markdown, expected) => {
    expect((await claimsIn(markdown)).map(short)).toEqual(expected);
  });

  it("but a column of counts or indices takes no dollars from the caption", async () => {
    const markdown =
      "Table 1. Trade, $ billion\n\n| | Exports | Exporters | Index |\n|---|---|---|---|\n| A | 1.5 | 200 | 104.2 |";
    expect((await claimsIn(markdown)).map(short)).toEqual([
      ...["1.5 USD billion", "200 number", "104.2 number"],
    ]);
  });

  it("and no unit from an amount that a caption speaks of", async () => {
    const markdown = "Table 2. The $1.6 trillion trade\n\n| | 2023 |\n|---|---|\n| A | 5.5 |";
    expect((await claimsIn(markdown)).map(short)).toContain("5.5 number");
  });
});

it("a number in parentheses that fills a cell is negative", async () => {
  const html =
    "<html><table><tr><th></th><th>Balance, $ billion</th></tr><tr><td>A</td><td>(123.5)</td></tr><tr><td>B</td><td>4 (est.)</td></tr></table></html>";
  expect((await claimsIn(html)).map(short)).toEqual(["-123.5 USD billion", "4 USD billion"]);
});

it("the codes, ranks and years of a first column are no claims", async () => {
  const csv = "Rank,HS code,Year,Imports ($)\n1,87,2023,5.5\n2,84,2023,4.5\n";
  const numbers = scanDocument(await read(csv));
  expect(numbers.map(({ value, ignored }) => `${ignored} ${value}`)).toEqual([
    ...["ordinal 1", "code 87", "year 2023", "null 5.5"],
    ...["ordinal 2", "code 84", "year 2023", "null 4.5"],
  ]);
});

it("headers of two rows are joined over the columns that they span", async () => {
  const html = `<html><table><thead><tr><th rowspan="2">Partner</th><th colspan="2">Exports</th><th colspan="2">Imports</th></tr>
    <tr><th>2022</th><th>2023</th><th>2022</th><th>2023</th></tr></thead>
    <tr><td>A</td><td>$1</td><td>$2</td><td>$3</td><td>$4</td></tr></table></html>`;
  expect((await claimsIn(html)).map(({ cell }) => cell!.column)).toEqual([
    ...["Exports 2022", "Exports 2023", "Imports 2022", "Imports 2023"],
  ]);
});
