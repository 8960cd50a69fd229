import type { Kind } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { type Answer, answer, ROUNDING, relativeDifference, type SolverOption } from "./answer.ts";
import { checkAsked } from "./asked.ts";
import { drawBorder, type Exporter, economyIndex, exporterName } from "./border.ts";
import { exportFlows } from "./flows.ts";
import { type Model, modelOf } from "./model.ts";
import { BALANCE_TOLERANCE } from "./tables/check.ts";
import type { InputOutputTable } from "./tables/table.ts";
import {
  type FlowGroups,
  filterOf,
  groupFlows,
  groupOrigins,
  type OriginGroups,
} from "./trace-groups.ts";

/**
 * What value added is distinguished by: where it was added (economy and industry), which exports it is
 * in (exporter, exporting industry, partner), and whose final demand absorbs it. Of final demand,
 * exporter and industry are those that sell the final good, and there is no partner.
 */
export const traceDimensions = [
  ...["origin", "origin-industry"],
  ...["exporter", "industry", "partner", "destination"],
] as const;
export type TraceDimension =
  | "origin"
  | "origin-industry"
  | "exporter"
  | "industry"
  | "partner"
  | "destination";

export interface TraceOptions extends SolverOption {
  /** The flows whose value added is traced. Default: gross exports. */
  readonly of?: "exports" | "final-demand";
  /** What rows are distinguished by, outermost first; everything else is summed. */
  readonly by: readonly TraceDimension[];
  /** Exporters, groups among them (of final demand: sellers); default: every economy. */
  readonly exporters?: readonly Exporter[];
  /** Only these, by their codes in the table; default: all. */
  readonly origins?: readonly string[];
  readonly originIndustries?: readonly string[];
  readonly industries?: readonly string[];
  readonly partners?: readonly string[];
  readonly destinations?: readonly string[];
}

export interface TraceRow {
  /** The member of each dimension of `by`, in its order. */
  readonly members: readonly string[];
  /** Value added of the origins in these flows, in the table's unit. */
  readonly valueAdded: number;
  /** The flows themselves: of all origins, what the value added is a part of. */
  readonly whole: number;
}

export interface TraceAnswer extends Answer {
  readonly rows: readonly TraceRow[];
}

const kinds: Readonly<Record<string, Kind>> = {
  ...{ of: ["exports", "final-demand"], by: "texts", exporters: "any" },
  ...{ origins: "texts", originIndustries: "texts", industries: "texts" },
  ...{ partners: "texts", destinations: "texts" },
};

/** More rows than this are no answer that anybody reads, and do not fit in memory. */
const MOST_ROWS = 2_000_000;

/**
 * Value added by origin in chosen flows f: v_o' B f, for every group of origins and every group of
 * flows. Over all origins it sums to the flows, because v'B = 1. The smaller side is solved: for
 * (I - A)' w = v_o one vector for each group of origins, for (I - A) x = f one for each group of
 * flows.
 *
 * Sources: Hummels, Ishii and Yi (2001), Journal of International Economics 54(1); Johnson and
 * Noguera (2012), Journal of International Economics 86(2); OECD TiVA EXGR_BSCI, FFD_DVA.
 */
export function traceValueAdded(table: InputOutputTable, options: TraceOptions): TraceAnswer {
  checkAsked("traceValueAdded", table, options, kinds, ["by"]);
  const unknown = options.by.find((one) => !traceDimensions.includes(one));
  if (unknown !== undefined) {
    throw new InputError(
      `traceValueAdded: by: no dimension "${unknown}" (use ${traceDimensions.join(", ")})`,
    );
  }
  const by = new Set(options.by);
  const exporters = options.exporters ?? table.economies;
  const filter = filterOf(table, options);
  refuseOwnPartner(table, exporters, options.partners);
  const splits = by.has("destination") || options.destinations !== undefined;
  const origins = groupOrigins(table, by, filter);
  // Flows do not depend on the solver, so that the groups may choose it.
  const flows = groupFlows(modelOf(table, options.solver), {
    options,
    exporters,
    by,
    filter,
    splits,
  });
  const rows = origins.groups.length * flows.groups.length;
  if (rows > MOST_ROWS) {
    throw new InputError(
      `--by ${options.by.join(",")}: ${rows} rows are too many (name fewer of them, or choose by filters)`,
    );
  }
  const narrow = Math.min(origins.groups.length, flows.groups.length);
  const isWide = narrow > table.labels.length / 8;
  const model = modelOf(table, options.solver ?? (isWide ? "inverse" : "auto"));
  const sums = solve(model, origins, flows);
  const { report } = model.system;
  const worst = filter.isOfAllOrigins ? farthestFromWhole(sums, origins, flows) : 0;
  const identities = [
    {
      name: "over all origins, value added = the flows (v'B = 1)",
      difference: worst,
      tolerance: ROUNDING,
    },
    ...(splits && options.of !== "final-demand" && filter.isOfAllFlows
      ? [byDestination(table, exporters, flows)]
      : []),
  ];
  return {
    ...answer(report, identities, table.warnings),
    rows: rowsOf(table, { by: options.by, exporters, origins, flows, sums }),
  };
}

/** One exporter and a partner within it: there is nothing that could be traced. */
function refuseOwnPartner(
  table: InputOutputTable,
  exporters: readonly Exporter[],
  partners: readonly string[] = [],
): void {
  const [only, ...others] = exporters;
  if (only === undefined || others.length > 0) return;
  const border = drawBorder(table, only);
  const own = partners.find(
    (partner) => border.regionOfEconomy[economyIndex(table, partner)] === border.exporter,
  );
  if (own === undefined) return;
  throw new InputError(
    `${own} lies within ${exporterName(only)}: there are no exports between them`,
    "Name a partner outside the exporter.",
  );
}

/** v_o' B f by group of flows and, within it, by group of origins. */
function solve(model: Model, origins: OriginGroups, flows: FlowGroups): Float64Array {
  const { table, system, valueAddedShare } = model;
  const n = table.labels.length;
  const height = origins.groups.length;
  const width = flows.groups.length;
  const sums = new Float64Array(height * width);
  if (height === 0 || width === 0) return sums;
  if (height <= width) {
    const right = new Float64Array(n * height);
    origins.groupOf.forEach((group, i) => {
      if (group >= 0) right[i * height + group] = valueAddedShare[i]!;
    });
    const multipliers = system.solve(right, height, { transpose: true });
    flows.rows.forEach((rows, f) => {
      rows.forEach((row, at) => {
        const amount = flows.amounts[f]![at]!;
        for (let o = 0; o < height; o++) {
          sums[f * height + o]! += multipliers[row * height + o]! * amount;
        }
      });
    });
    return sums;
  }
  const right = new Float64Array(n * width);
  flows.rows.forEach((rows, f) => {
    rows.forEach((row, at) => {
      right[row * width + f]! += flows.amounts[f]![at]!;
    });
  });
  const outputs = system.solve(right, width);
  origins.groupOf.forEach((group, i) => {
    if (group < 0) return;
    for (let f = 0; f < width; f++) {
      sums[f * height + group]! += valueAddedShare[i]! * outputs[i * width + f]!;
    }
  });
  return sums;
}

/** Relative to all flows: a small flow is exact only as far as the large ones beside it. */
function farthestFromWhole(sums: Float64Array, origins: OriginGroups, flows: FlowGroups): number {
  const height = origins.groups.length;
  const all = flows.wholes.reduce((sum, whole) => sum + Math.abs(whole), 0);
  const added = flows.wholes.map((_, f) =>
    sums.subarray(f * height, (f + 1) * height).reduce((sum, value) => sum + value, 0),
  );
  const off = flows.wholes.reduce((sum, whole, f) => sum + Math.abs(whole - added[f]!), 0);
  return relativeDifference(all + off, all);
}

function byDestination(table: InputOutputTable, exporters: readonly Exporter[], flows: FlowGroups) {
  let gross = 0;
  for (const { amount } of exportFlows(modelOf(table), exporters, false)) gross += amount;
  const split = flows.wholes.reduce((sum, whole) => sum + whole, 0);
  return {
    name: "exports by destination sum to gross exports",
    difference: relativeDifference(split, gross),
    tolerance: BALANCE_TOLERANCE,
  };
}

function rowsOf(
  table: InputOutputTable,
  of: {
    readonly by: readonly TraceDimension[];
    readonly exporters: readonly Exporter[];
    readonly origins: OriginGroups;
    readonly flows: FlowGroups;
    readonly sums: Float64Array;
  },
): TraceRow[] {
  const { by, exporters, origins, flows, sums } = of;
  const nameOf = (dimension: TraceDimension, index: number): string => {
    if (dimension === "exporter") return exporterName(exporters[index]!);
    const isIndustry = dimension === "industry" || dimension === "origin-industry";
    return isIndustry ? table.industries[index]! : table.economies[index]!;
  };
  return flows.groups.flatMap((flow, f) =>
    origins.groups.map((origin, o) => {
      const members: Partial<Record<TraceDimension, number>> = { ...flow, ...origin };
      return {
        members: by.map((dimension) => nameOf(dimension, members[dimension]!)),
        valueAdded: sums[f * origins.groups.length + o]!,
        whole: flows.wholes[f]!,
      };
    }),
  );
}
