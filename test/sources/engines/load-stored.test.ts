import { afterAll, beforeAll, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { PartnerDirectory } from "../../../src/partners/directory.ts";
import { allRecords } from "../../../src/sources/asked.ts";
import type { DatasetDescription } from "../../../src/sources/description.ts";
import { countries } from "../../../src/sources/embedded/embedded.ts";
import type { Database } from "../../../src/sources/engines/database.ts";
import { duckdb, queriedValues } from "../../../src/sources/engines/duckdb.ts";
import { duckdbDatabase } from "../../../src/sources/engines/duckdb-database.ts";
import { loadStored, loadSums } from "../../../src/sources/engines/load-stored.ts";
import { NeedsRows } from "../../../src/sources/engines/needs-rows.ts";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { openFile } from "../../../src/sources/files/open-file.ts";
import { Spool } from "../../../src/sources/files/spool.ts";
import { nothingDeclared } from "../../../src/sources/formats/declared-reading.ts";
import { findTables } from "../../../src/sources/formats/find-tables.ts";
import type { DefinedTable } from "../../../src/sources/records/load.ts";
import { fileWith } from "../files-for-tests.ts";

beforeAll(beginReading);
afterAll(endReading);

const asked = { ...allRecords, products: "total" } as const;
const settings = { missing: [], where: [], codeTable: new Map(), asked, reading: nothingDeclared };
const directory = new PartnerDirectory(countries());

async function tableIn(text: string, database?: Database): Promise<DefinedTable> {
  const opened = await openFile(fileWith(text), { spool: new Spool(), largeFile: 0 });
  const found = (await findTables(opened, null)).tables[0]!;
  const { source } = found;
  const stored = { ...source.stored!, ...(database && { database }) };
  return { ...found, source: { ...source, stored }, defaults: {}, vintage: null };
}

/** DuckDB, but for queries, all of which end with an error. */
async function failing(error: Error): Promise<Database> {
  const own = duckdbDatabase((await duckdb())!);
  return {
    ...own,
    // biome-ignore lint/correctness/useYield: no row comes before the error.
    async *values() {
      throw error;
    },
  };
}

const about: DatasetDescription = {
  ...{ id: "file", title: "file", description: "", publisher: "file", kind: "trade", unit: "USD" },
  ...{
    sourceUrl: null,
    licence: null,
    vintage: null,
    sha256: null,
    basis: null,
    tables: [],
    notes: [],
  },
  coverage: { first: "2023", last: "2023", step: "year" },
};

const TEXT = "period,partner,flow,value\n2023,MX,export,5\n2023,CA,export,7\n";

it("reads the rows where a database says that only they can tell", async () => {
  const table = await tableIn(TEXT, await failing(new NeedsRows("a record is repeated")));
  expect(await loadSums([table], directory, settings, {})).toBeNull();
  expect((await loadStored([table], directory, settings, {})).read).toBe(2);
});

it.each([
  ["an error of the program", new TypeError("x is undefined")],
  ["SQL that no database carries out", new Error("Binder Error: column c9 is not there")],
  ["an error that says what is to be done", new InputError("the password is wrong")],
])("does not read them in place of %s, which is told", async (_, error) => {
  const table = await tableIn(TEXT, await failing(error));
  await expect(loadSums([table], directory, settings, {})).rejects.toBe(error);
  await expect(loadStored([table], directory, settings, {})).rejects.toBe(error);
});

async function errorOf(sql: string): Promise<unknown> {
  try {
    for await (const _ of queriedValues((await duckdb())!, sql, () => {}));
    return null;
  } catch (error) {
    return error;
  }
}

it.each([
  ["a file that is not as it expects", "SELECT * FROM read_csv('nowhere.csv')"],
  ["a number that it cannot hold", "SELECT 'x'::INTEGER"],
  ["too much for its memory", "SELECT list(x || repeat('x', 1000)) FROM range(9000000) AS t(x)"],
])("takes DuckDB's word about %s for a need of rows", async (_, sql) => {
  expect(await errorOf(sql)).toBeInstanceOf(NeedsRows);
});

it.each(["SELECT nothing", "SELEC 1", "SELECT * FROM nowhere"])(
  "takes %s for an error of the program",
  async (sql) => {
    const error = await errorOf(sql);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(NeedsRows);
  },
);

it.each([
  ["several files", 2, asked],
  ["products that are told apart one by one", 1, { ...asked, products: "each" as const }],
])("makes no sums of %s, whose records are as quickly read", async (_, count, wanted) => {
  const tables = await Promise.all(Array.from({ length: count }, () => tableIn(TEXT)));
  expect(await loadSums(tables, directory, { ...settings, asked: wanted }, {})).toBeNull();
});

it("makes sums of one file of all partners, or of any number of them", async () => {
  const table = await tableIn(TEXT);
  const two = { ...asked, partners: new Set(["MX", "CA"]) };
  const four = { ...asked, partners: new Set(["MX", "CA", "DE", "FR"]) };
  for (const wanted of [asked, two, four]) {
    const sums = await loadSums([table], directory, { ...settings, asked: wanted }, {});
    expect(sums?.collection.count).toBe(2);
  }
});

it("adds up the rows of one partner of one reporter, however these are spelt, and counts all others", async () => {
  // The start, from which spellings are learned at first, is of 2,000 rows.
  const start = Array.from({ length: 2100 }, (_, at) => `US,MX,hs:${100_000 + at}`);
  const spelt = ["US,mexico,hs:300000", "united states,MX,hs:300001", "usa,MeXico,hs:300002"];
  const others = ["CA,mexico,hs:300003", "US,DE,hs:300004", "US,DE,hs:300005"];
  const rows = [...start, ...spelt, ...others].map((row) => `2023,${row},export,1`);
  const table = await tableIn(`period,reporter,partner,product,flow,value\n${rows.join("\n")}\n`);
  const wanted = { ...asked, partners: new Set(["MX"]), reporter: "US" };
  const sums = await loadSums([table], directory, { ...settings, asked: wanted }, {});
  expect(sums).toMatchObject({ read: 2106, asides: { "not-selected": 3 }, problems: [] });
  expect(sums!.unasked).toEqual(new Set(["MX", "DE"]));
  expect(sums!.collection.count).toBe(2103);
  const { seriesOf, listed } = sums!.collection.toDataset(about, [], {}, 3, "US");
  expect(seriesOf("MX").map(({ values }) => values.get("2023"))).toEqual([2103]);
  // Products of others were not looked at.
  expect(listed!.products).toBeNull();
});

it("tells codes of a classification that nobody knows apart, since some may hold others", async () => {
  for (const [system, values] of [
    ["isic", [2, 3, 5]],
    // A sum of all.
    ["sitc", [10]],
  ] as const) {
    const rows = ["1,5", "2,3", "3,2"].map((row) => `2023,MX,export,${system}:${row}`);
    const table = await tableIn(`period,partner,flow,product,value\n${rows.join("\n")}\n`);
    const wanted = { ...asked, partners: new Set(["MX"]) };
    const sums = await loadSums([table], directory, { ...settings, asked: wanted }, {});
    const { seriesOf } = sums!.collection.toDataset(about, [], {});
    const own = seriesOf("MX").map((one) => one.values.get("2023")!);
    expect(own.sort(), system).toEqual(values);
  }
});
