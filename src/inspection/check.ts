import type { PartnerDirectory } from "../partners/directory.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import { coverageOf, warningsOf } from "../sources/describe-files.ts";
import { factsOf, isStored } from "../sources/engines/load-stored.ts";
import { givingWay } from "../sources/files/row-source.ts";
import type { Spool } from "../sources/files/spool.ts";
import { asideReasons, asideText } from "../sources/formats/asides.ts";
import {
  type FileOptions,
  type InspectedTable,
  type OpenedFiles,
  partnerOf,
  rejectedOf,
  withFiles,
} from "../sources/open-files.ts";
import { unlikeParts, wholeAmongParts } from "../sources/records/added-parts.ts";
import type { Rivals } from "../sources/records/gathered.ts";
import {
  type DefinedTable,
  type LoadedRecords,
  Loading,
  type LoadOptions,
  loadRows,
  type Problem,
} from "../sources/records/load.ts";
import { rivalsError } from "../sources/records/load-errors.ts";
import { PartedLoading } from "../sources/records/load-in-parts.ts";
import { readerOf } from "../sources/records/reader-of.ts";
import type { Warning } from "../warning.ts";
import { Contents } from "./contents.ts";
import { Suspicions } from "./suspicions.ts";

/** What a file holds and anything suspicious in it. */
export interface FileReport {
  readonly files: readonly string[];
  /** Each table that was found, with its format. */
  readonly tables: readonly InspectedTable[];
  readonly sha256: string | null;
  readonly coverage: { readonly first: string; readonly last: string; readonly step: string };
  /** read = used + the sum of rejected. */
  readonly rows: {
    readonly read: number;
    readonly used: number;
    readonly rejected: Readonly<Record<string, number>>;
  };
  readonly problems: readonly Problem[];
  /** Whatever else is to be known before these figures are used. */
  readonly warnings: readonly Warning[];
  readonly unknownColumns: readonly {
    readonly file: string;
    readonly columns: readonly string[];
  }[];
  readonly partners: number;
  /** Partners that are aggregates, by code. */
  readonly aggregates: readonly string[];
  readonly products: readonly string[];
  /** What the figures are, such as `import, general, customs, census`, and how many records each. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Months missing between the first and the last of a series. */
  readonly gaps: readonly { readonly series: string; readonly months: readonly string[] }[];
  /** Wholes that stand beside their parts, which are never added together. */
  readonly wholesBesideParts: readonly string[];
  readonly passed: boolean;
}

/**
 * Reports on files, without stopping at bad rows. However large they are, only a part of their
 * records is in memory at a time. A large table in which every row is good is described by DuckDB, where
 * that is installed; all others are read row by row.
 */
export async function checkFiles(
  names: readonly string[],
  options: FileOptions,
): Promise<FileReport> {
  const contents = new Contents();
  const suspicions = new Suspicions();
  const read = async (opened: OpenedFiles) => {
    const { files, directory, settings, spool } = opened;
    const checked =
      (await checkedInSql(files.tables, directory, settings, contents, options)) ??
      (await checkedByRows(files.tables, directory, settings, options, spool, (series) => {
        contents.add(series);
        suspicions.add(series);
      }));
    return { opened, checked };
  };
  // The report may take long, which no temporary folder is needed for.
  const { opened, checked } = await withFiles(names, options, read);
  return reportOf(opened, checked, contents, checked.isInSql ? NOT_SEARCHED : suspicions.warnings);
}

const NOT_SEARCHED: readonly Warning[] = [
  {
    code: "not-searched",
    message:
      "large file, described by DuckDB: its values were not searched for copied years, years unlike their months, parts above their whole, or one value for every partner",
  },
];

function reportOf(
  { files, directory, tables }: OpenedFiles,
  { loaded, count, rivals, added, isTwice }: Checked,
  contents: Contents,
  suspicious: readonly Warning[],
): FileReport {
  const several = rivalsError({ collection: { rivals } });
  const partners = [...contents.partners].map((code) => partnerOf(code, directory));
  const aggregates = partners.filter(({ kind }) => kind === "aggregate").map(({ code }) => code);
  aggregates.sort();
  const hashes = files.described.map(({ sha256 }) => sha256);
  return {
    files: (files.description?.tables ?? files.described).map(({ name }) => name),
    sha256: files.description?.sha256 ?? (hashes.length === 1 ? hashes[0]! : null),
    coverage: files.description?.coverage ?? coverageOf(contents.periods),
    tables,
    rows: { read: loaded.read, used: count, rejected: rejectedOf(loaded) },
    problems: loaded.problems,
    warnings: [
      ...files.warnings,
      ...warningsOf(loaded),
      ...storyOf(loaded),
      ...(several ? [{ code: "parts-without-whole", message: several.message }] : []),
      ...added,
      ...valuationWarnings(contents.cifReporters),
      ...suspicious,
    ],
    unknownColumns: loaded.unknownColumns,
    partners: partners.length,
    aggregates,
    products: [...contents.products].sort(),
    kinds: contents.kinds,
    gaps: contents.gaps,
    wholesBesideParts: wholesOf(contents, aggregates),
    passed:
      loaded.problems.length === 0 &&
      several === null &&
      !isTwice &&
      (count > 0 || tables.every(({ shares }) => shares)),
  };
}

interface Checked {
  readonly loaded: LoadedRecords;
  readonly count: number;
  readonly isInSql: boolean;
  readonly rivals: readonly Rivals[];
  /** What is to be said of parts that are added up. */
  readonly added: readonly Warning[];
  /** Whether one of them holds the others. */
  readonly isTwice: boolean;
}

const NOT_ADDED = { added: [], isTwice: false };

function sayingOf(whole: Warning | Error): Warning {
  return whole instanceof Error ? { code: "whole-among-parts", message: whole.message } : whole;
}

/** The one large table of files as DuckDB tells it; null where there is more, or it cannot tell. */
async function checkedInSql(
  tables: readonly DefinedTable[],
  directory: PartnerDirectory,
  settings: LoadOptions,
  contents: Contents,
  { engine, progress = undefined }: FileOptions,
): Promise<Checked | null> {
  const [table] = tables;
  if (engine === "rows" || !table || tables.length > 1 || !isStored(table)) return null;
  const loading = new Loading();
  const facts = await factsOf(table, directory, settings, loading, progress ?? null);
  if (!facts) return null;
  contents.addFacts(facts);
  return {
    loaded: loading.toLoaded(),
    count: facts.records,
    rivals: [],
    ...NOT_ADDED,
    isInSql: true,
  };
}

async function checkedByRows(
  tables: readonly DefinedTable[],
  directory: PartnerDirectory,
  settings: LoadOptions,
  { progress }: FileOptions,
  spool: Spool,
  take: (series: readonly StoredSeries[]) => void,
): Promise<Checked> {
  const loading = new PartedLoading(spool);
  for (const table of tables) {
    const reader = readerOf(table, directory, settings);
    await loadRows({ ...table, source: givingWay(table.source) }, reader, loading, progress);
  }
  const { count, rivals, sums } = await loading.gather((series) => take([...series]));
  const whole = wholeAmongParts(sums, directory);
  const added = [...(whole ? [sayingOf(whole)] : []), ...unlikeParts(sums)];
  const isTwice = whole instanceof Error;
  return { loaded: loading.toLoaded(), count, rivals, added, isTwice, isInSql: false };
}

/** Why figures are no records of trade, and which codes are aggregates. */
function storyOf({ asides, wholes }: Pick<LoadedRecords, "asides" | "wholes">): Warning[] {
  return [
    ...wholes.map((whole) => ({
      code: "whole",
      message: `${whole} counts all products and is never added to the codes beside it`,
    })),
    ...Object.entries(asides).flatMap(([reason, count]) => {
      const words = asideReasons[reason];
      return words ? [{ code: reason, message: asideText(count, words) }] : [];
    }),
  ];
}

/** Imports with freight and insurance set beside exports without are not the same measure. */
function valuationWarnings(reporters: ReadonlySet<string>): Warning[] {
  if (reporters.size === 0) return [];
  return [
    {
      code: "imports-cif",
      message: `imports of ${[...reporters].sort().join(", ")} are c.i.f.: they hold freight and insurance, which exports do not`,
    },
  ];
}

function wholesOf(contents: Contents, aggregates: readonly string[]): string[] {
  const found: string[] = [];
  const others = contents.partners.size - aggregates.length;
  if (aggregates.length > 0 && others > 0) {
    found.push(
      `partners: ${aggregates.join(", ")} beside ${others} other${others === 1 ? "" : "s"}`,
    );
  }
  const parts = partsOf(contents.products);
  for (const whole of [...parts.keys()].sort(broadestFirst)) {
    found.push(`products: ${whole} beside ${parts.get(whole)} of its parts`);
  }
  const years = [...contents.yearsBesideParts].sort();
  if (years.length > 0) found.push(`periods: ${years.join(", ")} beside their months`);
  return found;
}

/** The codes that hold others, and how many of these there are. */
function partsOf(products: ReadonlySet<string>): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  const add = (whole: string) => parts.set(whole, (parts.get(whole) ?? 0) + 1);
  for (const code of products) {
    if (code !== ALL_PRODUCTS && products.has(ALL_PRODUCTS)) add(ALL_PRODUCTS);
    for (let length = 1; length < code.length; length += 1) {
      const whole = code.slice(0, length);
      if (whole !== ALL_PRODUCTS && products.has(whole)) add(whole);
    }
  }
  return parts;
}

/** All products first, then codes in their order, so that a whole stands before its parts. */
function broadestFirst(a: string, b: string): number {
  return Number(b === ALL_PRODUCTS) - Number(a === ALL_PRODUCTS) || (a < b ? -1 : 1);
}
