import { type Cell, type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";
import { isWithin, type ProductSelection } from "../products/product.ts";
import type { Question } from "../question/question.ts";
import { type Period, periodOf } from "../records/period.ts";
import { ALL_PRODUCTS, type Flow, type SeriesKey, WORLD } from "../records/record.ts";
import { amountOf } from "../selection/amount.ts";
import type { Preferences } from "../selection/figure.ts";
import { isWanted } from "../selection/select.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import { flowsOf } from "./flow-figure.ts";
import { basePeriodOf } from "./periods.ts";

/** One flow of one partner that a question needs; period null: any. */
export interface Need {
  readonly flow: Flow;
  readonly partner: string;
  readonly product: ProductSelection;
  readonly period: Period | null;
  /** Whose flow it is, where that is not whoever reports the data, or is wished for. */
  readonly reporter?: string | undefined;
}

/** Everything that a question needs, as far as it names partners and periods. */
export function needsOf(question: Question): Need[] {
  const { of, by, each, own, whole, indexBase, metric } = question;
  const named = (question.periods ?? []).filter((one) => typeof one !== "string");
  const periods = named.length > 0 ? named : [null];
  const needs = new Map<string, Need>();
  for (const { place } of question.subjects.slice(0, 40)) {
    for (const period of periods) {
      const at: Cell = { ...place, period: period ?? periodOf(0, 11) };
      const base = metric.asks.change && period ? basePeriodOf(question, period) : null;
      const parameters = { of, by, each, own, whole, base, indexBase };
      for (const request of Object.values(metric.figures(at, parameters))) {
        for (const need of needsOfRequest(request, period)) {
          const { flow, partner, product, reporter } = need;
          needs.set(`${reporter}|${flow}|${partner}|${product.id}|${need.period?.label}`, need);
        }
      }
    }
  }
  return [...needs.values()];
}

function needsOfRequest({ of, at }: FigureRequest, period: Period | null): Need[] {
  const partners = at.partner === "all" ? [WORLD] : at.partner;
  // The partner of a pair is asked for as the partner of others, and the world of itself.
  if (at.reporter === "all") return [];
  // Of many reporters the first tell whether the data have others than one.
  const reporters = at.reporter === ONLY_REPORTER ? [undefined] : at.reporter.slice(0, 3);
  return flowsOf(of).flatMap(({ flow }) =>
    reporters.flatMap((reporter) =>
      partners
        .filter((partner) => partner !== reporter)
        .map((partner) => ({
          flow,
          partner,
          product: at.product,
          period: period === null ? null : at.period,
          ...(reporter !== undefined && { reporter }),
        })),
    ),
  );
}

/** Whether a dataset has a figure of the kind wished for; of the usual kind where none is named. */
export function has(
  dataset: TradeDataset,
  { flow, partner, product, period, reporter }: Need,
  wished: Preferences,
  usual: ReadonlySet<string> | null = null,
): boolean {
  const wishes = reporter === undefined ? wished : { ...wished, reporter };
  const fits = (series: StoredSeries) =>
    series.key.flow === flow &&
    isWanted(series.key, wishes) &&
    (usual === null || usual.has(kindOf(series.key))) &&
    isOfProduct(series.key.product, product) &&
    (period === null || amountOf(series, period, () => true).kind !== "none");
  if (dataset.seriesOf(partner).some(fits)) return true;
  // Where there is no world of its own it is added up from partners.
  return (
    partner === WORLD && dataset.partners.some(({ code }) => dataset.seriesOf(code).some(fits))
  );
}

function isOfProduct(code: string, { codes }: ProductSelection): boolean {
  if (codes.length === 0) return true;
  return code !== ALL_PRODUCTS && codes.some((one) => isWithin(code, one));
}

/** The kind of a figure: whose it is, and on which bases. */
export function kindOf({ reporter, flow, flowBasis, basis, sector }: SeriesKey): string {
  return [reporter, flow, flowBasis, basis, sector].join("|");
}
