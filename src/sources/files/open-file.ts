import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { InputError } from "../../errors.ts";
import type { Warning } from "../../warning.ts";
import { encodingWarnings } from "./encoding.ts";
import { firstBytes, isBlank } from "./first-bytes.ts";
import { LARGE_FILE } from "./limits.ts";
import type { NamedFile, Reading } from "./plain-text.ts";
import type { RowSource } from "./row-source.ts";
import { type Container, containerOf, gunzip, gunzipWithin, unzip } from "./unpack.ts";

/** The name of standard input in `--data -` and in messages. */
export const STANDARD_INPUT = "-";

/** The tables of one file, and what is to be said about how it was read. */
export interface OpenedFile {
  readonly name: string;
  readonly sha256: string | null;
  readonly sources: readonly RowSource[];
  readonly warnings: readonly Warning[];
}

/** How a file is to be opened. */
export interface Opening extends Reading {
  /** Bytes beyond which text is not held in memory. */
  readonly largeFile?: number | undefined;
}

/**
 * Opens a file, or standard input for `-`: text in any encoding, JSON, workbooks, Parquet, and
 * gzip and zip archives of these, all known by their content.
 * @throws InputError when it cannot be read.
 */
export async function openFile(path: string, opening: Opening): Promise<OpenedFile> {
  if (path !== STANDARD_INPUT) return fromDisk({ name: path, path }, opening);
  const name = "standard input";
  const { standardInput } = await import("./standard-input.ts");
  const input = await standardInput(name, opening.largeFile ?? LARGE_FILE, opening);
  return "bytes" in input ? fromMemory(input.bytes, name, opening) : fromDisk(input, opening);
}

async function fromDisk(file: NamedFile, opening: Opening): Promise<OpenedFile> {
  const { name, path } = file;
  const start = startOf(path, name);
  const container = containerOf(start.bytes);
  if (container === "parquet") return fromParquet(file, start.size);
  if (start.size > (opening.largeFile ?? LARGE_FILE) && container !== "zip") {
    return fromLarge(file, container, opening);
  }
  return fromMemory(readBytes(path, name), name, opening);
}

async function fromMemory(bytes: Uint8Array, name: string, opening: Opening): Promise<OpenedFile> {
  const container = containerOf(bytes);
  const spooled = async () => ({ name, path: await opening.spool.write(name, [bytes]) });
  if (container === "parquet") return fromParquet(await spooled(), bytes.length);
  if (bytes.every(isBlank)) {
    throw new InputError(
      `${name}: the file is empty (see trade-metrics data template for the layout)`,
    );
  }
  if (container === "gzip") {
    const unpacked = gunzipWithin(bytes, name, opening.largeFile ?? LARGE_FILE);
    if (unpacked === null) return fromLarge(await spooled(), container, opening);
    return { name, sha256: sha256Of(bytes), ...(await sourcesIn(unpacked, name)) };
  }
  return { name, sha256: sha256Of(bytes), ...(await sourcesIn(bytes, name)) };
}

async function fromParquet({ name, path }: NamedFile, size: number): Promise<OpenedFile> {
  const { parquetSource } = await import("../engines/parquet.ts");
  return { name, sha256: null, sources: [await parquetSource(path, size, name)], warnings: [] };
}

async function fromLarge(
  file: NamedFile,
  container: Container,
  opening: Opening,
): Promise<OpenedFile> {
  const { largeSource } = await import("./large-file.ts");
  return { name: file.name, sha256: null, ...(await largeSource(file, container, opening)) };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
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
  return { sources: [source], warnings: encodingWarnings(name, encoding) };
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

const START = 4;

function startOf(path: string, name: string): { bytes: Uint8Array; size: number } {
  return reading(name, () => {
    const { size } = statSync(path);
    return { bytes: firstBytes(path, START), size };
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
