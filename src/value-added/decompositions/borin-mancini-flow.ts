import { columnOf, type ExporterView } from "./exporter-view.ts";
import { minus, type Terms, weigh } from "./terms.ts";

/**
 * Borin and Mancini (2019), sectoral perimeters: value added is counted once in each flow, the
 * exports of an industry j of s, to the world or to one partner. What returns to be exported in the
 * same flow again is the double counting, so that source and sink are the same.
 *
 * With a_j the row of A that holds the flow's intermediates (its cells abroad, or those of the
 * partner) and b_j the column of B, taking the flow out of A divides that column by 1 + a_j b_j
 * (Sherman and Morrison): DVA = v_s B_sj e_j / (1 + a_j b_j), FVA likewise with the foreign
 * value added, and REF = v_s B_sj a_j (B Y)_s / (1 + a_j b_j).
 */
export function borinManciniFlow(view: ExporterView, isBilateral: boolean): Terms {
  const { exports, domesticAll, foreignAll, border, regions, rows, model } = view;
  const n = border.regionOf.length;
  const s = border.exporter;
  const size = rows.length;
  const { columns, absorbed } = solved(view);
  const returned = new Float64Array(exports.length);
  const again = new Float64Array(exports.length);
  rows.forEach((i, at) => {
    for (let j = 0; j < n; j++) {
      const region = border.regionOf[j]!;
      if (region === s) continue;
      const use = view.table.flows[i * n + j]! * model.system.inverseOutput[j]!;
      again[at * regions + region]! += use * columns[j * size + at]!;
      returned[at * regions + region]! += use * absorbed[j]!;
    }
  });
  if (!isBilateral) spreadOverPartners(again, regions);
  const once = (weights: Float64Array, part: Float64Array) =>
    weigh(weights, part).map((value, at) => value / (1 + again[at]!));

  const DC = weigh(domesticAll, exports);
  const FC = weigh(foreignAll, exports);
  const DVA = once(domesticAll, exports);
  const FVA = once(foreignAll, exports);
  const REF = once(domesticAll, returned);
  return {
    EXGR: exports,
    DC,
    DVA,
    VAX: minus(DVA, REF),
    REF,
    DDC: minus(DC, DVA),
    FC,
    FVA,
    FDC: minus(FC, FVA),
  };
}

/** B_*s, n x |s|, and (B Y)_s, what final demand of the exporter takes. */
function solved(view: ExporterView): { columns: Float64Array; absorbed: Float64Array } {
  const { regions, rows, model, sales, shared, border } = view;
  const s = border.exporter;
  const n = border.regionOf.length;
  const size = rows.length;
  if (shared) {
    const inverse = model.system.inverse();
    const columns = new Float64Array(n * size);
    for (let i = 0; i < n; i++) {
      for (let at = 0; at < size; at++) columns[i * size + at] = inverse[i * n + rows[at]!]!;
    }
    return { columns, absorbed: columnOf(shared.outputByDemand(), regions, s) };
  }
  const units = new Float64Array(n * size);
  rows.forEach((i, at) => {
    units[i * size + at] = 1;
  });
  const demand = view.vectorOf((i) => sales[i * regions + s]!);
  return {
    columns: model.system.solve(units, size),
    absorbed: model.system.solve(demand, 1),
  };
}

/** The flow is that to all partners: each row's sum, in each of its cells. */
function spreadOverPartners(cells: Float64Array, regions: number): void {
  for (let row = 0; row < cells.length; row += regions) {
    const sum = cells.subarray(row, row + regions).reduce((total, value) => total + value, 0);
    cells.fill(sum, row, row + regions);
  }
}
