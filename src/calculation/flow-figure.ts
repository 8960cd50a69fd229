import { keptIn } from "../kept-in.ts";
import type { Measure } from "../metrics/cell.ts";
import type { Reason } from "../metrics/reason.ts";
import type { Interval } from "../numbers/interval.ts";
import type { ProductSelection } from "../products/product.ts";
import { type Period, periodOf, yearPeriod } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import { type Calendar, calendarOf } from "../selection/calendar.ts";
import {
  type Figure,
  type Preferences,
  type Provenance,
  preferencesId,
} from "../selection/figure.ts";
import { monthsProjected, type Projecting, projectYear } from "../selection/projection.ts";
import { isWanted, selectFlow } from "../selection/select.ts";
import type { TradeDataset } from "../sources/dataset.ts";

/** A sum of trade in whole US dollars, and the figures that it was made of. */
export interface MeasuredFigure {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly figures: readonly UsedFigure[];
  /** What a figure that is held back can be, where a published total leaves bounds. */
  readonly bounds?: Interval | null;
  /** Whose flows were added up where the data have no row of their whole. */
  readonly addedUp?: ReadonlyMap<Flow, readonly string[]>;
}

export interface UsedFigure {
  readonly dataset: TradeDataset;
  readonly partner: string;
  readonly flow: Flow;
  readonly product: ProductSelection;
  readonly period: Period;
  readonly figure: Figure;
  /** The edition of the classification in that period, where the figure itself is missing. */
  readonly editionThere?: string;
  /** Why it is not known whether a flow that is not listed is one of nothing. */
  readonly unknownBecause?: string;
}

/** One flow of one reporter with one partner. */
export interface OneFlow {
  readonly partner: string;
  readonly period: Period;
  readonly flow: Flow;
  readonly product: ProductSelection;
}

export interface FlowSettings {
  readonly preferences: Preferences;
  readonly project: Projecting;
}

/** The currency that all figures are in; empty where they are in several, or none is known. */
export function currencyOf(measured: Iterable<MeasuredFigure>): string {
  const known = new Set(
    [...measured].flatMap(({ figures }) =>
      figures.flatMap(({ figure }) => figure.provenance?.currency ?? []),
    ),
  );
  return known.size === 1 ? [...known][0]! : "";
}

/** Of figures from like records one, the first: by these all of them are compared with others. */
export function unlikeFigures(figures: readonly UsedFigure[]): readonly UsedFigure[] {
  const unlike = new Map<string, UsedFigure>();
  let [before, there]: (string | undefined)[] = [];
  for (const used of figures) {
    const { provenance } = used.figure;
    if (!provenance) continue;
    const own = provenanceId(provenance);
    // Most are like the one before.
    if (own === before && used.editionThere === there) continue;
    [before, there] = [own, used.editionThere];
    const id = `${own}|${there}`;
    if (!unlike.has(id)) unlike.set(id, used);
  }
  return listOnce([...unlike.values()]);
}

const provenancesKnown = new WeakMap<Provenance, string>();

function provenanceId(provenance: Provenance): string {
  return keptIn(provenancesKnown, provenance, () => {
    const { sectors, ...others } = provenance;
    return [...Object.values(others), ...sectors].join("|");
  });
}

const listsKnown = new WeakMap<UsedFigure, readonly UsedFigure[]>();

/** A list of one figure is the same each time, by which it is told that it was met before. */
export function listOnce(figures: readonly UsedFigure[]): readonly UsedFigure[] {
  const [first] = figures;
  if (!first || figures.length > 1) return figures;
  return keptIn(listsKnown, first, () => figures);
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

/** One flow over the products that a selection names, less those that it takes out. */
export function flowFigure(
  dataset: TradeDataset,
  flow: OneFlow,
  settings: FlowSettings,
): MeasuredFigure {
  const { excluded } = flow.product;
  if (excluded.length === 0) return ofCodes(dataset, flow, settings);
  const whole = { ...flow.product, excluded: [] };
  const parts = [whole, { ...whole, codes: excluded }].map((product) =>
    ofCodes(dataset, { ...flow, product }, settings),
  );
  const [all, out] = parts.map(({ value }) => value);
  const figures = parts.flatMap((part) => part.figures);
  const missing = parts.find(({ reason }) => reason !== null);
  if (missing) return { value: null, reason: missing.reason, figures };
  // What is left of a whole that is less than its part is no flow of trade.
  if (all! < out!) return { value: null, reason: "not-comparable", figures };
  return { value: all! - out!, reason: null, figures };
}

function ofCodes(dataset: TradeDataset, flow: OneFlow, settings: FlowSettings): MeasuredFigure {
  const take = (period: Period): UsedFigure => ({
    dataset,
    partner: flow.partner,
    flow: flow.flow,
    product: flow.product,
    period,
    figure: selectFlow(dataset, { ...flow, period }, settings.preferences),
  });
  const part = monthsProjected(settings.project, flow.period, () =>
    flowCalendar(dataset, flow, settings.preferences),
  );
  if (!part) {
    const used = take(flow.period);
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
  const known = keptIn(calendars, dataset, () => new Map());
  const wanted = () => dataset.seriesOf(partner).filter(({ key }) => isWanted(key, preferences));
  return keptIn(known, `${partner}|${flow}|${preferencesId(preferences)}`, () =>
    calendarOf(wanted(), [flow]),
  );
}
