import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it, test } from "vitest";
import {
  type InputOutputTable,
  originOfValueAdded,
  readTable,
} from "../../../src/value-added/index.ts";
import { contributions } from "../dense.ts";
import { randomTable } from "../random-tables.ts";
import { temporaryFiles } from "../temporary-files.ts";

const write = temporaryFiles();

const ECONOMIES = ["US", "MX", "WF"];
const SECTORS = ["Paddy rice", "Motor vehicles, trailers"];
const own = ECONOMIES.flatMap((economy) => SECTORS.map((sector) => [economy, sector] as const));

const lines = (rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map((row) => row.join("\t")).join("\n")}\n`;

function flowsOf({ flows, labels }: InputOutputTable): number[][] {
  const n = labels.length;
  return labels.map((_, i) => [...flows.subarray(i * n, (i + 1) * n)]);
}

/** A quarter of final demand in a second category. */
function demandOf({ finalDemand, labels }: InputOutputTable): number[][] {
  return labels.map((_, i) =>
    [...finalDemand.subarray(i * 3, (i + 1) * 3)].flatMap((value) => [(value * 3) / 4, value / 4]),
  );
}

const CATEGORIES = ["Final consumption expenditure by households", "Changes in inventories"];
const demanded = ECONOMIES.flatMap((economy) => CATEGORIES.map((one) => [economy, one] as const));

/** The header lines are those of pymrio's public test files of EXIOBASE 3; the numbers are random. */
function exiobase(table: InputOutputTable): Record<string, string> {
  const head = (names: readonly (readonly [string, string])[], second: string) => [
    ["region", "", ...names.map(([region]) => region)],
    [second, "", ...names.map(([, name]) => name)],
    ["region", "sector", ...names.map(() => "")],
  ];
  const rows = (numbers: number[][]) => numbers.map((row, i) => [...own[i]!, ...row]);
  const coefficients = flowsOf(table).map((row) => row.map((flow, j) => flow / table.output[j]!));
  return {
    "Z.txt": lines([...head(own, "sector"), ...rows(flowsOf(table))]),
    "A.txt": lines([...head(own, "sector"), ...rows(coefficients)]),
    "Y.txt": lines([...head(demanded, "category"), ...rows(demandOf(table))]),
    "x.txt": lines([
      ["region", "sector", "indout"],
      ...own.map((name, i) => [...name, table.output[i]!]),
    ]),
  };
}

/** The lines of the labels are those of pymrio's public test files of Eora26; the numbers are random. */
function eora(table: InputOutputTable, discrepancy: boolean): Record<string, string> {
  const more = discrepancy ? [["Statistical Discrepancies", "ROW", "TOTAL", "TOTAL"]] : [];
  const below = (width: number) => (discrepancy ? [Array.from({ length: width }, () => 5)] : []);
  const flows = flowsOf(table).map((row) => (discrepancy ? [...row, 7] : row));
  return {
    "Eora26_2015_bp_T.txt": lines([...flows, ...below(7)]),
    "Eora26_2015_bp_FD.txt": lines([...demandOf(table), ...below(6)]),
    "labels_T.txt": lines([
      ...own.map(([code, name]) => [code, code, "Industries", name]),
      ...more,
    ]),
    "labels_FD.txt": lines(demanded.map(([code, name]) => [code, code, "Final Demand", name])),
  };
}

function folder(name: string, files: Record<string, string>): string {
  const paths = Object.entries(files).map(([file, text]) => write(join(name, file), text));
  return dirname(paths[0]!);
}

function zipped(name: string, files: Record<string, string>, inside = ""): string {
  const entries = Object.entries(files).map(([file, text]) => [`${inside}${file}`, strToU8(text)]);
  return write(name, zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>));
}

function expectSame(read: InputOutputTable, table: InputOutputTable, economies: string[]): void {
  expect(read.economies).toEqual(economies);
  expect(read.industries).toEqual(SECTORS);
  const near = (some: Float64Array, others: Float64Array) => {
    expect(some.length).toBe(others.length);
    for (const [at, value] of some.entries()) expect(value).toBeCloseTo(others[at]!, 6);
  };
  near(read.flows, table.flows);
  near(read.finalDemand, table.finalDemand);
  near(read.output, table.output);
  // The dense inverse, for the first economy's exports.
  const parts = contributions(table);
  const { rows } = originOfValueAdded(read, { exporters: [economies[0]!] });
  for (const [origin, economy] of economies.entries()) {
    let expected = 0;
    for (const j of [0, 1]) {
      let exports = 0;
      for (let k = 2; k < 6; k++) exports += table.flows[j * 6 + k]!;
      for (const g of [1, 2]) exports += table.finalDemand[j * 3 + g]!;
      for (const i of [0, 1]) expected += parts[2 * origin + i]![j]! * exports;
    }
    expect(rows.find((row) => row.origin === economy)!.valueAdded).toBeCloseTo(expected, 6);
  }
}

describe("a random table in several files gives what a dense inverse gives:", () => {
  const table = randomTable({ economies: 3, industries: 2, seed: 26 });
  // WF is Wallis and Futuna to others, and the rest of Africa to EXIOBASE.
  const named = ["US", "MX", "WWF"];

  test.each(["Z.txt", "A.txt"])("EXIOBASE 3, unpacked, %s", async (file) => {
    const read = await readTable(join(folder("IOT_2011_ixi", exiobase(table)), file));
    expect(read).toMatchObject({ layout: "exiobase-3", year: "2011", warnings: [] });
    expectSame(read, table, named);
  });

  it("EXIOBASE 3, as it is downloaded", async () => {
    const files = { ...exiobase(table), "satellite/F_Y.txt": "x\n" };
    const read = await readTable(zipped("IOT_2012_pxp.zip", files, "IOT_2012_pxp/"));
    expectSame(read, table, named);
  });

  it("Eora26, unpacked", async () => {
    const read = await readTable(join(folder("eora", eora(table, false)), "Eora26_2015_bp_T.txt"));
    expect(read).toMatchObject({ layout: "eora26", year: "2015", warnings: [] });
    expectSame(read, table, ECONOMIES);
  });

  it("Eora26, as it is downloaded, with its labels in indices.zip and its discrepancy left out", async () => {
    const all = Object.entries(eora(table, true));
    const of = (isLabel: boolean) =>
      Object.fromEntries(all.filter(([name]) => name.startsWith("labels") === isLabel));
    zipped("packed/indices.zip", of(true));
    const read = await readTable(zipped("packed/Eora26_2015_bp.zip", of(false)));
    expectSame(read, table, ECONOMIES);
    expect(read.warnings.map(({ code }) => code)).toEqual(["discrepancy-left-out"]);
  });
});

describe("a table of which a file is missing or cut off is refused, with the file:", () => {
  const table = randomTable({ economies: 3, industries: 2, seed: 26 });
  const { "Y.txt": _, "x.txt": __, ...withoutDemand } = exiobase(table);
  const { "labels_T.txt": labels, ...withoutLabels } = eora(table, false);
  const cut = (text: string) => text.split("\n").slice(0, -2).join("\n");
  const half = (text: string) => text.slice(0, -40);
  test.each<[string, string, string, Record<string, string>, RegExp]>([
    ["no final demand", "no-y", "Z.txt", withoutDemand, /there is no Y.txt beside it/],
    ["no output", "no-x", "A.txt", { ...exiobase(table), "x.txt": "" }, /x.txt: the file is empty/],
    [
      "coefficients alone",
      "no-x-file",
      "A.txt",
      { ...withoutDemand, "Y.txt": exiobase(table)["Y.txt"]! },
      /A.txt holds coefficients, and there is no x.txt beside it/,
    ],
    [
      "a row cut off",
      "cut",
      "Z.txt",
      { ...exiobase(table), "Z.txt": cut(exiobase(table)["Z.txt"]!) },
      /Z.txt: 5 rows for 6 columns/,
    ],
    [
      "a line cut off",
      "half",
      "Z.txt",
      { ...exiobase(table), "Z.txt": half(exiobase(table)["Z.txt"]!) },
      /Z.txt:9: the row has \d of 6 numbers/,
    ],
    [
      "final demand cut off",
      "cut-y",
      "Z.txt",
      { ...exiobase(table), "Y.txt": cut(exiobase(table)["Y.txt"]!) },
      /Y.txt has 5 rows for 6/,
    ],
    [
      "output cut off",
      "cut-x",
      "A.txt",
      { ...exiobase(table), "x.txt": cut(exiobase(table)["x.txt"]!) },
      /x.txt has 5 rows for 6/,
    ],
    [
      "a row of final demand twice",
      "twice",
      "Z.txt",
      {
        ...exiobase(table),
        "Y.txt": `${exiobase(table)["Y.txt"]!}US\tPaddy rice\t1\t1\t1\t1\t1\t1\n`,
      },
      /Y.txt:10: this row stands above already/,
    ],
    [
      "final demand of another region",
      "other-region",
      "Z.txt",
      { ...exiobase(table), "Y.txt": exiobase(table)["Y.txt"]!.replace("\tMX", "\tXX") },
      /Y.txt:1: unknown region "XX" of final demand/,
    ],
    [
      "final demand of another economy",
      "other-economy",
      "Eora26_2015_bp_T.txt",
      {
        ...eora(table, false),
        "labels_FD.txt": eora(table, false)
          ["labels_FD.txt"]!.replace(/^MX\tMX/, "XX\tXX")
          .replace("\nMX\tMX", "\nXX\tXX"),
      },
      /labels_FD.txt names XX, which labels_T.txt does not/,
    ],
    [
      "no labels",
      "no-labels",
      "Eora26_2015_bp_T.txt",
      withoutLabels,
      /there is no labels_T.txt beside it/,
    ],
    [
      "labels of another table",
      "few-labels",
      "Eora26_2015_bp_T.txt",
      { ...withoutLabels, "labels_T.txt": cut(labels!) },
      /6 rows of 6 numbers for 5 labels/,
    ],
  ])("%s", async (_what, name, file, files, message) => {
    await expect(readTable(join(folder(name, files), file))).rejects.toThrow(message);
  });
});
