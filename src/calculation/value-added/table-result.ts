import { moneyUnits } from "../../numbers/money.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import type { Answer as CoreAnswer } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import type { Result, ResultColumn, ResultRow } from "../result.ts";

/** What every answer from an input-output table shares. */
export interface TableResult {
  readonly metric: string;
  readonly definition: Readonly<Record<string, string | readonly string[]>>;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly rows: readonly ResultRow[];
  readonly warnings: readonly Warning[];
}

/** The document of an answer from a table: what it computed, from which table, and how well. */
export function tableResult(
  { table, description }: OpenTable,
  computed: Pick<CoreAnswer, "solve" | "identities">,
  { metric, definition, parameters, rows, warnings }: TableResult,
): Result {
  const industries = table.labels.length;
  return {
    schema: "trade-metrics/result/v1",
    metric,
    unit: "percent",
    definition,
    parameters: {
      table: description.id,
      economies: table.economies.length,
      industries: table.industries.length,
      tableUnit: description.unit,
      ...parameters,
    },
    data: [
      {
        id: description.id,
        title: description.title,
        source: description.publisher,
        vintage: description.vintage,
        sha256: description.sha256,
        basis: null,
        rows: { read: industries, used: industries, skipped: {} },
      },
    ],
    computation: { ...computed.solve, identities: computed.identities },
    rows,
    warnings: [
      ...description.cautions
        .filter(({ economy }) => !economy || rows.some(({ exporter }) => exporter === economy))
        .map(({ message }) => ({ code: "table-caution", message })),
      ...warnings,
    ],
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

/** A column of amounts: US dollars, or numbers in whatever unit the table has. */
export function amountColumn(source: OpenTable, name: string, title: string): ResultColumn {
  return source.description.unit === null
    ? { name, title, unit: "number", digits: 3 }
    : { name, title, unit: "USD" };
}

/** A share with its unit, and the reason where there is none. */
export function shareCells(value: number | null): Pick<ResultRow, "value" | "unit" | "reason"> {
  return { value, unit: "percent", reason: value === null ? "no-exports" : null };
}
