import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { plainReading, rewritable } from "../files-for-tests.ts";
import { excerpts } from "../formats/excerpts.ts";
import { readingWords } from "../formats/reading-for-tests.ts";
import { workbook } from "../workbook-file.ts";

const written = rewritable();
beforeAll(beginReading);
afterAll(endReading);

const texts = excerpts.filter(
  ({ content }) => typeof content === "string" && !/^[[{]/.test(content),
) as (Omit<(typeof excerpts)[number], "content"> & { content: string })[];

/** The error of one line, or what was read, with every figure accounted for. */
async function outcome(content: string | Uint8Array, reading = {}): Promise<string> {
  try {
    const options = { ...plainReading, reading: readingWords(reading) };
    const { loaded } = await inspectFiles([written(content)], options);
    const skipped = Object.values(loaded.asides).reduce((sum, count) => sum + count, 0);
    expect(loaded.read).toBe(loaded.collection.count + skipped + loaded.problems.length);
    for (const { message } of loaded.problems) expect(message).not.toContain("\n");
    return loaded.problems.length > 0 ? "problems" : "read";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).not.toContain("\n");
    expect(error.message.length).toBeLessThan(3000);
    return "refused";
  }
}

describe("a damaged file of every format", () => {
  it.each(texts)("with its header twice: $title", async ({ content, reading }) => {
    const lines = content.split("\n");
    const at = lines.findIndex((line) => line.split(/[,;\t|]/).length > 2);
    const doubled = [...lines.slice(0, at + 1), lines[at]!, ...lines.slice(at + 1)].join("\n");
    await outcome(doubled, reading);
  });

  it.each(texts)("with a row cut short: $title", async ({ content, reading }) => {
    await outcome(content.trimEnd().slice(0, -3), reading);
  });

  it.each(texts)("in another encoding: $title", async ({ content, reading }) => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, "utf16le")]);
    const before = await outcome(content, reading);
    expect(await outcome(utf16, reading)).toBe(before);
  });

  it.each(texts)("reads the same with its columns in another order: $title", async (excerpt) => {
    const { content, reading, title } = excerpt;
    if (/R$|Markdown|Eurostat|DataWeb|quoted|Direction|USA Trade|our own/.test(title)) return;
    const delimiter = content.includes(";") ? ";" : content.includes("\t") ? "\t" : ",";
    if (content.includes('"') && delimiter === ",") return;
    const reversed = content
      .split("\n")
      .map((line) => (line === "" ? "" : line.split(delimiter).reverse().join(delimiter)))
      .join("\n");
    const same = excerpt.format === "trade-map" ? ["read", "refused"] : ["read"];
    expect(same).toContain(await outcome(reversed, reading));
  });
});

const documents = excerpts.filter(
  ({ content }) => typeof content === "string" && /^\s*\[\s*\{/.test(content),
) as typeof texts;

describe("a damaged file in JSON", () => {
  it.each(documents)("reads the same with its columns in another order: $title", async (one) => {
    const records = JSON.parse(one.content) as Record<string, unknown>[];
    const reversed = records.map((record) => Object.fromEntries(Object.entries(record).reverse()));
    expect(await outcome(JSON.stringify(reversed), one.reading)).toBe("read");
  });

  it.each(documents)("is read or refused with a name less in each record: $title", async (one) => {
    const records = JSON.parse(one.content) as Record<string, unknown>[];
    for (const name of Object.keys(records[0]!)) {
      const less = records.map(({ [name]: _, ...others }) => others);
      await outcome(JSON.stringify(less), one.reading);
    }
  });

  it.each(documents)("reads the same in another encoding: $title", async ({ content, reading }) => {
    const text = Buffer.from(content, "utf16le");
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), text]);
    expect(await outcome(utf16, reading)).toBe(await outcome(content, reading));
  });
});

describe("a damaged workbook", () => {
  const header = ["period", "partner", "flow", "value"];
  const row = ["2024", "MX", "export", 5];

  it.each([
    ["its columns in another order", [[...header].reverse(), [...row].reverse()], "read"],
    ["its header twice", [header, header, row], "read"],
    ["a name twice", [["period", "period", "flow", "value"], row], "refused"],
    [
      "a value of a million digits",
      [header, ["2024", "MX", "export", "9".repeat(1e6)]],
      "problems",
    ],
  ])("with %s", async (_, rows, told) => {
    expect(await outcome(workbook({ Sheet1: rows }))).toBe(told);
  });

  it("is refused in one line for thirty thousand columns", async () => {
    const names = Array.from({ length: 30_000 }, (_, at) => `c${at}`);
    expect(await outcome(workbook({ Sheet1: [names, names] }))).toBe("refused");
  });
});

describe("a file out of all measure", () => {
  // An engine passed over a last line that is longer than its buffer.
  it("is not read without its last line, however long it is", { timeout: 180_000 }, async () => {
    const rows = "period,partner,flow,value\n2023,MX,export,1\n2024,MX,export,";
    expect(await outcome(`${rows}${"9".repeat(40e6)}\n`)).toBe("problems");
  });

  it("is refused in one line for a million columns", { timeout: 180_000 }, async () => {
    const names = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(",");
    expect(await outcome(`${names}\n${names}\n`)).toBe("refused");
  });

  it("is refused in one line for a line of five megabytes", { timeout: 180_000 }, async () => {
    expect(await outcome(`period,partner,flow,value\n2024,MX,export,${"9".repeat(5e6)}\n`)).toBe(
      "problems",
    );
    expect(await outcome("x".repeat(5e6))).toBe("refused");
  });
});
