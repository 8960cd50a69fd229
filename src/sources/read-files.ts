import { basename } from "node:path";
import { InputError } from "../errors.ts";
import { aggregates } from "../partners/aggregates.ts";
import { type Partner, PartnerDirectory } from "../partners/directory.ts";
import type { Warning } from "../warning.ts";
import type { AskedCodes } from "./asked.ts";
import type { DatasetDescription, TableDescription } from "./description.ts";
import { countries } from "./embedded/embedded.ts";
import { isTableAddress } from "./files/addresses.ts";
import { expandFolders, type NamedFiles } from "./files/expand.ts";
import { type OpenedFile, openFile } from "./files/open-file.ts";
import type { Spool } from "./files/spool.ts";
import type { DeclaredReading } from "./formats/declared-reading.ts";
import { type FoundTable, findTables } from "./formats/find-tables.ts";
import type { Condition } from "./formats/table-context.ts";
import { UnknownLayout } from "./formats/unknown-layout.ts";
import type { FileOptions } from "./open-files.ts";
import { isDataPackage, readDataPackage } from "./records/data-package.ts";
import type { DefinedTable } from "./records/load.ts";
import { readerOf } from "./records/reader-of.ts";

/** The tables in files, before their rows are read. */
export interface ReadFiles {
  readonly tables: readonly DefinedTable[];
  readonly described: readonly TableDescription[];
  readonly partners: readonly Partner[];
  readonly codeTable: ReadonlyMap<string, string>;
  readonly warnings: readonly Warning[];
  /** The description of the one data package, where nothing else was named. */
  readonly description: DatasetDescription | null;
  /** Whether files were left out, since their paths say what was not asked for. */
  readonly isPruned: boolean;
  /** The partners of these, by code. */
  readonly partnersNotRead: readonly string[];
}

/** What a question needs, by which files may be left out. */
export interface Needs {
  readonly directory: PartnerDirectory;
  readonly asked: AskedCodes;
}

/** Beyond so many, files of one name are described together. */
const FEW_FILES = 20;

/**
 * Opens files and finds their tables.
 * @throws InputError that names the file which cannot be opened.
 */
export async function readFiles(
  names: readonly string[],
  options: Omit<FileOptions, "where"> & { readonly where: readonly Condition[] },
  reading: DeclaredReading,
  spool: Spool,
  needs: () => Needs,
): Promise<ReadFiles> {
  const { as, largeFile, progress, missing, where, queries } = options;
  const tables: DefinedTable[] = [];
  const described: TableDescription[] = [];
  const partners: Partner[] = [];
  const codeTable = new Map<string, string>();
  const warnings: Warning[] = [];
  const notRead = new Set<string>();
  let isPruned = false;
  let description: DatasetDescription | null = null;
  const open = (path: string) => openFile(path, { spool, largeFile, progress });
  const find = async (file: OpenedFile) => {
    warnings.push(...file.warnings);
    const found = await tablesIn(file, as, reading);
    for (const [code, title] of found.codeTable) codeTable.set(code, title);
    const query = queries?.get(file.name);
    return query === undefined ? found.tables : found.tables.map((one) => answering(one, query));
  };
  const named = await expandFolders(names, isDataPackage);
  for (const one of named) {
    const [only] = one.files;
    if (isDataPackage(only!)) {
      const source = readDataPackage(only!);
      if (source.description.kind !== "trade") {
        throw new InputError(`${only}: holds shares, not records of trade (use value-added)`);
      }
      tables.push(...source.tables);
      described.push(...source.description.tables);
      partners.push(...source.partners);
      if (named.length === 1) description = source.description;
      continue;
    }
    if (isTableAddress(only!)) {
      const { openClickhouse } = await import("./engines/clickhouse/source.ts");
      const opened = await openClickhouse(only!);
      tables.push(...(await find(opened)).map(defined));
      described.push(describedFile(opened));
      continue;
    }
    if (isOneByOne(one)) {
      const file = await open(only!);
      tables.push(...(await find(file)).map(defined));
      described.push(describedFile(file));
      continue;
    }
    const { openMany } = await import("./partitions/open-many.ts");
    const readerFor = (table: FoundTable) => {
      const { directory, asked } = needs();
      return readerOf(defined(table), directory, { missing, where, codeTable, reading, asked });
    };
    const many = await openMany(one, { largeFile, open, find, readerFor });
    tables.push(...many.tables.map(defined));
    if (many.left) {
      isPruned = true;
      warnings.push(many.left.warning);
      for (const code of many.left.partners) notRead.add(code);
    }
    const isFew = !one.isFolder && one.files.length <= FEW_FILES;
    if (isFew) described.push(...many.opened.map(describedFile));
    else described.push(describedFile({ name: one.name, sha256: null }));
  }
  if (tables.length === 0 && codeTable.size > 0 && !isPruned) {
    throw new InputError(
      `${described.map(({ name }) => name).join(", ")}: holds codes and names of countries and no records of trade (name the files of trade beside it)`,
    );
  }
  return {
    ...{ tables, described, partners, codeTable, warnings, description },
    ...{ isPruned, partnersNotRead: [...notRead] },
  };
}

/** A file that is opened by itself, and whose path says nothing. */
function isOneByOne({ files, isFolder }: NamedFiles): boolean {
  return files.length === 1 && !isFolder && !/[^/\\]=[^/\\]*[/\\]/.test(files[0]!);
}

function describedFile({ name, sha256 }: Pick<OpenedFile, "name" | "sha256">): TableDescription {
  return { name, title: basename(name), vintage: null, sha256, defaults: {}, rows: 0 };
}

/** @throws InputError that proposes a reading where nothing says how the file is read. */
async function tablesIn(file: OpenedFile, as: string | null, reading: DeclaredReading) {
  try {
    return await findTables(file, as, reading);
  } catch (error) {
    if (!(error instanceof UnknownLayout)) throw error;
    const { withProposal } = await import("./formats/propose.ts");
    throw withProposal(error, reading, new PartnerDirectory([...countries(), ...aggregates]));
  }
}

/** A table beside which stands what was asked for. */
function answering(table: FoundTable, query: string): FoundTable {
  const words = table.recognised.format.queryWords?.(query);
  if (words === undefined) return table;
  const surroundings = [words, table.source.surroundings].filter(Boolean).join("\n");
  return { ...table, source: { ...table.source, surroundings } };
}

function defined({ source, recognised, defaults }: FoundTable): DefinedTable {
  return { source, recognised, defaults, vintage: null };
}
