import { InputError } from "../errors.ts";
import { aggregates } from "../partners/aggregates.ts";
import { type Partner, PartnerDirectory } from "../partners/directory.ts";
import type { PartnerGroup } from "../partners/groups.ts";
import type { Warning } from "../warning.ts";
import { type AskedCodes, type AskedRecords, allRecords } from "./asked.ts";
import { codesAsked } from "./asked-codes.ts";
import { condition } from "./condition.ts";
import type { AcrossPartners, TradeDataset } from "./dataset.ts";
import { describeFiles, warningsOf } from "./describe-files.ts";
import type { DatasetDescription } from "./description.ts";
import { countries } from "./embedded/embedded.ts";
import { harmonizedSystem } from "./embedded/harmonized-system.ts";
import { loadStored } from "./engines/load-stored.ts";
import type { Progress } from "./files/progress.ts";
import type { Spool } from "./files/spool.ts";
import { fiscalYears } from "./fiscal-years.ts";
import { declaredFiscalYear } from "./formats/declared-reading.ts";
import { withEditionsOfNames } from "./formats/editions-of-names.ts";
import { NOT_SELECTED } from "./formats/outcome.ts";
import { lookFiscal } from "./formats/periods.ts";
import { type ReadingWords, readingOf } from "./formats/reading-words.ts";
import { loadAnswering } from "./load-answering.ts";
import { type ReadFiles, readFiles } from "./read-files.ts";
import { whileReading } from "./reading.ts";
import type { RecordCollection } from "./records/collect.ts";
import type { GatheredRecords } from "./records/gathered.ts";
import type { DefinedTable, LoadedRecords, LoadOptions } from "./records/load.ts";
import { problemsError, rivalsError } from "./records/load-errors.ts";
import { noRecordsError } from "./records/set-aside.ts";
import { unlistedFlows } from "./records/unlisted-flows.ts";
import { totalsOfAll } from "./totals-of-all.ts";

/** How files are to be read. */
export interface FileOptions {
  /** The format, where it is not to be recognised by content. */
  readonly as: string | null;
  /** Values that stand for a missing figure. */
  readonly missing: readonly string[];
  /** Conditions `column=text` on the rows to keep. */
  readonly where: readonly string[];
  /** The records that the question needs; of large files, all others are only counted. */
  readonly asked?: AskedRecords;
  /** Bytes beyond which a file is large, and the engine that reads it. */
  readonly largeFile?: number;
  readonly engine?: "rows" | "duckdb";
  /** The records that can be held at once. */
  readonly mostRecords?: number;
  readonly progress?: Progress;
  /** How the files are read, where that is not left to their formats. */
  readonly reading?: ReadingWords | undefined;
  /** The queries that files answer, by path, where they were posted. */
  readonly queries?: ReadonlyMap<string, string>;
  /** Groups of partners of the user's own, by which records may be asked for. */
  readonly groups?: readonly PartnerGroup[];
}

/** One table that was recognised, for the story of a file. */
export interface InspectedTable {
  readonly name: string;
  readonly format: string;
  readonly layout: string;
  readonly publisher: string;
  readonly shares: boolean;
  readonly absentIsZero: boolean;
}

/** Files as they were read, with their records and problems: what `data check` reports on. */
export interface InspectedFiles<Gathered extends GatheredRecords = RecordCollection> {
  readonly description: DatasetDescription;
  readonly partners: readonly Partner[];
  readonly loaded: LoadedRecords<Gathered>;
  readonly tables: readonly InspectedTable[];
  readonly warnings: readonly Warning[];
}

/**
 * Reads all files into one dataset.
 * @throws InputError at the first bad row, with the next nine, unless invalid rows are skipped; and
 *   where the files hold nothing but shares.
 */
export async function openFiles(
  names: readonly string[],
  options: FileOptions & { readonly skipInvalid: boolean },
): Promise<{ dataset: TradeDataset; warnings: readonly Warning[] }> {
  const found = await answeringFiles(names, options);
  const { description, partners, loaded, tables, warnings, reporter, across, isPruned } = found;
  const { [NOT_SELECTED]: notSelected, ...rejected } = rejectedOf(loaded);
  const { collection } = loaded;
  const dataset = collection.toDataset(description, partners, rejected, notSelected, reporter);
  const totals = found.totals ?? dataset;
  return {
    dataset: {
      ...dataset,
      ...(isPruned && { leavesOut: true }),
      ...(found.totals && { totals }),
      ...(areFull(tables) && { unlisted: unlistedFlows(totals) }),
      ...(across && { acrossPartners: across }),
      filter: [...options.where].sort().join(" "),
      ...(loaded.collection.hasEditions && { relations: harmonizedSystem() }),
    },
    warnings,
  };
}

/** Files as a question needs them, of which nothing is refused. */
export interface AnsweringFiles extends InspectedFiles<GatheredRecords> {
  /** The reporter whose records alone are asked for; null: those of all. */
  readonly reporter: string | null;
  readonly across: AcrossPartners | null;
  /** Those of all reporters and partners, where what is not listed is told by them. */
  readonly totals: TradeDataset | null;
  /** Whether files were left out, since their paths say what was not asked for. */
  readonly isPruned: boolean;
}

/** @throws InputError as `openFiles` does. */
export async function answeringFiles(
  names: readonly string[],
  options: FileOptions & { readonly skipInvalid: boolean },
): Promise<AnsweringFiles> {
  const found = await withFiles(names, options, async (opened) => {
    const { files, directory, settings } = opened;
    const answering = await loadAnswering(files.tables, directory, settings, options);
    const read = inspected(names, opened, answering.loaded);
    const asked = codesAsked(options, opened.directory);
    const { reporter } = asked;
    const across = await acrossPartnersOf(read, asked, directory);
    const totals = await totalsOfAll(files.tables, directory, settings, options, read);
    const mayBeFiscal = declaredFiscalYear(settings.reading) === undefined;
    const parts = await partsAdded(read.loaded.collection, directory);
    return {
      ...{ ...read, reporter, across, totals, mayBeFiscal, isPruned: files.isPruned },
      warnings: [...read.warnings, ...answering.warnings, ...parts],
    };
  });
  const { loaded, tables, mayBeFiscal } = found;
  if (tables.length > 0 && tables.every(({ shares }) => shares)) {
    throw new InputError(
      `${tables[0]!.name}: holds shares, not records of trade (use value-added)`,
    );
  }
  const { problems } = loaded;
  if (problems.length > 0 && !options.skipInvalid) throw problemsError(problems);
  const rivals = rivalsError(loaded);
  if (rivals) throw rivals;
  if (mayBeFiscal) refuseFiscalYears(names, loaded);
  const nothing = noRecordsError(names, loaded);
  if (nothing) throw nothing;
  return found;
}

/** What is to be said of the parts that are added up. @throws InputError where one holds the others. */
async function partsAdded(
  collection: GatheredRecords,
  directory: PartnerDirectory,
): Promise<readonly Warning[]> {
  const sums = collection.sumsOfParts?.() ?? [];
  if (sums.length === 0) return [];
  const { unlikeParts, wholeAmongParts } = await import("./records/added-parts.ts");
  const whole = wholeAmongParts(sums, directory);
  if (whole instanceof Error) throw whole;
  return [...(whole ? [whole] : []), ...unlikeParts(sums)];
}

/** Whether all that was traded is listed, so that what is not listed is zero. */
export function areFull(tables: readonly InspectedTable[]): boolean {
  return tables.length > 0 && tables.every(({ absentIsZero }) => absentIsZero);
}

/** Sums over partners of the records themselves, where a question needs them and no database made any. */
async function acrossPartnersOf(
  { tables, loaded: { collection } }: InspectedFiles<GatheredRecords>,
  asked: AskedCodes,
  directory: PartnerDirectory,
): Promise<AcrossPartners | null> {
  if (!asked.acrossPartners || !areFull(tables) || !collection.eachSeries) return null;
  const { recordsAcross } = await import("./engines/records-across.ts");
  return recordsAcross(collection.eachSeries(), asked, directory);
}

/** Fiscal years that read like months would be answered as months, and nobody would see it. */
function refuseFiscalYears(
  names: readonly string[],
  { collection }: LoadedRecords<GatheredRecords>,
): void {
  const labels = collection.periods;
  if (!lookFiscal([...labels])) return;
  throw new InputError(`${names.join(", ")}: ${fiscalYears([...labels].sort()[0]!)}`);
}

/** Figures that were not taken, by reason. */
export function rejectedOf({
  problems,
  asides,
}: Pick<LoadedRecords, "problems" | "asides">): Record<string, number> {
  const rejected: Record<string, number> = {};
  for (const { reason } of problems) rejected[reason] = (rejected[reason] ?? 0) + 1;
  for (const [reason, count] of Object.entries(asides)) rejected[reason] = count;
  return rejected;
}

/** Reads all files and judges every row, without stopping at bad ones. */
export function inspectFiles(
  names: readonly string[],
  options: FileOptions,
): Promise<InspectedFiles> {
  return withFiles(names, options, async (opened) => {
    const { files, directory, settings } = opened;
    return inspected(names, opened, await loadStored(files.tables, directory, settings, options));
  });
}

function inspected<Gathered extends GatheredRecords>(
  names: readonly string[],
  { files, directory, tables }: OpenedFiles,
  loaded: LoadedRecords<Gathered>,
): InspectedFiles<Gathered> {
  return {
    description: files.description ?? describeFiles(names, files, loaded),
    partners: partnerCodes(loaded, files).map((code) => partnerOf(code, directory)),
    loaded,
    tables,
    warnings: [...files.warnings, ...warningsOf(loaded)],
  };
}

/** The codes of all partners with figures, whether they were asked for or not. */
function partnerCodes(
  { collection, unasked }: LoadedRecords<GatheredRecords>,
  { partnersNotRead }: ReadFiles,
): string[] {
  return [...new Set([...collection.partnerCodes, ...unasked, ...partnersNotRead])].sort();
}

/** Files that were recognised, and how their rows are to be read. */
export interface OpenedFiles {
  readonly files: ReadFiles;
  readonly directory: PartnerDirectory;
  readonly settings: LoadOptions;
  readonly tables: readonly InspectedTable[];
  readonly spool: Spool;
}

/** Opens files for as long as something is done with them; then what they took is given back. */
export async function withFiles<Result>(
  names: readonly string[],
  options: FileOptions,
  use: (opened: OpenedFiles) => Promise<Result>,
): Promise<Result> {
  return whileReading(async (spool) => {
    const reading = readingOf(options.reading);
    const known = [...countries(), ...aggregates];
    const where = options.where.map(condition);
    const found = await readFiles(names, { ...options, where }, reading, spool, () => ({
      directory: new PartnerDirectory(known),
      asked: codesAsked(options, new PartnerDirectory(known, options.groups)),
    }));
    const files = { ...found, tables: withEditionsOfNames(found.tables) };
    const partners = [...known, ...files.partners];
    const directory = new PartnerDirectory(partners);
    const settings = {
      missing: options.missing,
      where,
      codeTable: files.codeTable,
      reading,
      asked: askedCodes(files.tables, options, new PartnerDirectory(partners, options.groups)),
    };
    const tables = files.tables.map(({ source, recognised: { format, layout } }) => ({
      name: source.name,
      format: format.title,
      layout: layout.title,
      publisher: format.publisher,
      shares: layout.shares ?? false,
      absentIsZero: layout.absentIsZero ?? false,
    }));
    return use({ files, directory, settings, tables, spool });
  });
}

/**
 * The records to keep while reading: all, unless a file is large and the question names some. Of
 * files in memory every row is judged, so that bad ones are found among those not asked for as well.
 */
function askedCodes(
  tables: readonly DefinedTable[],
  options: FileOptions,
  directory: PartnerDirectory,
): AskedCodes {
  const isLarge = tables.some(({ source }) => source.stored);
  return isLarge ? codesAsked(options, directory) : allRecords;
}

export function partnerOf(code: string, directory: PartnerDirectory): Partner {
  return directory.get(code) ?? { code, name: code, kind: "aggregate", aliases: [] };
}
