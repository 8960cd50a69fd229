import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readTable } from "../../../src/value-added/index.ts";
import { hasShared, sharedFile } from "../shared-files.ts";
import { temporaryFiles } from "../temporary-files.ts";

const write = temporaryFiles();

/** Two economies of two industries, balanced by hand: rows sum to OUT, columns with VA to OUT. */
const LABELLED = `V1,USA_A01,USA_C29,MEX_A01,MEX_C29,USA_HFCE,USA_GFCF,MEX_HFCE,MEX_GFCF,OUT
USA_A01,10,20,1,2,50,5,7,5,100
USA_C29,5,40,3,20,80,30,12,10,200
MEX_A01,2,3,4,5,6,0,25,5,50
MEX_C29,1,30,2,10,20,12,15,10,100
VA,82,107,40,63,0,0,0,0,0
OUT,100,200,50,100,0,0,0,0,0
`;

describe("reading a labelled table", () => {
  it("tells industries, final demand and totals by their names", async () => {
    const table = await readTable(write("plain.csv", LABELLED));
    expect(table.layout).toBe("labelled");
    expect(table.economies).toEqual(["USA", "MEX"]);
    expect(table.industries).toEqual(["A01", "C29"]);
    expect(table.labels).toEqual(["USA_A01", "USA_C29", "MEX_A01", "MEX_C29"]);
    expect(table.demandCategories).toEqual(["HFCE", "GFCF"]);
    expect([...table.flows.slice(4, 8)]).toEqual([5, 40, 3, 20]);
    expect([...table.finalDemand]).toEqual([55, 12, 110, 22, 6, 30, 32, 25]);
    expect([...table.output]).toEqual([100, 200, 50, 100]);
    expect([...table.valueAdded]).toEqual([82, 107, 40, 63]);
    expect(table.warnings).toEqual([]);
  });

  it("does not depend on the order of rows or columns", async () => {
    const [header, ...rows] = LABELLED.trim().split("\n");
    const turned = [header, ...rows].map((row) => {
      const [label, ...cells] = row!.split(",");
      return [label, ...cells.reverse()].join(",");
    });
    const table = await readTable(
      write("turned.csv", [turned[0], ...turned.slice(1).reverse()].join("\n")),
    );
    const plain = await readTable(write("plain.csv", LABELLED));
    for (const [i, label] of table.labels.entries()) {
      const at = plain.labels.indexOf(label);
      expect(table.output[i]).toBe(plain.output[at]);
      for (const [j, other] of table.labels.entries()) {
        expect(table.flows[i * 4 + j]).toBe(plain.flows[at * 4 + plain.labels.indexOf(other)]);
      }
    }
  });

  it("takes semicolons, tabs, quotes, spaces, CRLF and a last line without an end", async () => {
    const plain = await readTable(write("plain.csv", LABELLED));
    const quoted = LABELLED.trim()
      .split("\n")
      .map((line) => line.replace(/[^,]+/g, '"$&"'))
      .join("\r\n");
    for (const text of [
      LABELLED.replaceAll(",", ";"),
      LABELLED.replaceAll(",", "\t"),
      LABELLED.replaceAll(",", ",  "),
      quoted,
    ]) {
      const table = await readTable(write("variant.csv", text));
      expect([...table.flows]).toEqual([...plain.flows]);
      expect([...table.finalDemand]).toEqual([...plain.finalDemand]);
    }
  });

  it("reads every number as the language itself would", async () => {
    const numbers = [
      "1378.5680684410036",
      "-0.5",
      "1e3",
      "2.5E-7",
      "+4",
      "0.1",
      ".25",
      "9007199254740993",
      "1.",
    ];
    for (const number of numbers) {
      const text = LABELLED.replace("USA_A01,10,", `USA_A01,${number},`);
      const table = await readTable(write("number.csv", text));
      expect(table.flows[0]).toBe(Number(number));
    }
  });

  it("reads lines that are cut anywhere by the chunks they come in", async () => {
    const industries = Array.from({ length: 300 }, (_, i) => `I${i}`);
    const names = industries.map((industry) => `USA_${industry}`);
    const rows = names.map(
      (name, i) => `${name},${names.map((_, j) => `${i}.${j}25`).join(",")},${i}`,
    );
    const path = write("large.csv", `row,${names.join(",")},USA_FD\n${rows.join("\n")}\n`);
    const table = await readTable(path);
    expect(table.flows[299 * 300 + 7]).toBe(299.725);
    expect(table.flows[150 * 300 + 299]).toBe(150.29925);
  });

  it("unpacks gzip and zip by their content, not their name", async () => {
    const plain = await readTable(write("plain.csv", LABELLED));
    const packed = write("packed.csv", gzipSync(LABELLED));
    const archive = write("archive.bin", zipSync({ "2020_SML.csv": strToU8(LABELLED) }));
    for (const path of [packed, archive]) {
      expect([...(await readTable(path)).flows]).toEqual([...plain.flows]);
    }
  });

  it("reads the named table of a zip file that holds several", async () => {
    const other = LABELLED.replace("USA_A01,10,", "USA_A01,11,");
    const files = { "2019.csv": strToU8(LABELLED), "2020.csv": strToU8(other) };
    const path = write("years.zip", zipSync(files));
    expect((await readTable(path, { entry: "2020.csv" })).flows[0]).toBe(11);
    await expect(readTable(path)).rejects.toThrow(
      `${path}: the zip file holds several tables: 2019.csv, 2020.csv`,
    );
    await expect(readTable(path, { entry: "2021.csv" })).rejects.toThrow(
      'no "2021.csv": it holds 2019.csv, 2020.csv',
    );
  });

  it("reads a bare matrix whose economies are given", async () => {
    const bare = "10,20,1,2,55,12\n5,40,3,20,110,22\n2,3,4,5,6,30\n1,30,2,10,32,25\n";
    const table = await readTable(write("bare.csv", bare), {
      matrix: { economies: ["USA", "MEX"] },
    });
    expect(table.layout).toBe("matrix");
    expect(table.labels).toEqual(["USA_S1", "USA_S2", "MEX_S1", "MEX_S2"]);
    expect([...table.output]).toEqual([100, 200, 50, 100]);
  });

  it("reads WIOD's workbook saved as CSV, with its titles, codes and adjustments", async () => {
    const workbook = `World Input-Output Table for 2009,,,,,,,,,,
"2 economies, in current prices",,,,,,,,,,
(industry-by-industry),,,,AtB,C,AtB,C,,,
(millions of US$),,,,"Agriculture, Hunting",Mining,"Agriculture, Hunting",Mining,Final,Final,Total output
,,,,USA,USA,RoW,RoW,USA,RoW,
,,,,c1,c2,c1,c2,c37,c42,
AtB,"Agriculture, Hunting",USA,c1,10,20,1,2,55,12,100
C,Mining,USA,c2,5,40,3,20,110,22,200
AtB,"Agriculture, Hunting",RoW,c1,2,3,4,5,6,30,50
C,Mining,RoW,c2,1,30,2,10,32,25,100
,,,,,,,,,,
,Total intermediate consumption,TOT,r60,18,93,10,37,,,
,taxes less subsidies on products,,r99,2,7,1,3,,,
,Value added at basic prices,,r64,79,99,38,59,,,
,International Transport Margins,,,1,1,1,1,,,
,Output at basic prices,,r69,100,200,50,100,,,
`;
    const table = await readTable(write("workbook.csv", workbook));
    expect(table.layout).toBe("wiod-2013");
    expect(table.labels).toEqual(["USA_c1", "USA_c2", "RoW_c1", "RoW_c2"]);
    expect([...table.finalDemand]).toEqual([55, 12, 110, 22, 6, 30, 32, 25]);
    expect([...table.flows.slice(4, 8)]).toEqual([5, 40, 3, 20]);
    expect([...table.statedValueAdded!]).toEqual([82, 107, 40, 63]);
    expect(table.warnings).toEqual([]);
  });

  it("folds parts of an economy that the caller names", async () => {
    const split = LABELLED.replaceAll("MEX_A01", "BR1_A01").replaceAll("MEX_", "BR2_");
    const parts = { BR1: "BRA", BR2: "BRA" };
    const table = await readTable(write("split.csv", split), { parts });
    expect(table.economies).toEqual(["USA", "BRA"]);
    expect(table.entities).toEqual(["USA", "USA", "BR1", "BR2"]);
  });
});

describe("what a reader of a table is warned of", () => {
  it("names the rows and columns that do not balance", async () => {
    const text = LABELLED.replace("OUT,100,200", "OUT,110,200");
    const { warnings } = await readTable(write("unbalanced.csv", text));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]!.code).toBe("unbalanced");
    expect(warnings[0]!.message).toContain("row USA_A01 sums to 100.000, output is 110.000");
    expect(warnings[0]!.message).toContain("column USA_A01 sums to 100.000, output is 110.000");
  });

  it("names industries without output and with negative value added", async () => {
    const text = `row,USA_A,USA_B,USA_C,USA_FD
USA_A,1,0,9,10
USA_B,0,0,0,0
USA_C,20,0,1,1
`;
    const table = await readTable(write("odd.csv", text));
    expect(table.warnings.map((warning) => warning.code)).toEqual([
      "zero-output",
      "negative-value-added",
    ]);
    expect(table.warnings[0]!.message).toContain("1 of 3 industries have no output (USA_B)");
    expect(table.warnings[1]!.message).toContain("(USA_A)");
  });
});

describe("what is not a table is refused in one line that names the place and the fix", () => {
  const cases: [string, string | Uint8Array, string][] = [
    ["an empty file", "", "the file is empty"],
    ["prose", "Dear sir or madam\nplease find enclosed\n", ":1: this is not an input-output table"],
    [
      "another table",
      "period,partner,flow,value\n2020,MX,export,3\n",
      ":1: no column is an industry such as USA_C29",
    ],
    ["numbers without a header", "1,2,3\n4,5,6\n", ":1: the first line is numbers"],
    [
      "a missing row",
      LABELLED.replace(/\nMEX_A01,.*/, ""),
      ": no row for MEX_A01: the header has 4 industries",
    ],
    [
      "a row that stands twice",
      LABELLED.replace(/(\nUSA_C29,.*)/, "$1$1"),
      ':4: row "USA_C29" stands twice',
    ],
    [
      "a column that stands twice",
      LABELLED.replace("MEX_A01,MEX_C29,USA", "MEX_A01,MEX_A01,USA"),
      ':1: column 5: the label "MEX_A01" stands twice in the header',
    ],
    [
      "a text cell",
      LABELLED.replace("USA_C29,5,40,3", "USA_C29,5,40,n/a"),
      ':3: MEX_A01 (column 4): expected a number, got "n/a"',
    ],
    [
      "an empty cell",
      LABELLED.replace("USA_C29,5,40,3", "USA_C29,5,,3"),
      ":3: USA_C29 (column 3): expected a number, got an empty cell",
    ],
    ["a short row", LABELLED.replace(",12,10,200", ""), ":3: the row ends after 7 of 10 cells"],
    ["a long row", LABELLED.replace(",12,10,200", ",12,10,200,1"), ":3: the row has more than"],
    ["an unknown row", LABELLED.replace("VA,82", "VAT,82"), ':6: unknown row "VAT"'],
    [
      "unknown columns",
      LABELLED.replace("USA_GFCF", "Stocks"),
      ':1: unknown column "Stocks": neither ECONOMY_INDUSTRY nor final demand',
    ],
    [
      "demand of an economy that is not there",
      LABELLED.replace("MEX_GFCF", "CAN_GFCF"),
      ':1: unknown column "CAN_GFCF"',
    ],
    [
      "no final demand",
      "row,USA_A,USA_B\nUSA_A,1,2\nUSA_B,3,4\n",
      ":1: no column of final demand, such as USA_HFCE",
    ],
    [
      "a negative output",
      LABELLED.replace("OUT,100,200", "OUT,100,-200"),
      ": USA_C29: output is negative (-200)",
    ],
    ["a truncated gzip file", gzipSync(LABELLED).subarray(0, 90), ": the gzip file ends before"],
    [
      "a damaged gzip file",
      gzipSync(LABELLED).map((byte, i) => (i > 40 && i < 60 ? 255 - byte : byte)),
      ": the gzip file is damaged",
    ],
    [
      "a truncated zip file",
      zipSync({ "t.csv": strToU8(LABELLED) }).subarray(0, 120),
      ": the zip file is damaged or cut off",
    ],
    [
      "a zip file without a table",
      zipSync({ "readme.md": strToU8("# no") }),
      ": the zip file has no CSV file",
    ],
    ["a workbook", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), ": the workbook has no sheet"],
  ];
  for (const [what, content, message] of cases) {
    it(`refuses ${what}`, async () => {
      const path = write("bad.csv", content);
      const error = await readTable(path).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(InputError);
      const text = (error as InputError).message;
      expect(text).toContain(message);
      expect(text.startsWith(path)).toBe(true);
      expect(text).not.toContain("\n");
    });
  }

  it("refuses a file that is not there, and a folder", async () => {
    await expect(readTable("/nowhere/table.csv")).rejects.toThrow(
      "/nowhere/table.csv: no such file",
    );
    await expect(readTable("/tmp")).rejects.toThrow("/tmp: is a folder");
  });

  it("refuses a bare matrix that does not fit its economies", async () => {
    const path = write("bare.csv", "1,2,3\n4,5,6\n");
    const economies = ["USA", "MEX", "CAN"];
    await expect(readTable(path, { matrix: { economies } })).rejects.toThrow(
      "2 rows are not 3 economies by the same number of industries",
    );
    const ragged = write("ragged.csv", "1,2,3\n4,5\n");
    await expect(readTable(ragged, { matrix: { economies: ["USA"] } })).rejects.toThrow(
      ":2: the row has 2 cells, the first has 3",
    );
  });
});

describe.skipIf(!hasShared("data", "icio-layouts"))("layouts as published", () => {
  const cases = [
    ["data/icio-layouts/ICIO2016_2003.csv", "oecd-icio-2016", ["AUS", "NZL", "CHN", "PER"], 48],
    [
      "data/icio-layouts/ICIO2018_2010.CSV",
      "oecd-icio-2018",
      ["AUS", "BEL", "MEX", "BRA", "COL"],
      48,
    ],
    [
      "data/icio-layouts/icio_ext_layout_from_iciotest.csv",
      "oecd-icio-2023-extended",
      ["ESP", "FRA", "MEX", "USA", "CHN", "ROW"],
      30,
    ],
    [
      "vectors/wiod2011_agg8/icio_layout.csv",
      "oecd-icio-2023",
      ["USA", "CAN", "MEX", "CHN", "DEU", "JPN", "KOR", "ROW"],
      280,
    ],
  ] as const;
  for (const [path, layout, economies, rows] of cases) {
    it(`tells ${layout} by its names`, async () => {
      const table = await readTable(sharedFile(...path.split("/")));
      expect(table.layout).toBe(layout);
      expect(table.economies).toEqual(economies);
      expect(table.labels).toHaveLength(rows);
      const codes = table.warnings.map((warning) => warning.code);
      // Two files have made-up figures; in the extended one MEX and CHN are zero beside their parts.
      if (layout === "oecd-icio-2023-extended") expect(codes).toEqual([]);
    });
  }

  it("tells WIOD 2013 by its names", async () => {
    const table = await readTable(sharedFile("data", "wiod", "wiot_2011.csv.gz"));
    expect(table.layout).toBe("wiod-2013");
    expect(table.economies).toHaveLength(41);
    expect(table.industries).toHaveLength(35);
  });
});

describe("layouts told apart by their labels alone", () => {
  const table = (columns: string, demand: string, bottom: string[]): string => {
    const names = columns.split(" ");
    const demands = demand.split(" ");
    const rows = names.map(
      (name, i) =>
        `${name},${names.map((_, j) => (i === j ? 1 : 2)).join(",")},${demands.map(() => 5).join(",")}`,
    );
    const below = bottom.map(
      (label) => `${label},${names.map(() => 1).join(",")},${demands.map(() => "").join(",")}`,
    );
    return `V1,${names.join(",")},${demands.join(",")}\n${[...rows, ...below].join("\n")}\n`;
  };
  const cases = [
    [
      "oecd-icio-2016",
      "AUS_C01T05AGR MEX_C01T05AGR",
      "HFCE_AUS NPS_AUS HFCE_MEX NPS_MEX",
      ["VA+TAXSUB"],
    ],
    [
      "oecd-icio-2018",
      "AUS_01T03 MX1_01T03",
      "AUS_HFCE AUS_P33 MEX_HFCE",
      ["AUS_TAXSUB", "MEX_TAXSUB", "VALU"],
    ],
    [
      "oecd-icio-2021",
      "AUS_01T02 MX1_01T02",
      "AUS_HFCE AUS_DPABR MEX_HFCE",
      ["AUS_TAXSUB", "MEX_TAXSUB", "VALU"],
    ],
    ["oecd-icio-2023", "ARG_A01_02 DEU_A01_02", "ARG_HFCE DEU_HFCE", ["TLS", "VA"]],
    ["oecd-icio-2023-extended", "CHN_A01_02 CN1_A01_02", "CHN_HFCE CHN_NPISH", ["TLS", "VA"]],
    ["oecd-icio-2025", "AGO_A01 AGO_J62_63", "AGO_HFCE AGO_INVNT", ["TLS", "VA"]],
    ["oecd-icio-2025-extended", "MEX_A01 MX1_A01 MX2_A01", "MEX_HFCE MEX_DPABR", ["TLS", "VA"]],
    ["wiod-2013", "AUS_c1 RoW_c1", "AUS_F1 AUS_F5 RoW_F1", []],
  ] as const;
  for (const [layout, columns, demand, bottom] of cases) {
    it(`tells ${layout}`, async () => {
      const found = await readTable(write("layout.csv", table(columns, demand, [...bottom])));
      expect(found.layout).toBe(layout);
    });
  }
});
