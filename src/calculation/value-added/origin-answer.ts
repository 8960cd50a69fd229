import { originMetric } from "../../metrics/value-added-tables.ts";
import type { Answer, ResultRow } from "../result.ts";
import type { NamedExporter, TableEconomies } from "./economies.ts";
import { amountColumn, periodColumns, type TablePart, tableAnswer } from "./table-result.ts";
import { arrangedTrace, dimensionColumns, type TraceLayout } from "./trace-rows.ts";

/** How the answer about origins is laid out. */
export interface OriginLayout extends TraceLayout {
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
  const { by, home, parameters } = layout;
  const isHome = ({ exporter, origin }: ResultRow) =>
    home.get(String(exporter))?.has(String(origin)) === true;
  const splits = by.at(-1) === "origin" && by.includes("exporter");
  return tableAnswer(parts, originMetric, {
    columns: [
      ...dimensionColumns(by),
      ...periodColumns(parts),
      amountColumn(parts, "valueAdded", "Value added"),
      { name: "value", title: "Share of exports", unit: "percent" },
    ],
    definition: {
      method: "v' (I - A)^-1 e: exports over the border of the economy, parts of it folded last",
    },
    parameters,
    rows: arrangedTrace(parts, layout, {
      ...(splits && {
        parts: [
          { code: "DOMESTIC", name: "All domestic", holds: isHome },
          { code: "FOREIGN", name: "All foreign", holds: (row) => !isHome(row) },
        ],
      }),
    }),
  });
}
