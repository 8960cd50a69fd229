import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { InputError } from "../../errors.ts";
import type { Warning } from "../../warning.ts";
import { LARGE_FILE } from "./limits.ts";
import type { RowSource } from "./row-source.ts";
import { containerOf, gunzip, unzip } from "./unpack.ts";

/** The name of standard input in `--data -` and in messages. */
export const STANDARD_INPUT = "-";

/** The tables of one file, and what is to be said about how it was read. */
export interface OpenedFile {
  readonly name: string;
  readonly sha256: string | null;
  readonly sources: readonly RowSource[];
  readonly warnings: readonly Warning[];
}

/**
 * Opens a file, or standard input for `-`: text in any encoding, JSON, workbooks, Parquet, and
 * gzip and zip archives of these, all known by their content.
 * @param largeFile bytes beyond which text is read as a stream.
 * @throws InputError when it cannot be read.
 */
export async function openFile(path: string, largeFile = LARGE_FILE): Promise<OpenedFile> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  if (path !== STANDARD_INPUT) {
    const start = startOf(path, name);
    const container = containerOf(start.bytes);
    if (container === "parquet") {
      const { parquetSource } = await import("../engines/parquet.ts");
      return { name, sha256: null, sources: [await parquetSource(path, start.size)], warnings: [] };
    }
    if (start.size > largeFile && container !== "zip" && !looksLikeJson(start.bytes)) {
      const { largeSource } = await import("./large-file.ts");
      return { name, sha256: null, ...(await largeSource(path, container, start.size)) };
    }
  }
  const bytes = readBytes(path, name);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (bytes.every(isBlank)) {
    throw new InputError(
      `${name}: the file is empty (see trade-metrics data template for the layout)`,
    );
  }
  return { name, sha256, ...(await sourcesIn(bytes, name)) };
}

type Found = Pick<OpenedFile, "sources" | "warnings">;

/** The tables in bytes, which may be an archive. */
async function sourcesIn(bytes: Uint8Array, name: string, depth = 0): Promise<Found> {
  const container = containerOf(bytes);
  if (container === "gzip") return sourcesIn(gunzip(bytes, name), name, depth);
  if (container === "zip") {
    const entries = unzip(bytes, name);
    const { isWorkbook, readSheets } = await import("./workbook.ts");
    if (isWorkbook(entries.keys())) {
      return { sources: await readSheets(entries, name), warnings: [] };
    }
    return entriesIn(entries, name, depth);
  }
  if (container === "parquet") {
    throw new InputError(`${name}: Parquet is read from a file of its own (unpack it first)`);
  }
  const { textSource } = await import("./text-source.ts");
  const { source, encoding } = textSource(bytes, name);
  const warnings =
    encoding === "utf-8"
      ? []
      : [{ code: "encoding", message: `${name}: is not UTF-8 and was read as ${encoding}` }];
  return { sources: [source], warnings };
}

async function entriesIn(
  entries: ReadonlyMap<string, Uint8Array>,
  name: string,
  depth: number,
): Promise<Found> {
  if (depth > 0) throw new InputError(`${name}: is an archive in an archive (unpack it first)`);
  const sources: RowSource[] = [];
  const warnings: Warning[] = [];
  for (const [entry, bytes] of entries) {
    if (/(^|\/)(__MACOSX|\.)/.test(entry) || bytes.every(isBlank)) continue;
    const found = await sourcesIn(bytes, `${name}: ${entry}`, depth + 1);
    sources.push(...found.sources);
    warnings.push(...found.warnings);
  }
  if (sources.length === 0) throw new InputError(`${name}: the archive holds no table`);
  return { sources, warnings };
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => !isBlank(byte) && byte < 0x80);
  return first === 0x5b || first === 0x7b;
}

const START = 4096;

function startOf(path: string, name: string): { bytes: Uint8Array; size: number } {
  return reading(name, () => {
    const { size } = statSync(path);
    const bytes = new Uint8Array(START);
    const descriptor = openSync(path, "r");
    try {
      return { bytes: bytes.subarray(0, readSync(descriptor, bytes, 0, START, 0)), size };
    } finally {
      closeSync(descriptor);
    }
  });
}

export function readBytes(path: string, name: string): Uint8Array {
  return reading(name, () => readFileSync(path === STANDARD_INPUT ? 0 : path));
}

function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new InputError(`${name}: there is no such file (check the path)`);
    if (code === "EISDIR") {
      throw new InputError(
        `${name}: is a folder without a datapackage.json (name a file, or a data package folder)`,
      );
    }
    throw new InputError(`${name}: cannot be read (${code ?? (error as Error).message})`);
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
