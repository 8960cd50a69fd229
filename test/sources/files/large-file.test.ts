import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";

/** At once in memory; as a stream of rows; with the database. */
const ways = [{}, { largeFile: 0, engine: "rows" }, { largeFile: 0, engine: "duckdb" }] as const;

const HEADER = "period,partner,flow,value";

/** The figures and warnings of a file, or the error that refuses it, the same in every way. */
async function readAlike(content: string | Uint8Array) {
  const path = fileWith(content);
  const told = (text: string) => text.replaceAll(path, "FILE");
  const results = [];
  for (const way of ways) {
    const result = await inspectFiles([path], { ...plainReading, ...way }).then(
      ({ loaded, warnings }) => ({
        // By period: a database gives rows in any order.
        values: loaded.collection
          .allSeries()
          .flatMap(({ values }) => [...values].sort(([a], [b]) => (a < b ? -1 : 1)))
          .map(([, value]) => value),
        problems: loaded.problems.map(({ place, message }) => told(`${place}: ${message}`)),
        warnings: warnings.map(({ message }) => told(message)),
      }),
      (error: Error) => ({ refused: told(error.message) }),
    );
    results.push(result);
  }
  for (const result of results) expect(result).toEqual(results[0]);
  return results[0]!;
}

describe("a large text", () => {
  const ascii = `${HEADER}\n${"2024,MX,export,1\n".padEnd(400_000, " \n")}`;

  it("whose start is ASCII and whose last line is ISO-8859-1 is read as the small one is", async () => {
    const bytes = Buffer.from(`${ascii}\n2023,Curaçao,export,5\n`, "latin1");
    expect(await readAlike(bytes)).toMatchObject({
      values: [5, 1],
      problems: [],
      warnings: ["FILE: is not UTF-8 and was read as windows-1252"],
    });
  });

  it("whose characters fall between two pieces of the file stays UTF-8", async () => {
    for (const shift of ["", "a", "ab", "abc"]) {
      const unknown = `${shift}${"€".repeat(400_000)}`;
      const text = `${HEADER},note\n2023,Curaçao,export,5,${unknown}\n`;
      expect(await readAlike(text)).toMatchObject({ values: [5], problems: [] });
    }
  });

  it.each([
    ["UTF-16, little endian", Buffer.from(`\uFEFF${HEADER}\n2023,Curaçao,export,5\n`, "utf16le")],
    [
      "UTF-16, big endian",
      Buffer.from(`\uFEFF${HEADER}\n2023,Curaçao,export,5\n`, "utf16le").swap16(),
    ],
    [
      "ISO-8859-1 within gzip",
      gzipSync(Buffer.from(`${HEADER}\n2023,Curaçao,export,5\n`, "latin1")),
    ],
  ])("is read in %s, and that is told", async (_, bytes) => {
    const result = await readAlike(bytes);
    expect(result).toMatchObject({
      values: [5],
      warnings: [expect.stringContaining("is not UTF-8")],
    });
  });

  it("that a small gzip file holds is read from disk", async () => {
    const path = fileWith(gzipSync(`${HEADER}\n${"2024,MX,export,1\n".padEnd(300_000, "\n")}`));
    const { description, loaded } = await inspectFiles([path], {
      ...plainReading,
      largeFile: 100_000,
    });
    expect([loaded.collection.count, description.sha256]).toEqual([1, null]);
  });

  it("is not taken for an archive within gzip, which is read as one", async () => {
    const text = `${HEADER}\n2024,MX,export,1\n`;
    const path = fileWith(gzipSync(zipSync({ "a.csv": Buffer.from(text) })));
    const { loaded } = await inspectFiles([path], { ...plainReading, largeFile: 0 });
    expect(loaded.collection.count).toBe(1);
  });
});

describe("large JSON", () => {
  const record = (period: string, value: unknown, more = {}) => ({
    ...{ period, partner: "MX", flow: "export", value },
    ...more,
  });
  const records = [record("2023", 5), record("2024", 7)];
  const lists = [
    ["period", "partner", "flow", "value"],
    ["2023", "MX", "export", "5"],
  ];

  it.each([
    ["a list of objects", JSON.stringify(records), [5, 7]],
    ["a list of lists, the first of them the header", JSON.stringify(lists), [5]],
    ["an object with the list", JSON.stringify({ count: 2, data: records, error: "" }), [5, 7]],
    ["pretty-printed", JSON.stringify({ data: records }, null, 2), [5, 7]],
    [
      "by the line, with empty lines",
      records.map((one) => `${JSON.stringify(one)}\n\n`).join(""),
      [5, 7],
    ],
    ["with a byte order mark", `\uFEFF${JSON.stringify(records)}`, [5, 7]],
    ["the first of several lists by name", JSON.stringify({ data: [], records }), [5, 7]],
    [
      "with quotes, commas and line ends in cells",
      JSON.stringify([record("2023", 5, { note: 'a "b",\n c' })]),
      [5],
    ],
    [
      "with a column that comes late",
      JSON.stringify([record("2023", 5), record("2024", "0.5", { unit: "USD million" })]),
      [5, 500_000],
    ],
  ])("is read as the small one is: %s", async (_, text, values) => {
    expect(await readAlike(text)).toMatchObject({ values, problems: [] });
    expect(await readAlike(gzipSync(text))).toMatchObject({ values, problems: [] });
  });

  it("names the same places for bad records", async () => {
    const text = JSON.stringify([record("2023", "x"), record("2024", 1), record("2024", 1)]);
    expect(await readAlike(text)).toMatchObject({
      problems: [
        expect.stringMatching(/^FILE: record 1: value: /),
        expect.stringMatching(/^FILE: record 3: duplicate of FILE: record 2: /),
      ],
    });
    const narrow = JSON.stringify([...lists, ["2024", "MX", "export"]]);
    expect(await readAlike(narrow)).toMatchObject({
      problems: [expect.stringMatching(/^FILE: record 2: 3 fields in a row/)],
    });
  });

  it.each([
    [
      "a value that is no JSON",
      '[{"period":"2024"},\n{"period":x}]',
      "FILE:2: this is not valid JSON",
    ],
    [
      "a missing comma",
      '[{"period":"2024"}\n\n{"period":"2024"}]',
      "FILE:3: this is not valid JSON",
    ],
    ["a file that is cut off", '[{"period":"2024"},{"per', "this is not valid JSON"],
    ["a line that is no JSON", '{"period":"2024"}\n{"per', "FILE:2: this is not valid JSON"],
    [
      "an object without a list",
      '{"period":\n{"a":1}}',
      'FILE: expected a list of records, or an object with the key "records"',
    ],
    ["a record that is a number", '[{"period":"2024"},7]', "FILE: record 2: expected an object"],
    ["a list among objects", '[{"period":"2024"},[7]]', "FILE: record 2: expected an object"],
    ["an object among lists", '[[7],{"period":"2024"}]', "FILE: record 1: expected an object"],
  ])("is refused in the same words: %s", async (_, text, says) => {
    expect(await readAlike(text)).toEqual({ refused: expect.stringContaining(says) });
  });

  it.each([
    ["a document", '[\n{"period":"2024","value":'],
    ["a line", '{"period":"2024"}\n{"period":"2024","value":'],
  ])("with a number of 20 MB is refused before it fills the memory: %s", async (_, start) => {
    const path = fileWith(`${start}${"1".repeat(20 * 2 ** 20)}}`);
    await expect(inspectFiles([path], { ...plainReading, largeFile: 0 })).rejects.toThrow(
      ":2: a value of over 16 MB",
    );
  });

  it("that is nested without end is refused before it fills the memory", async () => {
    const path = fileWith("[".repeat(2_000_000));
    await expect(inspectFiles([path], { ...plainReading, largeFile: 0 })).rejects.toThrow(
      "this is not valid JSON",
    );
  });
});
