import { participationMetric } from "../../metrics/value-added-tables.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { participation } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { orderRows } from "../order.ts";
import { type Answer, type ResultRow, textColumn } from "../result.ts";
import type { RowOrder } from "./arrange.ts";
import { byNameInCore, type NamedExporter } from "./economies.ts";
import {
  amountColumn,
  amountIn,
  codesIn,
  partOf,
  periodColumns,
  rowsOfParts,
  shareCells,
  type TablePart,
  tableAnswer,
} from "./table-result.ts";

export interface ParticipationQuestion {
  /** null: every economy of the table. */
  readonly exporters: readonly NamedExporter[] | null;
  readonly everyone: readonly NamedExporter[];
  readonly warnings: readonly Warning[];
}

/** Participation in global value chains: backward, forward, and their sum as the value. */
export function participationPart(source: OpenTable, question: ParticipationQuestion): TablePart {
  const { exporters, everyone, warnings } = question;
  const core = participation(
    source.table,
    exporters === null ? {} : { exporters: exporters.map(({ exporter }) => exporter) },
  );
  const named = byNameInCore(exporters ?? everyone);
  const amount = amountIn(source);
  const rows = core.rows.map((row): ResultRow => {
    const { code, name } = named.get(row.exporter)!;
    const { backward, forward } = row;
    return {
      exporter: code,
      exporterName: name,
      partner: null,
      partnerName: null,
      period: source.description.period,
      grossExports: amount(row.grossExports),
      foreignValueAdded: amount(row.foreignValueAdded),
      valueAddedInForeignExports: amount(row.valueAddedInForeignExports),
      backward,
      forward,
      ...shareCells(backward === null || forward === null ? null : backward + forward),
    };
  });
  return partOf(source, core, rows, warnings);
}

export function participationAnswer(
  parts: readonly TablePart[],
  { sort, top }: Pick<RowOrder, "sort" | "top">,
): Answer {
  const rows = rowsOfParts(parts);
  return tableAnswer(parts, participationMetric, {
    columns: [
      textColumn("exporterName", "Exporter"),
      ...periodColumns(parts),
      amountColumn(parts, "grossExports", "Gross exports"),
      { name: "backward", title: "Backward", unit: "percent" },
      { name: "forward", title: "Forward", unit: "percent" },
      { name: "value", title: "Both", unit: "percent" },
    ],
    parameters: { exporter: codesIn(rows, "exporter") },
    rows: orderRows(rows, sort, top),
  });
}
