import { InputError } from "../../errors.ts";
import { decompositionMetric } from "../../metrics/value-added-tables.ts";
import type { SortOrder } from "../../question/question.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import {
  type DecomposeOptions,
  type DecompositionAnswer,
  decompose,
  termTitles,
} from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { definitionOf } from "../columns.ts";
import { orderRows } from "../order.ts";
import type { Answer, ResultColumn, ResultRow } from "../result.ts";
import type { NamedExporter, TableEconomies } from "./economies.ts";
import { amountColumn, amountIn, shareCells, tableResult } from "./table-result.ts";

/** What the terms are broken down by. */
const decompositionBreakdowns = ["total", "partner", "industry", "flow"] as const;
export type DecompositionBreakdown = (typeof decompositionBreakdowns)[number];

export interface DecompositionQuestion
  extends Pick<DecomposeOptions, "method" | "approach" | "perimeter"> {
  readonly exporters: readonly NamedExporter[];
  readonly by: DecompositionBreakdown;
  /** Names of terms to show; null: all. */
  readonly terms: readonly string[] | null;
  readonly sort: SortOrder | null;
  readonly top: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * The gross exports of each exporter in terms, one row a term, in percent of the gross exports that
 * the row is about. Rows stand by exporter, then by partner and industry, then in the order of the
 * method's terms.
 */
export function decompositionAnswer(
  source: OpenTable,
  economies: TableEconomies,
  question: DecompositionQuestion,
): Answer {
  const { exporters, by, method, approach, perimeter } = question;
  const answers = exporters.map(({ exporter }) =>
    decompose(source.table, {
      exporter,
      ...(method && { method }),
      ...(approach && { approach }),
      ...(perimeter && { perimeter }),
      detail: by !== "total",
    }),
  );
  refuseUnknownTerms(question.terms, answers[0]!);
  const rows = answers.flatMap((core, at) =>
    rowsOf(source, economies, core, exporters[at]!, question),
  );
  const [core] = answers;
  return {
    title: "Gross exports decomposed",
    columns: columnsOf(source, by),
    result: tableResult(source, worst(answers), {
      metric: decompositionMetric.id,
      definition: {
        ...definitionOf(decompositionMetric),
        formula: `term / gross exports * 100; terms of ${core!.definition}`,
        method: core!.definition,
        sources: [core!.definition],
      },
      parameters: {
        exporter: exporters.map(({ code }) => code),
        method: core!.method,
        ...(core!.approach && { approach: core!.approach }),
        ...(core!.perimeter && { perimeter: core!.perimeter }),
        by,
        ...(question.terms && { terms: question.terms }),
      },
      rows: orderRows(rows, question.sort, question.top),
      warnings: [...question.warnings, ...core!.warnings],
    }),
  };
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

function columnsOf(source: OpenTable, by: DecompositionBreakdown): ResultColumn[] {
  const text = (name: string, title: string) => ({ name, title, unit: "text" }) as const;
  return [
    text("exporterName", "Exporter"),
    ...(by === "partner" || by === "flow" ? [text("partnerName", "To")] : []),
    ...(by === "industry" || by === "flow" ? [text("industry", "Industry")] : []),
    text("term", "Term"),
    text("termTitle", "What it is"),
    amountColumn(source, "valueAdded", "Amount"),
    { name: "value", title: "Share of exports", unit: "percent" },
  ];
}

function worst(answers: readonly DecompositionAnswer[]): DecompositionAnswer {
  const [first, ...others] = answers;
  return others.reduce((bad, one) => (one.solve.residual > bad.solve.residual ? one : bad), first!);
}
