import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { RATIO_LIMIT, UNPACKED_LIMIT } from "../../../src/sources/files/limits.ts";
import { type FileOptions, inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading, temporaryFolder } from "../files-for-tests.ts";
import { workbook } from "../workbook-file.ts";

const table = "period,partner,flow,value\n2024,Curaçao,export,5\n";

async function valueIn(names: string | readonly string[], options: Partial<FileOptions> = {}) {
  const files = typeof names === "string" ? [names] : names;
  const { loaded, warnings } = await inspectFiles(files, { ...plainReading, ...options });
  const values = loaded.collection.allSeries().flatMap(({ values }) => [...values.values()]);
  return { values, problems: loaded.problems, warnings: warnings.map(({ code }) => code) };
}

describe("a text", () => {
  it.each([
    ["UTF-8", Buffer.from(table), false],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${table}`), false],
    ["ISO-8859-1", Buffer.from(table, "latin1"), true],
    ["UTF-16, little endian, with a mark", Buffer.from(`\uFEFF${table}`, "utf16le"), true],
    ["UTF-16, little endian, without a mark", Buffer.from(table, "utf16le"), true],
    ["UTF-16, big endian", Buffer.from(`\uFEFF${table}`, "utf16le").swap16(), true],
  ])("is read in %s, and any encoding but UTF-8 is said", async (_, bytes, said) => {
    const { values, warnings } = await valueIn(fileWith(bytes));
    expect([values, warnings]).toEqual([[5], said ? ["encoding"] : []]);
  });

  it.each([";", "\t"])("may have %j between its fields", async (delimiter) => {
    expect((await valueIn(fileWith(table.replaceAll(",", delimiter)))).values).toEqual([5]);
  });
});

describe("an archive", () => {
  it("of gzip is read as what it holds", async () => {
    expect((await valueIn(fileWith(gzipSync(table)))).values).toEqual([5]);
  });

  it("of gzip is read as a stream, too, and by DuckDB", async () => {
    for (const engine of ["rows", "duckdb"] as const) {
      const file = fileWith(gzipSync(table), "table.csv.gz");
      expect((await valueIn(file, { largeFile: 0, engine })).values).toEqual([5]);
    }
  });

  it("of zip is read entry by entry, without folders and hidden files", async () => {
    const bytes = zipSync({
      "a.csv": Buffer.from(table),
      "b.json": Buffer.from('[{"period":"2023","partner":"MX","flow":"export","value":7}]'),
      "__MACOSX/a.csv": Buffer.from("x"),
    });
    expect((await valueIn(fileWith(bytes))).values.sort()).toEqual([5, 7]);
  });

  it("is told of in one line, whatever its entries are called", async () => {
    const bytes = zipSync({ "a\nb\u001b.csv": Buffer.from("nothing\n") });
    await expect(valueIn(fileWith(bytes))).rejects.toThrow(/: a b \.csv[^\n]*$/);
  });

  it.each([
    ["gzip", gzipSync(table).subarray(0, 20), "is not a whole gzip file"],
    ["zip", zipSync({ "a.csv": Buffer.from(table) }).subarray(0, 40), "is not a whole zip file"],
    ["an empty zip", zipSync({}), "holds no table"],
    ["Parquet", Buffer.from("PAR1 and nothing else"), "is not a Parquet file"],
  ])("that is cut off or empty is refused: %s", async (_, bytes, says) => {
    await expect(valueIn(fileWith(bytes))).rejects.toThrow(says);
  });
});

describe("a bomb", () => {
  const zeros = new Uint8Array(64 * 2 ** 20);

  it("of gzip is refused", async () => {
    expect(gzipSync(zeros).length * RATIO_LIMIT).toBeLessThan(zeros.length);
    await expect(valueIn(fileWith(gzipSync(zeros)))).rejects.toThrow("unpacks to more than");
  });

  it("of zip is refused before it is unpacked", async () => {
    const bytes = zipSync({ "a.csv": new Uint8Array(2 ** 10).fill(0x20) });
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, UNPACKED_LIMIT + 1, true);
    await expect(valueIn(fileWith(bytes))).rejects.toThrow("unpacks to more than");
  });

  it("of zip that lies about its size unpacks to no more than it says", async () => {
    const bytes = zipSync({ "a.csv": new Uint8Array(2 ** 22).fill(0x20) });
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from("PK\x01\x02", "latin1"));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 10, true);
    await expect(valueIn(fileWith(bytes))).rejects.toThrow();
  });

  it("in a workbook is refused", async () => {
    const bytes = zipSync({
      "xl/workbook.xml": Buffer.from("<x/>"),
      "xl/sharedStrings.xml": zeros,
    });
    await expect(valueIn(fileWith(bytes))).rejects.toThrow("unpacks to more than");
  });

  it("of too many entries is refused", async () => {
    const entries = Array.from({ length: 1001 }, (_, at) => [`${at}`, new Uint8Array(1)] as const);
    await expect(valueIn(fileWith(zipSync(Object.fromEntries(entries))))).rejects.toThrow(
      "more than 1000 entries",
    );
  });
});

describe("names", () => {
  it("may be patterns, of which a file with such a name is none", async () => {
    const folder = temporaryFolder();
    for (const [at, year] of [2021, 2022].entries()) {
      writeFileSync(join(folder, `t-${at}.csv`), table.replace("2024", String(year)));
    }
    writeFileSync(join(folder, "t-[0].csv"), table);
    expect((await valueIn(join(folder, "t-?.csv"))).values).toEqual([5, 5]);
    expect((await valueIn(join(folder, "t-[0].csv"))).values).toEqual([5]);
    await expect(valueIn(join(folder, "u-*.csv"))).rejects.toThrow("no file fits this pattern");
  });

  it("of empty folders that are no data packages are refused", async () => {
    const folder = join(temporaryFolder(), "inner");
    mkdirSync(folder);
    await expect(valueIn(folder)).rejects.toThrow("is a folder without a datapackage.json");
  });
});

describe("a format", () => {
  it("that was named is used in place of the one that the content shows", async () => {
    const own = fileWith(table);
    await expect(valueIn(own, { as: "baci" })).rejects.toThrow("is not in the format baci");
    await expect(valueIn(own, { as: "excel" })).rejects.toThrow(
      'unknown format "excel" (use records,',
    );
    expect((await valueIn(own, { as: "records" })).values).toEqual([5]);
  });

  it("of its own codes takes names from the table beside it", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "BACI.csv"), "t,i,j,k,v,q\n2022,842,925,10121,1,1\n");
    writeFileSync(join(folder, "codes.csv"), "country_code,country_name\n925,Mexico\n");
    const files = [join(folder, "BACI.csv"), join(folder, "codes.csv")];
    const { loaded } = await inspectFiles(files, plainReading);
    expect(loaded.collection.partnerCodes).toEqual(["MX", "US"]);
  });

  it("that finds a partner which cannot be placed counts and names it", async () => {
    const file = fileWith("t,i,j,k,v,q\n2022,842,999,10121,1,1\n2022,842,484,10121,1,1\n");
    const { loaded, warnings } = await inspectFiles([file], plainReading);
    expect([loaded.read, loaded.collection.count, loaded.asides]).toEqual([
      ...[4, 2, { "unknown-partner": 2 }],
    ]);
    expect(warnings[0]!.message).toBe(
      "partners that could not be placed, with their figures: 999 (2)",
    );
  });
});

describe("a workbook", () => {
  it("without a table in a known format is refused", async () => {
    const bytes = workbook({ One: [["a"]], Two: [["b"]] });
    await expect(valueIn(fileWith(bytes))).rejects.toThrow("holds no table in a known format");
  });

  it("may hold our own records", async () => {
    const bytes = workbook({
      One: [
        ["period", "partner", "flow", "value"],
        [2024, "MX", "export", 7],
      ],
    });
    expect((await valueIn(fileWith(bytes))).values).toEqual([7]);
  });
});
