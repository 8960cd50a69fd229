import type { ExporterView } from "./exporter-view.ts";
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
  const { exports, domesticAll, foreignAll, border, regions, rows, model, sales } = view;
  const n = border.regionOf.length;
  const s = border.exporter;
  const size = rows.length;
  // One column for each industry of the exporter, and one for what is absorbed at home.
  const right = new Float64Array(n * (size + 1));
  rows.forEach((i, at) => {
    right[i * (size + 1) + at] = 1;
  });
  for (let i = 0; i < n; i++) right[i * (size + 1) + size] = sales[i * regions + s]!;
  const solved = model.system.solve(right, size + 1);

  const returned = new Float64Array(exports.length);
  const again = new Float64Array(exports.length);
  rows.forEach((i, at) => {
    for (let j = 0; j < n; j++) {
      const region = border.regionOf[j]!;
      if (region === s) continue;
      const use = view.table.flows[i * n + j]! * model.system.inverseOutput[j]!;
      again[at * regions + region]! += use * solved[j * (size + 1) + at]!;
      returned[at * regions + region]! += use * solved[j * (size + 1) + size]!;
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

/** The flow is that to all partners: each row's sum, in each of its cells. */
function spreadOverPartners(cells: Float64Array, regions: number): void {
  for (let row = 0; row < cells.length; row += regions) {
    const sum = cells.subarray(row, row + regions).reduce((total, value) => total + value, 0);
    cells.fill(sum, row, row + regions);
  }
}
