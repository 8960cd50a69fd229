import { InputError } from "../../errors.ts";
import { decompositionMetric } from "../../metrics/value-added-tables.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import {
  type DecomposeOptions,
  type DecompositionAnswer,
  type DecompositionMethod,
  decomposeEach,
  termTitles,
} from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { orderRows } from "../order.ts";
import { type Answer, type ResultColumn, type ResultRow, textColumn } from "../result.ts";
import type { RowOrder } from "./arrange.ts";
import type { NamedExporter, TableEconomies } from "./economies.ts";
import {
  amountColumn,
  amountIn,
  codesIn,
  partOf,
  periodColumns,
  rowsOfParts,
  shareCells,
  type TablePart,
  tableAnswer,
  worstAnswer,
} from "./table-result.ts";

/** What the terms are broken down by. */
export type DecompositionBreakdown = "total" | "partner" | "industry" | "flow";

/** Short words for the methods. */
const methods: Readonly<Record<string, DecompositionMethod>> = {
  kww: "koopman-wang-wei",
  wwz: "wang-wei-zhu",
};

/** The method of a word that is known to be one. */
export function decompositionMethod(word: string): DecompositionMethod {
  return methods[word] ?? (word as DecompositionMethod);
}

export interface DecompositionQuestion
  extends Pick<DecomposeOptions, "method" | "approach" | "perimeter"> {
  readonly exporters: readonly NamedExporter[];
  readonly by: DecompositionBreakdown;
  /** Names of terms to show; null: all. */
  readonly terms: readonly string[] | null;
  readonly warnings: readonly Warning[];
}

/** What the decompositions of one table were, beside their rows. */
export interface Decomposed extends TablePart {
  readonly of: Pick<DecompositionAnswer, "definition" | "method" | "approach" | "perimeter">;
}

/**
 * The gross exports of each exporter in terms, one row a term, in percent of the gross exports that
 * the row is about. Rows stand by exporter, then by partner and industry, then in the order of the
 * method's terms.
 */
export function decompositionPart(
  source: OpenTable,
  economies: TableEconomies,
  question: DecompositionQuestion,
): Decomposed {
  const { exporters, by, method, approach, perimeter } = question;
  const rows: ResultRow[] = [];
  const answers: DecompositionAnswer[] = [];
  const each = decomposeEach(source.table, {
    exporters: exporters.map(({ exporter }) => exporter),
    ...(method && { method }),
    ...(approach && { approach }),
    ...(perimeter && { perimeter }),
    detail: by !== "total",
  });
  let at = 0;
  for (const core of each) {
    if (at === 0) refuseUnknownTerms(question.terms, core);
    for (const row of rowsOf(source, economies, core, exporters[at]!, question)) rows.push(row);
    // The terms by partner are most of an answer, and are in the rows now.
    answers.push({ ...core, rows: [] });
    at++;
  }
  const [of] = answers;
  return { ...partOf(source, worstAnswer(answers), rows, question.warnings), of: of! };
}

export function decompositionAnswer(
  parts: readonly Decomposed[],
  order: Pick<RowOrder, "sort" | "top">,
  { by, terms }: Pick<DecompositionQuestion, "by" | "terms">,
): Answer {
  const rows = rowsOfParts(parts);
  const { definition, method, approach, perimeter } = parts[0]!.of;
  return tableAnswer(parts, decompositionMetric, {
    title: "Gross exports decomposed",
    columns: columnsOf(parts, by),
    definition: {
      formula: `term / gross exports * 100; terms of ${definition}`,
      method: definition,
      sources: [definition],
    },
    parameters: {
      exporter: codesIn(rows, "exporter"),
      method,
      ...(approach && { approach }),
      ...(perimeter && { perimeter }),
      by,
      ...(terms && { terms }),
    },
    rows: orderRows(rows, order.sort, order.top),
  });
}

function refuseUnknownTerms(wanted: readonly string[] | null, core: DecompositionAnswer): void {
  const known = Object.keys(core.totals);
  const unknown = wanted?.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new InputError(
    `--terms: there is no term ${unknown} in ${core.method} (use ${known.join(", ")})`,
  );
}

/** Terms of one part of the exports: all of them, those to a partner, those of an industry. */
interface Part {
  readonly partner: string | null;
  readonly industry: string | null;
  readonly terms: Readonly<Record<string, number>>;
}

function rowsOf(
  source: OpenTable,
  economies: TableEconomies,
  core: DecompositionAnswer,
  exporter: NamedExporter,
  { by, terms: wanted }: DecompositionQuestion,
): ResultRow[] {
  const amount = amountIn(source);
  return partsOf(core, by).flatMap(({ partner, industry, terms }) => {
    const to = partner === null ? null : economies.nameOf(partner);
    const names = Object.keys(terms).filter((name) => wanted === null || wanted.includes(name));
    const exports = terms.EXGR!;
    return names.map((name) => ({
      exporter: exporter.code,
      exporterName: exporter.name,
      partner: to?.code ?? null,
      partnerName: to?.name ?? null,
      period: source.description.period,
      ...(industry !== null && { industry }),
      term: name,
      termTitle: termTitles[name] ?? name,
      valueAdded: amount(terms[name]!),
      ...shareCells(exports > 0 ? (terms[name]! / exports) * 100 : null),
    }));
  });
}

function partsOf(core: DecompositionAnswer, by: DecompositionBreakdown): Part[] {
  if (by === "total") return [{ partner: null, industry: null, terms: core.totals }];
  if (by === "flow") return [...core.rows];
  const sums = new Map<string, Record<string, number>>();
  for (const row of core.rows) {
    const sum = sums.get(row[by]) ?? {};
    sums.set(row[by], sum);
    for (const [name, value] of Object.entries(row.terms)) sum[name] = (sum[name] ?? 0) + value;
  }
  return [...sums].map(([key, terms]) => ({
    partner: by === "partner" ? key : null,
    industry: by === "industry" ? key : null,
    terms,
  }));
}

function columnsOf(parts: readonly TablePart[], by: DecompositionBreakdown): ResultColumn[] {
  return [
    textColumn("exporterName", "Exporter"),
    ...periodColumns(parts),
    ...(by === "partner" || by === "flow" ? [textColumn("partnerName", "To")] : []),
    ...(by === "industry" || by === "flow" ? [textColumn("industry", "Industry")] : []),
    textColumn("term", "Term"),
    textColumn("termTitle", "What it is"),
    amountColumn(parts, "valueAdded", "Amount"),
    { name: "value", title: "Share of exports", unit: "percent" },
  ];
}
