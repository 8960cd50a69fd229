import { originMetric } from "../../metrics/value-added-tables.ts";
import type { TraceDimension } from "../../value-added/index.ts";
import { definitionOf } from "../columns.ts";
import type { Answer, ResultRow } from "../result.ts";
import { arrangeRows, type RowOrder } from "./arrange.ts";
import type { NamedExporter, TableEconomies } from "./economies.ts";
import {
  amountColumn,
  periodColumns,
  rowsOfParts,
  type TablePart,
  tableResult,
} from "./table-result.ts";
import { codeColumn, dimensionColumns, nameColumn, together } from "./trace-rows.ts";

/** How the answer about origins is laid out. */
export interface OriginLayout extends RowOrder {
  readonly by: readonly TraceDimension[];
  /** The dimensions that `top` chooses members of. */
  readonly chosen: readonly TraceDimension[];
  /** What was asked, for the document. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The codes of the economies that are at home for each exporter, by the exporter's code. */
  readonly home: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The economies of each exporter: itself, or the members of the group. */
export function homeOf(
  exporters: readonly NamedExporter[],
  economies: TableEconomies,
): Map<string, Set<string>> {
  return new Map(
    exporters.map(({ code, exporter }) => {
      const members = typeof exporter === "string" ? [exporter] : exporter.members;
      return [code, new Set(members.map((member) => economies.nameOf(member).code))];
    }),
  );
}

/**
 * Whose value added is in exports: by origin, in percent of the gross exports that the row is about.
 * Rows stand by their dimensions, the largest of the last first; with `total`, what is domestic and
 * foreign, and the total of each.
 */
export function originAnswer(parts: readonly TablePart[], layout: OriginLayout): Answer {
  const { by, chosen, home, parameters } = layout;
  const last = by.at(-1)!;
  const isHome = ({ exporter, origin }: ResultRow) =>
    home.get(String(exporter))?.has(String(origin)) === true;
  const splits = last === "origin" && by.includes("exporter");
  const rows = arrangeRows(rowsOfParts(parts), layout, {
    keys: by.map(codeColumn),
    rank: ({ valueAdded }) => Number(valueAdded),
    chosen: chosen.map(codeColumn),
    together: together(by),
    names: by.map(nameColumn),
    ...(splits && {
      parts: [
        { code: "DOMESTIC", name: "All domestic", holds: isHome },
        { code: "FOREIGN", name: "All foreign", holds: (row) => !isHome(row) },
      ],
    }),
  });
  return {
    title: "Origin of value added in gross exports",
    columns: [
      ...dimensionColumns(by),
      ...periodColumns(parts),
      amountColumn(parts, "valueAdded", "Value added"),
      { name: "value", title: "Share of exports", unit: "percent" },
    ],
    result: tableResult(parts, {
      metric: originMetric.id,
      unit: "percent",
      definition: {
        ...definitionOf(originMetric),
        method: "v' (I - A)^-1 e: exports over the border of the economy, parts of it folded last",
      },
      parameters,
      rows,
    }),
  };
}
