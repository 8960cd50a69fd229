import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { checkFiles } from "../../../src/inspection/check.ts";
import { allRecords } from "../../../src/sources/asked.ts";
import { type FileOptions, openFiles } from "../../../src/sources/open-files.ts";
import { partitionOf } from "../../../src/sources/partitions/paths.ts";
import { plainReading, temporaryFolder } from "../files-for-tests.ts";
import { readingWords } from "../formats/reading-for-tests.ts";

const YEARS = [2019, 2020, 2021, 2022, 2023];
const REPORTERS = ["US", "DE", "FR"];
const PARTNERS = ["MX", "CA", "CN", "JP"];

/** The value of a record, in which every one of its parts can be told. */
function dollars(year: number, reporter: string, partner: string, isImport: boolean): number {
  const [r, p] = [REPORTERS.indexOf(reporter) + 1, PARTNERS.indexOf(partner) + 1];
  return (year - 2000) * 1000 + r * 100 + p * 10 + (isImport ? 1 : 0);
}

const rows = YEARS.flatMap((year) =>
  REPORTERS.flatMap((reporter) =>
    PARTNERS.flatMap((partner) =>
      [false, true].map((isImport) => {
        const value = dollars(year, reporter, partner, isImport);
        return { year, reporter, partner, flow: isImport ? "import" : "export", value };
      }),
    ),
  ),
);

let folder = "";
const FILES = YEARS.length * REPORTERS.length * PARTNERS.length;

/** Runs SQL over the records as the table `t`. */
async function sql(...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const values = rows.map(
    ({ year, reporter, partner, flow, value }) =>
      `('${year}', '${reporter}', '${partner}', '${flow}', '0101', ${value})`,
  );
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM (VALUES ${values.join(", ")}) AS t(period, reporter, partner, flow, code, value)`,
  );
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
}

beforeAll(async () => {
  folder = temporaryFolder();
  const records = "(SELECT * EXCLUDE code FROM t)";
  const by = "PARTITION_BY (period, reporter, partner)";
  await sql(
    `COPY ${records} TO '${folder}/parquet' (FORMAT parquet, ${by})`,
    `COPY ${records} TO '${folder}/csv' (FORMAT csv, ${by})`,
    `COPY ${records} TO '${folder}/whole.csv' (FORMAT csv)`,
    `COPY (SELECT * EXCLUDE code, 'hs:' || code AS product FROM t) TO '${folder}/products' (FORMAT parquet, PARTITION_BY (product, period))`,
  );
});

function writtenTo(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function opened(name: string, options: Partial<FileOptions> = {}) {
  const { dataset, warnings } = await openFiles([name], {
    ...plainReading,
    ...options,
    skipInvalid: false,
  });
  const series = dataset.partners.flatMap(({ code }) => dataset.seriesOf(code));
  const figures = series.flatMap(({ key, values }) =>
    [...values].map(
      ([label, value]) =>
        `${label} ${key.reporter} ${key.partner} ${key.flow} ${key.product} ${value}`,
    ),
  );
  return { dataset, warnings, figures: figures.sort() };
}

async function refusalOf(name: string, options: Partial<FileOptions> = {}): Promise<string> {
  const error = await opened(name, options).catch((one: unknown) => one);
  if (error instanceof InputError) return error.message;
  throw new Error(`${name} was read`);
}

/** Text as a stream that a database reads, as where it is too large for memory. */
const large = { largeFile: 0 };

describe("the path of a file", () => {
  it("tells columns by the folders named so, whatever their values look like", () => {
    expect(partitionOf("t/year=2023/cmdCode=0101/part-0.parquet")).toEqual({
      columns: ["year", "cmdCode"],
      values: ["2023", "0101"],
    });
    expect(partitionOf("t/country=C%C3%B4te%20d%27Ivoire/a.csv").values).toEqual(["Côte d'Ivoire"]);
    expect(partitionOf("t/year=__HIVE_DEFAULT_PARTITION__/a.csv").values).toEqual([""]);
    expect(partitionOf("year=2023.csv").columns).toEqual([]);
  });
});

describe("a folder of files", () => {
  it.each([
    ["Parquet", "parquet", {}],
    ["CSV", "csv", {}],
    ["CSV that a database reads", "csv", large],
    ["CSV that is read row by row", "csv", { ...large, engine: "rows" as const }],
  ])("is one table with the columns of its paths: %s", async (_, name, options) => {
    const whole = await opened(join(folder, "whole.csv"));
    const { figures, dataset } = await opened(join(folder, name), options);
    expect(figures).toEqual(whole.figures);
    expect(dataset.recordsRead).toBe(rows.length);
    expect(dataset.description.tables).toHaveLength(1);
  });

  it("keeps what looks like a number as it is written in the path", async () => {
    const { figures } = await opened(join(folder, "products"));
    expect(figures).toHaveLength(rows.length);
    expect(figures.every((figure) => figure.includes(" hs:0101 "))).toBe(true);
  });

  it("is checked as a file is", async () => {
    const report = await checkFiles([join(folder, "parquet")], plainReading);
    expect(report.rows).toEqual({ read: rows.length, used: rows.length, rejected: {} });
    expect(report.coverage).toEqual({ first: "2019", last: "2023", step: "year" });
    expect(report.files).toEqual([join(folder, "parquet")]);
  });

  it("may be named by a pattern", async () => {
    const { figures } = await opened(join(folder, "parquet/period=202?/**/*.parquet"));
    expect(figures).toHaveLength((rows.length / 5) * 4);
  });

  it("may be read as its user says, columns of paths included", async () => {
    const own = temporaryFolder();
    for (const year of [2022, 2023]) {
      const text = "wer,was,betrag\nMX,export,5\nMX,import,7\n";
      writtenTo(join(own, `jahr=${year}`, "a.csv"), text);
    }
    const columns = ["period=jahr", "partner=wer", "flow=was", "value=betrag"];
    const { figures } = await opened(own, {
      reading: readingWords({ column: columns }),
    });
    expect(figures).toEqual([
      "2022 US MX export total 5",
      "2022 US MX import total 7",
      "2023 US MX export total 5",
      "2023 US MX import total 7",
    ]);
  });

  it("leaves out what programs write beside data, and follows links once", async () => {
    const own = temporaryFolder();
    writtenTo(join(own, "a.csv"), "period,partner,flow,value\n2023,MX,export,5\n");
    for (const name of ["_SUCCESS", ".DS_Store", ".part-0.crc"]) writtenTo(join(own, name), "x");
    symlinkSync(own, join(own, "again"));
    expect((await opened(own)).figures).toEqual(["2023 US MX export total 5"]);
  });
});

describe("a question of a folder", () => {
  const asked = {
    ...allRecords,
    partners: ["MX,CA"],
    reporter: "DE",
    years: { first: 2022, last: 2023 },
  };

  it.each([
    ["parquet", {}],
    ["csv", {}],
    ["csv", large],
  ])("reads only the files whose paths say what is asked for: %s %o", async (name, options) => {
    const { figures, dataset, warnings } = await opened(join(folder, name), { ...options, asked });
    expect(figures).toEqual(
      rows
        .filter(
          ({ year, reporter, partner }) =>
            year > 2021 && reporter === "DE" && ["MX", "CA"].includes(partner),
        )
        .map((row) => `${row.year} DE ${row.partner} ${row.flow} total ${row.value}`)
        .sort(),
    );
    expect(dataset.recordsRead).toBe(2 * 2 * 2);
    const message = `${join(folder, name)}: ${FILES - 4} of ${FILES} files are not read, since their paths say other years, partners or reporters; their rows are not counted`;
    expect(warnings).toContainEqual({ code: "files-not-read", message });
  });

  it("knows the partners whose files were not read", async () => {
    const { dataset } = await opened(join(folder, "parquet"), { asked });
    expect(dataset.partners.map(({ code }) => code)).toEqual(["CA", "CN", "JP", "MX"]);
    expect(dataset.leavesOut).toBe(true);
  });

  it("does not open the others, whatever they hold", async () => {
    const own = temporaryFolder();
    cpSync(join(folder, "parquet"), own, { recursive: true });
    const broken = join(own, "period=2023/reporter=US/partner=JP/data_0.parquet");
    writeFileSync(broken, "PAR1, and then nothing");
    expect((await opened(own, { asked })).figures).toHaveLength(8);
    expect(await refusalOf(own)).toMatch(new RegExp(`^${broken}: is not a Parquet file`));
    writeFileSync(broken, "no Parquet at all");
    expect((await opened(own, { asked })).figures).toHaveLength(8);
    expect(await refusalOf(own)).toMatch(
      new RegExp(`^${broken}: is text, and .* beside it is Parquet`),
    );
  });

  it("reads all of them where the paths say nothing that it asks for", async () => {
    const nobody = { ...asked, reporter: "BR" };
    const { warnings } = await opened(join(folder, "parquet"), { asked: nobody });
    expect(warnings.map(({ code }) => code)).not.toContain("files-not-read");
  });
});

describe("a folder that is no table", () => {
  const good = "period,partner,flow,value\n2023,MX,export,5\n";

  function folderWith(files: Readonly<Record<string, string>>): string {
    const own = temporaryFolder();
    for (const [name, text] of Object.entries(files)) writtenTo(join(own, name), text);
    return own;
  }

  it("is refused where it is empty", async () => {
    const own = temporaryFolder();
    mkdirSync(join(own, "year=2023"));
    expect(await refusalOf(own)).toBe(
      `${own}: is a folder without a datapackage.json and without any file (name a file, a folder of files, or a data package folder)`,
    );
  });

  it.each([
    ["another header", { "a.csv": good, "b.csv": "jahr,wer,wert\n2023,MX,5\n" }, "b.csv"],
    ["a column less", { "a.csv": good, "b.csv": "period,partner,flow\n2022,MX,export\n" }, "b.csv"],
    ["nothing in it", { "a.csv": good, "b.csv": "" }, "b.csv"],
    [
      "a bad row",
      { "a.csv": good, "b.csv": "period,partner,flow,value\n2022,MX,export,x\n" },
      "b.csv:2",
    ],
    ["a note", { "a.csv": good, "read.me": "Notes on the data\n" }, "read.me:1"],
    [
      "another format",
      { "a.csv": good, "b.json": '[{"period":"2022","partner":"MX","flow":"export","value":1}]' },
      "b.json",
    ],
    ["a path unlike the others", { "year=2023/a.csv": good, "b.csv": good }, "b.csv"],
  ])("is refused with the name of the file that has %s", async (_, files, name) => {
    const own = folderWith(files);
    const placed = join(own, name);
    for (const options of [{}, large]) {
      const message = await refusalOf(own, options);
      expect(message.startsWith(`${placed}:`) || message.includes(placed)).toBe(true);
      expect(message).not.toContain("\n");
    }
  });

  it("names both places of a record that stands in two files", async () => {
    const own = folderWith({ "a.csv": good, "b.csv": good.replace("5", "6") });
    for (const options of [{}, large]) {
      expect(await refusalOf(own, options)).toBe(
        `${join(own, "b.csv")}:2: duplicate of ${join(own, "a.csv")}:2: MX, export, total, 2023 (remove one)`,
      );
    }
  });

  it("reads files whose columns have other types each by itself", async () => {
    const own = temporaryFolder();
    mkdirSync(join(own, "t"));
    await sql(
      `COPY (SELECT period, reporter, partner, flow, value::INTEGER AS value FROM t WHERE period = '2022') TO '${own}/t/a.parquet'`,
      `COPY (SELECT period, reporter, partner, flow, value::VARCHAR AS value FROM t WHERE period = '2023') TO '${own}/t/b.parquet'`,
    );
    expect((await opened(join(own, "t"))).figures).toHaveLength((rows.length / 5) * 2);
    rmSync(own, { recursive: true });
  });
});
