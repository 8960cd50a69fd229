import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer } from "../../../src/calculation/answer.ts";
import { areas } from "../../../src/calculation/group-members.ts";
import { InputError } from "../../../src/errors.ts";
import type { AnyMetric } from "../../../src/metrics/metric.ts";
import { metrics } from "../../../src/metrics/registry.ts";
import { PartnerDirectory } from "../../../src/partners/directory.ts";
import { allProducts } from "../../../src/products/product.ts";
import { askedRecords } from "../../../src/question/asked.ts";
import { questionFrom } from "../../../src/question/read.ts";
import type { QuestionWords } from "../../../src/question/words.ts";
import { type AskedCodes, allRecords, type ProductGrain } from "../../../src/sources/asked.ts";
import { countries } from "../../../src/sources/embedded/embedded.ts";
import { duckdb } from "../../../src/sources/engines/duckdb.ts";
import { duckdbDatabase } from "../../../src/sources/engines/duckdb-database.ts";
import { NeedsRows } from "../../../src/sources/engines/needs-rows.ts";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { storedSums } from "../../../src/sources/engines/stored-sums.ts";
import { openFile } from "../../../src/sources/files/open-file.ts";
import { Spool } from "../../../src/sources/files/spool.ts";
import {
  type DeclaredReading,
  nothingDeclared,
} from "../../../src/sources/formats/declared-reading.ts";
import { findTables } from "../../../src/sources/formats/find-tables.ts";
import { openSources } from "../../../src/sources/open.ts";
import { Loading } from "../../../src/sources/records/load.ts";
import { readerOf } from "../../../src/sources/records/reader-of.ts";
import { fileWith, plainReading, rewritable, temporaryFolder } from "../files-for-tests.ts";
import { comtradeFile, comtradeRow, excerpts } from "../formats/excerpts.ts";
import { askedFiles } from "./random-questions.ts";

const RUNS = Number(process.env.TRADE_METRICS_RUNS ?? 500);

/** Every way to the figures of an answer. */
const ways = {
  memory: {},
  /** Record by record, without any sum that was made while reading. */
  single: { largeFile: 0, engine: "rows" },
  rows: { largeFile: 0, engine: "rows" },
  sums: { largeFile: 0, engine: "duckdb" },
} as const;

type Way = keyof typeof ways;

/** How many answers came from sums over partners. */
let across = 0;

function metricOf(id: string): AnyMetric {
  return metrics.find((metric) => metric.id === id)!;
}

/** What is answered: rows, data, warnings; or why nothing is. */
async function answered(path: string, id: string, words: QuestionWords, way: Way) {
  const metric = metricOf(id);
  try {
    const own = way === "memory" ? allRecords : askedRecords(metric, words);
    const asked = way === "single" ? { ...own, acrossPartners: null } : own;
    const options = { ...plainReading, skipInvalid: false, data: [path], ...ways[way], asked };
    const sources = await openSources(options);
    const dataset = sources.forProduct(allProducts);
    const isSummed = dataset.partners.some(({ code }) =>
      dataset.seriesOf(code).some(({ sumOf }) => sumOf),
    );
    if (dataset.acrossPartners) across += 1;
    const { result, title } = answer(questionFrom(metric, words, sources), sources, areas);
    return { title, result, warnings: sources.warnings, isSummed };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message, isSummed: false };
  }
}

async function expectAlike(path: string, id: string, words: QuestionWords) {
  // Without sums over partners, rows are read one by one as it is.
  const { acrossPartners } = askedRecords(metricOf(id), words);
  const single = answered(path, id, words, "single");
  const [{ isSummed: _, ...one }, { isSummed: __, ...rows }, { isSummed, ...sums }] =
    await Promise.all([
      single,
      acrossPartners === null ? single : answered(path, id, words, "rows"),
      answered(path, id, words, "sums"),
    ]);
  expect({ id, words, ...rows }).toEqual({ id, words, ...one });
  expect({ id, words, ...sums }).toEqual({ id, words, ...one });
  return { ...sums, isSummed };
}

beforeAll(beginReading);
afterAll(endReading);

describe("sums at the grain of a question", () => {
  const file = rewritable();
  let summed = 0;
  let all = 0;

  afterAll(() => {
    // Whatever the rules refuse, most files must be answered from sums.
    if (process.env.DEBUG) console.log(`${summed} of ${all} from sums, ${across} over partners`);
  });

  it("answer like the records themselves", { timeout: 0 }, async () => {
    await fc.assert(
      fc.asyncProperty(askedFiles, async ({ text, id, asked }) => {
        const { isSummed } = await expectAlike(file(text), id, asked);
        all += 1;
        if (isSummed) summed += 1;
      }),
      { numRuns: RUNS },
    );
    expect(summed).toBeGreaterThan(all / 5);
  });
});

it("records of a year beside months of the next, in two editions, are an incomplete period", async () => {
  // H6 has every period that H5 has, so that editions do not part them: nine months are missing.
  const rows = [
    "2022,MX,import,hs:27,H5,1",
    "2022,MX,import,hs:27,H6,2",
    "2022,MX,import,hs:87,H6,3",
    "2023-01,MX,import,hs:87,H5,4",
    "2023-01,MX,import,hs:87,H6,5",
  ];
  const path = fileWith(`period,partner,flow,product,edition,value\n${rows.join("\n")}\n`);
  const words = { of: "imports", by: "partner", period: "2022/2023" } as const;
  await expectAlike(path, "share", words);
  const { result } = await answered(path, "share", words, "memory");
  expect(result?.rows).toMatchObject([
    { partner: "MX", value: null, reason: "incomplete-period" },
    { row: "total" },
  ]);
});

it("flows of nothing and flows that a file leaves out are told apart in sums, too", async () => {
  // MX and CA stand beside the US alone: that their own trade is left out can be told from all pairs.
  const text = "t,i,j,k,v\n2023,842,484,270900,1\n2023,842,124,270900,2\n";
  const words = { region: "US,MX,CA", period: "2023" };
  await expectAlike(fileWith(text), "intraregional-share", words);
});

it.each([
  // Brazil reports no exports to Canada: of the world's, and of a part in them, nothing is known.
  ["balance", { reporter: "all", partner: "CA" }, { row: "total", reporter: "WORLD", value: null }],
  ["share", { of: "exports", by: "reporter", partner: "CA" }, { part: null, whole: null }],
  ["rca", { reporter: "US", partner: "CA", by: "hs2" }, { worldShare: null, value: null }],
  ["share", { of: "exports", by: "reporter,hs2", partner: "CA" }, { part: null, whole: null }],
  [
    "balance",
    { reporter: "BR", partner: "CA", product: "hs:27", absentAsZero: true },
    { exports: 0 },
  ],
  // It has exports, so that one that is absent is zero where the question says so: 100 + 0 + 5.
  ["trade-intensity", { reporter: "US", partner: "CA" }, { worldShare: null, value: null }],
  ["balance", { reporter: "all", partner: "CA", absentAsZero: true }, { exports: 105 }],
  ["balance", { reporter: "BR", partner: "CA", absentAsZero: true }, { exports: 0, imports: 0 }],
] as const)("%s %o is the same whatever reads the file", async (id, words, expected) => {
  const rows = ["US,CA,100", "US,MX,7", "BR,MX,30", "IN,CA,5"].flatMap((row) => {
    const [reporter, partner, value] = row.split(",");
    return [`2023,${reporter},${partner},export,${value}`, `2023,${reporter},${partner},import,1`];
  });
  const path = fileWith(
    `period,reporter,partner,flow,product,value\n${rows.map((row) => row.replace(/,(\d+)$/, ",hs:27,$1")).join("\n")}\n`,
  );
  const memory = await answered(path, id, { ...words, period: "2023" }, "memory");
  expect(memory.result?.rows.at(-1)).toMatchObject(expected);
  for (const way of ["rows", "sums"] as const) {
    const { result, refused } = await answered(path, id, { ...words, period: "2023" }, way);
    const { rows, warnings } = memory.result!;
    expect({ way, refused, rows: result?.rows, warnings: result?.warnings }).toEqual({
      ...{ way, rows, warnings },
    });
  }
});

it.each([
  // Nobody trades with Ireland in the file; Mexico is a partner of Canada alone.
  ["no reporter has", { partner: "IE" }],
  ["the reporter does not have", { partner: "MX", reporter: "US" }],
])("of a partner that %s there is no figure", async (_, words) => {
  const path = fileWith(
    "reporter,period,partner,flow,product,value\nUS,2023,CA,export,hs:27,1\nCA,2023,MX,export,hs:27,2\n",
  );
  const { result } = await expectAlike(path, "balance", { ...words, period: "2023" });
  expect(result?.rows).toMatchObject([{ value: null, reason: "no-data" }]);
});

it.each([
  ["balance", { reporter: "US", partner: "MX" }, { exports: 7000, imports: 0, value: 7000 }],
  ["balance", { reporter: "US", partner: "MX", product: "hs:87" }, { exports: 0, imports: 0 }],
  ["balance", { reporter: "US", partner: "IN" }, { exports: 0, imports: 0 }],
  ["balance", { reporter: "CA", partner: "US,MX,IN,DE" }, { exports: 5000, imports: 100000 }],
  // Who lists no imports at all may have left them out.
  ["balance", { reporter: "IN", partner: "MX" }, { exports: 0, imports: null, reason: "no-data" }],
  ["share", { of: "exports", by: "reporter,hs2", partner: "MX" }, { part: 0 }],
  ["balance", { reporter: "US,CA,MX", by: "hs2", partner: "IN" }, { exports: 0 }],
  ["rca", { reporter: "US", by: "hs2", partner: "MX" }, { value: 1 }],
  ["balance", { reporter: "US", partner: "MX", period: "2022" }, { exports: 1000, imports: 0 }],
] as const)(
  "%s %o is of nothing where only flows above zero are listed, whatever reads the file",
  async (id, words, expected) => {
    const rows = ["842,484,270900,7", "842,124,270900,100", "124,842,870323,5", "699,124,870323,4"];
    const all = [
      ...rows.map((row) => `2023,${row}`),
      "2022,842,484,870323,1",
      "2022,484,124,27,3",
      "2022,124,842,27,3",
    ];
    const asked = { period: "2023", ...words };
    const path = fileWith(`t,i,j,k,v\n${all.join("\n")}\n`);
    const memory = await answered(path, id, asked, "memory");
    expect(memory.result?.rows[0]).toMatchObject(expected);
    for (const way of ["single", "rows", "sums"] as const) {
      const { result, refused } = await answered(path, id, asked, way);
      const { rows, warnings } = memory.result!;
      expect({ way, refused, rows: result?.rows, warnings: result?.warnings }).toEqual({
        ...{ way, rows, warnings },
      });
    }
  },
);

it("products of a partner that has none are no-data, not unknown to a file that has them of others", async () => {
  const path = fileWith(
    "period,partner,flow,product,value\n2023,MX,export,hs:27,1\n2023,CA,export,total,2\n",
  );
  const words = { partner: "CA", by: "hs2", period: "2023" } as const;
  const memory = await answered(path, "balance", words, "memory");
  for (const way of ["rows", "sums"] as const) {
    const { result, refused } = await answered(path, "balance", words, way);
    expect({ way, refused, rows: result?.rows }).toEqual({ way, rows: memory.result?.rows });
  }
});

it.each([
  // 100 = 40 + 60: a whole among codes of which nobody knows which hold which.
  ["x1,100", "y1,40", "y2,60"],
  ["x1,100", "y1,40", "y2,61"],
])(
  "codes of an unknown classification, %s, %s and %s, are told apart however large the file is",
  async (...codes) => {
    const rows = codes.flatMap((one) => {
      const [code, value] = one.split(",");
      return [`2023,MX,export,acme:${code},${value}`, `2023,CA,export,acme:${code},7`];
    });
    const path = fileWith(`${HEADER}${rows.join("\n")}\n`);
    const words = { of: "exports", partner: "all", period: "2023" } as const;
    const memory = await answered(path, "share", words, "memory");
    const refusal =
      "MX 2023: acme:x1 is the sum of acme:y2 and acme:y1, which would count twice in all products";
    expect(memory.refused).toBe(codes[2] === "y2,60" ? refusal : undefined);
    for (const way of ["rows", "sums"] as const) {
      const { refused, result } = await answered(path, "share", words, way);
      const { rows, warnings } = memory.result ?? {};
      expect({ refused, rows: result?.rows, warnings: result?.warnings }).toEqual({
        ...{ refused: memory.refused, rows, warnings },
      });
    }
  },
);

it("a period is covered where each of its years is that of some product", async () => {
  // The United States sell one product in 2022 and another in 2023, and nothing to Canada.
  const text = "t,i,j,k,v\n2022,842,484,270900,10\n2023,842,484,870323,30\n2022,484,124,270900,5\n";
  const words = { reporter: "US", partner: "CA", period: "2022/2023", absentAsZero: true } as const;
  await expectAlike(fileWith(text), "balance", words);
  const { result } = await answered(fileWith(text), "balance", words, "memory");
  expect(result?.rows[0]).toMatchObject({ exports: 0, imports: null });
});

it("the world of a file without a row of the world is all its partners, however large it is", async () => {
  const path = fileWith(`${HEADER}2023,MX,export,total,1\n2023,CA,export,total,2\n`);
  const words = { partner: "WORLD", period: "2023" };
  for (const way of ["memory", "rows", "sums"] as const) {
    const { result } = await answered(path, "balance", words, way);
    // 1 + 2.
    expect(result?.rows[0]).toMatchObject({ partner: "WORLD", exports: 3 });
  }
});

it.each([
  ["of which each fits", "BIGINT", ["1", "20", "300", "4000"]],
  ["of which one is missing", "INTEGER", ["1", "NULL", "300", "4000"]],
  ["of which one is below zero", "SMALLINT", ["1", "20", "-300", "4000"]],
  ["of which one has 16 digits", "UBIGINT", ["1", "20", "300", "1000000000000000"]],
  ["with digits after the point", "DECIMAL(9, 2)", ["1.50", "20", "300.49", "4000"]],
  ["that are held as fractions", "DOUBLE", ["1.5", "20", "1e15", "4000"]],
  ["that are held as texts", "VARCHAR", ["'1'", "'20'", "'300'", "'4000'"]],
])("numbers of a Parquet file %s are added up as the records are", async (_, type, values) => {
  const path = join(temporaryFolder(), "records.parquet");
  const cells = ["2023, 'MX', 'export'", "2023, 'MX', 'import'", "2022, 'CA', 'export'"];
  const rows = values.map((value, at) => `(${cells[at % 3]}, 'hs:0${at + 1}', ${value}::${type})`);
  const { connection } = (await duckdb())!;
  await connection.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(", ")}) AS t(period, partner, flow, product, value)) TO '${path}' (FORMAT parquet)`,
  );
  for (const period of ["2022", "2023"]) {
    const words = { partner: "all", period };
    // One after the other, since one connection reads the file each time.
    const single = await answered(path, "balance", words, "single");
    const sums = await answered(path, "balance", words, "sums");
    expect({ ...sums, isSummed: false }).toEqual(single);
  }
});

it.each([
  ["concentration", { of: "exports", by: "hs2", reporter: "all" }, ["export"]],
  ["complementarity", { by: "hs2", reporter: "US", partner: "all" }, ["export", "import"]],
  ["balance", { by: "hs2", reporter: "all" }, ["export", "import"]],
  ["rca", { by: "hs2", reporter: "all" }, ["export"]],
  // Months are added up by partner: sums over partners are of years.
  ["balance", { by: "hs2", period: "2023-05" }, null],
  ["balance", { by: "partner,hs2" }, null],
  ["rca", { by: "partner,hs2", reporter: "US" }, null],
  // Petroleum is a set of products, and none of those that are added up.
  ["non-petroleum", { by: "hs2", reporter: "all" }, null],
  // Kojima's form asks for what each reporter bought as a partner.
  ["trade-intensity", { by: "hs2", reporter: "all" }, null],
] as const)("%s %o needs the products of all partners together, of %s", (id, words, flows) => {
  expect(askedRecords(metricOf(id), words as QuestionWords).acrossPartners).toEqual(flows);
});

/** Why the sums of a file cannot take the place of its records; null where they can. */
async function reasonOf(
  text: string,
  products: ProductGrain = "total",
  reading: DeclaredReading = nothingDeclared,
  wanted: AskedCodes = allRecords,
  absentIsZero = false,
  most?: number,
): Promise<string | null> {
  const path = fileWith(text);
  const source = await openFile(path, { spool: new Spool(), largeFile: 0 });
  const { tables } = await findTables(source, null);
  const [found] = tables;
  const layout = { ...found!.recognised.layout, ...(absentIsZero && { absentIsZero }) };
  const recognised = { ...found!.recognised, layout };
  const table = { ...found!, recognised, defaults: {}, vintage: null };
  const settings = {
    missing: [],
    where: [],
    codeTable: new Map(),
    asked: allRecords,
    reading,
  };
  const reader = readerOf(table, new PartnerDirectory(countries()), settings);
  const asked = { ...wanted, products };
  try {
    const database = duckdbDatabase((await duckdb())!);
    await storedSums(database, table, reader, asked, new Loading(), null, most);
    return null;
  } catch (error) {
    if (error instanceof NeedsRows) return error.message;
    throw error;
  }
}

const HEADER = "period,partner,flow,product,value\n";

describe("the records are read one by one", () => {
  it.each([
    [
      "where of one year one product has a record of the year and another of its months",
      "2023,MX,export,hs:27,1\n2023-01,MX,export,hs:87,2\n",
      "parts of total have records of periods that hold each other",
    ],
    [
      "where a total has records of some periods only, and its parts are of several levels",
      "2022,MX,export,total,1\n2022,MX,export,hs:27,2\n2023,MX,export,hs:8703,2\n",
      "total has no record of its own, and its parts are of several levels",
    ],
    [
      "where products stand at several levels without a total",
      "2023,MX,export,hs:27,1\n2023,MX,export,hs:8703,2\n",
      "total has no record of its own, and its parts are of several levels",
    ],
    [
      "where products are of several systems without a total",
      "2023,MX,export,hs:27,1\n2023,MX,export,naics:21,2\n",
      "total has no record of its own, and its parts are of several levels",
    ],
    [
      "where a record is repeated",
      "2023,MX,export,hs:27,1\n2023,Mexico,export,hs:27,1\n2023,MX,export,hs:87,2\n",
      "a record is repeated",
    ],
    [
      "where a value is no number",
      "2023,MX,export,hs:27,1\n2023,MX,export,hs:87,x\n",
      'expected a number, got "x"',
    ],
    [
      "where a publisher holds a value back",
      "2023,MX,export,hs:27,1\n2023,MX,export,hs:87,(D)\n",
      "cells are held back or missing",
    ],
    [
      "where a text has a quote in it",
      '2023,MX,export,hs:27,1\n2023,"MX""",export,hs:87,1\n',
      "a text has a quote in it",
    ],
    [
      "where a cell is empty that says what a record is about",
      "2023,MX,export,hs:27,1\n2023,MX,export,,2\n",
      "product: is empty",
    ],
    [
      "where a sum is too large to be held exactly",
      "2023,MX,export,hs:27,9007199254740991\n2023,MX,export,hs:87,9007199254740991\n",
      "a sum is too large",
    ],
  ])("%s", async (_, rows, reason) => {
    expect(await reasonOf(HEADER + rows)).toContain(reason);
    const path = fileWith(HEADER + rows);
    await expectAlike(path, "balance", { partner: "all", period: "2023" });
  });

  it("where some products state the edition of their classification and others do not", async () => {
    const header = "period,partner,flow,product,edition,value\n";
    const rows = "2023,MX,export,hs:27,H6,1\n2023,MX,export,hs:87,,2\n";
    expect(await reasonOf(header + rows)).toContain("state no edition");
    const path = fileWith(header + rows);
    await expectAlike(path, "balance", { partner: "all", period: "2023" });
  });

  it("where numbers are written with a decimal comma, of which 1.234 is a thousand", async () => {
    const rows = "2023,MX,export,hs:27,1.234\n";
    const reading = { ...nothingDeclared, decimal: "comma" } as const;
    expect(await reasonOf(HEADER + rows, "total", reading)).toContain("no plain ones");
  });

  it("where values are in several units", async () => {
    const header = "period,partner,flow,product,unit,value\n";
    const rows = "2023,MX,export,hs:27,USD,1\n2023,MX,export,hs:87,USD million,2\n";
    expect(await reasonOf(header + rows)).toContain("several units");
    await expectAlike(fileWith(header + rows), "balance", { partner: "all", period: "2023" });
  });

  it("where rows are parts of a figure", async () => {
    const partner = ["484", "MEX", "Mexico"] as const;
    const row = (customs: string) => comtradeRow({ flow: "X", partner, value: "5", customs });
    const text = comtradeFile([row("C00"), row("C01")]);
    expect(await reasonOf(text)).toContain("parts of figures");
    await expectAlike(fileWith(text), "balance", { partner: "all", period: "2022" });
  });

  it("where one reporter's products are asked for, and rows are those of two reporters", async () => {
    const text = "t,i,j,k,v\n2023,842,484,270900,1\n2023,484,842,270900,2\n2023,484,124,87,3\n";
    const own = { ...allRecords, reporter: "US" };
    const chapters = { system: "hs", digits: 2 } as const;
    expect(await reasonOf(text, chapters, nothingDeclared, own)).toContain("tells the reporter");
    expect(await reasonOf(text, "total", nothingDeclared, own)).toBeNull();
    const words = { reporter: "US", partner: "all", by: "hs2", period: "2023" };
    await expectAlike(fileWith(text), "balance", words);
  });

  it("where products of all partners are asked for, and an economy trades with itself", async () => {
    const text = "t,i,j,k,v\n2023,842,484,270900,1\n2023,842,842,270900,2\n";
    const across = { ...allRecords, acrossPartners: ["export"] } as const;
    expect(await reasonOf(text, "each", nothingDeclared, across)).toContain("trades with itself");
    const words = { reporter: "all", by: "hs6", period: "2023" };
    await expectAlike(fileWith(text), "rca", words);
  });

  it.each([
    ["records are of parts of years", "2023-01,MX,export,hs:27,1\n", "parts of years"],
    [
      "products are of several levels",
      "2023,MX,export,hs:27,1\n2023,MX,export,hs:8703,1\n",
      "of several levels",
    ],
    [
      "a value is no plain number",
      "2023,MX,export,hs:27,1\n2022,MX,export,hs:27,1e3\n",
      "no plain numbers",
    ],
  ])("where products of all partners are asked for, and %s", async (_, rows, reason) => {
    const across = { ...allRecords, acrossPartners: ["export"] } as const;
    expect(await reasonOf(HEADER + rows, "each", nothingDeclared, across, true)).toContain(reason);
  });

  it("where products of all partners are asked for, and a flow has figures of several kinds", async () => {
    const header = "period,partner,flow,product,flowBasis,value\n";
    const rows = "2023,MX,export,hs:27,total,1\n2023,MX,export,hs:27,domestic,2\n";
    const across = { ...allRecords, acrossPartners: ["export"] } as const;
    const why = await reasonOf(header + rows, "each", nothingDeclared, across, true);
    expect(why).toBe("a flow has figures of several kinds");
  });

  it("where there are over 200,000 different products, which are no codes", async () => {
    const rows = Array.from({ length: 200_001 }, (_, at) => {
      return `2023,MX,export,hs:${String(at).padStart(10, "0")},1\n`;
    });
    expect(await reasonOf(HEADER + rows.join(""))).toBe("there are too many different products");
  });

  it("where there are more sums than are worth adding up, so that nearly every record is one", async () => {
    const rows = "2023,MX,export,hs:27,1\n2023,CA,export,hs:27,2\n2023,CN,export,hs:27,3\n";
    const of = (most: number) =>
      reasonOf(HEADER + rows, "total", nothingDeclared, allRecords, false, most);
    expect(await of(2)).toBe("there are nearly as many sums as records");
    expect(await of(3)).toBeNull();
  });

  it("where what sets rows aside stands in the column of products, so that families are of several", async () => {
    const header = "MonthId,FlowTypeId,CommodityId,CountryId,Value,CountryCodeAlpha\n";
    const rows = "202401,3,87032390,400,500,US\n202401,3,87032410,400,600,US\n";
    expect(await reasonOf(header + rows)).toBe("families of rows are about several products");
    const words = { reporter: "GB", partner: "all", of: "imports", period: "2024-01" } as const;
    await expectAlike(fileWith(header + rows), "share", words);
  });

  it("where a question distinguishes every product", async () => {
    expect(await reasonOf(`${HEADER}2023,MX,export,hs:27,1\n`, "each")).toBe(
      "every product is distinguished",
    );
  });

  it.each([
    ["columns, and not rows, tell what figures are about", "DataWeb, one column a month", "header"],
    [
      "figures stand in several columns",
      "Census API, imports by NAICS, year to date",
      "several columns",
    ],
  ])("where %s", async (_, title, reason) => {
    const { content } = excerpts.find((one) => one.title === title)!;
    expect(await reasonOf(String(content))).toContain(reason);
  });

  it("where no row of the start is a record", async () => {
    const rows = "2023,MX,export,hs:27,\n".repeat(3);
    expect(await reasonOf(HEADER + rows)).toBe("no row of the start is a record");
  });

  it("where the level asked for is of another system than the products", async () => {
    const rows = "2023,MX,export,hs:27,1\n";
    expect(await reasonOf(HEADER + rows, { system: "naics", digits: 2 })).toContain("system");
  });

  it("but not where no column tells the product, since all rows are about their total", async () => {
    const text = "period,partner,flow,value\n2023,MX,export,1\n2023,CA,export,2\n";
    expect(await reasonOf(text)).toBeNull();
    await expectAlike(fileWith(text), "balance", { partner: "all", period: "2023" });
  });

  it("and in no other case: wholes beside parts, at every level, are added up", async () => {
    const codes = ["total", "hs:27", "hs:2709", "hs:270900", "hs:87", "hs:8703", "hs:870310"];
    const rows = codes.map((code) => `2023,MX,export,${code},5\n`).join("");
    expect(await reasonOf(HEADER + rows)).toBeNull();
    expect(await reasonOf(HEADER + rows, { system: "hs", digits: 2 })).toBeNull();
  });

  it("nor where years were reported in several editions, or a total stands in some alone", async () => {
    const header = "period,partner,flow,product,edition,value\n";
    const rows = "2021,MX,export,hs:27,H5,1\n2022,MX,export,hs:27,H6,1\n2022,MX,export,total,,1\n";
    expect(await reasonOf(header + rows)).toBeNull();
  });
});
