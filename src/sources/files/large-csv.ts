import { statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { InputError } from "../../errors.ts";
import {
  csvError,
  csvOptions,
  delimiterOf,
  dimensionsApart,
  firstRows,
  type ParsedRow,
} from "./csv.ts";
import { firstBytes, lastBytes } from "./first-bytes.ts";
import { PlainLines, type TakeRow } from "./plain-lines.ts";
import { chunksOf, type NamedFile } from "./plain-text.ts";
import type { Progress } from "./progress.ts";
import { type RowSource, SAMPLE_ROWS, START_ROWS } from "./row-source.ts";

/** A UTF-8 CSV too large for memory, read as a stream whenever its rows are asked for. */
export function largeCsv(file: NamedFile, start: string): RowSource {
  const { name, path } = file;
  const rows = firstRows(wholeLines(start), name, START_ROWS);
  const delimiter = delimiterOf(start);
  const { size } = statSync(path);
  const isPlain = !(rows[0] && /\\\w+$/.test(start.split("\t")[0] ?? "")) && endsInLine(path, size);
  return {
    name,
    sample: rows.slice(0, SAMPLE_ROWS),
    start: rows,
    surroundings: "",
    delimiter,
    place: (line) => `${name}:${line}`,
    ...(isPlain ? { stored: { path, kind: "csv" as const, delimiter, bytes: size } } : {}),
    read: (take, progress) => readRows(file, delimiter, take, progress),
  };
}

/** The longest line that is read as a plain one. */
const LONGEST_LINE = 2 ** 22;

/** Whether the last line is short enough for an engine, which passes over one beyond its measure. */
function endsInLine(path: string, size: number): boolean {
  const end = lastBytes(path, size, LONGEST_LINE);
  return end.length < LONGEST_LINE || end.subarray(0, -2).includes(LINE_FEED);
}

async function readRows(
  file: NamedFile,
  delimiter: string,
  takeRow: TakeRow,
  progress: Progress | undefined,
): Promise<void> {
  const take = dimensionsApart(takeRow);
  const chunks = chunksOf(file, progress);
  try {
    const plain = new PlainLines(delimiter);
    const rest = await readPlain(plain, chunks, take);
    if (rest) await readOthers(rest, chunks, plain, take, file.name);
  } catch (error) {
    throw unreadable(error, file.name);
  } finally {
    await chunks.return(undefined);
  }
}

const LINE_FEED = 10;

/** Reads the plain lines of a file. @returns the bytes before the next chunk that are left; or null. */
async function readPlain(
  plain: PlainLines,
  chunks: AsyncGenerator<Buffer>,
  take: TakeRow,
): Promise<Buffer | null> {
  let left: Buffer = Buffer.alloc(0);
  for (;;) {
    const { value, done = false } = await chunks.next();
    const bytes = done ? left : Buffer.concat([left, value as Buffer]);
    // Up to a line end, no character is cut in two.
    const stop = done ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1;
    const text = bytes.toString("utf8", plain.lines === 0 ? startOf(bytes) : 0, stop);
    const { at, isPlain } = plain.read(text, done, take);
    left = bytes.subarray(stop);
    if (at < text.length) left = Buffer.concat([Buffer.from(text.slice(at)), left]);
    if (!isPlain || left.length > LONGEST_LINE) return left;
    if (done) return null;
  }
}

const BYTE_ORDER_MARK = Buffer.from("\uFEFF");

function startOf(bytes: Buffer): number {
  const { length } = BYTE_ORDER_MARK;
  return bytes.subarray(0, length).equals(BYTE_ORDER_MARK) ? length : 0;
}

/** Reads the lines that are not plain, and all after them. */
async function readOthers(
  rest: Buffer,
  chunks: AsyncGenerator<Buffer>,
  plain: PlainLines,
  take: TakeRow,
  name: string,
): Promise<void> {
  const parser = parse(csvOptions(plain));
  const takeAll = () => {
    for (;;) {
      const row = parser.read() as ParsedRow | null;
      if (row === null) return;
      take(row.record, plain.lines + row.info.lines);
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
  const bytes = async function* () {
    yield rest;
    yield* chunks;
  };
  try {
    await pipeline(bytes, parser);
  } catch (error) {
    throw csvError(error, name, plain.lines);
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
