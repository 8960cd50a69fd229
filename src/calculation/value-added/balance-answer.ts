import { balanceMetric } from "../../metrics/value-added-tables.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { type BalanceRow, valueAddedBalance } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { type Answer, type ResultRow, textColumn } from "../result.ts";
import { arrangeRows, type RowOrder, type RowShape } from "./arrange.ts";
import { byNameInCore, type NamedExporter, type TableEconomies } from "./economies.ts";
import {
  amountColumn,
  amountIn,
  codesIn,
  partOf,
  periodColumns,
  rowsOfParts,
  type TablePart,
  tableAnswer,
} from "./table-result.ts";

export interface BalanceQuestion {
  readonly reporters: readonly NamedExporter[];
  /** Partners to show, by their code in the table; null: all. */
  readonly partners: readonly string[] | null;
  readonly warnings: readonly Warning[];
}

const AMOUNTS = [
  "exports",
  "imports",
  "grossBalance",
  "valueAddedExports",
  "valueAddedImports",
  "valueAddedBalance",
  "difference",
] as const;

/** The balance of each reporter with each partner, gross and in value added, of one table. */
export function balancePart(
  source: OpenTable,
  economies: TableEconomies,
  { reporters, partners, warnings }: BalanceQuestion,
): TablePart {
  const core = valueAddedBalance(source.table, {
    reporters: reporters.map(({ exporter }) => exporter),
  });
  const named = byNameInCore(reporters);
  const shown = core.rows.filter(({ partner }) => partners === null || partners.includes(partner));
  const rows = shown.map((row) => rowOf(source, row, named.get(row.reporter)!, economies));
  return partOf(source, core, rows, warnings);
}

function rowOf(
  source: OpenTable,
  row: BalanceRow,
  reporter: NamedExporter,
  economies: TableEconomies,
): ResultRow {
  const amount = amountIn(source);
  const partner = economies.nameOf(row.partner);
  const exports = amount(row.exports);
  const imports = amount(row.imports);
  const valueAddedExports = amount(row.valueAddedExports);
  const valueAddedImports = amount(row.valueAddedImports);
  const grossBalance = exports - imports;
  const valueAddedBalance = valueAddedExports - valueAddedImports;
  return withRatio({
    reporter: reporter.code,
    reporterName: reporter.name,
    partner: partner.code,
    partnerName: partner.name,
    period: source.description.period,
    exports,
    imports,
    grossBalance,
    valueAddedExports,
    valueAddedImports,
    valueAddedBalance,
    difference: valueAddedBalance - grossBalance,
    value: valueAddedBalance,
    unit: source.description.unit === null ? null : "USD",
    reason: null,
  });
}

/** Value-added exports over gross exports; null without exports. */
function withRatio(row: ResultRow): ResultRow {
  const exports = Number(row.exports);
  return { ...row, vaxRatio: exports > 0 ? Number(row.valueAddedExports) / exports : null };
}

const shape: RowShape = {
  keys: ["reporter", "partner"],
  // The largest deficit in value added first.
  rank: ({ value }) => -value!,
  names: ["reporterName", "partnerName"],
  together: balancesTogether,
};

/** The balances with several partners as one. */
export function balancesTogether(rows: readonly ResultRow[]): ResultRow {
  const sums = Object.fromEntries(
    AMOUNTS.map((name) => [name, rows.reduce((sum, row) => sum + Number(row[name]), 0)] as const),
  );
  return withRatio({ ...rows[0]!, ...sums, value: sums.valueAddedBalance! });
}

/** The answer of one table, or of several as a series. */
export function balanceAnswer(parts: readonly TablePart[], order: RowOrder): Answer {
  const rows = arrangeRows(rowsOfParts(parts), order, shape);
  const reporter = codesIn(rows, "reporter");
  return tableAnswer(parts, balanceMetric, {
    title: "Trade balance, gross and in value added",
    columns: [
      ...(reporter.length > 1 ? [textColumn("reporterName", "Reporter")] : []),
      textColumn("partnerName", "Partner"),
      ...periodColumns(parts),
      amountColumn(parts, "exports", "Exports"),
      amountColumn(parts, "imports", "Imports"),
      amountColumn(parts, "grossBalance", "Gross balance"),
      amountColumn(parts, "value", "Value-added balance"),
      amountColumn(parts, "difference", "Difference"),
      { name: "vaxRatio", title: "VAX ratio", unit: "ratio" },
    ],
    parameters: { reporter },
    rows,
  });
}
