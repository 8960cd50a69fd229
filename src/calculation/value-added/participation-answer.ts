import { participationMetric } from "../../metrics/value-added-tables.ts";
import type { SortOrder } from "../../question/question.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { participation } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { definitionOf } from "../columns.ts";
import { orderRows } from "../order.ts";
import type { Answer, ResultRow } from "../result.ts";
import type { NamedExporter } from "./economies.ts";
import { nameInCore } from "./origin-answer.ts";
import { amountColumn, amountIn, shareCells, tableResult } from "./table-result.ts";

export interface ParticipationQuestion {
  /** null: every economy of the table. */
  readonly exporters: readonly NamedExporter[] | null;
  readonly everyone: readonly NamedExporter[];
  readonly sort: SortOrder | null;
  readonly top: number | null;
  readonly warnings: readonly Warning[];
}

/** Participation in global value chains: backward, forward, and their sum as the value. */
export function participationAnswer(source: OpenTable, question: ParticipationQuestion): Answer {
  const { exporters, everyone } = question;
  const shown = exporters ?? everyone;
  const core = participation(
    source.table,
    exporters === null ? {} : { exporters: exporters.map(({ exporter }) => exporter) },
  );
  const named = new Map(shown.map((one) => [nameInCore(one), one]));
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
  return {
    title: "Participation in global value chains",
    columns: [
      { name: "exporterName", title: "Exporter", unit: "text" },
      amountColumn(source, "grossExports", "Gross exports"),
      { name: "backward", title: "Backward", unit: "percent" },
      { name: "forward", title: "Forward", unit: "percent" },
      { name: "value", title: "Both", unit: "percent" },
    ],
    result: tableResult(source, core, {
      metric: participationMetric.id,
      definition: definitionOf(participationMetric),
      parameters: { exporter: shown.map(({ code }) => code) },
      rows: orderRows(rows, question.sort, question.top),
      warnings: [...question.warnings, ...core.warnings],
    }),
  };
}
