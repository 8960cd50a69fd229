import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import { type Partner, PartnerDirectory } from "../../partners/directory.ts";
import { monthLabel, parsePeriod } from "../../records/period.ts";
import { WORLD } from "../../records/record.ts";
import type { Warning } from "../../warning.ts";
import type { TradeDataset } from "../dataset.ts";
import type { DatasetDescription, TableDescription } from "../description.ts";
import { countries } from "../embedded/embedded.ts";
import type { OpenOptions } from "../open.ts";
import { isDataPackage, readDataPackage } from "./data-package.ts";
import { type DefinedTable, type LoadedRecords, loadTables, problemsError } from "./load.ts";
import { isFolder, readText } from "./read-text.ts";
import { readTable } from "./tables.ts";

interface ReadFiles {
  readonly tables: readonly DefinedTable[];
  readonly described: readonly TableDescription[];
  readonly partners: readonly Partner[];
  /** The description of the one data package, where nothing else was named. */
  readonly description: DatasetDescription | null;
}

/** Files as they were read, with their records and problems: what `data check` reports on. */
export interface InspectedFiles {
  readonly description: DatasetDescription;
  readonly directory: PartnerDirectory;
  readonly partners: readonly Partner[];
  readonly loaded: LoadedRecords;
}

/**
 * Reads all files into one dataset.
 * @throws InputError at the first bad row, with the next nine, unless invalid rows are skipped.
 */
export async function openFiles(
  names: readonly string[],
  options: Pick<OpenOptions, "missing" | "skipInvalid">,
): Promise<{ dataset: TradeDataset; warnings: readonly Warning[] }> {
  const { description, partners, loaded } = inspectFiles(names, options.missing);
  if (loaded.problems.length > 0 && !options.skipInvalid) throw problemsError(loaded.problems);
  const rejected: Record<string, number> = {};
  for (const { reason } of loaded.problems) rejected[reason] = (rejected[reason] ?? 0) + 1;
  if (loaded.missing > 0) rejected.missing = loaded.missing;
  const warnings = loaded.unknownColumns.map(({ file, columns }) => ({
    code: "unknown-columns",
    message: `${file}: columns not used: ${columns.join(", ")}`,
  }));
  return { dataset: loaded.collection.toDataset(description, partners, rejected), warnings };
}

/** Reads all files and judges every row, without stopping at bad ones. */
export function inspectFiles(names: readonly string[], missing: readonly string[]): InspectedFiles {
  const files = readFiles(names);
  const directory = new PartnerDirectory([...countries(), ...files.partners, world]);
  const loaded = loadTables(files.tables, directory, missing);
  const partners = loaded.collection.partnerCodes.map((code) => partnerOf(code, directory));
  const description = files.description ?? describeFiles(names, files, loaded);
  return { description, directory, partners, loaded };
}

const world: Partner = { code: WORLD, name: "World", kind: "aggregate", aliases: ["W00"] };

function partnerOf(code: string, directory: PartnerDirectory): Partner {
  return directory.get(code) ?? { code, name: code, kind: "aggregate", aliases: [] };
}

function readFiles(names: readonly string[]): ReadFiles {
  const tables: DefinedTable[] = [];
  const described: TableDescription[] = [];
  const partners: Partner[] = [];
  let description: DatasetDescription | null = null;
  for (const name of names) {
    if (isFolder(name) && isDataPackage(name)) {
      const source = readDataPackage(name);
      if (source.description.kind !== "trade") {
        throw new InputError(`${name}: holds shares, not records of trade (use value-added)`);
      }
      tables.push(...source.tables);
      described.push(...source.description.tables);
      partners.push(...source.partners);
      if (names.length === 1) description = source.description;
    } else {
      const source = readText(name);
      const table = readTable(source.text, source.name);
      tables.push({ name: source.name, table, defaults: {}, vintage: null });
      described.push({
        name: source.name,
        title: basename(source.name),
        vintage: null,
        sha256: source.sha256,
        defaults: {},
        rows: table.rows.length,
      });
    }
  }
  return { tables, described, partners, description };
}

function describeFiles(
  names: readonly string[],
  { described }: ReadFiles,
  { collection }: LoadedRecords,
): DatasetDescription {
  const bases = new Set(collection.allSeries().map(({ key }) => key.basis));
  const hashes = described.map(({ sha256 }) => sha256);
  return {
    id: names.map((name) => basename(name)).join(", "),
    title: described.map(({ title }) => title).join(", "),
    description: "Records from the user's files",
    publisher: "file",
    sourceUrl: null,
    licence: null,
    kind: "trade",
    vintage: null,
    sha256: hashes.length === 1 ? hashes[0]! : null,
    basis: bases.size === 1 ? [...bases][0]! : null,
    unit: "USD",
    coverage: coverageOf(collection.allSeries()),
    tables: described,
    notes: [],
  };
}

function coverageOf(series: readonly { values: ReadonlyMap<string, number> }[]) {
  const periods = series.flatMap(({ values }) => [...values.keys()]).map(parsePeriod);
  if (periods.length === 0) return { first: "", last: "", step: "" };
  const first = periods.reduce((a, b) => (b.first < a.first ? b : a));
  const last = periods.reduce((a, b) => (b.last > a.last ? b : a));
  const months = periods.some((period) => period.first === period.last);
  return months
    ? { first: monthLabel(first.first), last: monthLabel(last.last), step: "month" }
    : { first: first.label, last: last.label, step: "year" };
}
