import type { Answer } from "../calculation/result.ts";
import { advantageAnswer, advantagePart } from "../calculation/value-added/advantage-answer.ts";
import { balanceAnswer, balancePart } from "../calculation/value-added/balance-answer.ts";
import {
  type DecompositionBreakdown,
  decompositionAnswer,
  decompositionMethod,
  decompositionPart,
} from "../calculation/value-added/decomposition-answer.ts";
import {
  finalDemandAnswer,
  finalDemandPart,
} from "../calculation/value-added/final-demand-answer.ts";
import { industriesOf } from "../calculation/value-added/industries.ts";
import {
  participationAnswer,
  participationPart,
} from "../calculation/value-added/participation-answer.ts";
import { reportTable, type TableReport } from "../inspection/table.ts";
import { commaList } from "../question/words.ts";
import type { Perimeter } from "../value-added/index.ts";
import {
  type ExporterOptions,
  economiesOf,
  ofEachTable,
  openTable,
  type ReadingOptions,
  type RowOptions,
  required,
  rowOrder,
  type TableOptions,
} from "./value-added-tables.ts";
import { type TraceOptions, tracedFinalDemand, tracesFinalDemand } from "./value-added-traces.ts";

export { answerOrigin } from "./value-added-traces.ts";

export interface BalanceOptions extends TableOptions, RowOptions {
  readonly reporter: string;
  readonly together?: true;
  readonly partner?: string;
}

export interface DecomposeOptions extends ExporterOptions {
  readonly method: string;
  readonly approach?: "source" | "sink";
  readonly perimeter?: Perimeter;
  readonly by: DecompositionBreakdown;
  readonly terms?: string;
}

export async function answerDecompose(options: DecomposeOptions): Promise<Answer> {
  const list = required(options.exporter, "decompose", "--exporter");
  const { approach, perimeter, by } = options;
  const terms = options.terms === undefined ? null : commaList(options.terms);
  const parts = await ofEachTable(options, (source, economies) => {
    const { exporters, warnings } = economies.select(list, "--exporter", options.together ?? false);
    return decompositionPart(source, economies, {
      exporters,
      method: decompositionMethod(options.method),
      ...(approach && { approach }),
      ...(perimeter && { perimeter }),
      ...{ by, terms, warnings },
    });
  });
  return decompositionAnswer(parts, rowOrder(options), { by, terms });
}

export async function answerParticipation(options: ExporterOptions): Promise<Answer> {
  const together = options.together ?? false;
  const parts = await ofEachTable(options, (source, economies) => {
    const everyone = economies.select("all", "--exporter", false).exporters;
    const chosen =
      options.exporter === undefined || options.exporter === "all"
        ? null
        : economies.select(options.exporter, "--exporter", together);
    return participationPart(source, {
      exporters: chosen?.exporters ?? null,
      everyone,
      warnings: chosen?.warnings ?? [],
    });
  });
  return participationAnswer(parts, rowOrder(options));
}

export async function answerBalance(options: BalanceOptions): Promise<Answer> {
  const parts = await ofEachTable(options, (source, economies) => {
    const { exporters, warnings } = economies.select(
      options.reporter,
      "--reporter",
      options.together ?? false,
    );
    const partners = economiesOf(economies, options.partner, "--partner");
    return balancePart(source, economies, {
      reporters: exporters,
      partners: partners.codes,
      warnings: [...warnings, ...partners.warnings],
    });
  });
  return balanceAnswer(parts, rowOrder(options));
}

export async function answerAdvantage(
  options: ExporterOptions & { readonly industry?: string },
): Promise<Answer> {
  const list = required(options.exporter, "rca", "--exporter");
  const parts = await ofEachTable(options, (source, economies) => {
    const { exporters, warnings } = economies.select(list, "--exporter", false);
    const industries = industriesOf(options.industry, source.table, "--industry");
    return advantagePart(source, { exporters, industries, warnings });
  });
  return advantageAnswer(parts, rowOrder(options));
}

export async function answerFinalDemand(options: TraceOptions): Promise<Answer> {
  if (tracesFinalDemand(options)) return tracedFinalDemand(options);
  const together = options.together ?? false;
  const parts = await ofEachTable(options, (source, economies) => {
    const { exporters, warnings } = economies.select(options.origin ?? "all", "--origin", together);
    return finalDemandPart(source, { origins: exporters, warnings });
  });
  return finalDemandAnswer(parts, rowOrder(options));
}

export async function checkTableFile(path: string, options: ReadingOptions): Promise<TableReport> {
  return reportTable(await openTable(path, options));
}
