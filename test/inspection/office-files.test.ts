import { describe, expect, it } from "vitest";
import { readingToKeep } from "../../src/inspection/reading.ts";
import { inspectFiles } from "../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../sources/files-for-tests.ts";
import { readingWords } from "../sources/formats/reading-for-tests.ts";
import { type CellValue, workbook } from "../sources/workbook-file.ts";

interface OfficeFile {
  readonly title: string;
  readonly sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>;
  /** What its user has to say, since the file does not. */
  readonly said: readonly string[];
  /** Partner, flow, product, period and whole units of its currency. */
  readonly holds: readonly (readonly [string, string, string, string, number])[];
}

/** Workbooks as people make them, each with what offices do to a table; the figures are invented. */
const files: readonly OfficeFile[] = [
  {
    title: "a title above, the unit in it, notes below",
    sheets: {
      Sheet1: [
        ["Trade of Mexico by country, USD million"],
        [null],
        ["Year", "Country", "Exports", "Imports"],
        [2023, "Canada", 16.5, 14.25],
        ["Total", null, 16.5, 14.25],
        ["Source: national customs"],
      ],
    },
    said: [],
    holds: [["CA", "export", "total", "2023", 16_500_000]],
  },
  {
    title: "flows in merged cells above their years",
    sheets: {
      Trade: [
        ["Country", "Exports (USD million)", null, "Imports (USD million)", null],
        [null, 2022, 2023, 2022, 2023],
        ["Canada", 1, 2, 3, 4],
        ["Mexico", 5, 6, 7, 8],
      ],
    },
    said: ["reporter=US"],
    holds: [
      ["MX", "export", "total", "2023", 6_000_000],
      ["CA", "import", "total", "2022", 3_000_000],
    ],
  },
  {
    title: "years in merged cells above the flows",
    sheets: {
      Trade: [
        ["In thousands of euros"],
        ["Partner", 2022, null, 2023, null],
        [null, "Exports", "Imports", "Exports", "Imports"],
        ["Spain", 1, 2, 3, 4],
      ],
    },
    said: ["reporter=FR"],
    holds: [
      ["ES", "export", "total", "2023", 3_000],
      ["ES", "import", "total", "2022", 2_000],
    ],
  },
  {
    title: "dates of Excel in a column",
    sheets: {
      Months: [
        ["Date", "Partner", "Exports", "Imports"],
        [{ date: "2024-01-01" }, "Japan", 5, 6],
        [{ date: "2024-02-01" }, "Japan", 7, 8],
      ],
    },
    said: ["reporter=US", "unit=USD million"],
    holds: [["JP", "import", "total", "2024-02", 8_000_000]],
  },
  {
    title: "dates of Excel as columns",
    sheets: {
      Months: [
        ["Exports of goods, USD thousand"],
        ["Partner", { date: "2024-01-01" }, { date: "2024-02-01" }],
        ["Japan", 5, 7],
        ["Korea", 1, 2],
      ],
    },
    said: ["reporter=US"],
    holds: [["JP", "export", "total", "2024-02", 7_000]],
  },
  {
    title: "several sheets, of which one is the table",
    sheets: {
      "Read me": [["This workbook was made in 2024."], ["Unit: USD million"]],
      Data: [
        ["Year", "Country", "Exports", "Imports"],
        [2023, "Brazil", 9, 8],
      ],
      Contact: [["Name", "Mail"]],
    },
    said: ["reporter=US", "unit=USD million"],
    holds: [["BR", "export", "total", "2023", 9_000_000]],
  },
  {
    title: "a column for each flow with the unit in its name",
    sheets: {
      A: [
        ["Period", "Partner country", "Exports, US$ bn", "Imports, US$ bn", "Balance, US$ bn"],
        ["2023", "China", 1.5, 2.5, -1],
      ],
    },
    said: ["reporter=US"],
    holds: [["CN", "import", "total", "2023", 2_500_000_000]],
  },
  {
    title: "empty rows and an empty column before the table",
    sheets: {
      A: [
        [null, null],
        [null, "Imports of Canada"],
        [null, null],
        [null, "Month", "Origin", "Value (CAD million)"],
        [null, "Jan-24", "United States", 30.5],
        [null, "Feb-24", "United States", 31.5],
      ],
    },
    said: [],
    holds: [["US", "import", "total", "2024-02", 31_500_000]],
  },
  {
    title: "codes of products as numbers that lost their zero, and a grand total",
    sheets: {
      A: [
        ["HS code", "Description", "Country", "Year", "Import value (USD)"],
        [901, "Coffee", "Brazil", 2023, 1000],
        [8703, "Cars", "Mexico", 2023, 5000],
        ["Grand total", null, null, null, 6000],
      ],
    },
    said: ["reporter=US"],
    holds: [
      ["BR", "import", "hs:0901", "2023", 1_000],
      ["MX", "import", "hs:8703", "2023", 5_000],
    ],
  },
  {
    title: "marks and words in place of figures",
    sheets: {
      A: [
        ["Year", "Country", "Exports, USD million", "Imports, USD million"],
        ["2022", "Kenya", "1,250.5 p", "n.a."],
        ["2023", "Kenya", "1,300 r", "..."],
      ],
    },
    said: ["reporter=US"],
    holds: [["KE", "export", "total", "2022", 1_250_500_000]],
  },
];

describe("a workbook of an office", () => {
  it.each(files)("is read as is proposed: $title", async ({ sheets, said, holds }) => {
    const path = fileWith(workbook(sheets));
    const words = readingWords({ constant: said });
    const yaml = await readingToKeep([path], { ...plainReading, reading: words });
    const reading = readingWords({ file: fileWith(yaml, "reading.yaml") });
    const { loaded } = await inspectFiles([path], { ...plainReading, reading });
    expect(loaded.problems).toEqual([]);
    const series = loaded.collection.allSeries();
    const found = holds.map(([partner, flow, product, period]) => {
      const one = series.find(
        ({ key }) => key.partner === partner && key.flow === flow && key.product === product,
      );
      return [partner, flow, product, period, one?.values.get(period)];
    });
    expect(found).toEqual(holds);
  });
});
