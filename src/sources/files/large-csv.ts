import { statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { InputError } from "../../errors.ts";
import {
  csvError,
  csvOptions,
  delimiterOf,
  dimensionsApart,
  type ParsedRow,
  readCsv,
} from "./csv.ts";
import { firstBytes } from "./first-bytes.ts";
import { chunksOf, type NamedFile } from "./plain-text.ts";
import type { Progress } from "./progress.ts";
import { type RowSource, SAMPLE_ROWS, START_ROWS } from "./row-source.ts";

/** A UTF-8 CSV too large for memory, read as a stream whenever its rows are asked for. */
export function largeCsv(file: NamedFile, start: string): RowSource {
  const { name, path } = file;
  const rows = readCsv(wholeLines(start), name);
  const delimiter = delimiterOf(start);
  const isPlain = !(rows[0] && /\\\w+$/.test(start.split("\t")[0] ?? ""));
  return {
    name,
    sample: rows.slice(0, SAMPLE_ROWS),
    start: rows,
    surroundings: "",
    delimiter,
    place: (line) => `${name}:${line}`,
    ...(isPlain
      ? { stored: { path, kind: "csv" as const, delimiter, bytes: statSync(path).size } }
      : {}),
    read: (take, progress) => readRows(file, delimiter, take, progress),
  };
}

async function readRows(
  file: NamedFile,
  delimiter: string,
  take: (cells: readonly string[], line: number) => void,
  progress: Progress | undefined,
): Promise<void> {
  const parser = parse(csvOptions(delimiter));
  let apart: ReturnType<typeof dimensionsApart> | null = null;
  const takeAll = () => {
    for (;;) {
      const row = parser.read() as ParsedRow | null;
      if (row === null) return;
      apart ??= dimensionsApart(row.record);
      take(apart(row.record), row.info.lines);
    }
  };
  parser.on("readable", () => {
    try {
      takeAll();
    } catch (error) {
      // Whoever waits for the stream is told, which an error of a listener would go past.
      parser.destroy(error as Error);
    }
  });
  try {
    await pipeline(chunksOf(file, progress), parser);
  } catch (error) {
    throw unreadable(csvError(error, file.name), file.name);
  }
}

/** How much of a large file is looked at to recognise it. */
const SAMPLE_BYTES = 2 ** 18;

/** The text at the start of a UTF-8 file. */
export function startOfText({ path }: NamedFile): string {
  return new TextDecoder().decode(firstBytes(path, SAMPLE_BYTES), { stream: true });
}

/** The text up to its last line end outside quotes, as near as can be told from a sample. */
function wholeLines(text: string): string {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const lines = text.split(end).slice(0, -1);
  while (lines.length > 1 && (lines.join(end).match(/"/g)?.length ?? 0) % 2 === 1) lines.pop();
  return lines.slice(0, START_ROWS).join(end);
}

function unreadable(error: unknown, name: string): unknown {
  if (error instanceof InputError) return error;
  if (error instanceof Error) return new InputError(`${name}: cannot be read (${error.message})`);
  return error;
}
