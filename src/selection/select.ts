import { InputError } from "../errors.ts";
import { isClaimed, isWithin } from "../products/product.ts";
import {
  DOLLARS,
  type Flow,
  type Gap,
  type Sector,
  type SeriesKey,
  type Valuation,
} from "../records/record.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import { labelsIn } from "./amount.ts";
import {
  type Figure,
  type FlowRequest,
  missingFigure,
  type PartsOfWhole,
  type Preferences,
  preferencesId,
  sharedProvenance,
  type UsedRecords,
} from "./figure.ts";
import { ambiguous, differing, unlikeParts } from "./kinds-of-figure.ts";
import { askedCodes } from "./requested.ts";
import {
  lacksProduct,
  ofOneEdition,
  productsOf,
  refuseOverlap,
  topmost,
  type UsedSeries,
} from "./topmost.ts";
import { wholesOnly } from "./wholes-only.ts";

/** Series that measure the same thing and may be added across products and sectors. */
interface Stratum {
  readonly key: SeriesKey;
  readonly series: Readonly<Record<Sector, StoredSeries[]>>;
}

interface Sum {
  value: number;
  /** Why a cell that it needs has no figure. */
  gap: Gap | null;
  /** Whether it would add codes of two editions. */
  mixed: boolean;
  edition: string | null;
  readonly incomplete: boolean;
  readonly records: UsedRecords[];
  readonly sectors: Sector[];
  readonly vintages: Set<string | null>;
  wholeBesideParts: PartsOfWhole | null;
  summedFromParts: PartsOfWhole | null;
}

/**
 * The flow of one partner in one period, summed over the products asked for. Wholes are never
 * added to parts: where a code and codes below it both have records, the code itself is taken.
 * A flow basis that was not asked for is chosen by custom: total exports and general imports
 * first, then whatever there is.
 * @throws InputError when two kinds of figure would do and no rule decides between them.
 */
export function selectFlow(
  dataset: TradeDataset,
  request: FlowRequest,
  preferences: Preferences,
): Figure {
  const sums: { stratum: Stratum; sum: Sum }[] = [];
  for (const stratum of strataOf(wholesOnly(dataset, request), request, preferences)) {
    const sum = sumStratum(stratum, request);
    if (sum) sums.push({ stratum, sum });
  }
  const complete = sums.filter(({ sum }) => !sum.incomplete && sum.gap === null && !sum.mixed);
  if (complete.length === 0) return missing(sums, request);
  const ranks = rankedBy(complete);
  const best = Math.min(...ranks);
  const candidates = printedFirst(complete.filter((_, at) => ranks[at] === best));
  if (candidates.length > 1) throw ambiguous(dataset, request, candidates);
  const { stratum, sum } = candidates[0]!;
  if (sum.summedFromParts && request.product.codes.length === 0) {
    dataset.refuseHiddenWhole?.(sum.records, `${request.partner} ${request.period.label}`);
  }
  if (!Number.isSafeInteger(sum.value)) {
    throw new InputError(
      `${dataset.description.id}: the sum of ${request.flow}s of ${request.partner} in ${request.period.label} is beyond ${Number.MAX_SAFE_INTEGER} dollars and cannot be held exactly`,
    );
  }
  return {
    value: sum.value,
    reason: null,
    provenance: sharedProvenance({
      dataset: dataset.description.id,
      vintage: sum.vintages.size === 1 ? [...sum.vintages][0]! : null,
      flow: request.flow,
      flowBasis: stratum.key.flowBasis,
      valuation: stratum.key.valuation,
      basis: stratum.key.basis,
      sectors: sum.sectors,
      edition: sum.edition,
      adjusted: stratum.key.adjusted ?? null,
      currency: stratum.key.currency ?? DOLLARS,
      prices: stratum.key.prices ?? "",
      filter: dataset.filter ?? "",
    }),
    // A list that grew has room for more, which thousands of figures would keep.
    records: sum.records.slice(),
    wholeBesideParts: sum.wholeBesideParts,
    summedFromParts: sum.summedFromParts,
    leftOutSectors:
      sums.length === 1
        ? NONE
        : (["goods", "services"] as const).filter(
            (sector) =>
              !sum.sectors.includes(sector) &&
              sums.some((other) => other.sum.sectors.includes(sector)),
          ),
    gap: null,
  };
}

const NONE: readonly Sector[] = [];

/** Why nothing can be taken; a cell that is held back says more than months that are missing. */
function missing(
  sums: readonly { readonly stratum: Stratum; readonly sum: Sum }[],
  request: FlowRequest,
): Figure {
  const all = sums.map(({ sum }) => sum);
  const gaps = all.flatMap(({ gap }) => gap ?? []);
  if (gaps.includes("suppressed")) return missingFigure("suppressed", { gap: "suppressed" });
  if (gaps.length > 0) return missingFigure("no-data", { gap: "missing" });
  if (all.some(({ mixed }) => mixed)) return missingFigure("not-comparable");
  if (all.length === 0) return missingFigure("no-data");
  const unlike = unlikeParts(sums, request);
  return unlike === undefined
    ? missingFigure("incomplete-period")
    : missingFigure("not-comparable", { unlikeParts: unlike });
}

/**
 * The order of custom: total exports and general imports, then unnamed, then the rest; and of imports
 * that stand in the data at several valuations the publisher's own balance, which c.i.f. is not. Of
 * amounts in several currencies those in US dollars come first, and of those at several prices the ones
 * at the prices of their own time.
 */
function rankedBy(complete: readonly { readonly stratum: Stratum }[]): number[] {
  const inDollars = complete.some(({ stratum }) => (stratum.key.currency ?? DOLLARS) === DOLLARS);
  const valued = complete.some(({ stratum }) => stratum.key.valuation !== "cif");
  return complete.map(({ stratum: { key } }) => {
    const { flowBasis, valuation } = key;
    const custom =
      flowBasis === "total" || flowBasis === "general" ? 0 : flowBasis === null ? 1 : 2;
    const foreign = inDollars && (key.currency ?? DOLLARS) !== DOLLARS ? 8 : 0;
    const constant = key.prices === undefined ? 0 : 16;
    return (
      constant +
      foreign +
      custom * 2 +
      (key.flow === "import" && valued && valuation === "cif" ? 1 : 0)
    );
  });
}

/** A year that stands beside its adjusted months or quarters is taken as it is printed. */
function printedFirst<Candidate extends { stratum: Stratum; sum: Sum }>(
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (candidates.length < 2 || differing(candidates) !== "adjusted") return candidates;
  const printed = candidates.filter(({ sum }) =>
    sum.records.every(({ labels }) => labels.length === 1),
  );
  return printed.length > 0 ? printed : candidates;
}

type Strata = Partial<Record<Flow, readonly Stratum[]>>;
const strataKnown = new WeakMap<readonly StoredSeries[], Record<string, Strata>>();

/** The strata of a partner's flow. A dataset gives the same series each time, so they are kept. */
function strataOf(
  dataset: TradeDataset,
  { partner, flow }: FlowRequest,
  preferences: Preferences,
): readonly Stratum[] {
  const all = dataset.seriesOf(partner);
  const byWish = strataKnown.get(all) ?? {};
  strataKnown.set(all, byWish);
  const wish = preferencesId(preferences);
  const strata = byWish[wish] ?? {};
  byWish[wish] = strata;
  strata[flow] ??= divide(all, flow, preferences);
  return strata[flow];
}

function divide(
  all: readonly StoredSeries[],
  flow: Flow,
  preferences: Preferences,
): readonly Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const series of all) {
    const { key } = series;
    if (key.flow !== flow || !isWanted(key, preferences)) continue;
    const { reporter, flowBasis, valuation, basis, adjusted, currency, prices } = key;
    const id = `${reporter}|${flowBasis}|${valuation}|${basis}|${adjusted}|${currency}|${prices}`;
    const stratum: Stratum = strata.get(id) ?? { key, series: { goods: [], services: [] } };
    strata.set(id, stratum);
    stratum.series[key.sector].push(series);
  }
  return Array.from(strata.values(), ({ key, series: { goods, services } }) => ({
    key,
    series: { goods: goods.slice(), services: services.slice() },
  }));
}

/** Whether a figure agrees with every wish; a figure whose basis is not known meets no wish for one. */
export function isWanted(key: SeriesKey, preferences: Preferences): boolean {
  const flowBasis = key.flow === "export" ? preferences.exports : preferences.imports;
  return (
    (preferences.reporter === null || key.reporter === preferences.reporter) &&
    (preferences.sector === null || key.sector === preferences.sector) &&
    (flowBasis === null || key.flowBasis === flowBasis || isClaimed(key.product)) &&
    isValuedSo(key, preferences.valuation) &&
    (preferences.basis === null || key.basis === preferences.basis) &&
    (preferences.adjusted === undefined || key.adjusted === preferences.adjusted)
  );
}

/** A wish for a valuation holds for the flows that can have it: customs value is one of imports. */
function isValuedSo({ flow, valuation }: SeriesKey, wanted: Valuation | null): boolean {
  if (wanted === null || valuation === wanted) return true;
  if (wanted === "fas") return flow === "import";
  return flow === "export" && wanted !== "fob";
}

function sumStratum(stratum: Stratum, request: FlowRequest): Sum | null {
  const sum: Sum & { incomplete: boolean } = {
    value: 0,
    incomplete: false,
    gap: null,
    mixed: false,
    edition: null,
    records: [],
    sectors: [],
    vintages: new Set(),
    wholeBesideParts: null,
    summedFromParts: null,
  };
  for (const sector of ["goods", "services"] as const) {
    const inSector = stratum.series[sector];
    if (inSector.length === 0) continue;
    const { used, leftOut, mixed } = ofOneEdition(topmost(inSector, request), request);
    if (used.length === 0) continue;
    sum.mixed ||= mixed;
    refuseOverlap(used, request);
    if (lacksProduct(used, request)) return null;
    noteParts(sum, leftOut, used, request);
    sum.sectors.push(sector);
    for (const { series, amount } of used) {
      if (amount.kind === "incomplete") sum.incomplete = true;
      else if (amount.kind === "gap") sum.gap = sum.gap === "suppressed" ? sum.gap : amount.gap;
      else sum.value += amount.value;
      sum.edition ??= series.key.edition ?? null;
      sum.vintages.add(series.vintage);
      sum.records.push({ series, labels: amount.labels });
    }
  }
  return sum.sectors.length > 0 ? sum : null;
}

function noteParts(
  sum: Sum,
  leftOut: number,
  used: readonly Pick<UsedSeries, "series">[],
  request: FlowRequest,
): void {
  if (leftOut > 0) {
    const { sumOf, key } = used[0]!.series;
    const whole = sumOf?.firstIn(labelsIn(request.period)) ?? key.product;
    sum.wholeBesideParts = { whole, parts: leftOut };
  }
  const codes = used.map(({ series }) => series.key.product);
  const absent = askedCodes(request).filter((code) => !codes.includes(code));
  if (absent.length === 0) return;
  const labels = labelsIn(request.period);
  let parts = 0;
  for (const { series } of used) {
    if (absent.some((whole) => isWithin(series.key.product, whole))) {
      parts += productsOf(series, labels);
    }
  }
  if (parts > 0) sum.summedFromParts = { whole: absent.join(","), parts };
}
