import type { ResultRow } from "../calculation/result.ts";
import type { Unit } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import {
  type FigureMeaning,
  type FigureWords,
  figureColumns,
  type TableFigures,
  type TableWord,
  tableFigures,
} from "../metrics/value-added-claims.ts";
import type { TableMistake } from "../metrics/value-added-mistaken.ts";
import type { NamedPartner } from "../partners/directory.ts";
import { quotedText } from "../question/quoted-list.ts";
import { type Period, parsePeriod } from "../records/period.ts";
import { asked, ComputeError, under } from "./compute-error.ts";
import type { Compute } from "./file/schema.ts";
import type { ClaimFigure } from "./report.ts";
import type { ClaimSources } from "./sources.ts";
import type { ClaimTable } from "./tables.ts";

/** One number of input-output tables: the same of each table, chosen by the period. */
export interface TableFigure {
  /** The metric, with the column where it is not the value: `value-added-balance grossBalance`. */
  readonly name: string;
  readonly column: string;
  readonly unit: Unit;
  /** Whether a deficit makes it negative. */
  readonly isBalance: boolean;
  readonly words: FigureWords;
  readonly meaning: FigureMeaning | null;
  readonly period: Period;
  /** What else the same tables have: for a search of what an author did instead. */
  readonly others: OtherFigures;
  read(period: Period): { readonly value: number | null; readonly reason: Reason | null };
  figure(period: Period): ClaimFigure;
  descriptionOf(period: Period): {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly sourceUrl: null;
    readonly vintage: string | null;
    readonly sha256: string;
  };
}

/** The figures around one of a table. */
interface OtherFigures {
  readonly years: readonly number[];
  readonly table: ClaimTable;
  readonly metric: TableFigures;
  /** The terms of its decomposition; none where it is no term. */
  readonly terms: readonly string[];
  /** The other columns of the row that are in the same unit. */
  readonly columns: readonly string[];
  /** The same figure with other words, of another column, or what is mistaken for it. */
  with(change: FigureChange): TableFigure;
}

export interface FigureChange {
  readonly words?: FigureWords;
  readonly column?: string;
  readonly mistake?: TableMistake;
}

export function isOfTable(metric: string): boolean {
  return figuresOf(metric) !== undefined;
}

function figuresOf(metric: string): TableFigures | undefined {
  return tableFigures.find((one) => one.metric.id === metric);
}

/** Keys that only tables know, and those that every figure of a table may have. */
const TABLE_KEYS = [
  ...([
    "table",
    "exporter",
    "importer",
    "origin",
    "originIndustry",
    "destination",
    "industry",
  ] as const),
  ...(["term", "method", "approach", "perimeter"] as const),
];
const COMMON = ["metric", "table", "measure", "period", "from", "to", "as", "rank"];

/** A key that the metric does not know would change nothing, unseen. */
export function refuseTableKeys(compute: Compute): void {
  const stray = TABLE_KEYS.find((key) => compute[key] !== undefined);
  if (stray === undefined) return;
  const ids = tableFigures.map(({ metric }) => metric.id).join(", ");
  throw new ComputeError(stray, `${compute.metric} takes none (it is of ${ids})`);
}

/** @throws ComputeError that says which key of `compute` cannot be understood, and why. */
export function tableFigureOf(compute: Compute, sources: ClaimSources): TableFigure {
  const figures = figuresOf(compute.metric)!;
  const { metric } = figures;
  refuseStrayKeys(compute, figures);
  const tables = sources.tables!.of(compute.table);
  const column = compute.measure ?? "value";
  const columns = figureColumns(metric);
  const unit = columns.get(column);
  if (unit === undefined) {
    const known = [...columns.keys()].join(", ");
    throw new ComputeError("measure", `unknown column "${column}" (use ${known})`);
  }
  const words = wordsOf(compute, figures);
  const period = periodOf(compute, tables);
  const around: Around = { compute, tables, figures, period };
  const made = figureIn(around, { words, column, mistake: null });
  const ask = askerOf(around, words);
  // Words that a table does not know are told before anything is computed.
  ask(period);
  if (compute.from !== undefined) ask(under("from", () => parsePeriod(compute.from!)));
  if (unit === "USD") refuseUnknownUnit(made.others.table, column);
  return made;
}

/** What does not change where another figure of the same tables is taken. */
interface Around {
  readonly compute: Compute;
  readonly tables: readonly ClaimTable[];
  readonly figures: TableFigures;
  readonly period: Period;
}

interface Which {
  readonly words: FigureWords;
  readonly column: string;
  readonly mistake: TableMistake | null;
}

/** What asks the table of a period. */
function askerOf({ compute, tables, figures }: Around, words: FigureWords) {
  return (one: Period) =>
    asked(compute, () => chosenTable(tables, one, compute).ask(figures, words));
}

function figureIn(around: Around, which: Which): TableFigure {
  const { compute, tables, figures, period } = around;
  const { words, column, mistake } = which;
  const { metric } = figures;
  const columns = figureColumns(metric);
  const unit = columns.get(column)!;
  const tableOf = (one: Period) => chosenTable(tables, one, compute);
  const ask = askerOf(around, words);
  const plain = column === "value" ? metric.id : `${metric.id} ${column}`;
  const name = mistake === null ? plain : `${plain}, ${mistake.says}`;
  const read = (one: Period) => {
    const row = ask(one).row();
    const value = mistake === null ? row[column] : instead(mistake, tableOf(one), row, words);
    return typeof value === "number"
      ? { value, reason: null }
      : { value: null, reason: row.reason ?? ("no-data" as const) };
  };
  return {
    ...{ name, column, unit, words, period, read },
    meaning: figures.means?.(words, column) ?? null,
    isBalance: /^negative for a deficit/.test(metric.sign) && BALANCES.includes(column),
    others: {
      years: tables.flatMap(({ description }) => Number(description.period ?? [])),
      ...{ table: tableOf(period), metric: figures },
      // Words that a search makes up may not be the table's.
      get terms() {
        return ask(period).terms ?? [];
      },
      columns: [...columns.keys()].filter((one) => one !== column && columns.get(one) === unit),
      with: (change) => figureIn(around, { ...which, mistake: null, ...change }),
    },
    figure: (one) => ({
      ...{ name, partner: ask(one).names.join(", ") || null, product: null, period: one.label },
      ...{ value: read(one).value, unit, source: sourceOf(tableOf(one)) },
    }),
    descriptionOf(one) {
      const { id, title, publisher, vintage, sha256 } = tableOf(one).description;
      return { id, title, publisher, sourceUrl: null, vintage, sha256 };
    },
  };
}

/** What is mistaken for a figure, from its row and other figures of its table. */
function instead(
  mistake: TableMistake,
  table: ClaimTable,
  row: ResultRow,
  words: FigureWords,
): number | null {
  return mistake.of(numbersOf(row), words, (metric, others) =>
    numbersOf(table.ask(figuresOf(metric)!, others).row()),
  );
}

function numbersOf(row: ResultRow): Readonly<Record<string, number>> {
  const numbers = Object.entries(row).filter(([, value]) => typeof value === "number");
  return Object.fromEntries(numbers) as Record<string, number>;
}

const BALANCES = ["value", "grossBalance", "valueAddedBalance"];

function refuseStrayKeys(compute: Compute, { metric, words, required }: TableFigures): void {
  const known: readonly string[] = [...COMMON, ...words];
  const given = Object.entries(compute).filter(([, value]) => value !== undefined);
  const stray = given.find(([key, value]) => !known.includes(key) && value !== false);
  if (stray) {
    const [key] = stray as [keyof Compute, unknown];
    throw new ComputeError(key, `${metric.id} takes none (use ${words.join(", ")})`);
  }
  const missing = required.find((word) => compute[word as keyof Compute] === undefined);
  if (missing === undefined) return;
  throw new ComputeError(missing as keyof Compute, `is missing (${metric.id} needs it)`);
}

function wordsOf(compute: Compute, { words }: TableFigures): TableFigure["words"] {
  const given = words.flatMap((word) => {
    const value = compute[word as keyof Compute] as
      | string
      | readonly string[]
      | boolean
      | undefined;
    if (value === undefined) return [];
    return [[word, typeof value === "object" ? listText(word, value) : value] as const];
  });
  return Object.fromEntries(given);
}

/** Words that name industries, whose names may have commas; the others name economies. */
export const INDUSTRY_WORDS: readonly TableWord[] = ["industry", "originIndustry"];

function listText(word: TableWord, list: readonly string[]): string {
  return INDUSTRY_WORDS.includes(word) ? quotedText(list) : list.join(",");
}

/** Whether an economy of a table is meant, by its code or its name. */
export function isNamed({ code, name }: NamedPartner, written: string): boolean {
  const wanted = written.toUpperCase();
  return code.toUpperCase() === wanted || name.toUpperCase() === wanted;
}

/** The period that is named, or the only one that the tables have. */
function periodOf({ period, to }: Compute, tables: readonly ClaimTable[]): Period {
  const text = to ?? period;
  if (text !== undefined) return under(to === undefined ? "period" : "to", () => parsePeriod(text));
  const [only, ...others] = tables;
  if (others.length === 0 && only!.description.period !== null) {
    return parsePeriod(only!.description.period);
  }
  throw new ComputeError("period", "is missing (name the year of the table)");
}

function chosenTable(
  tables: readonly ClaimTable[],
  { label }: Period,
  { from }: Compute,
): ClaimTable {
  const found = tables.filter(({ description }) => description.period === label);
  // One table that does not say its year is of the year that the claim says.
  if (found.length === 0 && tables.length === 1 && tables[0]!.description.period === null) {
    return tables[0]!;
  }
  if (found.length === 1) return found[0]!;
  const have = tables.map(
    ({ description: { id, period } }) => `${id} is of ${period ?? "no year"}`,
  );
  throw new ComputeError(
    from === label ? "from" : "period",
    found.length > 1
      ? `${found.length} tables are of ${label} (name one)`
      : `no table is of ${label}: ${have.join(", ")} (name the table of that year with table)`,
  );
}

function refuseUnknownUnit({ description: { id, unit } }: ClaimTable, column: string): void {
  if (unit !== null) return;
  throw new ComputeError(
    "measure",
    `${column} of ${id} is in the unit of the table, which is not known to be US dollars (use a share or a ratio)`,
  );
}

function sourceOf({ description: { id, vintage } }: ClaimTable): string {
  return `${id} ${vintage ?? ""}`.trim();
}
