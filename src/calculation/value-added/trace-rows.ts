import type { OpenTable } from "../../sources/input-output.ts";
import {
  type Exporter,
  type TraceAnswer,
  type TraceDimension,
  traceValueAdded,
} from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { type ResultColumn, type ResultRow, textColumn } from "../result.ts";
import { arrangeRows, type RowOrder, type RowShape } from "./arrange.ts";
import { byNameInCore, type NamedExporter, type TableEconomies } from "./economies.ts";
import { amountIn, partOf, rowsOfParts, shareCells, type TablePart } from "./table-result.ts";

/** What value added is traced in, and how its rows are distinguished. */
export interface TraceQuestion {
  readonly of: "exports" | "final-demand";
  readonly exporters: readonly NamedExporter[];
  /** Economies and industries to keep, by their codes in the table; null: all. */
  readonly origins: readonly string[] | null;
  readonly originIndustries: readonly string[] | null;
  readonly industries: readonly string[] | null;
  readonly partners: readonly string[] | null;
  readonly destinations: readonly string[] | null;
  readonly by: readonly TraceDimension[];
  readonly warnings: readonly Warning[];
}

/** The columns of each dimension: of its code and, where it is an economy, of its name. */
const columnsOf: Readonly<
  Record<TraceDimension, { readonly code: string; readonly name: string; readonly title: string }>
> = {
  exporter: { code: "exporter", name: "exporterName", title: "Exporter" },
  partner: { code: "partner", name: "partnerName", title: "To" },
  origin: { code: "origin", name: "originName", title: "Origin" },
  destination: { code: "destination", name: "destinationName", title: "Absorbed in" },
  industry: { code: "industry", name: "industry", title: "Exporting industry" },
  "origin-industry": {
    code: "originIndustry",
    name: "originIndustry",
    title: "Industry of origin",
  },
};

const codeColumn = (dimension: TraceDimension) => columnsOf[dimension].code;

export function dimensionColumns(
  by: readonly TraceDimension[],
  titles: Readonly<Partial<Record<TraceDimension, string>>> = {},
): ResultColumn[] {
  return by.map((one) => textColumn(columnsOf[one].name, titles[one] ?? columnsOf[one].title));
}

/** Value added by origin in the flows of one table, in percent of these flows. */
export function tracePart(
  source: OpenTable,
  economies: TableEconomies,
  question: TraceQuestion,
): TablePart {
  const { of, exporters, by } = question;
  const kept = <Name extends string>(name: Name, list: readonly string[] | null) =>
    list === null ? {} : ({ [name]: list } as { readonly [key in Name]?: readonly string[] });
  const core = traceValueAdded(source.table, {
    ...{ of, by },
    exporters: exporters.map(({ exporter }): Exporter => exporter),
    ...kept("origins", question.origins),
    ...kept("originIndustries", question.originIndustries),
    ...kept("industries", question.industries),
    ...kept("partners", question.partners),
    ...kept("destinations", question.destinations),
  });
  return partOf(source, core, rowsOf(source, economies, core, question), question.warnings);
}

function rowsOf(
  source: OpenTable,
  economies: TableEconomies,
  core: TraceAnswer,
  { exporters, by }: TraceQuestion,
): ResultRow[] {
  const amount = amountIn(source);
  const named = byNameInCore(exporters);
  const { period } = source.description;
  return core.rows.map(({ members, valueAdded, whole }) => {
    const cells: Record<string, string | null> = {};
    by.forEach((dimension, at) => {
      const member = members[at]!;
      const { code, name } = columnsOf[dimension];
      const found = dimension === "exporter" ? named.get(member)! : economies.nameOf(member);
      if (code === name) cells[code] = member;
      else {
        cells[code] = found.code;
        cells[name] = found.name;
      }
    });
    return {
      ...{ partner: null, partnerName: null },
      ...cells,
      period,
      valueAdded: amount(valueAdded),
      whole: amount(whole),
      ...shareCells(whole > 0 ? (valueAdded / whole) * 100 : null),
    };
  });
}

const FLOW_DIMENSIONS: readonly TraceDimension[] = [
  "exporter",
  "industry",
  "partner",
  "destination",
];

/** How an answer about traced value added is laid out. */
export interface TraceLayout extends RowOrder {
  readonly by: readonly TraceDimension[];
  /** The dimensions that `top` chooses members of. */
  readonly chosen: readonly TraceDimension[];
  /** What was asked, for the document. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The rows of all tables, the largest of the last dimension first. */
export function arrangedTrace(
  parts: readonly TablePart[],
  layout: TraceLayout,
  shape: Pick<RowShape, "parts"> = {},
): ResultRow[] {
  const { by, chosen } = layout;
  return arrangeRows(rowsOfParts(parts), layout, {
    keys: by.map(codeColumn),
    names: by.map((one) => columnsOf[one].name),
    chosen: chosen.map(codeColumn),
    rank: ({ valueAdded }) => Number(valueAdded),
    together: together(by),
    ...shape,
  });
}

/** Several rows as one: value added adds up, and so does each flow, which is counted once. */
function together(by: readonly TraceDimension[]) {
  const flowColumns = by.filter((one) => FLOW_DIMENSIONS.includes(one)).map(codeColumn);
  return (rows: readonly ResultRow[]): ResultRow => {
    const flows = new Map<string, number>();
    let valueAdded = 0;
    for (const row of rows) {
      valueAdded += Number(row.valueAdded);
      flows.set(flowColumns.map((name) => row[name]).join("\u0000"), Number(row.whole));
    }
    const whole = [...flows.values()].reduce((sum, flow) => sum + flow, 0);
    return {
      ...rows[0]!,
      valueAdded,
      whole,
      ...shareCells(whole > 0 ? (valueAdded / whole) * 100 : null),
    };
  };
}
