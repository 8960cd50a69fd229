import { statSync } from "node:fs";
import type { CompiledAbout } from "./compiled-files.ts";
import { NOT_SELECTED } from "./formats/outcome.ts";
import { answeringFiles, areFull, rejectedOf } from "./open-files.ts";
import { RecordCollection } from "./records/collect.ts";
import { packColumns } from "./records/packed-columns.ts";
import { kindOf } from "./vintages.ts";

/** Bytes in files beyond which only the records that are asked for are kept in memory. */
const LARGEST = 256 * 2 ** 20;

/**
 * Files as bytes from which `openCompiledFiles` opens them again, with all their records.
 * @param nameOf what a path is called in warnings.
 * @param queries those that files answer, by path, where they were posted.
 * @returns null where the files are so large that reading what is asked for costs less.
 * @throws InputError as `openFiles` does.
 */
export async function compileFiles(
  paths: readonly string[],
  nameOf: (path: string) => string,
  queries?: ReadonlyMap<string, string>,
): Promise<Uint8Array | null> {
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  if (bytes > LARGEST) return null;
  const plain = {
    as: null,
    where: [],
    missing: [],
    skipInvalid: false,
    ...(queries && { queries }),
  };
  const { description, partners, loaded, tables, warnings } = await answeringFiles(paths, plain);
  const { collection } = loaded;
  const { [NOT_SELECTED]: notSelected = 0, ...rejected } = rejectedOf(loaded);
  if (!(collection instanceof RecordCollection) || notSelected > 0) return null;
  const columns = collection.columns();
  const set = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  const named = (text: string) =>
    paths.reduce((line, path) => line.replaceAll(path, nameOf(path)), text);
  const title = paths.map(nameOf).join(", ");
  const about: CompiledAbout = {
    description: { ...description, id: title, title, tables: [] },
    partners: partners.map(({ code, name, kind }) => ({ code, name, kind })),
    ...{ rejected, recordsRead: collection.count + set },
    ...{ isFull: areFull(tables), hasEditions: collection.hasEditions },
    kinds: [...new Set(columns.words.kinds.map((kind) => kindOf(kind)))],
    warnings: warnings.map(({ code, message }) => ({ code, message: named(message) })),
  };
  return packColumns(columns, about);
}
