import { InputError } from "../errors.ts";
import type { FigureRequest, Measure } from "../metrics/metric.ts";
import type { Reason } from "../metrics/reason.ts";
import { LARGEST_AMOUNT } from "../numbers/money.ts";
import type { ProductSelection } from "../products/product.ts";
import { isYear, type Period, periodOf, yearPeriod } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import { type Calendar, calendarOf, unfinishedPart } from "../selection/calendar.ts";
import { type Figure, type Preferences, preferencesId } from "../selection/figure.ts";
import { projectYear } from "../selection/projection.ts";
import { isWanted, selectFlow } from "../selection/select.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";

/** A measure of trade in whole US dollars, and the figures that it was made of. */
export interface MeasuredFigure {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly figures: readonly UsedFigure[];
}

export interface UsedFigure {
  readonly dataset: TradeDataset;
  readonly partner: string;
  readonly flow: Flow;
  readonly product: ProductSelection;
  readonly period: Period;
  readonly figure: Figure;
}

export interface MeasureSettings {
  readonly preferences: Preferences;
  readonly project: boolean;
}

/** The flows that a measure is made of, and the sign with which each enters. */
export function flowsOf(measure: Measure): readonly { flow: Flow; sign: 1 | -1 }[] {
  if (measure === "exports") return [{ flow: "export", sign: 1 }];
  if (measure === "imports") return [{ flow: "import", sign: 1 }];
  return [
    { flow: "export", sign: 1 },
    { flow: "import", sign: measure === "balance" ? -1 : 1 },
  ];
}

/**
 * Adds up the flows that a request names, over its partners and products. Null, with the first
 * reason met, as soon as one flow of one partner is missing: a missing flow is not a zero flow.
 */
export function measure(
  datasets: OpenDatasets,
  request: FigureRequest,
  settings: MeasureSettings,
): MeasuredFigure {
  const figures: UsedFigure[] = [];
  let value: number | null = 0;
  let reason: Reason | null = null;
  const dataset = datasets.forProduct(request.product);
  for (const { flow, sign } of flowsOf(request.of)) {
    for (const partner of request.partners) {
      for (const part of productParts(request.product)) {
        const one = { ...request, partner, flow, product: part.product };
        const used = flowFigures(dataset, one, settings);
        figures.push(...used.figures);
        if (used.value === null) reason ??= used.reason;
        else if (value !== null) value += sign * part.sign * used.value;
      }
    }
  }
  if (reason !== null) value = null;
  if (value !== null && !Number.isSafeInteger(value)) {
    throw new InputError(
      `${dataset.description.id}: the ${request.of} of ${request.partners.join("+")} in ${request.period.label} is beyond ${LARGEST_AMOUNT} dollars and cannot be held exactly`,
    );
  }
  return { value, reason, figures };
}

/** A selection that takes products out is the whole less the part, both from one dataset. */
function productParts(product: ProductSelection): { product: ProductSelection; sign: 1 | -1 }[] {
  if (product.excluded.length === 0) return [{ product, sign: 1 }];
  return [
    { product: { ...product, excluded: [] }, sign: 1 },
    { product: { ...product, codes: product.excluded, excluded: [] }, sign: -1 },
  ];
}

interface OneFlow {
  readonly partner: string;
  readonly period: Period;
  readonly flow: Flow;
  readonly product: ProductSelection;
}

function flowFigures(
  dataset: TradeDataset,
  request: OneFlow,
  settings: MeasureSettings,
): MeasuredFigure {
  const take = (period: Period): UsedFigure => ({
    dataset,
    partner: request.partner,
    flow: request.flow,
    product: request.product,
    period,
    figure: selectFlow(dataset, { ...request, period }, settings.preferences),
  });
  const part =
    settings.project && isYear(request.period)
      ? unfinishedPart(flowCalendar(dataset, request, settings.preferences), request.period)
      : null;
  if (!part) {
    const used = take(request.period);
    return { value: used.figure.value, reason: used.figure.reason, figures: [used] };
  }
  const lastYear = take(yearPeriod(part.first / 12 - 1));
  const monthsSoFar = take(part);
  const sameMonthsLastYear = take(periodOf(part.first - 12, part.last - 12));
  const figures = [lastYear, monthsSoFar, sameMonthsLastYear];
  const missing = figures.find(({ figure }) => figure.value === null);
  if (missing) return { value: null, reason: missing.figure.reason, figures };
  const value = projectYear({
    lastYear: lastYear.figure.value!,
    monthsSoFar: monthsSoFar.figure.value!,
    sameMonthsLastYear: sameMonthsLastYear.figure.value!,
  });
  return { value, reason: value === null ? "zero-base" : null, figures };
}

const calendars = new WeakMap<TradeDataset, Map<string, Calendar>>();

/**
 * The calendar of one flow of one partner, of the figures that were asked for alone: another
 * reporter may be ahead. Kept, because every period of a series asks for it.
 */
function flowCalendar(
  dataset: TradeDataset,
  { partner, flow }: OneFlow,
  preferences: Preferences,
): Calendar {
  const known = calendars.get(dataset) ?? new Map<string, Calendar>();
  calendars.set(dataset, known);
  const id = `${partner}|${flow}|${preferencesId(preferences)}`;
  const wanted = () => dataset.seriesOf(partner).filter(({ key }) => isWanted(key, preferences));
  const calendar = known.get(id) ?? calendarOf(wanted(), [flow]);
  known.set(id, calendar);
  return calendar;
}
