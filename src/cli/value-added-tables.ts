import { TableEconomies } from "../calculation/value-added/economies.ts";
import type { TablePart } from "../calculation/value-added/table-result.ts";
import { InputError } from "../errors.ts";
import { quotedList } from "../question/quoted-list.ts";
import { sortOrder } from "../question/read.ts";
import { commaList } from "../question/words.ts";
import { parsePeriod } from "../records/period.ts";
import { countries } from "../sources/embedded/embedded.ts";
import { expandNames } from "../sources/files/expand.ts";
import {
  EMBEDDED_TABLE,
  type OpenTable,
  openEmbeddedTable,
  openTableFile,
} from "../sources/input-output.ts";
import type { ReadTableOptions } from "../value-added/index.ts";
import { announce, withProgress } from "./progress.ts";

/** The options that say how a table is read. */
export interface ReadingOptions {
  readonly entry?: string;
  readonly economies?: string;
  readonly industries?: string;
  readonly unit?: string;
  readonly allowUnbalanced?: true;
  readonly progress?: true;
}

/** The options that say which tables are read, and how. */
export interface TableOptions extends ReadingOptions {
  /** Files and patterns; none: the embedded table. */
  readonly table: readonly string[];
  readonly period?: string;
}

export interface RowOptions {
  readonly sort?: string;
  readonly top?: number;
  readonly total?: true;
}

export interface ExporterOptions extends TableOptions, RowOptions {
  readonly exporter?: string;
  readonly together?: true;
}

/** More equations than this take a second or more to solve. */
const MANY_EQUATIONS = 1000;

/**
 * What each table gives, one after the other and in the order of their periods: a table is let go
 * before the next is read, so that a series needs no more memory than its largest table.
 */
export async function ofEachTable<Part extends TablePart>(
  options: TableOptions,
  answer: (source: OpenTable, economies: TableEconomies) => Part,
): Promise<[Part, ...Part[]]> {
  const names = await expandNames(options.table);
  const periods = periodsOf(options.period, names.length);
  const parts: Part[] = [];
  for (let at = 0; at < Math.max(1, names.length); at++) {
    const source = await openTable(names[at], options);
    const period = periods?.[at] ?? source.description.period;
    const dated = { ...source, description: { ...source.description, period } };
    parts.push(answer(dated, new TableEconomies(source.table, countries())));
  }
  refuseSamePeriod(parts);
  const byPeriod = parts.toSorted((a, b) => comparePeriods(a, b));
  return byPeriod as [Part, ...Part[]];
}

function periodsOf(text: string | undefined, tables: number): string[] | null {
  if (text === undefined) return null;
  const periods = commaList(text).map((word) => parsePeriod(word).label);
  const needed = Math.max(1, tables);
  if (periods.length === needed) return periods;
  throw new InputError(
    `--period: expected ${needed} period${needed === 1 ? "" : "s"}, got ${periods.length} (name one for each --table, in their order)`,
  );
}

/** Rows of a series are distinguished by their period, so every table needs one of its own. */
function refuseSamePeriod(parts: readonly TablePart[]): void {
  if (parts.length < 2) return;
  const seen = new Map<string | null, string>();
  for (const { description } of parts) {
    const other = seen.get(description.period);
    if (description.period === null || other !== undefined) {
      const which =
        other === undefined
          ? "does not say which year it is"
          : `is of ${description.period} like ${other}`;
      throw new InputError(
        `--table: ${description.id} ${which} (add --period 2008,2011, one for each table)`,
      );
    }
    seen.set(description.period, description.id);
  }
}

function comparePeriods(a: TablePart, b: TablePart): number {
  return String(a.description.period).localeCompare(String(b.description.period), "en");
}

/** Reads one table; without a name, the embedded one. */
export async function openTable(
  name: string | undefined,
  options: ReadingOptions,
): Promise<OpenTable> {
  const { unit, progress = false } = options;
  if (name === undefined || name === EMBEDDED_TABLE) {
    const stray = (["entry", "economies", "industries", "unit", "allowUnbalanced"] as const).find(
      (one) => options[one] !== undefined,
    );
    if (stray === undefined) return openEmbeddedTable();
    const typed = stray === "allowUnbalanced" ? "allow-unbalanced" : stray;
    throw new InputError(`--${typed} says how a file is read (add --table FILE)`);
  }
  const opened = await withProgress(`reading ${name}`, progress, () =>
    openTableFile(name, readOptions(options)),
  );
  const n = opened.table.labels.length;
  if (n >= MANY_EQUATIONS) announce(`solving ${n} equations`, progress);
  return unit === undefined ? opened : { ...opened, description: { ...opened.description, unit } };
}

function readOptions(options: ReadingOptions): ReadTableOptions {
  const { entry, economies, industries, allowUnbalanced } = options;
  if (economies === undefined && industries !== undefined) {
    throw new InputError("--industries names those of a table without a header (add --economies)");
  }
  return {
    ...(entry !== undefined && { entry }),
    ...(allowUnbalanced && { allowUnbalanced }),
    ...(economies !== undefined && {
      matrix: {
        economies: commaList(economies),
        ...(industries !== undefined && { industries: quotedList(industries, "--industries") }),
      },
    }),
  };
}

export function required(list: string | undefined, command: string, option: string): string {
  if (list !== undefined) return list;
  throw new InputError(
    `value-added ${command}: which economy? (use ${option} MX, a list, a group, or all)`,
  );
}

export function rowOrder({ sort, top, total }: RowOptions) {
  return { sort: sortOrder(sort), top: top ?? null, total: total ?? false };
}

/** Codes in the table of a list of economies; null where none is named. */
export function economiesOf(economies: TableEconomies, list: string | undefined, option: string) {
  if (list === undefined) return { codes: null, warnings: [] };
  const { exporters, warnings } = economies.select(list, option, false);
  return { codes: exporters.map(({ exporter }) => exporter as string), warnings };
}
