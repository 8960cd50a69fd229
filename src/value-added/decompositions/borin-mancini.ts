import { columnOf, type ExporterView, otherColumns } from "./exporter-view.ts";
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
  const use = usesAbroad(view, exportsForFinalDemand(view));
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
  const exported = view.vector();
  rows.forEach((i, at) => {
    for (let r = 0; r < view.regions; r++) exported[i]! += exports[at * view.regions + r]!;
  });
  const again = solveWithoutExports(view, exported);
  const output = outputForFinalDemandWithoutExports(view);
  const [toExporter, toOthers, sentAgain] = view.intermediateExportsOfThree([...output, again]);
  const use = usesAbroad(view, { exporter: toExporter, others: toOthers });
  const exportedAgain = chainedTo(view, sentAgain);
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
 * Value added absorbed by the importer itself, by whatever route (VAXIM, sink-based):
 * VAX1 + VAX2 + v_s B_ss A_sr L_rr sum over j of A_rj (B\s Y\s)_jr. One solve for each partner.
 */
export function absorbedByImporter(view: ExporterView, terms: Terms): Float64Array {
  const { regions, rows, border } = view;
  const demand = view.sales.slice();
  for (const i of rows) {
    for (let r = 0; r < regions; r++) if (r !== border.exporter) demand[i * regions + r] = 0;
  }
  const output = outputWithoutExports(view, demand);
  const sent = view.vector();
  const { flows } = view.table;
  const n = sent.length;
  // By market, so that each row of flows meets a column that lies as it does.
  const byMarket = new Float64Array(output.length);
  for (let j = 0; j < n; j++) {
    const scale = view.model.system.inverseOutput[j]!;
    for (let r = 0; r < regions; r++) byMarket[r * n + j] = output[j * regions + r]! * scale;
  }
  // Row i of partner r needs its own market's column alone, without what r sells at home.
  for (const [r, members] of border.members.entries()) {
    if (r === border.exporter) continue;
    for (const j of members) byMarket[r * n + j] = 0;
    for (const i of members) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += flows[i * n + j]! * byMarket[r * n + j]!;
      sent[i] = sum;
    }
  }
  return plus(terms.VAX1!, terms.VAX2!, weigh(view.domesticAll, chainedTo(view, sent)));
}

/** (B\s) b for exports b of the exporter: (B\s)_*s = B_*s B_ss^-1 L_ss. */
function solveWithoutExports(view: ExporterView, exported: Float64Array): Float64Array {
  const { model, rows, shared } = view;
  if (!shared) return model.system.solve(exported, 1, { without: rows });
  const solved = view.vector();
  model.system.withoutExports(rows).correct(solved, exported, 1);
  return solved;
}

/** (B\s Y\s)_r for every market r, n x regions. */
function outputWithoutExports(view: ExporterView, demand: Float64Array): Float64Array {
  const { model, rows, regions, shared } = view;
  if (!shared) return model.system.solve(demand, regions, { without: rows });
  const solved = shared.outputByDemand().slice();
  model.system.withoutExports(rows).correct(solved, demand, regions);
  return solved;
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
  const { border, model, rows } = view;
  if (view.shared) return model.system.withoutExports(rows).transposedAtRows(view.foreignAll, 1);
  const right = view.vectorOf((i, r) => (r === border.exporter ? 0 : model.valueAddedShare[i]!));
  return view.atRows(model.system.solve(right, 1, { transpose: true, without: rows }));
}

/** Intermediate exports for (B Y)_j, the markets l = s apart from all others. */
function exportsForFinalDemand(view: ExporterView): ByMarket {
  const { regions, border, shared } = view;
  const s = border.exporter;
  if (shared) {
    const exports = shared.exportsByDemand();
    return { exporter: columnOf(exports, regions, s), others: otherColumns(exports, regions, s) };
  }
  return exportsFor(view, view.model.system.solve(demandOfExporterAndOthers(view, false), 2));
}

/** (B\s Y\s)_j, for the market of the exporter and for all others: without its own exports. */
function outputForFinalDemandWithoutExports(view: ExporterView) {
  const { regions, border, shared, model, rows } = view;
  const demand = demandOfExporterAndOthers(view, true);
  const columns = (solved: Float64Array) =>
    [columnOf(solved, 2, 0), columnOf(solved, 2, 1)] as const;
  if (!shared) return columns(model.system.solve(demand, 2, { without: rows }));
  const solved = new Float64Array(demand.length);
  const output = shared.outputByDemand();
  for (let i = 0; i < demand.length / 2; i++) {
    const row = i * regions;
    solved[2 * i] = output[row + border.exporter]!;
    for (let r = 0; r < regions; r++) {
      if (r !== border.exporter) solved[2 * i + 1]! += output[row + r]!;
    }
  }
  model.system.withoutExports(rows).correct(solved, demand, 2);
  return columns(solved);
}

function exportsFor(view: ExporterView, output: Float64Array): ByMarket {
  const of = (c: number) => view.intermediateExports(columnOf(output, 2, c));
  return { exporter: of(0), others: of(1) };
}

/** By row: for the exporter's market, and for all others. */
interface ByMarket {
  readonly exporter: Float64Array;
  readonly others: Float64Array;
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

/** Intermediate exports A_sr L_rr (…) by what becomes of them. */
function usesAbroad(view: ExporterView, sent: ByMarket): UsesAbroad {
  const { toExporter, toOthers } = view.soldAbroad();
  return {
    absorbedByImporter: chainedTo(view, view.soldAtHome()),
    finalToExporter: chainedTo(view, toExporter),
    finalToOthers: chainedTo(view, toOthers),
    intermediateToExporter: chainedTo(view, sent.exporter),
    intermediateToOthers: chainedTo(view, sent.others),
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
