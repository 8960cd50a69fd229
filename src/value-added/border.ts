import { InputError } from "../errors.ts";
import type { InputOutputTable } from "./tables/table.ts";

/** Several economies taken as one exporter: trade among them does not cross its border. */
export interface EconomyGroup {
  readonly name: string;
  readonly members: readonly string[];
}

/** An economy of the table, by its code there, or a group of them. */
export type Exporter = string | EconomyGroup;

/**
 * Where the borders run. Parts of a split economy lie within one region, so does a group; every
 * other economy is a region of its own. Exports are what crosses from one region to another.
 */
export interface Border {
  readonly regions: readonly string[];
  /** The rows of each region. */
  readonly members: readonly Int32Array[];
  /** The region of each row. */
  readonly regionOf: Int32Array;
  /** Rows of one region that follow one another: first, end, region, and so on. */
  readonly runs: Int32Array;
  /** The region of each economy. */
  readonly regionOfEconomy: Int32Array;
  /** The region that is the exporter, where one was named. */
  readonly exporter: number;
  /** Whether the exporter is a group, so that this border is its own. */
  readonly isOfGroup: boolean;
}

/** Borders around every economy, and around the exporter where it is a group. */
export function drawBorder(table: InputOutputTable, exporter: Exporter | null = null): Border {
  const group = new Set<number>();
  if (typeof exporter === "object" && exporter !== null) {
    if (exporter.members.length === 0) {
      throw new InputError(`${exporter.name}: a group of economies needs members`);
    }
    for (const member of exporter.members) group.add(economyIndex(table, member));
  }
  const regions: string[] = [];
  const regionOfEconomy = new Int32Array(table.economies.length);
  table.economies.forEach((economy, index) => {
    if (group.has(index)) return;
    regionOfEconomy[index] = regions.push(economy) - 1;
  });
  let exporting = -1;
  if (group.size > 0) {
    exporting = regions.push((exporter as EconomyGroup).name) - 1;
    for (const index of group) regionOfEconomy[index] = exporting;
  } else if (typeof exporter === "string") {
    exporting = regionOfEconomy[economyIndex(table, exporter)]!;
  }
  const regionOf = table.economyOf.map((economy) => regionOfEconomy[economy]!);
  const rows: number[][] = regions.map(() => []);
  regionOf.forEach((region, i) => {
    rows[region]!.push(i);
  });
  const members = rows.map((list) => Int32Array.from(list));
  const isOfGroup = group.size > 0;
  const runs = runsOf(regionOf);
  return { regions, members, regionOf, runs, regionOfEconomy, exporter: exporting, isOfGroup };
}

function runsOf(regionOf: Int32Array): Int32Array {
  const runs: number[] = [];
  for (let from = 0, i = 1; i <= regionOf.length; i++) {
    if (i < regionOf.length && regionOf[i] === regionOf[from]) continue;
    runs.push(from, i, regionOf[from]!);
    from = i;
  }
  return Int32Array.from(runs);
}

/** The sums over each region of what a row of a matrix gives with a vector, added from `to` on. */
export function addByRegion(
  { runs }: Border,
  matrix: Float64Array,
  row: number,
  vector: Float64Array,
  { sums, to }: { readonly sums: Float64Array; readonly to: number },
): void {
  for (let run = 0; run < runs.length; run += 3) {
    const end = runs[run + 1]!;
    let sum = 0;
    for (let j = runs[run]!; j < end; j++) sum += matrix[row + j]! * vector[j]!;
    sums[to + runs[run + 2]!]! += sum;
  }
}

export function economyIndex(table: InputOutputTable, economy: string): number {
  const index = table.economies.indexOf(economy);
  if (index < 0) {
    throw new InputError(
      `${table.source}: no economy "${economy}" in the table`,
      `It has ${table.economies.join(", ")}.`,
    );
  }
  return index;
}

export function exporterName(exporter: Exporter): string {
  return typeof exporter === "string" ? exporter : exporter.name;
}

/**
 * Gross exports by row and partner region, n x regions, row-major: intermediate and final sales
 * across the border, E_sr = Z_sr 1 + Y_sr; zero at home.
 */
export function grossExports(table: InputOutputTable, border: Border): Float64Array {
  const exports = finalSales(table, border);
  const n = table.labels.length;
  const regions = border.regions.length;
  const { flows } = table;
  for (let i = 0; i < n; i++) {
    const to = i * regions;
    for (let j = 0, at = i * n; j < n; j++, at++) exports[to + border.regionOf[j]!]! += flows[at]!;
    exports[to + border.regionOf[i]!] = 0;
  }
  return exports;
}

/** Gross exports by border; the flows are gone through once for all exporters that are economies. */
export function exportsByBorder(table: InputOutputTable): (border: Border) => Float64Array {
  let ofEconomies: Float64Array | null = null;
  return (border) => {
    if (border.isOfGroup) return grossExports(table, border);
    ofEconomies ??= grossExports(table, border);
    return ofEconomies;
  };
}

/** Final demand Y by region, n x regions, row-major; home included. */
export function finalSales(table: InputOutputTable, border: Border): Float64Array {
  const n = table.labels.length;
  const economies = table.economies.length;
  const regions = border.regions.length;
  const sales = new Float64Array(n * regions);
  for (let i = 0; i < n; i++) {
    for (let g = 0; g < economies; g++) {
      const value = table.finalDemand[i * economies + g]!;
      sales[i * regions + border.regionOfEconomy[g]!]! += value;
    }
  }
  return sales;
}
