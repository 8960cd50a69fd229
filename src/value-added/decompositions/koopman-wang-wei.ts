import type { ExporterView } from "./exporter-view.ts";

/** The nine terms of the sixteen of Wang, Wei and Zhu (2013, table E2). */
export const NINE_OF_SIXTEEN: Readonly<Record<string, readonly string[]>> = {
  DVA_FIN: ["DVA_FIN"],
  DVA_INT: ["DVA_INT", "DVA_INTrexI1"],
  DVA_INTrex: ["DVA_INTrexF", "DVA_INTrexI2"],
  RDV_FIN: ["RDV_FIN", "RDV_FIN2"],
  RDV_INT: ["RDV_INT"],
  DDC: ["DDC_FIN", "DDC_INT"],
  FVA_FIN: ["OVA_FIN", "MVA_FIN"],
  FVA_INT: ["OVA_INT", "MVA_INT"],
  FDC: ["ODC", "MDC"],
};

/**
 * Koopman, Wang and Wei (2014), "Tracing Value-Added and Double Counting in Gross Exports",
 * American Economic Review 104(2), equation 36: the gross exports of an exporter in nine terms.
 * With w = v_s B_s*, a row over the whole world, and f = sum over t of v_t B_ts:
 *
 * - DVA_FIN w_s Y_s*: in final goods
 * - DVA_INT sum_r w_r Y_rr: in intermediates, absorbed by the importer
 * - DVA_INTrex sum_r w_r sum_t Y_rt: in intermediates, sent on to third economies
 * - RDV_FIN sum_r w_r Y_rs: back home in final goods
 * - RDV_INT sum_r w_r A_rs L_ss Y_ss: back home in intermediates
 * - DDC sum_r w_r A_rs L_ss E_s*: domestic, double counted
 * - FVA_FIN f Y_s*; FVA_INT f sum_r A_sr L_rr Y_rr: foreign
 * - FDC f sum_r A_sr L_rr E_r*: foreign, double counted
 *
 * The paper defines them for the exporter as a whole; by industry and partner they exist only as
 * sums of the sixteen terms (see NINE_OF_SIXTEEN). FVA_FIN and FVA_INT are less than the foreign
 * value added of Borin and Mancini (2019), who show that some of FDC is counted only once.
 */
export function koopmanWangWei(view: ExporterView): Record<string, number> {
  const { border, regions, rows, sales, foreignAll } = view;
  const s = border.exporter;
  const w = view.ownMultiplier();
  const exported = view.exportsByRow();
  const back = (h: (i: number) => number): number => {
    const chain = view.domesticChain(view.vectorOf((i, r) => (r === s ? h(i) : 0)));
    return sum(view.salesToExporter(chain), (value, i) => w[i]! * value);
  };
  const abroad = (i: number): number => {
    let value = 0;
    for (let r = 0; r < regions; r++) if (r !== s) value += sales[i * regions + r]!;
    return value;
  };
  const { toExporter, toOthers } = view.soldAbroad();
  const atHome = view.soldAtHome();
  const byOthers = (vector: Float64Array): number =>
    sum(vector, (value, i) => (border.regionOf[i] === s ? 0 : w[i]! * value));
  const foreign = (h: Float64Array): number => {
    const part = view.intermediatesFor(view.domesticChain(h));
    return sum(part, (value, at) => foreignAll[Math.floor(at / regions)]! * value);
  };
  return {
    EXGR: sum(view.exports, (value) => value),
    DVA_FIN: sum(rows, (i) => w[i]! * abroad(i)),
    DVA_INT: byOthers(atHome),
    DVA_INTrex: byOthers(toOthers),
    RDV_FIN: byOthers(toExporter),
    RDV_INT: back((i) => sales[i * regions + s]!),
    DDC: back((i) => exported[i]!),
    FVA_FIN: sum(rows, (i, at) => foreignAll[at]! * abroad(i)),
    FVA_INT: foreign(atHome),
    FDC: foreign(exported),
  };
}

function sum(
  values: Float64Array | Int32Array,
  term: (value: number, index: number) => number,
): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += term(values[i]!, i);
  return total;
}
