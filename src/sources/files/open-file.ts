import { createHash } from "node:crypto";
import { createReadStream, fstatSync, readFileSync, type Stats, statSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { cannotRead, refuseUnreadable, statOf } from "../../readable.ts";
import type { Warning } from "../../warning.ts";
import { encodingWarnings } from "./encoding.ts";
import { firstBytes, isBlank } from "./first-bytes.ts";
import { refuseDocument, refuseForeign } from "./foreign-files.ts";
import { LARGE_FILE, UNPACKED_LIMIT } from "./limits.ts";
import type { NamedFile, Reading } from "./plain-text.ts";
import type { RowSource } from "./row-source.ts";
import {
  type Container,
  containerOf,
  gunzip,
  gunzipWithin,
  isOther,
  START_BYTES,
  unzip,
} from "./unpack.ts";
import type { OtherPacking } from "./unpack-others.ts";

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
 * Opens a file, a pipe, or standard input for `-`: text in any encoding, JSON, workbooks, Parquet, and
 * these packed with gzip, zip, tar, zstd, bzip2 or xz, all known by their content.
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
  const stats = statOf(path);
  refuseUnreadable(stats, path, name);
  if (isPipe(stats)) return fromDisk(await spooledPipe(file, opening), opening);
  const start = startOf(path, name);
  const container = containerOf(start.bytes);
  if (container === "parquet") return fromParquet(file, start.size);
  if (isOther(container)) {
    return fromOther(file, container, opening);
  }
  const inMemory = container === "zip" || container === "tar";
  if (start.size > (opening.largeFile ?? LARGE_FILE) && !inMemory) {
    return fromLarge(file, container, opening);
  }
  return fromMemory(readBytes(path, name), name, opening);
}

/** A named pipe, or what `<(…)` of a shell gives: it can be read once only. */
function isPipe(stats: Stats | null): boolean {
  return stats !== null && (stats.isFIFO() || stats.isCharacterDevice() || stats.isSocket());
}

async function spooledPipe({ name, path }: NamedFile, { spool }: Opening): Promise<NamedFile> {
  return { name, path: await spool.write(name, createReadStream(path)) };
}

async function fromOther(
  file: NamedFile,
  packing: OtherPacking,
  opening: Opening,
): Promise<OpenedFile> {
  const { unpackOther } = await import("./unpack-others.ts");
  const unpacked = await unpackOther(file, packing, opening);
  const inner = containerOf(startOf(unpacked.path, file.name).bytes);
  if (isOther(inner)) {
    throw new InputError(`${file.name}: holds ${inner} within ${packing} (unpack it first)`);
  }
  const { size } = statSync(file.path);
  const isSmall = size <= (opening.largeFile ?? LARGE_FILE);
  const sha256 = isSmall ? sha256Of(readBytes(file.path, file.name)) : null;
  return { ...(await fromDisk(unpacked, opening)), sha256 };
}

async function fromMemory(bytes: Uint8Array, name: string, opening: Opening): Promise<OpenedFile> {
  const container = containerOf(bytes);
  const spooled = async () => ({ name, path: await opening.spool.write(name, [bytes]) });
  if (isOther(container)) {
    return fromOther(await spooled(), container, opening);
  }
  if (container === "parquet") return fromParquet(await spooled(), bytes.length);
  if (bytes.every(isBlank)) {
    throw new InputError(
      `${name}: the file is empty (see trade-metrics data template for the layout)`,
    );
  }
  if (container === "gzip") {
    const unpacked = gunzipWithin(bytes, name, opening.largeFile ?? LARGE_FILE);
    if (unpacked === null) return fromLarge(await spooled(), container, opening);
    return { name, sha256: sha256Of(bytes), ...(await sourcesIn(unpacked, name, opening)) };
  }
  return { name, sha256: sha256Of(bytes), ...(await sourcesIn(bytes, name, opening)) };
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
  const inner = container === "gzip" ? await packedWithin(file, opening) : null;
  if (inner) return fromDisk(inner, opening);
  if (container === "text") refuseForeign(startOf(file.path, file.name).bytes, file.name);
  return { name: file.name, sha256: null, ...(await largeSource(file, container, opening)) };
}

/** The archive, the workbook or the Parquet file that a large gzip holds; null where it holds text. */
async function packedWithin(file: NamedFile, opening: Opening): Promise<NamedFile | null> {
  const { startOfGzip, unpackGzip } = await import("./plain-text.ts");
  const start = startOfGzip(file);
  const inner = containerOf(start);
  refuseForeign(start, file.name);
  return inner === "zip" || inner === "tar" || inner === "parquet"
    ? unpackGzip(file, opening)
    : null;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const OPEN_BRACE = 0x7b;

type Found = Pick<OpenedFile, "sources" | "warnings">;

/** The tables in bytes, which may be an archive. */
async function sourcesIn(
  bytes: Uint8Array,
  name: string,
  opening: Opening,
  depth = 0,
): Promise<Found> {
  const container = containerOf(bytes);
  if (container === "gzip") {
    refuseTooDeep(name, depth);
    return sourcesIn(gunzip(bytes, name), name, opening, depth + 1);
  }
  if (container === "zip") {
    const entries = unzip(bytes, name);
    const { isWorkbook, readSheets } = await import("./workbook.ts");
    if (isWorkbook(entries.keys())) {
      return { sources: await readSheets(entries, name), warnings: [] };
    }
    refuseDocument(entries, name);
    return entriesIn(entries, name, opening, depth);
  }
  if (container === "tar") {
    const { untar } = await import("./untar.ts");
    return entriesIn(untar(bytes, name), name, opening, depth);
  }
  const spooled = async () => ({ name, path: await opening.spool.write(name, [bytes]) });
  if (isOther(container)) {
    refuseTooDeep(name, depth);
    const { unpackOther } = await import("./unpack-others.ts");
    const { path } = await unpackOther(await spooled(), container, opening);
    refuseTooLarge(path, name);
    return sourcesIn(readBytes(path, name), name, opening, depth + 1);
  }
  if (container === "parquet") return fromParquet(await spooled(), bytes.length);
  refuseForeign(bytes, name);
  const { reportTables } = await import("./json-report.ts");
  const report = bytes[0] === OPEN_BRACE ? reportTables(Buffer.from(bytes).toString(), name) : null;
  if (report !== null) return { sources: report, warnings: [] };
  const { textSource } = await import("./text-source.ts");
  const { source, encoding } = textSource(bytes, name);
  return { sources: [source], warnings: encodingWarnings(name, encoding) };
}

/** Real files are packed twice at most, such as a workbook in an archive of archives. */
const DEEPEST = 3;

function refuseTooDeep(name: string, depth: number): void {
  if (depth < DEEPEST) return;
  throw new InputError(`${name}: is packed within packed files without end (unpack it first)`);
}

/** What is packed in an archive is read in memory. */
function refuseTooLarge(path: string, name: string): void {
  if (statSync(path).size <= UNPACKED_LIMIT) return;
  throw new InputError(`${name}: is too large within an archive (unpack it first)`);
}

async function entriesIn(
  entries: ReadonlyMap<string, Uint8Array>,
  name: string,
  opening: Opening,
  depth: number,
): Promise<Found> {
  refuseTooDeep(name, depth);
  const sources: RowSource[] = [];
  const warnings: Warning[] = [];
  for (const [entry, bytes] of entries) {
    if (/(^|\/)(__MACOSX|\.)/.test(entry) || bytes.every(isBlank)) continue;
    // In a damaged archive a name may hold anything, and a message is one line.
    const place = `${name}: ${entry.replace(/\p{Cc}+/gu, " ")}`;
    const found = await sourcesIn(bytes, place, opening, depth + 1);
    sources.push(...found.sources);
    warnings.push(...found.warnings);
  }
  if (sources.length === 0) throw new InputError(`${name}: the archive holds no table`);
  return { sources, warnings };
}

function startOf(path: string, name: string): { bytes: Uint8Array; size: number } {
  return reading(name, () => {
    const { size } = statSync(path);
    return { bytes: firstBytes(path, START_BYTES), size };
  });
}

export function readBytes(path: string, name: string): Uint8Array {
  if (path !== STANDARD_INPUT) {
    refuseUnreadable(statOf(path), path, name);
    return reading(name, () => readFileSync(path));
  }
  if (!standardInput) {
    refuseUnreadable(fstatSync(0), 0, name);
    standardInput = reading(name, () => readFileSync(0));
  }
  return standardInput;
}

/** Kept, because it can be read once alone. */
let standardInput: Uint8Array | undefined;

function reading<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") {
      throw new InputError(
        `${name}: is a folder without a datapackage.json (name a file, or a data package folder)`,
      );
    }
    throw cannotRead(name, error);
  }
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}
