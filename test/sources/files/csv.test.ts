import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delimiterOf, readCsv } from "../../../src/sources/files/csv.ts";
import { largeCsv } from "../../../src/sources/files/large-csv.ts";
import { rewritable } from "../files-for-tests.ts";

type Row = readonly [line: number, cells: readonly string[]];

/** What csv-parse gives for a whole text. */
function expected(text: string): Row[] | "refused" {
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      trim: true,
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return rows.map(({ info, record }) => [info.lines, record]);
  } catch {
    return "refused";
  }
}

function inMemory(text: string): Row[] | "refused" {
  const rows: Row[] = [];
  try {
    readCsv(text.replace(/^\uFEFF/, ""), "a.csv", (cells, line) => rows.push([line, [...cells]]));
  } catch {
    return "refused";
  }
  return rows;
}

const file = rewritable();

async function streamed(text: string): Promise<Row[] | "refused"> {
  const rows: Row[] = [];
  const path = file(text);
  try {
    const source = largeCsv({ name: "a.csv", path }, `a${delimiterOf(text)}b\n`);
    await source.read((cells, line) => rows.push([line, [...cells]]));
  } catch {
    return "refused";
  }
  return rows;
}

const piece = fc.constantFrom(
  ...["a", "12", " ", "\t", ",", ",", ";", '"', '"', '""', "\n", "\n", "\r\n", "\r", "\u00a0", "é"],
  ...["x,y,z\n", '"q,r",s\n', "\n\n", ",,\n", '"a ""b"" c",d\n', ' "e" ,f\r\n', "\uFEFF"],
);
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

describe("a CSV", () => {
  it("is read as csv-parse reads it, whatever its quotes and line ends", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const rows = expected(text);
        expect(inMemory(text)).toEqual(rows);
        if (text.trim() !== "") expect(await streamed(text)).toEqual(rows);
      }),
      { numRuns: Number(process.env.TRADE_METRICS_RUNS ?? 250) },
    );
  });
});
