import { InputError } from "../../errors.ts";
import type { OpenedFile } from "../files/open-file.ts";
import type { RowSource } from "../files/row-source.ts";
import { ownTable } from "../records/own-table.ts";
import type { Format } from "./format.ts";
import { columnIndex, type Recognised, recognise } from "./header.ts";
import { ownRecords } from "./own-records.ts";
import { fileFormats } from "./registry.ts";

/** A table and the layout that it is in. */
export interface FoundTable {
  readonly source: RowSource;
  readonly recognised: Recognised;
}

/**
 * The tables of a file that are in a known format. Sheets beside them, such as notes, are left out;
 * a file with a single table of no known format is taken for our own records.
 * @param as the id of a format that the user named.
 * @throws InputError for an unknown format, and where the file has no table in it.
 */
export function findTables(
  { name, sources }: OpenedFile,
  as: string | null,
): { tables: FoundTable[]; codeTable: ReadonlyMap<string, string> } {
  const formats = as === null ? fileFormats : [formatNamed(as)];
  const tables: FoundTable[] = [];
  const codeTable = new Map<string, string>();
  for (const source of sources) {
    const recognised = recognise(source.sample, formats);
    if (recognised) tables.push({ source, recognised });
    else readCodes(source, formats, codeTable);
  }
  if (tables.length > 0 || codeTable.size > 0) return { tables, codeTable };
  if (as !== null && as !== ownRecords.id) {
    throw new InputError(`${name}: is not in the format ${as} (leave out --as to recognise it)`);
  }
  const [only] = sources;
  if (sources.length !== 1 || !only?.sample[0]) {
    throw new InputError(`${name}: holds no table in a known format (${known()})`);
  }
  return { tables: [ownTable(only)], codeTable };
}

function formatNamed(id: string): Format {
  const format = fileFormats.find((one) => one.id === id);
  if (format) return format;
  throw new InputError(`--as: unknown format "${id}" (use ${known()})`);
}

function known(): string {
  return fileFormats.map(({ id }) => id).join(", ");
}

/** A table of codes and names that comes beside the files of a format. */
function readCodes(
  source: RowSource,
  formats: readonly Format[],
  codes: Map<string, string>,
): void {
  const header = source.sample[0];
  if (!header) return;
  for (const { codeTable } of formats) {
    if (!codeTable) continue;
    const code = columnIndex(header.cells, codeTable.code);
    const name = columnIndex(header.cells, codeTable.name);
    if (code < 0 || name < 0) continue;
    source.read((cells, line) => {
      if (line > header.line && cells[code]) codes.set(cells[code], cells[name] ?? "");
    });
  }
}
