import { describe, expect, it } from "vitest";
import { scanDocument } from "../../src/claims/scan/scan.ts";
import { claimsIn, read } from "./read.ts";
import { asHtml, asMarkdown, asText } from "./report.ts";
import { asDocx } from "./write-docx.ts";
import { asPdf } from "./write-pdf.ts";

const formats = [
  ["text", asText()],
  ["markdown", asMarkdown()],
  ["html", asHtml()],
  ["docx", asDocx()],
  ["pdf", asPdf()],
] as const;

/** Read by eye in the report: what is printed, with its unit and scale. */
const printed = [
  ...["9 percent", "1.1 USD trillion", "152.5 USD billion", "2/3 ratio"],
  ...["11 percent", "13 percent", "1/7 ratio"],
  ...["1.2 USD billion", "1.4 USD billion", "212 USD billion", "5 percent", "27 count"],
  ...["324.2 USD billion", "322.7 USD billion", "-0.5 percent"],
  ...["359.2 USD billion", "357.3 USD billion", "-0.5 percent"],
  ...["72.9 USD billion", "76.7 USD billion", "5.2 percent"],
  ...["79.7 USD billion", "148.2 USD billion", "1.9 times"],
];

describe.each(formats)("a report as %s", (format, content) => {
  it("is known by its content", async () => {
    expect((await read(content)).format).toBe(format);
  });

  it("gives the numbers that a reader finds in it", async () => {
    const claims = await claimsIn(content);
    expect(
      claims.map(({ sign, value, unit, scale }) =>
        [`${sign}${value}`, unit, scale].filter((word) => word !== null).join(" "),
      ),
    ).toEqual(printed);
  });

  it("gives each number the headers, the row and the caption of its table", async () => {
    const cell = (await claimsIn(content)).find(({ value }) => value === "357.3")!.cell!;
    expect(cell).toMatchObject({
      column: "Exports 2023",
      row: "Canada",
      caption: "Table 1. Trade in goods (billions of dollars)",
    });
    expect(cell.note).toContain("rounding");
  });

  it("says why the other numbers are no claims", async () => {
    const ignored = scanDocument(await read(content)).filter(
      (number) => number.ignored !== null && !["note", "page"].includes(number.ignored),
    );
    expect(ignored.map(({ ignored: why, value }) => `${why} ${value}`)).toEqual([
      ...["date 14", "date 2025", "year 2019", "year 2023", "year 2023", "year 2016", "year 2021"],
      ...[
        "tariff 25",
        "list 2",
        "label 1",
        "url 2024",
        "url 12",
        "label 1",
        "year 2022",
        "year 2023",
      ],
    ]);
  });

  it("gives every number the heading above it", async () => {
    const sections = (await claimsIn(content)).map(({ place }) => place.section);
    expect([sections[0], sections.at(-1)]).toEqual([
      "Trade with the neighbours",
      "2. Leading partners",
    ]);
  });
});

describe("the place of a number", () => {
  const found = async (content: string | Uint8Array) =>
    (await claimsIn(content)).find(({ value }) => value === "79.7")!.place;

  it.each([
    ["text", asText()],
    ["Markdown", asMarkdown()],
    ["HTML", asHtml()],
  ])("is its line and column in %s", async (_, source) => {
    const { line, column, page } = await found(source);
    expect(source.split("\n")[line - 1]!.slice(column - 1)).toMatch(/^\$79\.7 billion/);
    expect(page).toBeNull();
  });

  it("is its page and line in a PDF, and its paragraph in Word", async () => {
    expect(await found(asPdf())).toMatchObject({ page: 1, line: 17, column: 9 });
    expect(await found(asDocx())).toMatchObject({ page: null, line: 13, column: 9 });
  });
});
