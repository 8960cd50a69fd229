import { finalDemandMetric } from "../../metrics/value-added-tables.ts";
import type { SortOrder } from "../../question/question.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { valueAddedInFinalDemand } from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { definitionOf } from "../columns.ts";
import { orderRows } from "../order.ts";
import type { Answer, ResultRow } from "../result.ts";
import type { NamedExporter } from "./economies.ts";
import { nameInCore } from "./origin-answer.ts";
import { amountColumn, amountIn, shareCells, tableResult } from "./table-result.ts";

export interface FinalDemandQuestion {
  /** Economies or groups whose value added is followed. */
  readonly origins: readonly NamedExporter[];
  readonly sort: SortOrder | null;
  readonly top: number | null;
  readonly warnings: readonly Warning[];
}

/** Where value added ends: in final demand at home or abroad. The value is the share abroad. */
export function finalDemandAnswer(source: OpenTable, question: FinalDemandQuestion): Answer {
  const { origins } = question;
  const core = valueAddedInFinalDemand(source.table, {
    origins: origins.map(({ exporter }) => exporter),
  });
  const named = new Map(origins.map((one) => [nameInCore(one), one]));
  const amount = amountIn(source);
  const rows = core.rows.map((row): ResultRow => {
    const { code, name } = named.get(row.origin)!;
    return {
      origin: code,
      originName: name,
      partner: null,
      partnerName: null,
      period: source.description.period,
      valueAdded: amount(row.valueAdded),
      atHome: amount(row.atHome),
      abroad: amount(row.abroad),
      ...shareCells(row.shareAbroad),
      reason: row.shareAbroad === null ? "no-whole" : null,
    };
  });
  return {
    title: "Value added in final demand",
    columns: [
      { name: "originName", title: "Origin", unit: "text" },
      amountColumn(source, "valueAdded", "Value added"),
      amountColumn(source, "atHome", "At home"),
      amountColumn(source, "abroad", "Abroad"),
      { name: "value", title: "Share abroad", unit: "percent" },
    ],
    result: tableResult(source, core, {
      metric: finalDemandMetric.id,
      definition: definitionOf(finalDemandMetric),
      parameters: { origin: origins.map(({ code }) => code) },
      rows: orderRows(rows, question.sort, question.top),
      warnings: [...question.warnings, ...core.warnings],
    }),
  };
}
