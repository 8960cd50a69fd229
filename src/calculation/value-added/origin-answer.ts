import { originMetric } from "../../metrics/value-added-tables.ts";
import type { SortOrder } from "../../question/question.ts";
import type { OpenTable } from "../../sources/input-output.ts";
import {
  type ExporterSummary,
  type OriginAnswer,
  type OriginRow,
  originOfValueAdded,
} from "../../value-added/index.ts";
import type { Warning } from "../../warning.ts";
import { definitionOf } from "../columns.ts";
import { orderRows } from "../order.ts";
import type { Answer, ResultColumn, ResultRow } from "../result.ts";
import type { NamedExporter, TableEconomies } from "./economies.ts";
import { amountColumn, amountIn, shareCells, tableResult } from "./table-result.ts";

/** What the rows of an answer about origins are broken down by, beside the origin. */
const originBreakdowns = ["country", "industry", "exporting-industry", "partner"] as const;
export type OriginBreakdown = (typeof originBreakdowns)[number];

export interface OriginQuestion {
  readonly exporters: readonly NamedExporter[];
  /** Importers, one by one; null: all exports together. */
  readonly partners: readonly NamedExporter[] | null;
  /** Origins to show, by their code in the table; null: all. */
  readonly origins: readonly string[] | null;
  readonly by: OriginBreakdown;
  /** Whether rows for domestic and for foreign value added follow each exporter's. */
  readonly total: boolean;
  readonly sort: SortOrder | null;
  readonly top: number | null;
  readonly warnings: readonly Warning[];
}

const coreBreakdown = {
  country: {},
  industry: { by: "industry-of-origin" },
  "exporting-industry": { by: "industry-of-export" },
  partner: { by: "partner" },
} as const;

/**
 * Who made what an exporter exports: value added by origin, in percent of the exporter's gross
 * exports (to a partner, of an industry). Rows stand by exporter, the largest origin first.
 */
export function originAnswer(
  source: OpenTable,
  economies: TableEconomies,
  question: OriginQuestion,
): Answer {
  const { exporters, partners, by } = question;
  const named = new Map(exporters.map((one) => [nameInCore(one), one]));
  const rows: ResultRow[] = [];
  const answers: OriginAnswer[] = [];
  for (const partner of partners ?? [null]) {
    const core = originOfValueAdded(source.table, {
      exporters: exporters.map(({ exporter }) => exporter),
      ...(partner && { partner: partner.exporter as string }),
      ...coreBreakdown[by],
    });
    answers.push(core);
    const shown = new Set(question.origins);
    for (const summary of core.exporters) {
      const exporter = named.get(summary.exporter)!;
      const own = core.rows.filter((row) => row.exporter === summary.exporter);
      const kept = own.filter((row) => shown.size === 0 || shown.has(row.origin));
      const ordered = kept.toSorted((a, b) => b.valueAdded - a.valueAdded);
      const rowOf = rowMaker(source, economies, exporter, partner);
      rows.push(...ordered.map((row) => rowOf(row)));
      if (question.total) rows.push(...totals(summary).map((row) => rowOf(row)));
    }
  }
  const [core] = answers;
  return {
    title: `Origin of value added in gross exports${by === "country" ? "" : `, by ${by.replace("-", " ")}`}`,
    columns: columnsOf(source, question),
    result: tableResult(source, worst(answers), {
      metric: originMetric.id,
      definition: {
        ...definitionOf(originMetric),
        method: "v' (I - A)^-1 e: exports over the border of the economy, parts of it folded last",
      },
      parameters: {
        exporter: exporters.map(({ code }) => code),
        ...(partners && { partner: partners.map(({ code }) => code) }),
        ...(question.origins && {
          origin: question.origins.map((origin) => economies.nameOf(origin).code),
        }),
        by,
      },
      rows: orderRows(rows, question.sort, question.top),
      warnings: [...question.warnings, ...core!.warnings],
    }),
  };
}

/** The name by which the core returns an exporter. */
export function nameInCore({ exporter }: NamedExporter): string {
  return typeof exporter === "string" ? exporter : exporter.name;
}

/** Rows that sum the origins: what is made at home, and what is not. */
function totals({ exporter, domestic, foreign, ...shares }: ExporterSummary): OriginRow[] {
  return [
    { exporter, origin: "DOMESTIC", valueAdded: domestic, share: shares.domesticShare },
    { exporter, origin: "FOREIGN", valueAdded: foreign, share: shares.foreignShare },
  ];
}

const totalNames: Readonly<Record<string, string>> = {
  DOMESTIC: "All domestic",
  FOREIGN: "All foreign",
};

function rowMaker(
  source: OpenTable,
  economies: TableEconomies,
  exporter: NamedExporter,
  partner: NamedExporter | null,
) {
  const amount = amountIn(source);
  return (row: OriginRow): ResultRow => {
    const origin = totalNames[row.origin]
      ? { code: row.origin, name: totalNames[row.origin]! }
      : economies.nameOf(row.origin);
    const to = row.partner === undefined ? partner : economies.nameOf(row.partner);
    return {
      exporter: exporter.code,
      exporterName: exporter.name,
      origin: origin.code,
      originName: origin.name,
      partner: to?.code ?? null,
      partnerName: to?.name ?? null,
      period: source.description.period,
      ...(row.industry !== undefined && { industry: row.industry }),
      valueAdded: amount(row.valueAdded),
      ...shareCells(row.share),
    };
  };
}

function columnsOf(source: OpenTable, { by, partners }: OriginQuestion): ResultColumn[] {
  const text = (name: string, title: string) => ({ name, title, unit: "text" }) as const;
  return [
    text("exporterName", "Exporter"),
    ...(partners !== null || by === "partner" ? [text("partnerName", "To")] : []),
    text("originName", "Origin"),
    ...(by === "industry" || by === "exporting-industry" ? [text("industry", "Industry")] : []),
    amountColumn(source, "valueAdded", "Value added"),
    { name: "value", title: "Share of exports", unit: "percent" },
  ];
}

/** Of several solutions, the one that satisfies its equations least. */
function worst(answers: readonly OriginAnswer[]): OriginAnswer {
  const [first, ...others] = answers;
  return others.reduce((bad, one) => (one.solve.residual > bad.solve.residual ? one : bad), first!);
}
