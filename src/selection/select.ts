import { InputError } from "../errors.ts";
import { isWithin, productSystem } from "../products/product.ts";
import { ALL_PRODUCTS, type Sector, type SeriesKey } from "../records/record.ts";
import type { StoredSeries, TradeDataset } from "../sources/dataset.ts";
import { type Amount, amountOf } from "./amount.ts";
import {
  type Figure,
  type FlowRequest,
  missingFigure,
  type PartsOfWhole,
  type Preferences,
} from "./figure.ts";

/** Series that measure the same thing and may be added across products and sectors. */
interface Stratum {
  readonly key: SeriesKey;
  readonly series: StoredSeries[];
}

interface Sum {
  value: number;
  readonly incomplete: boolean;
  readonly records: string[];
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
  for (const stratum of strataOf(dataset, request, preferences)) {
    const sum = sumStratum(stratum, request);
    if (sum) sums.push({ stratum, sum });
  }
  const complete = sums.filter(({ sum }) => !sum.incomplete);
  if (complete.length === 0) {
    return missingFigure(sums.length > 0 ? "incomplete-period" : "no-data");
  }
  const best = Math.min(...complete.map(({ stratum }) => customRank(stratum.key)));
  const candidates = complete.filter(({ stratum }) => customRank(stratum.key) === best);
  if (candidates.length > 1) throw ambiguous(dataset, request, candidates);
  const { stratum, sum } = candidates[0]!;
  if (!Number.isSafeInteger(sum.value)) {
    throw new InputError(
      `${dataset.description.id}: the sum of ${request.flow}s of ${request.partner} in ${request.period.label} is beyond ${Number.MAX_SAFE_INTEGER} dollars and cannot be held exactly`,
    );
  }
  return {
    value: sum.value,
    reason: null,
    provenance: {
      dataset: dataset.description.id,
      vintage: sum.vintages.size === 1 ? [...sum.vintages][0]! : null,
      flow: request.flow,
      flowBasis: stratum.key.flowBasis,
      valuation: stratum.key.valuation,
      basis: stratum.key.basis,
      sectors: sum.sectors,
    },
    records: sum.records,
    wholeBesideParts: sum.wholeBesideParts,
    summedFromParts: sum.summedFromParts,
  };
}

/** The order of custom: total exports and general imports, then unnamed, then the rest. */
function customRank({ flowBasis }: SeriesKey): number {
  if (flowBasis === "total" || flowBasis === "general") return 0;
  return flowBasis === null ? 1 : 2;
}

function strataOf(
  dataset: TradeDataset,
  { partner, flow }: FlowRequest,
  preferences: Preferences,
): Stratum[] {
  const strata = new Map<string, Stratum>();
  for (const series of dataset.seriesOf(partner)) {
    const { key } = series;
    if (key.flow !== flow || !isWanted(key, preferences)) continue;
    const id = [key.reporter, key.flowBasis, key.valuation, key.basis].join("|");
    const stratum = strata.get(id);
    if (stratum) stratum.series.push(series);
    else strata.set(id, { key, series: [series] });
  }
  return [...strata.values()];
}

/** Whether a figure agrees with every wish; a figure whose basis is not known meets no wish for one. */
export function isWanted(key: SeriesKey, preferences: Preferences): boolean {
  const flowBasis = key.flow === "export" ? preferences.exports : preferences.imports;
  return (
    (preferences.reporter === null || key.reporter === preferences.reporter) &&
    (preferences.sector === null || key.sector === preferences.sector) &&
    (flowBasis === null || key.flowBasis === flowBasis) &&
    (preferences.valuation === null || key.valuation === preferences.valuation) &&
    (preferences.basis === null || key.basis === preferences.basis)
  );
}

function sumStratum(stratum: Stratum, request: FlowRequest): Sum | null {
  const sum: Sum & { incomplete: boolean } = {
    value: 0,
    incomplete: false,
    records: [],
    sectors: [],
    vintages: new Set(),
    wholeBesideParts: null,
    summedFromParts: null,
  };
  for (const sector of ["goods", "services"] as const) {
    const inSector = stratum.series.filter((series) => series.key.sector === sector);
    const found: { series: StoredSeries; amount: Exclude<Amount, { kind: "none" }> }[] = [];
    for (const series of inSector) {
      if (!isRequested(series, request)) continue;
      const amount = amountOf(series, request.period, coverageOf(series, inSector, request));
      if (amount.kind !== "none") found.push({ series, amount });
    }
    const codes = found.map(({ series }) => series.key.product);
    const used = found.filter(({ series }) => !hasAncestor(series.key.product, codes));
    if (used.length === 0) continue;
    refuseOverlap(used, request);
    if (lacksProduct(used, inSector, request)) return null;
    noteParts(sum, found.length - used.length, used, request);
    sum.sectors.push(sector);
    for (const { series, amount } of used) {
      if (amount.kind === "incomplete") sum.incomplete = true;
      else sum.value += amount.value;
      sum.vintages.add(series.vintage);
      const id = Object.values(series.key).join("|");
      for (const label of amount.labels) sum.records.push(`${id}|${label}`);
    }
  }
  return sum.sectors.length > 0 ? sum : null;
}

/**
 * Tells whether a part of the period that a series leaves out was a flow of nothing: where a record
 * of a whole that holds the product was published, the product had no trade. Records of its own
 * parts, or of other products that were asked for by name, tell nothing of it. Only where a whole is
 * added up from whatever narrower codes there are do these speak for each other.
 */
function coverageOf(
  { key }: StoredSeries,
  inSector: readonly StoredSeries[],
  request: FlowRequest,
): (label: string) => boolean {
  const named = askedCodes(request).includes(key.product);
  const witnesses = inSector.filter((other) => {
    if (other.key.product === key.product) return false;
    if (isWithin(key.product, other.key.product)) return true;
    return !named && isRequested(other, request) && !isWithin(other.key.product, key.product);
  });
  return (label) => witnesses.some(({ values }) => values.has(label));
}

function askedCodes({ product }: FlowRequest): readonly string[] {
  return product.codes.length === 0 ? [ALL_PRODUCTS] : product.codes;
}

/** Whether one of several products has no record, although no whole says that it had no trade. */
function lacksProduct(
  used: readonly { series: StoredSeries }[],
  inSector: readonly StoredSeries[],
  request: FlowRequest,
): boolean {
  return askedCodes(request).some((code) => {
    if (used.some(({ series }) => isWithin(series.key.product, code))) return false;
    const wholes = inSector.filter(({ key }) => isWithin(code, key.product));
    return !wholes.some((whole) => amountOf(whole, request.period).kind === "sum");
  });
}

function isRequested(series: StoredSeries, { product }: FlowRequest): boolean {
  if (product.codes.length === 0) return true;
  return product.codes.some((code) => isWithin(series.key.product, code));
}

function hasAncestor(code: string, codes: readonly string[]): boolean {
  return codes.some((other) => other !== code && isWithin(code, other));
}

/** Codes of two systems count the same goods twice; only the user can say which is meant. */
function refuseOverlap(used: readonly { series: StoredSeries }[], request: FlowRequest): void {
  const systems = new Map(
    used.map(({ series }) => [productSystem(series.key.product), series.key.product]),
  );
  if (systems.size > 1) {
    const [first, second] = [...systems.values()];
    throw new InputError(
      `${request.partner} ${request.period.label}: products ${first} and ${second} are of two systems that count the same goods`,
      "Name the products with --product, or keep one system in the data.",
    );
  }
}

function noteParts(
  sum: Sum,
  leftOut: number,
  used: readonly { series: StoredSeries }[],
  request: FlowRequest,
): void {
  if (leftOut > 0) {
    const whole = used.find(({ series }) => series.key.product.length > 0)!.series.key.product;
    sum.wholeBesideParts = { whole, parts: leftOut };
  }
  const codes = used.map(({ series }) => series.key.product);
  const absent = askedCodes(request).filter((code) => !codes.includes(code));
  const standIns = codes.filter((code) => absent.some((whole) => isWithin(code, whole)));
  if (standIns.length > 0) {
    sum.summedFromParts = { whole: absent.join(","), parts: standIns.length };
  }
}

function ambiguous(
  dataset: TradeDataset,
  request: FlowRequest,
  candidates: readonly { stratum: Stratum }[],
): InputError {
  const [a, b] = candidates.map(({ stratum }) => stratum.key);
  const differing = (["reporter", "flowBasis", "valuation", "basis"] as const).find(
    (name) => a![name] !== b![name],
  )!;
  const option =
    differing === "flowBasis" ? (request.flow === "export" ? "exports" : "imports") : differing;
  const place = `${dataset.description.id}: ${request.flow}s, ${request.partner}, ${request.period.label}`;
  const named = [...new Set([a![differing], b![differing]])].map((each) => each ?? "not stated");
  return new InputError(
    `${place}: two figures that differ in ${differing} (${named.join(", ")}) and no rule to choose one (use --${option})`,
  );
}
