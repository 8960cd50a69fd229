/**
 * Value added in trade from world input-output tables: read a table, then ask it. Every answer
 * carries its figures in the table's unit, how its equations were solved and how well, the
 * identities that must hold, and warnings.
 */

export type { Warning } from "../warning.ts";
export type { Answer, Identity } from "./answer.ts";
export {
  type BalanceAnswer,
  type BalanceOptions,
  type BalanceRow,
  valueAddedBalance,
} from "./balance.ts";
export type { EconomyGroup, Exporter } from "./border.ts";
export {
  type DecomposeEachOptions,
  type DecomposeOptions,
  type DecompositionAnswer,
  type DecompositionMethod,
  decompose,
  decomposeEach,
  type Perimeter,
} from "./decompose.ts";
export { termTitles } from "./decompositions/term-titles.ts";
export type { TermRow } from "./decompositions/terms.ts";
export {
  type FinalDemandAnswer,
  type FinalDemandOptions,
  type FinalDemandRow,
  valueAddedInFinalDemand,
} from "./final-demand.ts";
export {
  type ExporterSummary,
  type OriginAnswer,
  type OriginOptions,
  type OriginRow,
  originOfValueAdded,
} from "./origin.ts";
export {
  type ParticipationAnswer,
  type ParticipationOptions,
  type ParticipationRow,
  participation,
} from "./participation.ts";
export {
  type AdvantageAnswer,
  type AdvantageRow,
  revealedAdvantage,
} from "./revealed-advantage.ts";
export type { SolveMethod, SolveReport } from "./solve/leontief.ts";
export { checkTable, type Imbalance, type TableCheck } from "./tables/check.ts";
export { createTable, type TableMatrices } from "./tables/create.ts";
export type { MatrixLabels } from "./tables/matrix.ts";
export { type ReadTableOptions, readTable } from "./tables/read.ts";
export type { InputOutputTable, TableLayout } from "./tables/table.ts";
export {
  type TraceAnswer,
  type TraceDimension,
  type TraceOptions,
  type TraceRow,
  traceDimensions,
  traceValueAdded,
} from "./trace.ts";
