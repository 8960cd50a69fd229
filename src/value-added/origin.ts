import { InputError } from "../errors.ts";
import {
  type Answer,
  answer,
  type Identity,
  ROUNDING,
  relativeDifference,
  type SolverOption,
} from "./answer.ts";
import { checkAsked } from "./asked.ts";
import {
  type Border,
  drawBorder,
  type Exporter,
  economyIndex,
  exporterName,
  exportsByBorder,
} from "./border.ts";
import { type Model, modelOf } from "./model.ts";
import type { InputOutputTable } from "./tables/table.ts";

export interface OriginOptions extends SolverOption {
  /** Exporters; default: every economy. */
  readonly exporters?: readonly Exporter[];
  /** Only the exports to this economy; default: all exports. */
  readonly partner?: string;
  /** What the exports are broken down by, beside the origin; default: nothing. */
  readonly by?: "partner" | "industry-of-origin" | "industry-of-export";
}

export interface OriginRow {
  readonly exporter: string;
  /** The economy whose value added it is. */
  readonly origin: string;
  readonly partner?: string;
  readonly industry?: string;
  /** Value added of the origin in these exports, in the table's unit. */
  readonly valueAdded: number;
  /** In percent of the exporter's gross exports (to the partner, of the industry); null: none. */
  readonly share: number | null;
}

export interface ExporterSummary {
  readonly exporter: string;
  readonly grossExports: number;
  /** Domestic value added in gross exports (TiVA EXGR_DVA), its own double counting included. */
  readonly domestic: number;
  /** Foreign value added in gross exports (TiVA EXGR_FVA). */
  readonly foreign: number;
  readonly domesticShare: number | null;
  readonly foreignShare: number | null;
}

export interface OriginAnswer extends Answer {
  readonly exporters: readonly ExporterSummary[];
  readonly rows: readonly OriginRow[];
}

/**
 * The origin of the value added in gross exports: v_o' B_os e_s, the value added of economy o in
 * the exports e_s of s (Hummels, Ishii and Yi 2001; OECD TiVA EXGR_BSCI). Over all origins it sums
 * to the exports, because v'B = 1.
 *
 * Computed without B: (I - A) x = e_s is solved for x, and v x is summed by origin; broken down by
 * partner or by industry of export, the transpose (I - A)' w_o = v_o is solved instead, one vector
 * for each origin, and w_o' e_s gives every breakdown of the exports.
 *
 * An origin is always an economy: in the exports of a group, those of its members are domestic.
 */
export function originOfValueAdded(
  table: InputOutputTable,
  options: OriginOptions = {},
): OriginAnswer {
  checkAsked("originOfValueAdded", table, options, {
    exporters: "any",
    partner: "text",
    by: ["partner", "industry-of-origin", "industry-of-export"],
  });
  const model = modelOf(table, options.solver);
  const exporters = options.exporters ?? table.economies;
  const borders = exporters.map((exporter) => drawBorder(table, exporter));
  const allExports = exportsByBorder(table);
  const { partner } = options;
  const exportsOf = (border: Border): Float64Array =>
    partner === undefined ? allExports(border) : onlyTo(table, border, allExports(border), partner);
  const byExport = options.by === "partner" || options.by === "industry-of-export";
  const origins = byExport ? byTransposedSolve(model) : null;
  const rows: OriginRow[] = [];
  const summaries: ExporterSummary[] = [];
  const solved = origins === null ? solveExports(model, borders, exportsOf) : null;
  let worst = 0;
  exporters.forEach((exporter, k) => {
    const border = borders[k]!;
    const name = exporterName(exporter);
    const exports = exportsOf(border);
    const breakdown =
      solved !== null
        ? fromSolution(model, solved, borders.length, k, options.by === "industry-of-origin")
        : fromOrigins(model, border, exports, origins!, options.by as "partner");
    const total = totalExports(border, exports);
    const byOrigin = new Float64Array(table.economies.length);
    for (const cell of breakdown) {
      byOrigin[cell.origin]! += cell.valueAdded;
      const whole = cell.exports ?? total;
      rows.push({
        exporter: name,
        origin: table.economies[cell.origin]!,
        ...(cell.partner === undefined ? {} : { partner: cell.partner }),
        ...(cell.industry === undefined ? {} : { industry: cell.industry }),
        valueAdded: cell.valueAdded,
        share: percent(cell.valueAdded, whole),
      });
    }
    let domestic = 0;
    let foreign = 0;
    byOrigin.forEach((value, economy) => {
      if (border.regionOfEconomy[economy] === border.exporter) domestic += value;
      else foreign += value;
    });
    worst = Math.max(worst, relativeDifference(domestic + foreign, total));
    summaries.push({
      exporter: name,
      grossExports: total,
      domestic,
      foreign,
      domesticShare: percent(domestic, total),
      foreignShare: percent(foreign, total),
    });
  });
  const identities: Identity[] = [
    {
      name: "domestic + foreign value added = gross exports (v'B = 1)",
      difference: worst,
      tolerance: ROUNDING,
    },
  ];
  return { ...answer(model.system.report, identities, table.warnings), exporters: summaries, rows };
}

/** The exports to one economy; the others as zero. */
function onlyTo(
  table: InputOutputTable,
  border: Border,
  exports: Float64Array,
  partner: string,
): Float64Array {
  const region = border.regionOfEconomy[economyIndex(table, partner)]!;
  if (region === border.exporter) {
    throw new InputError(
      `${partner} lies within ${border.regions[region]}: there are no exports between them`,
      "Name a partner outside the exporter.",
    );
  }
  const regions = border.regions.length;
  return exports.map((value, at) => (at % regions === region ? value : 0));
}

interface Cell {
  readonly origin: number;
  readonly valueAdded: number;
  readonly partner?: string;
  readonly industry?: string;
  /** The exports that the share is taken of; the exporter's total where not given. */
  readonly exports?: number;
}

/** x of (I - A) x = e_s for every exporter, n x exporters. */
function solveExports(
  model: Model,
  borders: readonly Border[],
  exportsOf: (border: Border) => Float64Array,
): Float64Array {
  const { table, system } = model;
  const n = table.labels.length;
  const width = borders.length;
  const right = new Float64Array(n * width);
  borders.forEach((border, k) => {
    const exports = exportsOf(border);
    const regions = border.regions.length;
    for (const i of border.members[border.exporter]!) {
      let sum = 0;
      for (let r = 0; r < regions; r++) sum += exports[i * regions + r]!;
      right[i * width + k] = sum;
    }
  });
  return system.solve(right, width);
}

function fromSolution(
  model: Model,
  solved: Float64Array,
  width: number,
  k: number,
  byIndustry: boolean,
): Cell[] {
  const { table, valueAddedShare } = model;
  const industries = byIndustry ? table.industries.length : 1;
  const sums = new Float64Array(table.economies.length * industries);
  table.economyOf.forEach((economy, i) => {
    const to = economy * industries + (byIndustry ? table.industryOf[i]! : 0);
    sums[to]! += valueAddedShare[i]! * solved[i * width + k]!;
  });
  return Array.from(sums, (valueAdded, at) => {
    const origin = Math.floor(at / industries);
    return byIndustry
      ? { origin, valueAdded, industry: table.industries[at % industries]! }
      : { origin, valueAdded };
  });
}

/** w_o of (I - A)' w_o = v_o for every economy, n x economies. */
function byTransposedSolve(model: Model): Float64Array {
  const { table, system, valueAddedShare } = model;
  const width = table.economies.length;
  const right = new Float64Array(table.labels.length * width);
  table.economyOf.forEach((economy, i) => {
    right[i * width + economy] = valueAddedShare[i]!;
  });
  return system.solve(right, width, { transpose: true });
}

function fromOrigins(
  model: Model,
  border: Border,
  exports: Float64Array,
  origins: Float64Array,
  by: "partner" | "industry-of-export",
): Cell[] {
  const { table } = model;
  const economies = table.economies.length;
  const regions = border.regions.length;
  const parts = by === "partner" ? regions : table.industries.length;
  const sums = new Float64Array(economies * parts);
  const wholes = new Float64Array(parts);
  for (const i of border.members[border.exporter]!) {
    for (let r = 0; r < regions; r++) {
      const value = exports[i * regions + r]!;
      if (value === 0) continue;
      const part = by === "partner" ? r : table.industryOf[i]!;
      wholes[part]! += value;
      for (let o = 0; o < economies; o++) {
        sums[o * parts + part]! += origins[i * economies + o]! * value;
      }
    }
  }
  const cells: Cell[] = [];
  for (let origin = 0; origin < economies; origin++) {
    for (let part = 0; part < parts; part++) {
      if (by === "partner" && part === border.exporter) continue;
      const valueAdded = sums[origin * parts + part]!;
      const whole = wholes[part]!;
      cells.push(
        by === "partner"
          ? { origin, valueAdded, exports: whole, partner: border.regions[part]! }
          : { origin, valueAdded, exports: whole, industry: table.industries[part]! },
      );
    }
  }
  return cells;
}

/** Exports of the border's exporter to all partners. */
export function totalExports(border: Border, exports: Float64Array): number {
  const regions = border.regions.length;
  let sum = 0;
  for (const i of border.members[border.exporter]!) {
    for (let r = 0; r < regions; r++) sum += exports[i * regions + r]!;
  }
  return sum;
}

export function percent(part: number, whole: number): number | null {
  return whole > 0 ? (part / whole) * 100 : null;
}
