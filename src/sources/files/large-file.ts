import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { parse } from "csv-parse";
import { InputError } from "../../errors.ts";
import type { Warning } from "../../warning.ts";
import { csvError, csvOptions, delimiterOf, type ParsedRow, readCsv } from "./csv.ts";
import { decode, type Encoding, encodingOf } from "./encoding.ts";
import { RATIO_LIMIT } from "./limits.ts";
import type { RowSource } from "./row-source.ts";
import { SAMPLE_ROWS, START_ROWS } from "./row-source.ts";
import type { Container } from "./unpack.ts";

/** How much of a large file is looked at to recognise it. */
const SAMPLE_BYTES = 2 ** 18;

/** A CSV too large for memory, read as a stream whenever its rows are asked for. */
export async function largeSource(
  path: string,
  container: Container,
  bytes: number,
): Promise<{ sources: readonly RowSource[]; warnings: readonly Warning[] }> {
  const compressed = container === "gzip";
  const start = await firstBytes(path, compressed);
  const encoding = encodingAtStart(start);
  const warnings =
    encoding === "utf-8"
      ? []
      : [{ code: "encoding", message: `${path}: is not UTF-8 and was read as ${encoding}` }];
  const text = decode(start, encoding);
  const rows = readCsv(wholeLines(text), path);
  const delimiter = delimiterOf(text);
  const source: RowSource = {
    name: path,
    sample: rows.slice(0, SAMPLE_ROWS),
    start: rows,
    surroundings: "",
    place: (line) => `${path}:${line}`,
    ...(encoding === "utf-8" && {
      stored: { path, kind: "csv" as const, delimiter, compressed, bytes },
    }),
    async read(take) {
      const parser = parse(csvOptions(delimiter));
      parser.on("readable", () => {
        for (;;) {
          const row = parser.read() as ParsedRow | null;
          if (row === null) return;
          take(row.record, row.info.lines);
        }
      });
      try {
        await pipeline([...streams(path, compressed), decoding(encoding), parser]);
      } catch (error) {
        throw unreadable(csvError(error, path), path);
      }
    },
  };
  return { sources: [source], warnings };
}

function streams(path: string, compressed: boolean) {
  const file = createReadStream(path, { highWaterMark: 2 ** 18 });
  return compressed ? [file, createGunzip(), proportion(file)] : [file];
}

/** Stops where text unpacks to more than any text of data would. */
function proportion(file: { readonly bytesRead: number }): Transform {
  let unpacked = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      unpacked += chunk.length;
      const bomb = unpacked > 2 ** 26 && unpacked > file.bytesRead * RATIO_LIMIT;
      if (bomb) done(new InputError("unpacks out of all proportion"));
      else done(null, chunk);
    },
  });
}

/** @throws TypeError, through the stream, at bytes that are not in the encoding. */
function decoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}

async function firstBytes(path: string, compressed: boolean): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  const all = streams(path, compressed);
  try {
    for (const [at, stream] of all.entries()) {
      const next = all[at + 1];
      if (next) stream.pipe(next as Transform);
    }
    for await (const chunk of all.at(-1)!) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= SAMPLE_BYTES) break;
    }
  } catch (error) {
    throw unreadable(error, path);
  } finally {
    for (const stream of all) stream.destroy();
  }
  return Buffer.concat(chunks).subarray(0, SAMPLE_BYTES);
}

/**
 * The encoding by the start of the file. What is UTF-8 there may be cut in the middle of a
 * character, so its last bytes do not count.
 */
function encodingAtStart(start: Uint8Array): Encoding {
  let end = start.length;
  while (end > start.length - 4 && end > 0 && (start[end - 1]! & 0x80) !== 0) end -= 1;
  return encodingOf(start.subarray(0, end));
}

/** The text up to its last line end outside quotes, as near as can be told from a sample. */
function wholeLines(text: string): string {
  const lines = text.split("\n").slice(0, -1);
  while (lines.length > 1 && (lines.join("\n").match(/"/g)?.length ?? 0) % 2 === 1) lines.pop();
  return lines.slice(0, START_ROWS).join("\n");
}

function unreadable(error: unknown, path: string): unknown {
  if (error instanceof InputError && error.message.startsWith(path)) return error;
  if (error instanceof Error) return new InputError(`${path}: cannot be read (${error.message})`);
  return error;
}
