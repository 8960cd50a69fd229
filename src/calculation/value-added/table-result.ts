import { InputError } from "../../errors.ts";
import type { MetricDefinition } from "../../metrics/metric.ts";
import { moneyUnits } from "../../numbers/money.ts";
import type { OpenTable, TableDescription } from "../../sources/input-output.ts";
import type { Answer as CoreAnswer } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import {
  type Answer,
  type ResultColumn,
  type ResultRow,
  resultOf,
  sourceOf,
  textColumn,
} from "../result.ts";

/** What is kept of one table when it has answered: several make a series, one table a year. */
export interface TablePart {
  readonly description: TableDescription;
  readonly economies: number;
  readonly industries: number;
  readonly equations: number;
  readonly computed: Pick<CoreAnswer, "solve" | "identities" | "warnings">;
  readonly rows: readonly ResultRow[];
  readonly warnings: readonly Warning[];
}

/** What answers about tables do not share. */
interface TableAnswer {
  /** That of the metric where left out. */
  readonly title?: string;
  readonly columns: readonly ResultColumn[];
  /** What the definition says otherwise than that of the metric. */
  readonly definition?: Readonly<Record<string, string | readonly string[]>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly rows: readonly ResultRow[];
}

/** The rows that one table gives, with what its answer must say of it. */
export function partOf(
  { table, description }: OpenTable,
  computed: TablePart["computed"],
  rows: readonly ResultRow[],
  warnings: readonly Warning[] = [],
): TablePart {
  return {
    description,
    economies: table.economies.length,
    industries: table.industries.length,
    equations: table.labels.length,
    computed,
    rows,
    warnings,
  };
}

/** The rows of all tables; their amounts have one unit, or none is known. */
export function rowsOfParts(parts: readonly TablePart[]): ResultRow[] {
  const [first, ...others] = parts;
  const stated = first!.description.unit === null;
  const other = others.find(({ description }) => (description.unit === null) !== stated);
  if (other !== undefined) {
    throw new InputError(
      `--table: ${first!.description.id} and ${other.description.id} are not both in a known unit (add --unit)`,
    );
  }
  return parts.flatMap(({ rows }) => rows);
}

/** An answer from tables, and its document: what was computed, from which tables, and how well. */
export function tableAnswer(
  parts: readonly TablePart[],
  metric: MetricDefinition,
  { title = metric.title, columns, definition, parameters, rows }: TableAnswer,
): Answer {
  const ofEach = <Value>(value: (part: TablePart) => Value) => {
    const values = [...new Set(parts.map(value))];
    return values.length === 1 ? values[0] : values;
  };
  const result = resultOf(metric, {
    unit: metric.unit === "USD" ? amountUnit(parts) : metric.unit,
    ...(definition && { definition }),
    parameters: {
      table: ofEach(({ description }) => description.id),
      economies: ofEach(({ economies }) => economies),
      industries: ofEach(({ industries }) => industries),
      tableUnit: ofEach(({ description }) => description.unit),
      ...parameters,
    },
    data: parts.map(({ description, equations }) => ({
      ...sourceOf(description),
      rows: { read: equations, used: equations, skipped: {} },
    })),
    computation: worstOf(parts),
    rows,
    warnings: [
      ...parts.flatMap(({ description }) => cautions(description, rows)),
      ...distinct(parts.flatMap(({ warnings, computed }) => [...warnings, ...computed.warnings])),
    ],
  });
  return { title, columns, result };
}

/** The codes of whom rows are about, each once. */
export function codesIn(rows: readonly ResultRow[], column: string): string[] {
  return [...new Set(rows.map((row) => String(row[column])))];
}

function cautions({ cautions: all }: TableDescription, rows: readonly ResultRow[]): Warning[] {
  return all
    .filter(
      ({ economy }) =>
        !economy || rows.some(({ exporter, reporter }) => [exporter, reporter].includes(economy)),
    )
    .map(({ message }) => ({ code: "table-caution", message }));
}

/** The least exact of several solutions, and of each identity where it holds least. */
function worstOf(parts: readonly TablePart[]) {
  const solve = parts
    .map(({ computed }) => computed.solve)
    .reduce((bad, one) => (one.residual > bad.residual ? one : bad));
  const identities = new Map<string, CoreAnswer["identities"][number]>();
  for (const one of parts.flatMap(({ computed }) => computed.identities)) {
    const known = identities.get(one.name);
    if (!known || one.difference > known.difference) identities.set(one.name, one);
  }
  return { ...solve, identities: [...identities.values()] };
}

function distinct(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}

/** Of several answers about one table: the least exact solution, all identities and warnings. */
export function worstAnswer(answers: readonly CoreAnswer[]): TablePart["computed"] {
  const solve = answers
    .map((answer) => answer.solve)
    .reduce((bad, one) => (one.residual > bad.residual ? one : bad));
  return {
    solve,
    identities: answers.flatMap(({ identities }) => identities),
    warnings: distinct(answers.flatMap(({ warnings }) => warnings)),
  };
}

/** An amount of the table in whole US dollars; as it stands where the unit is not known. */
export function amountIn({ description }: OpenTable): (amount: number) => number {
  const { unit } = description;
  if (unit === null) return (amount) => amount;
  const scale = 10 ** (3 * moneyUnits.indexOf(unit));
  // Adding zero turns the negative zero of a rounded trifle into zero.
  return (amount) => Math.round(amount * scale) + 0;
}

/** Null where amounts are in whatever unit the tables have. */
function amountUnit([first]: readonly TablePart[]): "USD" | null {
  return first!.description.unit === null ? null : "USD";
}

/** A column of amounts: US dollars, or numbers in whatever unit the tables have. */
export function amountColumn(
  parts: readonly TablePart[],
  name: string,
  title: string,
): ResultColumn {
  const unit = amountUnit(parts);
  return unit === null ? { name, title, unit: "number", digits: 3 } : { name, title, unit };
}

/** The column of the period, where there are several. */
export function periodColumns(parts: readonly TablePart[]): ResultColumn[] {
  return parts.length > 1 ? [textColumn("period", "Period")] : [];
}

/** A share with its unit, and the reason where there is none. */
export function shareCells(value: number | null): Pick<ResultRow, "value" | "unit" | "reason"> {
  return { value, unit: "percent", reason: value === null ? "no-exports" : null };
}
