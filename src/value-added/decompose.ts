import { InputError } from "../errors.ts";
import { type Answer, answer, relativeDifference, type SolverOption } from "./answer.ts";
import { checkAsked } from "./asked.ts";
import { type Exporter, exporterName } from "./border.ts";
import {
  absorbedByImporter,
  borinManciniSink,
  borinManciniSource,
  withWorldPerimeter,
} from "./decompositions/borin-mancini.ts";
import { borinManciniFlow } from "./decompositions/borin-mancini-flow.ts";
import { ExporterView } from "./decompositions/exporter-view.ts";
import { koopmanWangWei, NINE_OF_SIXTEEN } from "./decompositions/koopman-wang-wei.ts";
import { oecd } from "./decompositions/oecd.ts";
import { foldTerms, plus, type TermRow, type Terms, totals } from "./decompositions/terms.ts";
import { wangWeiZhu } from "./decompositions/wang-wei-zhu.ts";
import { modelOf } from "./model.ts";
import type { SolveMethod } from "./solve/leontief.ts";
import { BALANCE_TOLERANCE } from "./tables/check.ts";
import type { InputOutputTable } from "./tables/table.ts";

export type DecompositionMethod = "borin-mancini" | "koopman-wang-wei" | "wang-wei-zhu" | "oecd";

/**
 * The exports that value added is counted once in: all of the exporter's, all of the world's, those
 * of each industry, or those of each industry to each partner. Terms of the last two do not sum to
 * the exporter's: the same value added may be in several flows.
 */
export type Perimeter = "exporter" | "world" | "industry" | "industry-and-partner";

export interface DecomposeOptions extends SolverOption {
  readonly exporter: Exporter;
  /** Default: Borin and Mancini. */
  readonly method?: DecompositionMethod;
  /** Borin and Mancini: where value added that crosses twice is counted. Default: source. */
  readonly approach?: "source" | "sink";
  /** Borin and Mancini: which exports it is counted once in. Default: the exporter's. */
  readonly perimeter?: Perimeter;
  /**
   * Terms by exporting industry and partner. Default: yes. Koopman, Wang and Wei's are then sums
   * of Wang, Wei and Zhu's, as their own are defined for the exporter as a whole.
   */
  readonly detail?: boolean;
}

export interface DecompositionAnswer extends Answer {
  readonly exporter: string;
  readonly method: DecompositionMethod;
  /** Null where the method has none, or where both are the same. */
  readonly approach: "source" | "sink" | null;
  readonly perimeter: Perimeter | null;
  /** The paper and, where it has one, the equation. */
  readonly definition: string;
  /** Each term over all industries and partners, in the table's unit; EXGR is gross exports. */
  readonly totals: Readonly<Record<string, number>>;
  /** Each term by industry of export and partner; empty without detail. */
  readonly rows: readonly TermRow[];
}

export interface DecomposeEachOptions extends Omit<DecomposeOptions, "exporter"> {
  readonly exporters: readonly Exporter[];
}

const DEFINITIONS: Readonly<Record<DecompositionMethod, string>> = {
  "borin-mancini": "Borin and Mancini (2019), World Bank Policy Research Working Paper 8804",
  "koopman-wang-wei": "Koopman, Wang and Wei (2014), American Economic Review 104(2), equation 36",
  "wang-wei-zhu": "Wang, Wei and Zhu (2013), NBER Working Paper 19677, sixteen terms",
  oecd: "OECD, Guide to OECD's Trade in Value Added Indicators: direct, indirect, reimported, foreign",
};

const kinds = {
  method: Object.keys(DEFINITIONS),
  approach: ["source", "sink"],
  perimeter: ["exporter", "world", "industry", "industry-and-partner"],
  detail: "yes-no",
} as const;

/**
 * Decomposes the gross exports of one exporter into what is domestic and foreign, counted once and
 * more than once. Seen from the whole of the exporter, DC, FC, DVA, VAX, REF and DDC agree in all
 * methods; foreign value added does not, so the answer names its definition.
 */
export function decompose(table: InputOutputTable, options: DecomposeOptions): DecompositionAnswer {
  checkAsked("decompose", table, options, { exporter: "any", ...kinds }, ["exporter"]);
  const method = options.method ?? "borin-mancini";
  const isBorinMancini = method === "borin-mancini";
  if (!isBorinMancini && (options.approach !== undefined || options.perimeter !== undefined)) {
    throw new InputError(
      `${method}: approach and perimeter belong to the decomposition of Borin and Mancini`,
      "Leave them out, or choose that method.",
    );
  }
  const approach = options.approach ?? "source";
  const perimeter = options.perimeter ?? "exporter";
  const detail = options.detail ?? true;
  const model = modelOf(table, options.solver ?? solverFor(table, options, 1));
  const view = new ExporterView(model, options.exporter);
  let terms: Terms | null = null;
  if (method === "wang-wei-zhu") terms = wangWeiZhu(view);
  else if (method === "oecd") terms = oecd(view);
  else if (isBorinMancini) terms = borinMancini(view, approach, perimeter, detail);
  else if (detail) terms = nineOfSixteen(wangWeiZhu(view));
  let rows: TermRow[] | null = null;
  const sums = terms === null ? koopmanWangWei(view) : totals(terms);
  const difference = relativeDifference(sums.EXGR!, sumOfParts(sums, method));
  return {
    ...answer(
      model.system.report,
      [{ name: "the terms sum to gross exports", difference, tolerance: BALANCE_TOLERANCE }],
      table.warnings,
    ),
    exporter: exporterName(options.exporter),
    method,
    approach: isBorinMancini && !isOfFlow(perimeter) ? approach : null,
    perimeter: isBorinMancini ? perimeter : null,
    definition: isBorinMancini ? defined(approach, perimeter) : DEFINITIONS[method],
    totals: sums,
    // Made when they are first read: there are many, and some readers want the totals alone.
    get rows() {
      rows ??= terms === null || !detail ? [] : foldTerms(view, terms);
      return rows;
    },
  };
}

/**
 * The same for several exporters, one after the other. Where they are many, one inverse of I - A
 * serves them all; a few are solved one by one, which takes less time than the inverse.
 */
export function* decomposeEach(
  table: InputOutputTable,
  asked: DecomposeEachOptions,
): Generator<DecompositionAnswer> {
  checkAsked("decomposeEach", table, asked, { exporters: "any", ...kinds }, ["exporters"]);
  const { exporters, ...options } = asked;
  const solver = options.solver ?? solverFor(table, options, exporters.length);
  for (const exporter of exporters) yield decompose(table, { ...options, exporter, solver });
}

/** Exporters of a table of this many rows take as long one by one as its inverse takes. */
const ROWS_FOR_EACH = 430;
/** With more industries than this in each economy, the inverse takes longer than the blocks. */
const MOST_INDUSTRIES = 90;

/**
 * The inverse takes 2 n^3 operations; an exporter solved for itself some hundred products with the
 * table. Wang, Wei and Zhu's terms, and Borin and Mancini's by sink with detail, need a solution for
 * each partner.
 */
function solverFor(
  table: InputOutputTable,
  { method, approach, detail = true }: Omit<DecomposeOptions, "exporter">,
  exporters: number,
): SolveMethod {
  const n = table.labels.length;
  const isWide = method === "wang-wei-zhu" || (method === "koopman-wang-wei" && detail);
  if ((isWide || (approach === "sink" && detail)) && n < MOST_INDUSTRIES * table.economies.length) {
    return "inverse";
  }
  return exporters > n / ROWS_FOR_EACH ? "inverse" : "auto";
}

function borinMancini(
  view: ExporterView,
  approach: "source" | "sink",
  perimeter: Perimeter,
  detail: boolean,
): Terms {
  if (isOfFlow(perimeter)) return borinManciniFlow(view, perimeter === "industry-and-partner");
  const terms = approach === "source" ? borinManciniSource(view) : borinManciniSink(view);
  // A solve for each partner, so only where the partners are asked for.
  if (approach === "sink" && detail) terms.VAXIM = absorbedByImporter(view, terms);
  return perimeter === "exporter" ? terms : withWorldPerimeter(view, terms, approach);
}

function defined(approach: "source" | "sink", perimeter: Perimeter): string {
  const view = isOfFlow(perimeter) ? "" : `${approach}-based, `;
  const where = {
    exporter: "counted once in the exporter's exports",
    world: "counted once in the world's exports",
    industry: "counted once in the exports of each industry",
    "industry-and-partner": "counted once in the exports of each industry to each partner",
  }[perimeter];
  return `${DEFINITIONS["borin-mancini"]}: ${view}${where}`;
}

function isOfFlow(perimeter: Perimeter): boolean {
  return perimeter === "industry" || perimeter === "industry-and-partner";
}

function nineOfSixteen(sixteen: Terms): Terms {
  const nine: Terms = { EXGR: sixteen.EXGR! };
  for (const [name, parts] of Object.entries(NINE_OF_SIXTEEN)) {
    nine[name] = plus(...parts.map((part) => sixteen[part]!));
  }
  return nine;
}

/** Gross exports as the sum of their parts: once each, aggregates left out. */
function sumOfParts(sums: Readonly<Record<string, number>>, method: DecompositionMethod): number {
  if (method === "borin-mancini") return sums.VAX! + sums.REF! + sums.DDC! + sums.FVA! + sums.FDC!;
  if (method === "oecd") {
    return sums.EXGR_DDC! + sums.EXGR_IDC! + sums.EXGR_RIM! + sums.EXGR_FVA!;
  }
  return Object.entries(sums).reduce(
    (sum, [name, value]) => sum + (name === "EXGR" ? 0 : value),
    0,
  );
}
