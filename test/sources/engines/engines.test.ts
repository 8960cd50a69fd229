import { existsSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { allRecords } from "../../../src/sources/asked.ts";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { nothingDeclared } from "../../../src/sources/formats/declared-reading.ts";
import { type FileOptions, inspectFiles, openFiles } from "../../../src/sources/open-files.ts";
import { problemsError, rivalsError } from "../../../src/sources/records/load-errors.ts";
import {
  fileWith,
  hasSharedFiles,
  plainReading,
  rewritable,
  sharedFile,
} from "../files-for-tests.ts";
import { comtradeFile, comtradeRow, excerpts } from "../formats/excerpts.ts";
import { readingWords } from "../formats/reading-for-tests.ts";

/** Every way in which a text can be read: at once, as a stream, and by the database. */
const ways = {
  memory: {},
  stream: { largeFile: 0, engine: "rows" },
  duckdb: { largeFile: 0, engine: "duckdb" },
} as const;

type Way = keyof typeof ways;

/** All that reading a file gives, in a form that can be compared. */
async function read(path: string, way: Way, options: Partial<FileOptions> = {}) {
  try {
    const { loaded, description, partners, warnings } = await inspectFiles([path], {
      ...plainReading,
      ...options,
      ...ways[way],
    });
    const { collection, problems, asides, unplaced, wholes, unknownColumns } = loaded;
    return {
      read: loaded.read,
      used: collection.count,
      problems,
      error: problems.length > 0 ? problemsError(problems).message : null,
      rivals: rivalsError(loaded)?.message ?? null,
      asides,
      unplaced: [...unplaced],
      wholes,
      unknownColumns,
      warnings,
      coverage: description.coverage,
      partners: partners.map(({ code }) => code),
      series: collection.allSeries().map(({ key, values }) => ({
        key,
        values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)),
      })),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: error.message };
  }
}

async function expectAlike(path: string, options: Partial<FileOptions> = {}) {
  const [first, ...others] = Object.keys(ways) as Way[];
  const expected = await read(path, first!, options);
  for (const way of others)
    expect({ way, ...(await read(path, way, options)) }).toEqual({ way, ...expected });
  return expected;
}

const texts = excerpts.filter(({ content }) => typeof content === "string");

describe("the engines", () => {
  it.each(texts)("read $title alike", async ({ content, read: count, used, reading = {} }) => {
    const result = await expectAlike(fileWith(content), { reading: readingWords(reading) });
    expect(result).toMatchObject({ read: count, used });
  });

  it("read what DuckDB reads without the help of the row engine", async () => {
    const { duckdb, stopDuckdb } = await import("../../../src/sources/engines/duckdb.ts");
    const { loadWithDatabase } = await import("../../../src/sources/engines/database-engine.ts");
    const { duckdbDatabase } = await import("../../../src/sources/engines/duckdb-database.ts");
    const { Loading } = await import("../../../src/sources/records/load.ts");
    const { readerOf } = await import("../../../src/sources/records/reader-of.ts");
    const { openFile } = await import("../../../src/sources/files/open-file.ts");
    const { Spool } = await import("../../../src/sources/files/spool.ts");
    const { findTables } = await import("../../../src/sources/formats/find-tables.ts");
    const { PartnerDirectory } = await import("../../../src/partners/directory.ts");
    const { countries } = await import("../../../src/sources/embedded/embedded.ts");
    const path = fileWith("period,partner,flow,value\n2024,MX,export,3\n2024,MX,import,4\n");
    const { tables } = await findTables(
      await openFile(path, { spool: new Spool(), largeFile: 0 }),
      null,
    );
    const table = { ...tables[0]!, defaults: {}, vintage: null };
    const directory = new PartnerDirectory(countries());
    const settings = {
      missing: [],
      where: [],
      codeTable: new Map(),
      reading: nothingDeclared,
      asked: allRecords,
    };
    const loading = new Loading();
    const done = await loadWithDatabase(
      duckdbDatabase((await duckdb())!),
      table,
      readerOf(table, directory, settings),
      loading,
      null,
    );
    await stopDuckdb();
    expect([done, loading.collection.count]).toEqual([true, 2]);
  });

  it("leave no temporary folder behind", async () => {
    const { duckdb, stopDuckdb } = await import("../../../src/sources/engines/duckdb.ts");
    const { folder } = (await duckdb())!;
    expect(existsSync(folder)).toBe(true);
    await stopDuckdb();
    expect(existsSync(folder)).toBe(false);
  });

  it("name the same places for the same bad rows", async () => {
    const result = await expectAlike(
      fileWith(
        "period,partner,flow,value\n2024,MX,export,x\n2024,Atlantis,export,1\n2024,CA,import\n",
      ),
    );
    expect(
      "problems" in result && result.problems!.map(({ place }) => place.split(":").at(-1)),
    ).toEqual(["2", "3", "4"]);
  });

  it("find the same duplicates", async () => {
    const rows = "2024,MX,export,1\n2024,MX,export,1\n2024,Mexico,import,1\n2024,MX,import,2\n";
    const result = await expectAlike(fileWith(`period,partner,flow,value\n${rows}`));
    expect(result).toMatchObject({ read: 4, used: 1 });
  });

  it("never add parts of one figure, and name two of them where the whole is not there", async () => {
    const mexico = ["484", "MEX", "Mexico"] as const;
    const part = (customs: string) =>
      comtradeRow({ flow: "M", partner: mexico, cif: "5", value: "5", customs });
    const whole = comtradeRow({ flow: "M", partner: mexico, cif: "9", value: "9" });
    const file = fileWith(comtradeFile([part("C01"), whole, part("C02")]));
    expect(await expectAlike(file)).toMatchObject({ used: 1, asides: { "part-of-whole": 2 } });
    const parts = fileWith(comtradeFile([part("C01"), part("C02")]));
    const result = await expectAlike(parts);
    expect("rivals" in result && result.rivals).toContain(
      "use --where customsCode=C01 or --where customsCode=C02",
    );
    const one = await expectAlike(parts, { where: ["customsCode=C02"] });
    expect(one).toMatchObject({ used: 1, rivals: null, asides: { "not-where": 1 } });
  });

  it("keep the records of the partners that were asked for, and count all others", async () => {
    const file = fileWith(
      "period,partner,flow,value\n2024,mexico,export,3\n2024,484,import,4\n2024,CA,export,x\n2024,Canada,import,1\n",
    );
    const { stream, duckdb } = {
      stream: await read(file, "stream", { asked: { ...allRecords, partners: ["MX"] } }),
      duckdb: await read(file, "duckdb", { asked: { ...allRecords, partners: ["MX"] } }),
    };
    expect(stream).toMatchObject({ read: 4, used: 2, asides: { "not-selected": 2 }, problems: [] });
    expect(duckdb).toEqual(stream);
  });

  it("find a partner of a reporter in rows of exports, which are imports of the other", async () => {
    const rows = ["4,484,10,1", "840,484,10,2", "484,840,10,3", "840,124,10,5", "484,4,10,7"];
    const lines = rows.map((row) => `2023,${row.replace(/(\d+),(\d+)$/, "0101$1,$2.000,NA")}`);
    const file = fileWith(`t,i,j,k,v,q\n${lines.join("\n")}\n`);
    const options = { asked: { ...allRecords, partners: ["MX"], reporter: "US" } };
    const result = await read(file, "duckdb", options);
    expect(result).toEqual(await read(file, "stream", options));
    // Of ten figures, the exports of 2 and the imports of 3 thousand dollars.
    expect(result).toMatchObject({ read: 10, used: 2, asides: { "not-selected": 8 } });
    const { series } = result as { series: { key: object; values: [string, number][] }[] };
    expect(series.map(({ values }) => values[0]![1]).sort()).toEqual([2000, 3000]);
  });

  it("learn how a partner and a reporter are spelt from rows behind the start", async () => {
    // The start, from which spellings are learned at first, is of 2,000 rows.
    const start = Array.from({ length: 2100 }, (_, at) => `US,MX,hs:${100_000 + at}`);
    const spelt = ["US,mexico,hs:300000", "united states,MX,hs:300001", "usa,MeXico,hs:300002"];
    const rows = [...start, ...spelt, "CA,mexico,hs:300003"].map((row) => `2023,${row},export,1`);
    const file = fileWith(`period,reporter,partner,product,flow,value\n${rows.join("\n")}\n`);
    const options = { asked: { ...allRecords, partners: ["MX"], reporter: "US" } };
    const result = await read(file, "duckdb", options);
    expect(result).toMatchObject({ read: 2104, used: 2103, asides: { "not-selected": 1 } });
    expect(result).toEqual(await read(file, "stream", options));
  });

  it("take nothing in a file's name or cells for SQL", async () => {
    const name = "it's; DROP TABLE x --*[a].csv";
    const cell = "'); SELECT 1; --";
    const content = `period,partner,flow,value\n2024,MX,export,3\n2024,"${cell}",import,4\n`;
    const result = await expectAlike(fileWith(content, name));
    expect("problems" in result && result.problems![0]!.message).toContain(cell);
    const file = fileWith("period,partner,flow,value\n2024,MX,export,3\n", name);
    expect(await expectAlike(file, { asked: { ...allRecords, partners: ["MX"] } })).toMatchObject({
      used: 1,
      problems: [],
    });
  });
});

/** Random tables of our own layout, in which bad rows are as likely as good ones. */
const cell = {
  period: fc.constantFrom("2023", "2024", "2024-01", "2024-01/2024-03", "2024-13", "", " 2024 "),
  partner: fc.constantFrom(
    "MX",
    "Mexico",
    "MEX",
    "484",
    "CA",
    "WORLD",
    "EU",
    "Atlantis",
    '"MX"',
    "",
  ),
  flow: fc.constantFrom("export", "import", "Export", "EXPORT", "exports"),
  value: fc.oneof(
    fc.nat({ max: 10 ** 9 }).map(String),
    fc.constantFrom(
      "1.5",
      "1e3",
      "0x10",
      "1_000",
      "-1",
      "",
      "n/a",
      "9007199254740992",
      "+7",
      "007",
    ),
  ),
  product: fc.constantFrom("total", "hs:27", "hs:2709", "hs:00", "naics:211", "petrol", ""),
  unit: fc.constantFrom("USD", "USD million", "USD thousand", "", "EUR"),
  reporter: fc.constantFrom("US", "us", "Germany", "DE", "", "Nowhere"),
};

const row = fc.record(cell).map((one) => Object.values(one));
const ending = fc.constantFrom("\n", "\r\n");
const quoting = fc.constantFrom("never", "always", "spaced");

function written(rows: readonly string[][], end: string, quotes: string): string {
  const field = (text: string) => {
    if (quotes === "always") return `"${text.replaceAll('"', '""')}"`;
    return quotes === "spaced" ? ` ${text} ` : text;
  };
  const lines = rows.map((cells) => cells.map(field).join(","));
  return `${["period,partner,flow,value,product,unit,reporter", ...lines].join(end)}${end}`;
}

const good = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom("2023", "2024", "2024-01", "2024-02"),
      fc.constantFrom("MX", "CA", "Korea, South", "WORLD"),
      fc.constantFrom("export", "import"),
      fc.constantFrom("total", "hs:27", "hs:2709"),
      fc.constantFrom("US", "Germany"),
    ),
    { minLength: 1, maxLength: 12, selector: (key) => key.join("|") },
  )
  .map((keys) =>
    keys.map(([period, partner, flow, product, reporter], at) => [
      ...[period, partner.includes(",") ? `"${partner}"` : partner, flow, String(at * 7)],
      ...[product, "USD", reporter],
    ]),
  );

/** One partner is read in one pass, many in two; a reporter and years narrow both. */
const asked = fc.record({
  products: fc.constant("each" as const),
  acrossPartners: fc.constant(null),
  partners: fc.constantFrom(null, ["MX"], ["CA", "KR"], ["MX", "CA", "KR", "WORLD"]),
  reporter: fc.constantFrom(null, "US", "DE"),
  years: fc.constantFrom(null, { first: 2023, last: 2023 }, { first: 2024, last: 2030 }),
});

const RUNS = Number(process.env.TRADE_METRICS_RUNS ?? 60);

describe("random files through every engine", () => {
  // One reading that lasts, so that every file does not start a DuckDB of its own.
  beforeAll(beginReading);
  afterAll(endReading);
  const file = rewritable();

  it("give the same rows, warnings and errors", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(good, fc.array(row, { maxLength: 6 })),
        ending,
        quoting,
        fc.constantFrom([], ["n/a"]),
        async (rows, end, quotes, missing) => {
          const quoted = rows.some((cells) => cells.some((text) => text.includes('"')));
          const text = written(rows, end, quoted ? "never" : quotes);
          const result = await expectAlike(file(text), { missing });
          if ("refused" in result) return;
          const { asides, problems } = result;
          const skipped = Object.values(asides!).reduce((sum, count) => sum + count, 0);
          expect(result.read).toBe(result.used! + skipped + problems!.length);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("give the same for the records asked for", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(good, fc.array(row, { maxLength: 6 })),
        asked,
        async (rows, one) => {
          const path = file(written(rows, "\n", "never"));
          const options = { asked: one };
          expect(await read(path, "duckdb", options)).toEqual(await read(path, "stream", options));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("keep exactly the records asked for, and count all others", { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(good, asked, async (rows, one) => {
        const path = file(written(rows, "\n", "never"));
        const all = await read(path, "memory");
        const found = await read(path, "duckdb", { asked: one });
        if ("refused" in all || "refused" in found) throw new Error("a good file was refused");
        const { partners, reporter, years } = one;
        const year = (label: string) => Number(label.slice(0, 4));
        const expected = all.series!.flatMap(({ key, values }) => {
          if (partners?.every((code) => code !== key.partner)) return [];
          if (reporter !== null && key.reporter !== reporter) return [];
          const kept = values.filter(
            ([label]) => !years || (year(label) >= years.first && year(label) <= years.last),
          );
          return kept.length > 0 ? [{ key, values: kept }] : [];
        });
        expect(found.series).toEqual(expected);
        const used = expected.reduce((sum, { values }) => sum + values.length, 0);
        expect(found.used).toBe(used);
        expect(found.asides!["not-selected"] ?? 0).toBe(all.used! - used);
        expect(found.partners).toEqual(all.partners);
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe.skipIf(!hasSharedFiles)("Parquet files", () => {
  it("give the partner asked for and the number of all others", async () => {
    const file = sharedFile("census-hs2/us-exports-hs2-2013-2026m05.parquet");
    const options = {
      ...plainReading,
      skipInvalid: false,
      asked: { ...allRecords, partners: ["CA"] },
    };
    const { dataset } = await openFiles([file], options);
    const total = dataset.seriesOf("CA").find(({ key }) => key.product === "total")!;
    const months = [...total.values].filter(([label]) => label.startsWith("2024-"));
    expect(months.reduce((sum, [, value]) => sum + value, 0)).toBe(350_605_572_155);
    expect(dataset.recordsRead).toBe(512_386);
  });
});
