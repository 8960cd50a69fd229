import { advantageMetric } from "../../metrics/value-added-tables.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { revealedAdvantage } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { type Answer, type ResultRow, textColumn } from "../result.ts";
import { arrangeRows, type RowOrder, type RowShape } from "./arrange.ts";
import type { NamedExporter } from "./economies.ts";
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

export interface AdvantageQuestion {
  /** Economies to show. */
  readonly exporters: readonly NamedExporter[];
  /** Industries to show, by their code in the table; null: all. */
  readonly industries: readonly string[] | null;
  readonly warnings: readonly Warning[];
}

/** Revealed comparative advantage of one table: the largest first. */
export function advantagePart(source: OpenTable, question: AdvantageQuestion): TablePart {
  const core = revealedAdvantage(source.table);
  const amount = amountIn(source);
  const rows = question.exporters.flatMap(({ exporter, code, name }) => {
    const own = core.rows.filter(
      (row) =>
        row.exporter === exporter &&
        (question.industries === null || question.industries.includes(row.industry)),
    );
    return own.map(
      (row): ResultRow => ({
        exporter: code,
        exporterName: name,
        partner: null,
        partnerName: null,
        period: source.description.period,
        industry: row.industry,
        grossExports: amount(row.grossExports),
        valueAdded: amount(row.valueAdded),
        grossAdvantage: row.gross,
        value: row.inValueAdded,
        unit: "ratio",
        reason: row.inValueAdded === null ? "no-whole" : null,
      }),
    );
  });
  return partOf(source, core, rows, question.warnings);
}

/** Industries of each exporter, the largest index first; an index has no rest and no total. */
const shape: RowShape = {
  keys: ["exporter", "industry"],
  rank: ({ value }) => value ?? -1,
  together: null,
  names: ["exporterName", "industry"],
};

export function advantageAnswer(parts: readonly TablePart[], order: RowOrder): Answer {
  const rows = arrangeRows(rowsOfParts(parts), order, shape);
  return tableAnswer(parts, advantageMetric, {
    columns: [
      textColumn("exporterName", "Exporter"),
      ...periodColumns(parts),
      textColumn("industry", "Industry"),
      amountColumn(parts, "grossExports", "Gross exports"),
      amountColumn(parts, "valueAdded", "Value added"),
      { name: "grossAdvantage", title: "Gross RCA", unit: "ratio" },
      { name: "value", title: "Value-added RCA", unit: "ratio" },
    ],
    parameters: { exporter: codesIn(rows, "exporter") },
    rows,
  });
}
