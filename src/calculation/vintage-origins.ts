import { keptIn } from "../kept-in.ts";
import type { Interval } from "../numbers/interval.ts";
import { addIntervals, pointInterval } from "../numbers/interval.ts";
import type { Flow, Series, SeriesKey } from "../records/record.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import type { UsedFigure } from "./flow-figure.ts";

/** A record that went into a figure, and the vintage that it is of. */
export interface Origin {
  readonly flow: Flow;
  readonly period: string;
  readonly vintage: string | null;
  /** The step in US dollars to which it is rounded; null for exact dollars. */
  readonly rounding: number | null;
}

/** The records behind figures, one by one: those of the world are as many as the pairs that trade. */
export function* originsOf(figures: readonly UsedFigure[]): Generator<Origin> {
  for (const { flow, figure, dataset } of figures) {
    for (const { series, labels } of figure.records) {
      for (const period of labels) {
        const { vintage, rounding = null } = originOf(series, period);
        yield { flow, period, vintage: vintage ?? dataset.description.vintage, rounding };
      }
    }
  }
}

/** The vintage and the rounding of one figure of a series. */
export function originOf(
  series: Series,
  label: string,
): { readonly vintage: string | null; readonly rounding?: number | undefined } {
  const { vintage = null, rounding, originOf: find } = series as Partial<StoredSeries>;
  return find?.(label) ?? { vintage, rounding };
}

/** The distinct vintages of records, in the order of their names. */
export function vintageNames(origins: Iterable<Origin>): string[] {
  const names = new Set<string>();
  for (const { vintage } of origins) if (vintage !== null) names.add(vintage);
  return [...names].sort();
}

/** The distinct vintages of the records behind figures, in the order of their names. */
export function vintagesOf(figures: readonly UsedFigure[]): string[] {
  return vintageNames(originsOf(figures));
}

/** Whether exports and imports of one period are of two annual revisions. */
export function revisionsDiffer({ vintages }: TradeDataset, origins: readonly Origin[]): boolean {
  const revisionOf = (name: string | null) =>
    vintages?.find(({ vintage }) => vintage === name)?.revision;
  const byPeriod = new Map<string, Map<Flow, Set<string | null | undefined>>>();
  for (const { period, flow, vintage } of origins) {
    const flows = keptIn(byPeriod, period, () => new Map());
    keptIn(flows, flow, () => new Set()).add(revisionOf(vintage));
  }
  return [...byPeriod.values()].some((flows) => {
    const revisions = [...flows.values()].flatMap((all) => [...all]);
    return flows.size > 1 && new Set(revisions).size > 1;
  });
}

/** Whether all vintages that have the records of some figures have them alike. */
export function isSettled(
  dataset: TradeDataset,
  all: readonly { readonly figures: readonly UsedFigure[] }[],
): boolean {
  return all
    .flatMap(({ figures }) => figures)
    .every(({ partner, figure }) =>
      figure.records.every(({ series, labels }) => {
        const same = inAllVintages(dataset, partner, series);
        return labels.every((label) => {
          const value = series.values.get(label);
          return same.every(({ values }) => (values.get(label) ?? value) === value);
        });
      }),
    );
}

const alikeKnown = new WeakMap<Series, readonly StoredSeries[]>();

/** The series of every vintage that is about the same as one of their dataset. */
function inAllVintages(
  { vintages = [] }: TradeDataset,
  partner: string,
  series: Series,
): readonly StoredSeries[] {
  return keptIn(alikeKnown, series, () =>
    vintages.flatMap(({ data }) =>
      data.seriesOf(partner).filter(({ key }) => isSameKey(key, series.key)),
    ),
  );
}

function isSameKey(one: SeriesKey, other: SeriesKey): boolean {
  const names = Object.keys(one) as (keyof SeriesKey)[];
  return names.every((name) => one[name] === other[name]);
}

/**
 * All values that a sum may have whose records were published rounded: half a step to either side for
 * each. null for a sum of exact dollars.
 */
export function roundedInterval(value: number, figures: readonly UsedFigure[]): Interval | null {
  let half = 0;
  for (const { rounding } of originsOf(figures)) half += (rounding ?? 0) / 2;
  return half === 0 ? null : addIntervals(pointInterval(value), { low: -half, high: half });
}
