import type { ExporterView } from "./exporter-view.ts";
import { minus, plus, type Terms, weigh } from "./terms.ts";

/**
 * Borin and Mancini (2019), "Measuring What Matters in Global Value Chains and Value-Added Trade",
 * World Bank Policy Research Working Paper 8804; published 2023 in Economic Systems Research 35(4).
 *
 * With A and B of the whole world, L_rr = (I - A_rr)^-1, and B\s the inverse of A without the
 * intermediate exports of s. Every term is |s| x regions: by the exporting industry and partner.
 *
 * Names of aggregates:
 * - EXGR gross exports = DC + FC; DC domestic and FC foreign content
 * - DVA domestic value added, once; DDC the part of DC counted more than once; DC = DVA + DDC
 * - VAX value added absorbed abroad; REF reflected, absorbed at home; DVA = VAX + REF
 * - DAVAX value added absorbed by the direct importer without crossing another border
 * - FVA foreign value added, once; FDC the part of FC counted more than once; FC = FVA + FDC
 * - GVC trade that crosses more than one border = GVCB backward + GVCF forward
 */

/**
 * Source-based, exporter perimeter (the source-based decomposition of bilateral exports): domestic value added is
 * counted the first time it leaves, so its weight is v_s L_ss; foreign value added is
 * counted the first time s exports it, so its weight is sum over t of v_t (B\s)_ts.
 */
export function borinManciniSource(view: ExporterView): Terms {
  const { exports, finalExports, domesticOnce, domesticAll, foreignAll } = view;
  const foreignOnce = foreignValueAddedOnce(view);
  const use = usesAbroad(view, outputForFinalDemand(view));
  const domestic = (part: Float64Array) => weigh(domesticOnce, part);
  const foreign = (part: Float64Array) => weigh(foreignOnce, part);
  return complete({
    EXGR: exports,
    VAX1: domestic(finalExports),
    VAX2: domestic(use.absorbedByImporter),
    VAX3: domestic(use.finalToOthers),
    VAX4: domestic(use.intermediateToOthers),
    REF1: domestic(use.finalToExporter),
    REF2: domestic(use.intermediateToExporter),
    DDC: minus(weigh(domesticAll, exports), domestic(exports)),
    FVA1: foreign(finalExports),
    FVA2: foreign(use.absorbedByImporter),
    FVA3: foreign(plus(use.finalToOthers, use.finalToExporter)),
    FVA4: foreign(plus(use.intermediateToOthers, use.intermediateToExporter)),
    FDC: minus(weigh(foreignAll, exports), foreign(exports)),
  });
}

/**
 * Sink-based, exporter perimeter (the sink-based decomposition of bilateral exports): value added is counted the last time
 * it leaves s, so the weights are v_s B_ss and sum over t of v_t B_ts, and what comes back to s and
 * is exported again is the double counting: A_sr L_rr sum over j of A_rj (B\s)_js E_s*.
 */
export function borinManciniSink(view: ExporterView): Terms {
  const { exports, finalExports, domesticAll, foreignAll, rows } = view;
  const use = usesAbroad(view, outputForFinalDemandWithoutExports(view));
  const exported = view.vector();
  rows.forEach((i, at) => {
    for (let r = 0; r < view.regions; r++) exported[i]! += exports[at * view.regions + r]!;
  });
  const again = view.model.system.solve(exported, 1, { without: rows });
  const exportedAgain = chainedTo(view, view.intermediateExports(again));
  const domestic = (part: Float64Array) => weigh(domesticAll, part);
  const foreign = (part: Float64Array) => weigh(foreignAll, part);
  return complete({
    EXGR: exports,
    VAX1: domestic(finalExports),
    VAX2: domestic(use.absorbedByImporter),
    VAX3: domestic(use.finalToOthers),
    VAX4: domestic(use.intermediateToOthers),
    REF1: domestic(use.finalToExporter),
    REF2: domestic(use.intermediateToExporter),
    DDC: domestic(exportedAgain),
    FVA1: foreign(finalExports),
    FVA2: foreign(use.absorbedByImporter),
    FVA3: foreign(plus(use.finalToOthers, use.finalToExporter)),
    FVA4: foreign(plus(use.intermediateToOthers, use.intermediateToExporter)),
    FDC: foreign(exportedAgain),
  });
}

/**
 * Value added absorbed by the importer itself, whatever its way there (VAXIM, sink-based):
 * VAX1 + VAX2 + v_s B_ss A_sr L_rr sum over j of A_rj (B\s Y\s)_jr. One solve for each partner.
 */
export function absorbedByImporter(view: ExporterView, terms: Terms): Float64Array {
  const { regions, rows, border } = view;
  const demand = view.sales.slice();
  for (const i of rows) {
    for (let r = 0; r < regions; r++) if (r !== border.exporter) demand[i * regions + r] = 0;
  }
  const output = view.model.system.solve(demand, regions, { without: rows });
  const sent = view.vector();
  const column = view.vector();
  for (let r = 0; r < regions; r++) {
    if (r === border.exporter) continue;
    for (let i = 0; i < column.length; i++) column[i] = output[i * regions + r]!;
    const exported = view.intermediateExports(column);
    for (const i of border.members[r]!) sent[i] = exported[i]!;
  }
  return plus(terms.VAX1!, terms.VAX2!, weigh(view.domesticAll, chainedTo(view, sent)));
}

/**
 * World perimeter: domestic terms as for the exporter; foreign value added is counted once in the
 * exports of the whole world. Source: the first time a country other than its origin exports it,
 * sum over t of v_t L_tt A_ts L_ss E_sr. Sink: the last time, sum over t of v_t B_ts of what r
 * absorbs, and for t = r also of what r itself sends on to be absorbed by its importers.
 */
export function withWorldPerimeter(
  view: ExporterView,
  terms: Terms,
  approach: "source" | "sink",
): Terms {
  const FVA = approach === "source" ? worldSource(view) : worldSink(view);
  const { FVA1: _1, FVA2: _2, FVA3: _3, FVA4: _4, GVC: _5, GVCB: _6, ...rest } = terms;
  return { ...rest, FVA, FDC: minus(terms.FC!, FVA) };
}

function worldSource(view: ExporterView): Float64Array {
  const { table, border, rows, model } = view;
  const weights = view.vector();
  const abroad = view.domesticChainTransposed(
    view.vectorOf((i, r) => (r === border.exporter ? 0 : model.valueAddedShare[i]!)),
  );
  const n = abroad.length;
  for (const j of rows) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += abroad[i]! * table.flows[i * n + j]!;
    weights[j] = sum * model.system.inverseOutput[j]!;
  }
  return weigh(view.atRows(view.domesticChainTransposed(weights)), view.exports);
}

function worldSink(view: ExporterView): Float64Array {
  const { regions, border } = view;
  const byRegion = view.valueAddedByRegion();
  const atHome = view.soldAtHome();
  const absorbed = plus(view.finalExports, chainedTo(view, atHome));
  const { toExporter, toOthers } = view.soldAbroad();
  const sentOn = view.intermediateExports(view.domesticChain(atHome));
  const onward = chainedTo(view, plus(toExporter, toOthers, sentOn));
  return absorbed.map((value, at) => {
    const row = at - (at % regions);
    const partner = at % regions;
    if (partner === border.exporter) return 0;
    const foreign = view.foreignAll[row / regions]!;
    return foreign * value + byRegion[row + partner]! * onward[at]!;
  });
}

/** Sum over t of v_t (B\s)_ts. */
function foreignValueAddedOnce(view: ExporterView): Float64Array {
  const { border, model } = view;
  const right = view.vectorOf((i, r) => (r === border.exporter ? 0 : model.valueAddedShare[i]!));
  return view.atRows(model.system.solve(right, 1, { transpose: true, without: view.rows }));
}

/** (B Y)_j summed over the markets l = s, and over all others; n x 2. */
function outputForFinalDemand(view: ExporterView): Float64Array {
  return view.model.system.solve(demandOfExporterAndOthers(view, false), 2);
}

/** (B\s Y\s)_j likewise: without what the exporter itself sends abroad. */
function outputForFinalDemandWithoutExports(view: ExporterView): Float64Array {
  return view.model.system.solve(demandOfExporterAndOthers(view, true), 2, { without: view.rows });
}

function demandOfExporterAndOthers(view: ExporterView, withoutExports: boolean): Float64Array {
  const { regions, border, sales } = view;
  const demand = new Float64Array(2 * border.regionOf.length);
  border.regionOf.forEach((region, i) => {
    for (let l = 0; l < regions; l++) {
      const isHome = l === border.exporter;
      if (withoutExports && region === border.exporter && !isHome) continue;
      demand[2 * i + (isHome ? 0 : 1)]! += sales[i * regions + l]!;
    }
  });
  return demand;
}

interface UsesAbroad {
  readonly absorbedByImporter: Float64Array;
  readonly finalToExporter: Float64Array;
  readonly finalToOthers: Float64Array;
  readonly intermediateToExporter: Float64Array;
  readonly intermediateToOthers: Float64Array;
}

/** Intermediate exports A_sr L_rr (…) by what becomes of them; `output` is n x 2 as above. */
function usesAbroad(view: ExporterView, output: Float64Array): UsesAbroad {
  const { toExporter, toOthers } = view.soldAbroad();
  const column = (c: number) => view.vectorOf((i) => output[2 * i + c]!);
  return {
    absorbedByImporter: chainedTo(view, view.soldAtHome()),
    finalToExporter: chainedTo(view, toExporter),
    finalToOthers: chainedTo(view, toOthers),
    intermediateToExporter: chainedTo(view, view.intermediateExports(column(0))),
    intermediateToOthers: chainedTo(view, view.intermediateExports(column(1))),
  };
}

/** A_sr L_rr h_r, |s| x regions. */
function chainedTo(view: ExporterView, h: Float64Array): Float64Array {
  return view.intermediatesFor(view.domesticChain(h));
}

/** The aggregates of the terms, before the terms themselves. */
function complete(terms: Terms): Terms {
  const DAVAX = plus(terms.VAX1!, terms.VAX2!);
  const REF = plus(terms.REF1!, terms.REF2!);
  const VAX = plus(DAVAX, terms.VAX3!, terms.VAX4!);
  const DVA = plus(VAX, REF);
  const FVA = plus(terms.FVA1!, terms.FVA2!, terms.FVA3!, terms.FVA4!);
  const FC = plus(FVA, terms.FDC!);
  const GVCB = plus(FC, terms.DDC!);
  const GVCF = plus(terms.VAX3!, terms.VAX4!, REF);
  const { EXGR, ...parts } = terms;
  return {
    EXGR: EXGR!,
    DC: plus(DVA, terms.DDC!),
    DVA,
    VAX,
    DAVAX,
    REF,
    FC,
    FVA,
    GVC: plus(GVCB, GVCF),
    GVCB,
    GVCF,
    ...parts,
  };
}
