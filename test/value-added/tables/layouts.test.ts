import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type InputOutputTable,
  originOfValueAdded,
  readTable,
} from "../../../src/value-added/index.ts";
import { workbook } from "../../sources/workbook-file.ts";
import { contributions } from "../dense.ts";
import { randomTable } from "../random-tables.ts";
import { hasShared, sharedFile } from "../shared-files.ts";
import { temporaryFiles } from "../temporary-files.ts";

const write = temporaryFiles();

type Row = (string | number | null)[];

/** The names of three economies of two industries, as a publisher would have them. */
const ECONOMIES = ["AUS", "MEX", "USA"];

interface Layout {
  readonly layout: string;
  readonly year: string | null;
  readonly write: (table: InputOutputTable) => string;
}

function csv(rows: readonly Row[], delimiter = ","): string {
  const text = (cell: string | number | null) =>
    delimiter === ";" && typeof cell === "number" ? String(cell).replace(".", ",") : (cell ?? "");
  return `${rows.map((row) => row.map(text).join(delimiter)).join("\n")}\n`;
}

/** The flows of row i, then its final demand split over the categories, then its output. */
function cells(table: InputOutputTable, i: number, categories: number, output = true): number[] {
  const n = table.labels.length;
  const economies = table.economies.length;
  const demand = [...table.finalDemand.subarray(i * economies, (i + 1) * economies)];
  const split = demand.flatMap((value) =>
    Array.from({ length: categories }, (_, c) =>
      c === 1 ? value / 4 : c === 0 ? (value * 3) / 4 : 0,
    ),
  );
  const flows = [...table.flows.subarray(i * n, (i + 1) * n)];
  return [...flows, ...split, ...(output ? [table.output[i]!] : [])];
}

/** The rows of a workbook of WIOD or the ADB: titles, two lines of header, sums below. */
function publisherRows(
  table: InputOutputTable,
  {
    titles,
    codes,
    row,
    below,
  }: {
    titles: Row[];
    codes: { industries: string[]; demand: string[]; total: [string | null, string | null] };
    row: (code: string) => string;
    below: (outputs: number[]) => Row[];
  },
): Row[] {
  const { industries, demand, total } = codes;
  const of = (list: string[], cell: (economy: string, code: string) => string) =>
    ECONOMIES.flatMap((economy) => list.map((code) => cell(economy, code)));
  const blank: Row = [null, null, null, null];
  const width = table.labels.length + ECONOMIES.length * demand.length + 1;
  return [
    ...titles,
    [...blank, ...of(industries, (e) => e), ...of(demand, (e) => e), total[0]],
    [...blank, ...of(industries, (_, c) => c), ...of(demand, (_, c) => c), total[1]],
    ...table.labels.map((_, i): Row => {
      const code = industries[table.industryOf[i]!]!;
      const names: Row = [
        `A${i}`,
        "An industry, of its own",
        ECONOMIES[table.economyOf[i]!]!,
        row(code),
      ];
      return [...names, ...cells(table, i, demand.length)];
    }),
    ...below([...table.output, ...Array<number>(width - table.labels.length).fill(0)]),
  ];
}

const wiod2013 = (table: InputOutputTable) =>
  publisherRows(table, {
    titles: [["Input-Output Table for 2009"], ["(industry-by-industry)", null, null, null, "AtB"]],
    codes: {
      industries: ["c1", "c2"],
      demand: ["c37", "c38", "c39", "c41", "c42"],
      total: [null, null],
    },
    row: (code) => code,
    below: (outputs) => [
      [null, "Total intermediate consumption", "TOT", "r60", ...outputs],
      [null, "Output at basic prices", "TOT", "r69", ...outputs],
    ],
  });

const wiod2016 = (table: InputOutputTable) =>
  publisherRows(table, {
    titles: [["World Input-Output Table 2014"], ["(millions of US$)"]],
    codes: {
      industries: ["c1", "c40"],
      demand: ["c57", "c58", "c59", "c60", "c61"],
      total: ["TOT", "c62"],
    },
    row: (code) => code.replace("c", "r"),
    below: (outputs) => [
      ["II_fob", "Total intermediate consumption", "TOT", "r65", ...outputs],
      ["GO", "Output at basic prices", "TOT", "r73", ...outputs],
    ],
  });

const adb = (table: InputOutputTable) =>
  publisherRows(table, {
    titles: [
      ["Multiregional Input-Output Table 2021"],
      ["62 economies, at current prices"],
      [null, null, null, null, "Agriculture", "Mining", "Agriculture", "Mining"],
    ],
    codes: {
      industries: ["c1", "c2"],
      demand: ["F1", "F2", "F3", "F4", "F5"],
      total: ["ToT", null],
    },
    row: (code) => code,
    below: (outputs) => [
      [null, "Intermediate input total", "TOT", "r60", ...outputs],
      [null, "TOTAL", "TOT", "r69", ...outputs],
    ],
  });

/** WIOD 2016 as a data frame of R, with row numbers in front, or of Stata. */
const frame = (prefix: string, numbered: boolean) => (table: InputOutputTable) => {
  const numbers = [1, 2, 57, 58, 59, 60, 61];
  const of = (list: number[]) => ECONOMIES.flatMap((e) => list.map((k) => `${prefix}${e}${k}`));
  const front = ["IndustryCode", "IndustryDescription", "Country", "RNr", "Year"];
  const rows: Row[] = table.labels.map((_, i) => [
    ...["A01", '"Crops, animals"', ECONOMIES[table.economyOf[i]!]!, table.industryOf[i]! + 1, 2014],
    ...cells(table, i, 5),
  ]);
  const width = table.labels.length + ECONOMIES.length * 5 + 1;
  const below: Row[] = ["II_fob", "GO"].map((code) => [
    ...[
      code,
      code === "GO" ? "Output at basic prices" : "Total intermediate consumption",
      "TOT",
      73,
      2014,
    ],
    ...table.output,
    ...Array<number>(width - table.labels.length).fill(0),
  ]);
  const header: Row = [
    ...front,
    ...of(numbers.slice(0, 2)),
    ...of(numbers.slice(2)),
    `${prefix}TOT`,
  ];
  const all = [header, ...rows, ...below];
  return csv(numbered ? all.map((row, i) => [i === 0 ? '""' : `"${i}"`, ...row]) : all);
};

const FIGARO_DEMAND = ["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"];
const FIGARO_INDUSTRIES = ["C10T12", "C31_32"];

const figaro = (table: InputOutputTable) => {
  const labels = ECONOMIES.flatMap((e) => FIGARO_INDUSTRIES.map((code) => `${e}_${code}`));
  const demand = ECONOMIES.flatMap((e) => FIGARO_DEMAND.map((code) => `${e}_${code}`));
  return csv([
    ["rowLabels", ...labels, ...demand],
    ...labels.map((label, i): Row => [label, ...cells(table, i, 5, false)]),
    ["W2_D21X31", ...table.valueAdded, ...demand.map(() => 0)],
    ["W2_B2A3G", ...table.valueAdded.map(() => 0), ...demand.map(() => 0)],
  ]);
};

const figaroFlat = (table: InputOutputTable) => {
  const own = ECONOMIES.flatMap((e) => FIGARO_INDUSTRIES.map((code) => [e, code] as const));
  const demand = ECONOMIES.flatMap((e) => FIGARO_DEMAND.map((code) => [e, code] as const));
  const columns = [...own, ...demand];
  const lines = own.flatMap(([area, code], i) =>
    cells(table, i, 5, false).map((value, j): Row => {
      const [other, column] = columns[j]!;
      return [`${area}_${code}`, `${other}_${column}`, area, code, other, column, value];
    }),
  );
  const inputs = own.map(
    ([area, code], j): Row => [
      ...["W2_B2A3G", `${area}_${code}`, "W2", "B2A3G", area, code],
      table.valueAdded[j]!,
    ],
  );
  const header = "icioiRow,icioiCol,refArea,rowPi,counterpartArea,colPi,obsValue".split(",");
  return csv([header, ...lines, ...inputs]);
};

const sheet = (rows: (table: InputOutputTable) => Row[]) => (table: InputOutputTable) =>
  write("table.xlsx", workbook({ "Table 1": rows(table), Notes: [["of another sheet"]] }));
const text = (content: (table: InputOutputTable) => string) => (table: InputOutputTable) =>
  write("table.csv", content(table));
const padded = (rows: Row[]) => rows.map((row) => (row.length < 2 ? [...row, null, null] : row));

const layouts: Readonly<Record<string, Layout>> = {
  "WIOD 2013, workbook": { layout: "wiod-2013", year: "2009", write: sheet(wiod2013) },
  "WIOD 2016, workbook": { layout: "wiod-2016", year: "2014", write: sheet(wiod2016) },
  "WIOD 2016, workbook saved with semicolons and decimal commas": {
    layout: "wiod-2016",
    year: "2014",
    write: text((table) =>
      csv(
        padded(wiod2016(table)).map((row) => row.map(unquoted)),
        ";",
      ),
    ),
  },
  "WIOD 2016, data frame of R": { layout: "wiod-2016", year: "2014", write: text(frame("", true)) },
  "WIOD 2016, data of Stata": { layout: "wiod-2016", year: "2014", write: text(frame("v", false)) },
  "FIGARO, matrix": { layout: "figaro", year: null, write: text(figaro) },
  "FIGARO, flat": { layout: "figaro-flat", year: null, write: text(figaroFlat) },
  "ADB MRIO, workbook": { layout: "adb-mrio", year: "2021", write: sheet(adb) },
};

function unquoted(cell: string | number | null): string | number | null {
  return typeof cell === "string" ? cell.replaceAll(",", "") : cell;
}

describe("a random table in every layout gives what a dense inverse gives", () => {
  for (const [name, { layout, year, write: writeTable }] of Object.entries(layouts)) {
    it(name, async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async (seed) => {
          const table = randomTable({ economies: 3, industries: 2, seed });
          const read = await readTable(writeTable(table));
          expect(read.layout).toBe(layout);
          expect(read.year).toBe(year);
          expect(read.economies).toEqual(ECONOMIES);
          expect(read.warnings).toEqual([]);
          const parts = contributions(table);
          const n = table.labels.length;
          const { rows } = originOfValueAdded(read);
          for (const [s, exporter] of ECONOMIES.entries()) {
            for (const [o, origin] of ECONOMIES.entries()) {
              let expected = 0;
              for (let j = 0; j < n; j++) {
                if (table.economyOf[j] !== s) continue;
                let exports = 0;
                for (let k = 0; k < n; k++) {
                  if (table.economyOf[k] !== s) exports += table.flows[j * n + k]!;
                }
                for (let g = 0; g < 3; g++) if (g !== s) exports += table.finalDemand[j * 3 + g]!;
                for (let i = 0; i < n; i++) {
                  if (table.economyOf[i] === o) expected += parts[i]![j]! * exports;
                }
              }
              const row = rows.find((one) => one.exporter === exporter && one.origin === origin)!;
              expect(row.valueAdded).toBeCloseTo(expected, 6);
            }
          }
        }),
        { numRuns: 5 },
      );
    });
  }
});

describe("one odd cell", () => {
  const odd = "row,AAA_x,BBB_x,AAA_FD,BBB_FD,OUT\nAAA_x,1,1,5,1,8\nBBB_x,0,0,-2,0,-2\n";

  it("is named with its layout and the option that allows it", async () => {
    await expect(readTable(write("odd.csv", odd))).rejects.toThrow(
      "(labelled): BBB_x: output is negative (-2) (add --allow-unbalanced to compute in spite of it)",
    );
  });

  it("is computed with where it is allowed, and named in a warning", async () => {
    const table = await readTable(write("odd.csv", odd), { allowUnbalanced: true });
    expect(table.output[1]).toBe(-2);
    expect(table.warnings[0]!.message).toContain("output is negative in BBB_x");
  });
});

describe("numbers between semicolons", () => {
  it("with decimal commas in one cell and points in another are refused", async () => {
    const mixed = "row;AAA_x;AAA_FD;OUT\nAAA_x;1,5;2.5;4\n";
    await expect(readTable(write("mixed.csv", mixed))).rejects.toThrow(
      "some numbers have a decimal comma and others a point",
    );
  });
});

describe("a workbook", () => {
  it("without the sheet that is named says which it has", async () => {
    const table = randomTable({ economies: 3, industries: 2, seed: 1 });
    const file = sheet(wiod2013)(table);
    await expect(readTable(file, { entry: "2011" })).rejects.toThrow(
      'the workbook has no sheet "2011": it has Table 1, Notes',
    );
  });

  // Labels as WIOD publishes them, in a workbook as LibreOffice writes it; the figures are not real.
  it.skipIf(!hasShared("data", "icio-layouts", "wiot09_row_sep12.xlsx"))(
    "of WIOD's own layout is read as it is downloaded",
    async () => {
      const table = await readTable(sharedFile("data", "icio-layouts", "wiot09_row_sep12.xlsx"));
      expect(table.layout).toBe("wiod-2013");
      expect(table.year).toBe("2009");
      expect(table.economies).toEqual(["AUS", "BEL", "LUX", "ROM", "USA", "RoW"]);
      expect(table.labels).toHaveLength(48);
    },
  );
});
