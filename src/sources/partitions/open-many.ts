import type { Warning } from "../../warning.ts";
import type { NamedFiles } from "../files/expand.ts";
import type { OpenedFile } from "../files/open-file.ts";
import type { FoundTable } from "../formats/find-tables.ts";
import type { TableReader } from "../formats/table-reader.ts";
import { refuseMixed, sortedAlike } from "./alike.ts";
import { type AlikeFiles, tableOfFiles } from "./many-files.ts";
import { type Partition, partitionColumns, partitionOf } from "./paths.ts";
import { filesAsked, notReadWarning } from "./pruning.ts";
import { withPartition } from "./with-partition.ts";

/** How one of many files is opened and understood. */
export interface Opening {
  readonly largeFile: number | undefined;
  open(path: string): Promise<OpenedFile>;
  find(file: OpenedFile): Promise<readonly FoundTable[]>;
  readerFor(table: FoundTable): TableReader;
}

/** The tables of many files. */
export interface OpenedMany {
  readonly tables: readonly FoundTable[];
  readonly opened: readonly Pick<OpenedFile, "name" | "sha256">[];
  /** What is known of files that were not read; null where all were. */
  readonly left: { readonly warning: Warning; readonly partners: ReadonlySet<string> } | null;
}

/**
 * Opens the files of a folder or a pattern, but for those whose paths say that nothing in them is
 * asked for. Those with the same columns are one table where a database reads them.
 * @throws InputError that names the file which cannot be read, or is of another kind.
 */
export async function openMany(named: NamedFiles, opening: Opening): Promise<OpenedMany> {
  const { name, files } = named;
  const kept =
    partitionColumns(files).length > 0
      ? await keptOf(files, opening)
      : { kept: files, partners: new Set<string>() };
  if (named.isFolder) refuseMixed(kept.kept);
  const { together, alone } = await sortedAlike(name, kept.kept, opening.largeFile);
  const tables: FoundTable[] = [];
  const opened: Pick<OpenedFile, "name" | "sha256">[] = [];
  for (const alike of together) {
    const table = await tableOf(alike, opening);
    if (table) {
      tables.push(table);
      opened.push(...alike.paths.map((path) => ({ name: path, sha256: null })));
    } else alone.push(...alike.paths);
  }
  for (const path of alone) {
    const file = await opening.open(path);
    tables.push(...(await opening.find(placed(file, partitionOf(path)))));
    opened.push(file);
  }
  const isWhole = kept.kept.length === files.length;
  const warning = notReadWarning(name, files.length, kept.kept.length);
  return { tables, opened, left: isWhole ? null : { warning, partners: kept.partners } };
}

function placed(file: OpenedFile, partition: Partition): OpenedFile {
  return { ...file, sources: file.sources.map((source) => withPartition(source, partition)) };
}

/** The files that may hold what is asked for; all where nothing does, so that it is told why. */
async function keptOf(files: readonly string[], opening: Opening) {
  const [first] = files;
  const [table] = await opening.find({
    ...placed(await opening.open(first!), partitionOf(first!)),
    warnings: [],
  });
  if (!table) return { kept: files, partners: new Set<string>() };
  const found = filesAsked(files, opening.readerFor(table));
  return found.kept.length > 0 ? found : { kept: files, partners: new Set<string>() };
}

/** Files with the same columns as one table; null where their header is not their first row. */
async function tableOf(alike: AlikeFiles, { open, find }: Opening): Promise<FoundTable | null> {
  const [path] = alike.paths;
  const file = await open(path!);
  const [source, other] = file.sources;
  if (!source || other) return null;
  const wide = tableOfFiles(alike, source, open);
  const tables = await find({ ...file, name: alike.name, sources: [wide] });
  const [table] = tables;
  const isTop = table?.recognised.header.line === source.sample[0]?.line;
  return table && isTop && tables.length === 1 ? table : null;
}
