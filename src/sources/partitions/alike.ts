import { isUtf8 } from "node:buffer";
import { statSync } from "node:fs";
import { InputError } from "../../errors.ts";
import { refuseUnreadable } from "../../readable.ts";
import { firstBytes } from "../files/first-bytes.ts";
import { jsonKind } from "../files/json.ts";
import { LARGE_FILE } from "../files/limits.ts";
import { containerOf } from "../files/unpack.ts";
import { type AlikeFiles, isPlainPath } from "./many-files.ts";

/** How much of a file is looked at to see whether it is like another. */
const START = 2 ** 16;

/** Files that a database may read as one table, and those that are read one by one. */
export interface Sorted {
  readonly together: readonly AlikeFiles[];
  readonly alone: string[];
}

/**
 * Puts files with the same columns together: Parquet always, text where all of it is too large for
 * memory.
 * @throws InputError that names a file which cannot be opened.
 */
export async function sortedAlike(
  name: string,
  files: readonly string[],
  largeFile = LARGE_FILE,
): Promise<Sorted> {
  const alone: string[] = [];
  const parquet: string[] = [];
  const text = new Map<string, string[]>();
  const sizes = new Map(files.map((file) => [file, sizeOf(file)]));
  const sizeOfAll = (paths: readonly string[]) =>
    paths.reduce((sum, path) => sum + sizes.get(path)!, 0);
  const isLarge = sizeOfAll(files) > largeFile;
  for (const file of files) {
    const start = isPlainPath(file) ? startOf(file) : new Uint8Array();
    const container = containerOf(start);
    const header = container === "text" && isLarge ? headerOf(start) : null;
    if (container === "parquet") parquet.push(file);
    else if (header === null) alone.push(file);
    else text.set(header, [...(text.get(header) ?? []), file]);
  }
  const together: AlikeFiles[] = [];
  const kinds = [
    ...(await alikeParquet(parquet)).map((paths) => ({ kind: "parquet" as const, paths })),
    ...[...text.values()].map((paths) => ({ kind: "csv" as const, paths })),
  ];
  for (const { kind, paths } of kinds) {
    if (paths.length === 1) alone.push(paths[0]!);
    else {
      const others =
        paths.length === files.length ? name : `${paths[0]} and ${paths.length - 1} more`;
      together.push({ name: others, paths, bytes: sizeOfAll(paths), kind });
    }
  }
  return { together, alone: alone.sort() };
}

function startOf(path: string): Uint8Array {
  try {
    // A pipe can be read once only; a device, or a view of the system, may never end.
    const stats = statSync(path);
    refuseUnreadable(stats, path, path);
    if (stats.isFile()) return firstBytes(path, START);
  } catch {
    // What is wrong with it is said where it is opened by itself.
  }
  return new Uint8Array();
}

function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : 0;
}

/** The first line of a CSV in UTF-8, with the columns that its path tells; null for anything else. */
function headerOf(start: Uint8Array): string | null {
  const end = start.indexOf(10);
  const whole = start.subarray(0, Math.max(start.lastIndexOf(10), 0));
  if (end < 1 || !isUtf8(whole)) return null;
  const text = new TextDecoder().decode(whole);
  if (jsonKind(text) !== null) return null;
  return text.slice(0, text.indexOf("\n")).trim();
}

/** Parquet files by the names and the types of their columns. */
async function alikeParquet(files: readonly string[]): Promise<readonly (readonly string[])[]> {
  if (files.length < 2) return files.length === 0 ? [] : [files];
  const { parquetColumns } = await import("../engines/parquet.ts");
  const byColumns = new Map<string, string[]>();
  for (const [file, columns] of await parquetColumns(files)) {
    byColumns.set(columns, [...(byColumns.get(columns) ?? []), file]);
  }
  return [...byColumns.values()];
}

/**
 * A folder holds one table in files of one kind: the same records are often there twice.
 * @throws InputError that names a file of another kind.
 */
export function refuseMixed(files: readonly string[]): void {
  const kinds = new Map<string, string>();
  for (const file of files) {
    const kind = kindOf(file);
    if (!kinds.has(kind)) kinds.set(kind, file);
  }
  const [first, other] = kinds;
  if (!first || !other) return;
  throw new InputError(
    `${other[1]}: is ${other[0]}, and ${first[1]} beside it is ${first[0]} (name files of one kind, such as with a pattern)`,
  );
}

function kindOf(file: string): string {
  const start = startOf(file);
  const container = containerOf(start);
  if (container === "parquet") return "Parquet";
  if (container !== "text") return `packed (${container})`;
  const kind = jsonKind(new TextDecoder().decode(start));
  return kind === null ? "text" : "JSON";
}
