import type { ExporterView } from "./exporter-view.ts";
import { minus, type Terms, weigh } from "./terms.ts";

/**
 * OECD, "Guide to OECD's Trade in Value Added Indicators" (2019 and later editions): gross exports
 * by industry and partner in four parts.
 *
 * - EXGR_DVA domestic value added v_s B_ss E_sr = EXGR_DDC + EXGR_IDC + EXGR_RIM
 * - EXGR_DDC direct: of the exporting industry itself, v_i L_ii
 * - EXGR_IDC indirect: of other industries at home, sum over i other than j of v_i L_ij
 * - EXGR_RIM reimported: domestic value added that had left before, v_s (B_ss - L_ss)
 * - EXGR_FVA foreign value added, sum over t of v_t B_ts; TiVA calls foreign all that is not of s
 */
export function oecd(view: ExporterView): Terms {
  const { exports, domesticOnce, domesticAll, foreignAll, model } = view;
  const own = view.ownMultipliers();
  const direct = own.map((value, at) => value * model.valueAddedShare[view.rows[at]!]!);
  const DVA = weigh(domesticAll, exports);
  const once = weigh(domesticOnce, exports);
  const EXGR_DDC = weigh(direct, exports);
  return {
    EXGR: exports,
    EXGR_DVA: DVA,
    EXGR_DDC,
    EXGR_IDC: minus(once, EXGR_DDC),
    EXGR_RIM: minus(DVA, once),
    EXGR_FVA: weigh(foreignAll, exports),
  };
}
