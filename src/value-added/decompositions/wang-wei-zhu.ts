import { addByRegion } from "../border.ts";
import type { ExporterView } from "./exporter-view.ts";
import { minus, type Terms, weigh } from "./terms.ts";

/**
 * Wang, Wei and Zhu (2013), "Quantifying International Production Sharing at the Bilateral and
 * Sector Levels", NBER Working Paper 19677: bilateral exports in the sixteen terms of its appendix
 * (table E1), by exporting industry. With VL = v_s L_ss and VB = v_s B_ss as weights of the rows:
 *
 * | term | of the exports to r | |
 * |---|---|---|
 * | DVA_FIN | VB Y_sr | in final goods |
 * | DVA_INT | VL A_sr B_rr Y_rr | in intermediates, absorbed by r |
 * | DVA_INTrexI1 | VL A_sr sum_t B_rt Y_tt | sent on as intermediates, absorbed by t |
 * | DVA_INTrexF | VL A_sr B_rr sum_t Y_rt | sent on as final goods to t |
 * | DVA_INTrexI2 | VL A_sr sum_t B_rt sum_u Y_tu | sent on twice |
 * | RDV_INT | VL A_sr B_rs Y_ss | back home as intermediates |
 * | RDV_FIN | VL A_sr B_rr Y_rs | back home as final goods of r |
 * | RDV_FIN2 | VL A_sr sum_t B_rt Y_ts | back home as final goods of t |
 * | OVA_FIN, MVA_FIN | v_t B_ts Y_sr, v_r B_rs Y_sr | others' and the importer's, in final goods |
 * | OVA_INT, MVA_INT | … A_sr L_rr Y_rr | the same in intermediates absorbed by r |
 * | DDC_FIN | VL A_sr B_rs sum_t Y_st | domestic, double counted in final exports |
 * | DDC_INT | (VB - VL) A_sr X_r | domestic, double counted in intermediate exports |
 * | ODC, MDC | … A_sr L_rr E_r* | foreign, double counted |
 *
 * Sums run over t other than s and r, u other than s and t. The products B_rt Y_t. are solutions
 * with Y_t. as right-hand sides, three for each region.
 */
export function wangWeiZhu(view: ExporterView): Terms {
  const { exports, finalExports, domesticOnce, domesticAll, regions, border } = view;
  const s = border.exporter;
  const home =
    view.shared?.outputBySeller("home") ?? bySeller(view, (i, t) => view.sales[i * regions + t]!);
  const toExporter = forExporter(view);
  const abroad =
    view.shared?.outputBySeller("abroad") ??
    bySeller(view, (i, t) => {
      let sum = 0;
      for (let l = 0; l < regions; l++) if (l !== t) sum += view.sales[i * regions + l]!;
      return sum;
    });
  const at = (matrix: Float64Array, i: number, t: number): number => matrix[i * regions + t]!;
  const others = (matrix: Float64Array, i: number, r: number): number => {
    let sum = 0;
    for (let t = 0; t < regions; t++) if (t !== s && t !== r) sum += at(matrix, i, t);
    return sum;
  };
  const sentToOthers = minus(abroad, toExporter);
  const once = (h: (i: number, r: number) => number) =>
    weigh(domesticOnce, view.intermediatesFor(view.vectorOf(h)));

  const byRegion = view.valueAddedByRegion();
  const importer = new Float64Array(exports.length);
  const third = new Float64Array(exports.length);
  for (let row = 0; row < view.rows.length; row++) {
    for (let r = 0; r < regions; r++) {
      if (r === s) continue;
      importer[row * regions + r] = byRegion[row * regions + r]!;
      third[row * regions + r] = others(byRegion, row, r);
    }
  }
  const times = (weights: Float64Array, part: Float64Array) =>
    weights.map((weight, index) => weight * part[index]!);
  const absorbed = view.intermediatesFor(view.domesticChain(view.soldAtHome()));
  const exportedOn = view.intermediatesFor(view.domesticChain(view.exportsByRow()));
  const twice = domesticAll.map((value, row) => value - domesticOnce[row]!);

  return {
    EXGR: exports,
    DVA_FIN: weigh(domesticAll, finalExports),
    DVA_INT: once((i, r) => at(home, i, r)),
    DVA_INTrexI1: once((i, r) => others(home, i, r)),
    DVA_INTrexF: once((i, r) => at(sentToOthers, i, r)),
    DVA_INTrexI2: once((i, r) => others(sentToOthers, i, r)),
    RDV_INT: once((i) => at(home, i, s)),
    RDV_FIN: once((i, r) => at(toExporter, i, r)),
    RDV_FIN2: once((i, r) => others(toExporter, i, r)),
    OVA_FIN: times(third, finalExports),
    MVA_FIN: times(importer, finalExports),
    OVA_INT: times(third, absorbed),
    MVA_INT: times(importer, absorbed),
    DDC_FIN: once((i) => at(abroad, i, s)),
    DDC_INT: weigh(twice, view.intermediatesFor(view.table.output)),
    ODC: times(third, exportedOn),
    MDC: times(importer, exportedOn),
  };
}

/** B_it Y_ts for every seller t abroad, n x regions; a row of B for each row where there is one. */
function forExporter(view: ExporterView): Float64Array {
  const { regions, border, model, sales } = view;
  const s = border.exporter;
  const toExporter = view.vectorOf((i, t) => (t === s ? 0 : sales[i * regions + s]!));
  if (!view.shared) return bySeller(view, (i) => toExporter[i]!);
  const inverse = model.system.inverse();
  const n = toExporter.length;
  const result = new Float64Array(n * regions);
  for (let i = 0; i < n; i++) {
    addByRegion(border, inverse, i * n, toExporter, { sums: result, to: i * regions });
  }
  return result;
}

/** B_it y_t for every seller t, n x regions: y by row and the row's region. */
function bySeller(
  view: ExporterView,
  value: (row: number, seller: number) => number,
): Float64Array {
  const { regions, border, model } = view;
  const right = new Float64Array(border.regionOf.length * regions);
  border.regionOf.forEach((region, i) => {
    right[i * regions + region] = value(i, region);
  });
  return model.system.solve(right, regions);
}
