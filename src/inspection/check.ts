import { isWithin } from "../products/product.ts";
import { monthLabel, parsePeriod } from "../records/period.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import { asideReasons } from "../sources/formats/asides.ts";
import {
  type FileOptions,
  type InspectedTable,
  inspectFiles,
  rejectedOf,
} from "../sources/open-files.ts";
import { type LoadedRecords, type Problem, rivalsError } from "../sources/records/load.ts";
import type { Warning } from "../warning.ts";

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

/** Reads files row by row and reports on them, without stopping at bad rows. */
export async function checkFiles(
  names: readonly string[],
  options: FileOptions,
): Promise<FileReport> {
  const { description, loaded, partners, tables, warnings } = await inspectFiles(names, options);
  const series = loaded.collection.allSeries();
  const rivals = rivalsError(loaded);
  const aggregates = partners.filter(({ kind }) => kind === "aggregate").map(({ code }) => code);
  return {
    files: description.tables.map(({ name }) => name),
    sha256: description.sha256,
    coverage: description.coverage,
    tables,
    rows: { read: loaded.read, used: loaded.collection.count, rejected: rejectedOf(loaded) },
    problems: loaded.problems,
    warnings: [
      ...warnings,
      ...storyOf(loaded),
      ...(rivals ? [{ code: "parts-without-whole", message: rivals.message }] : []),
      ...valuationWarnings(series),
    ],
    unknownColumns: loaded.unknownColumns,
    partners: partners.length,
    aggregates: aggregates.sort(),
    products: [...new Set(series.map(({ key }) => key.product))].sort(),
    kinds: kindsOf(series),
    gaps: series.flatMap(gapsOf),
    wholesBesideParts: wholesOf(series, aggregates, partners.length),
    passed: loaded.problems.length === 0 && rivals === null,
  };
}

/** Why figures are no records of trade, and which codes are wholes of others. */
function storyOf({ asides, wholes }: LoadedRecords): Warning[] {
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
function valuationWarnings(series: readonly StoredSeries[]): Warning[] {
  const reporters = new Set(
    series
      .filter(({ key }) => key.flow === "import" && key.valuation === "cif")
      .map(({ key }) => key.reporter),
  );
  if (reporters.size === 0) return [];
  return [
    {
      code: "imports-cif",
      message: `imports of ${[...reporters].sort().join(", ")} are c.i.f.: they hold freight and insurance, which exports do not`,
    },
  ];
}

function kindsOf(series: readonly StoredSeries[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { key, values } of series) {
    const words = [key.flow, key.sector, key.flowBasis, key.valuation, key.basis];
    const kind = words.filter((word) => word !== null).join(", ");
    kinds[kind] = (kinds[kind] ?? 0) + values.size;
  }
  return kinds;
}

function gapsOf({ key, values }: StoredSeries): { series: string; months: string[] }[] {
  const months = [...values.keys()]
    .map(parsePeriod)
    .filter((period) => period.first === period.last)
    .map((period) => period.first);
  const present = new Set(months);
  const missing: string[] = [];
  for (let month = Math.min(...months); month < Math.max(...months); month += 1) {
    if (!present.has(month)) missing.push(monthLabel(month));
  }
  const name = [key.partner, key.flow, key.product].join(" ");
  return missing.length > 0 ? [{ series: name, months: missing }] : [];
}

function wholesOf(
  series: readonly StoredSeries[],
  aggregates: readonly string[],
  partners: number,
): string[] {
  const found: string[] = [];
  if (aggregates.length > 0 && partners > aggregates.length) {
    const others = partners - aggregates.length;
    found.push(
      `partners: ${aggregates.join(", ")} beside ${others} other${others === 1 ? "" : "s"}`,
    );
  }
  const products = [...new Set(series.map(({ key }) => key.product))].sort(broadestFirst);
  for (const whole of products) {
    const parts = products.filter((code) => code !== whole && isWithin(code, whole));
    if (parts.length > 0) found.push(`products: ${whole} beside ${parts.length} of its parts`);
  }
  const years = new Set(series.flatMap(({ values }) => yearsBesideParts([...values.keys()])));
  if (years.size > 0) found.push(`periods: ${[...years].sort().join(", ")} beside their months`);
  return found;
}

/** The years of one series that have records of their months or quarters as well. */
function yearsBesideParts(labels: readonly string[]): string[] {
  const parts = new Set(
    labels.filter((label) => label.includes("-")).map((label) => label.slice(0, 4)),
  );
  return labels.filter((label) => parts.has(label));
}

/** All products first, then codes in their order, so that a whole stands before its parts. */
function broadestFirst(a: string, b: string): number {
  return Number(b === ALL_PRODUCTS) - Number(a === ALL_PRODUCTS) || (a < b ? -1 : 1);
}
