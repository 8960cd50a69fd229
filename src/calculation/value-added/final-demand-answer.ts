import { finalDemandMetric } from "../../metrics/value-added-tables.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import { valueAddedInFinalDemand } from "../../value-added/index.ts";
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
import { arrangedTrace, dimensionColumns, type TraceLayout } from "./trace-rows.ts";

const TITLE = "Value added in final demand";

export interface FinalDemandQuestion {
  /** Economies or groups whose value added is followed. */
  readonly origins: readonly NamedExporter[];
  readonly warnings: readonly Warning[];
}

/** Where value added ends: in final demand at home or abroad. The value is the share abroad. */
export function finalDemandPart(
  source: OpenTable,
  { origins, warnings }: FinalDemandQuestion,
): TablePart {
  const core = valueAddedInFinalDemand(source.table, {
    origins: origins.map(({ exporter }) => exporter),
  });
  const named = byNameInCore(origins);
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
      grossExports: amount(row.grossExports),
      vaxRatio: row.grossExports > 0 ? row.abroad / row.grossExports : null,
      ...shareCells(row.shareAbroad),
      reason: row.shareAbroad === null ? "no-whole" : null,
    };
  });
  return partOf(source, core, rows, warnings);
}

export function finalDemandAnswer(
  parts: readonly TablePart[],
  { sort, top }: Pick<RowOrder, "sort" | "top">,
): Answer {
  const rows = rowsOfParts(parts);
  return tableAnswer(parts, finalDemandMetric, {
    title: TITLE,
    columns: [
      textColumn("originName", "Origin"),
      ...periodColumns(parts),
      amountColumn(parts, "valueAdded", "Value added"),
      amountColumn(parts, "atHome", "At home"),
      amountColumn(parts, "abroad", "Abroad"),
      { name: "vaxRatio", title: "VAX ratio", unit: "ratio" },
      { name: "value", title: "Share abroad", unit: "percent" },
    ],
    parameters: { origin: codesIn(rows, "origin") },
    rows: orderRows(rows, sort, top),
  });
}

/** Final demand by what it is made of: value added by origin, in percent of the final demand. */
export function tracedFinalDemandAnswer(parts: readonly TablePart[], layout: TraceLayout): Answer {
  return tableAnswer(parts, finalDemandMetric, {
    title: TITLE,
    columns: [
      ...dimensionColumns(layout.by, { exporter: "Seller", industry: "Final product" }),
      ...periodColumns(parts),
      amountColumn(parts, "valueAdded", "Value added"),
      { name: "value", title: "Share of final demand", unit: "percent" },
    ],
    definition: {
      formula: "value added of the origin in the final demand / the final demand * 100; v' B Y",
      nullWhen: "there is no such final demand (no-exports)",
    },
    parameters: layout.parameters,
    rows: arrangedTrace(parts, layout),
  });
}
