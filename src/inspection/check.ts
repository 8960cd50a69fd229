import { isWithin } from "../products/product.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import { coverageOf, warningsOf } from "../sources/describe-files.ts";
import type { Progress } from "../sources/files/progress.ts";
import { givingWay } from "../sources/files/row-source.ts";
import { asideReasons } from "../sources/formats/asides.ts";
import {
  type FileOptions,
  type InspectedTable,
  type OpenedFiles,
  partnerOf,
  rejectedOf,
  withFiles,
} from "../sources/open-files.ts";
import { type LoadedRecords, loadRows, type Problem } from "../sources/records/load.ts";
import { rivalsError } from "../sources/records/load-errors.ts";
import { type Gathered, PartedLoading } from "../sources/records/load-in-parts.ts";
import { readerOf } from "../sources/records/reader-of.ts";
import type { Warning } from "../warning.ts";
import { Contents } from "./contents.ts";

/** What a file holds and everything suspicious in it. */
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
  /** Partners that are wholes of others, by code. */
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
 * Reads files row by row and reports on them, without stopping at bad rows. However large they are,
 * only a part of their records is in memory at a time.
 */
export async function checkFiles(
  names: readonly string[],
  options: FileOptions,
): Promise<FileReport> {
  // The report may take long, which no temporary folder is needed for.
  return reportOf(await withFiles(names, options, (opened) => read(opened, options.progress)));
}

/** What was read of files. */
interface CheckedFiles {
  readonly opened: OpenedFiles;
  readonly loaded: LoadedRecords;
  readonly contents: Contents;
  readonly gathered: Gathered;
}

async function read(opened: OpenedFiles, progress: Progress | undefined): Promise<CheckedFiles> {
  const { files, directory, settings, spool } = opened;
  const loading = new PartedLoading(spool);
  for (const table of files.tables) {
    const reader = readerOf(table, directory, settings);
    await loadRows({ ...table, source: givingWay(table.source) }, reader, loading, progress);
  }
  const contents = new Contents();
  const gathered = await loading.gather((series) => contents.add(series));
  return { opened, loaded: loading.toLoaded(), contents, gathered };
}

function reportOf({ opened, loaded, contents, gathered }: CheckedFiles): FileReport {
  const { files, directory, tables } = opened;
  const several = rivalsError({ collection: gathered });
  const partners = [...contents.partners].map((code) => partnerOf(code, directory));
  const aggregates = partners.filter(({ kind }) => kind === "aggregate").map(({ code }) => code);
  aggregates.sort();
  const hashes = files.described.map(({ sha256 }) => sha256);
  return {
    files: (files.description?.tables ?? files.described).map(({ name }) => name),
    sha256: files.description?.sha256 ?? (hashes.length === 1 ? hashes[0]! : null),
    coverage: files.description?.coverage ?? coverageOf(contents.periods),
    tables,
    rows: { read: loaded.read, used: gathered.count, rejected: rejectedOf(loaded) },
    problems: loaded.problems,
    warnings: [
      ...files.warnings,
      ...warningsOf(loaded),
      ...storyOf(loaded),
      ...(several ? [{ code: "parts-without-whole", message: several.message }] : []),
      ...valuationWarnings(contents.cifReporters),
    ],
    unknownColumns: loaded.unknownColumns,
    partners: partners.length,
    aggregates,
    products: [...contents.products].sort(),
    kinds: contents.kinds,
    gaps: contents.gaps,
    wholesBesideParts: wholesOf(contents, aggregates),
    passed: loaded.problems.length === 0 && several === null,
  };
}

/** Why figures are no records of trade, and which codes are wholes of others. */
function storyOf({ asides, wholes }: Pick<LoadedRecords, "asides" | "wholes">): Warning[] {
  return [
    ...wholes.map((whole) => ({
      code: "whole",
      message: `${whole} counts all products and is never added to the codes beside it`,
    })),
    ...Object.entries(asides).flatMap(([reason, count]) => {
      const words = asideReasons[reason];
      return words ? [{ code: reason, message: `${count} figures ${words}` }] : [];
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
  const products = [...contents.products].sort(broadestFirst);
  for (const whole of products) {
    const parts = products.filter((code) => code !== whole && isWithin(code, whole));
    if (parts.length > 0) found.push(`products: ${whole} beside ${parts.length} of its parts`);
  }
  const years = [...contents.yearsBesideParts].sort();
  if (years.length > 0) found.push(`periods: ${years.join(", ")} beside their months`);
  return found;
}

/** All products first, then codes in their order, so that a whole stands before its parts. */
function broadestFirst(a: string, b: string): number {
  return Number(b === ALL_PRODUCTS) - Number(a === ALL_PRODUCTS) || (a < b ? -1 : 1);
}
