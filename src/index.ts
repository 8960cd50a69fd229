export { answer } from "./calculation/answer.ts";
export { answerFromNumbers } from "./calculation/from-numbers.ts";
export { areas } from "./calculation/group-members.ts";
export type { Answer, DataUse, Result, ResultColumn, ResultRow } from "./calculation/result.ts";
export { type ValueAddedQuestion, valueAddedAnswer } from "./calculation/value-added-answer.ts";
export { InputError } from "./errors.ts";
export { balance } from "./metrics/balance.ts";
export type { Cell, Dimension, FigureRequest, Measure, Members } from "./metrics/cell.ts";
export { tradeComplementarity } from "./metrics/complementarity.ts";
export { herfindahlHirschman, normalisedHerfindahlHirschman } from "./metrics/concentration.ts";
export { type Contribution, contribution, contributions } from "./metrics/contribution.ts";
export { coverage } from "./metrics/coverage.ts";
export { deficitRatio } from "./metrics/deficit-ratio.ts";
export { deflatedGrowth, realValue, realValueOfFixedAmount } from "./metrics/deflate.ts";
export { compoundAnnualGrowth, growth, index } from "./metrics/growth.ts";
export { aquinoIndex, correctedGrubelLloyd, grubelLloyd } from "./metrics/grubel-lloyd.ts";
export { intraregionalShare } from "./metrics/intraregional-share.ts";
export type { AnyMetric, Formula, MemberFigure, Metric, Outcome, Unit } from "./metrics/metric.ts";
export { nonPetroleumBalance, type PetroleumFlows } from "./metrics/non-petroleum.ts";
export { normalisedBalance } from "./metrics/normalised-balance.ts";
export { realValueMetric } from "./metrics/real-value.ts";
export type { Reason } from "./metrics/reason.ts";
export { findMetric, metrics } from "./metrics/registry.ts";
export {
  type ExportStructure,
  revealedComparativeAdvantage,
  symmetricComparativeAdvantage,
} from "./metrics/revealed-comparative-advantage.ts";
export { share } from "./metrics/share.ts";
export { kojimaIntensity, type TradeDirection, tradeIntensity } from "./metrics/trade-intensity.ts";
export type { Interval } from "./numbers/interval.ts";
export { type PrintedNumber, parsePrinted } from "./numbers/printed.ts";
export {
  type NamedPartner,
  type Partner,
  PartnerDirectory,
  type PartnerSelection,
} from "./partners/directory.ts";
export { type PartnerGroup, partnerGroups } from "./partners/groups.ts";
export {
  allProducts,
  type ProductSelection,
  parseProductSelection,
  without,
} from "./products/product.ts";
export { type ProductSet, productSets } from "./products/product-sets.ts";
export type {
  LatestPeriod,
  Place,
  Question,
  SortOrder,
  Subject,
} from "./question/question.ts";
export { questionFrom } from "./question/read.ts";
export type { QuestionWords } from "./question/words.ts";
export { type Period, parsePeriod, parsePeriods } from "./records/period.ts";
export type { Flow, Series, SeriesKey, TradeRecord } from "./records/record.ts";
export { type ValueAddedMeasure, valueAddedMeasures } from "./records/value-added-measures.ts";
export {
  type Figure,
  type FlowRequest,
  noPreferences,
  type Preferences,
} from "./selection/figure.ts";
export { projectYear } from "./selection/projection.ts";
export { selectFlow } from "./selection/select.ts";
export type {
  OpenDatasets,
  StoredSeries,
  TradeDataset,
} from "./sources/dataset.ts";
export type { DatasetDescription } from "./sources/description.ts";
export {
  countries,
  embeddedCatalog,
  openEmbedded as openDataset,
  openEmbeddedShares,
} from "./sources/embedded/embedded.ts";
export {
  type OpenTable,
  openEmbeddedTable,
  openTableFile,
  type TableDescription,
} from "./sources/input-output.ts";
export { type OpenOptions, type OpenSources, openSources } from "./sources/open.ts";
export type { Warning } from "./warning.ts";
