import { InputError } from "../errors.ts";
import { firstOverlap, parentOf } from "../products/classification.ts";
import { isWithin, productSystem } from "../products/product.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import { type Amount, amountOf, labelsIn } from "./amount.ts";
import type { FlowRequest } from "./figure.ts";
import { askedCodes, requestedOf } from "./requested.ts";
import { zeroFlowsOf } from "./zero-flows.ts";

export interface UsedSeries {
  readonly series: StoredSeries;
  readonly amount: Exclude<Amount, { kind: "none" }>;
}

/**
 * The series to add up: those of the codes asked for, and where such a code has no record in the
 * period, the broadest of the codes below it.
 */
export function topmost(
  inSector: readonly StoredSeries[],
  request: FlowRequest,
): { used: UsedSeries[]; leftOut: number } {
  const { own, below } = requestedOf(inSector, request);
  const found: UsedSeries[] = [];
  const take = (series: StoredSeries) => {
    const amount = amountOf(series, request.period, zeroFlowsOf(series, inSector, request));
    if (amount.kind !== "none") found.push({ series, amount });
  };
  for (const series of own) take(series);
  let leftOut = 0;
  if (below.length > 0) {
    const wholes = new Set(found.map(({ series }) => series.key.product));
    for (const series of below) {
      if (!hasAncestor(series.key.product, wholes)) take(series);
      else leftOut += productsOf(series, null);
    }
  }
  if (found.length < 2) return { used: found, leftOut };
  const codes = new Set(found.map(({ series }) => series.key.product));
  const used = found.filter(({ series }) => !hasAncestor(series.key.product, codes));
  const labels = labelsIn(request.period);
  for (const { series } of found) {
    if (hasAncestor(series.key.product, codes)) leftOut += productsOf(series, labels);
  }
  return { used, leftOut };
}

/** How many products a series counts that have a record of any of these periods; null: of any. */
export function productsOf({ sumOf }: StoredSeries, labels: readonly string[] | null): number {
  return sumOf ? sumOf.productsIn(labels) : 1;
}

/**
 * The series of one edition of the classification. Where a period was reported in one edition and
 * converted to others, the latest is the original; parts of a period in two editions are not added.
 */
export function ofOneEdition(
  { used, leftOut }: { used: UsedSeries[]; leftOut: number },
  request: FlowRequest,
) {
  if (used.length < 2) return { used, leftOut, mixed: false };
  const editions = new Set(used.flatMap(({ series }) => series.key.edition ?? []));
  if (editions.size < 2) return { used, leftOut, mixed: false };
  const latest = [...editions].sort().at(-1);
  const kept = used.filter(({ series }) => (series.key.edition ?? latest) === latest);
  const others = used.filter((one) => !kept.includes(one));
  const labels = new Set(kept.flatMap(({ amount }) => amount.labels));
  const mixed = others.some(({ amount }) => amount.labels.some((label) => !labels.has(label)));
  const within = labelsIn(request.period);
  const inOthers = others.reduce((sum, { series }) => sum + productsOf(series, within), 0);
  return { used: kept, leftOut: leftOut + inOthers, mixed };
}

/** Whether one of several products has no record at all: then the others are not their sum. */
export function lacksProduct(
  used: readonly { series: StoredSeries }[],
  request: FlowRequest,
): boolean {
  return askedCodes(request).some(
    (code) => !used.some(({ series }) => isWithin(series.key.product, code)),
  );
}

/** Whether a broader code is among the codes: the total, or one of which this code is a part. */
function hasAncestor(code: string, codes: ReadonlySet<string>): boolean {
  if (code !== ALL_PRODUCTS && codes.has(ALL_PRODUCTS)) return true;
  if (/^(?:ebops|wits):/.test(code)) {
    let at = parentOf(code);
    while (at !== null && !codes.has(at)) at = parentOf(at);
    return at !== null;
  }
  if (isOfIndustries(codes))
    return [...codes].some((whole) => whole !== code && isWithin(code, whole));
  for (let length = 1; length < code.length; length += 1) {
    if (codes.has(code.slice(0, length))) return true;
  }
  return false;
}

const industriesKnown = new WeakMap<ReadonlySet<string>, boolean>();

/** Whether any of the codes is a run of industries, such as `isic:d10t12`, which no digits tell. */
function isOfIndustries(codes: ReadonlySet<string>): boolean {
  const known = industriesKnown.get(codes);
  if (known !== undefined) return known;
  const is = [...codes].some((code) => /^[a-z0-9]+:[a-z]?\d\dt\d\d$/.test(code));
  industriesKnown.set(codes, is);
  return is;
}

/** Codes of two systems count the same goods twice; only the user can say which is meant. */
export function refuseOverlap(
  used: readonly { series: StoredSeries }[],
  request: FlowRequest,
): void {
  if (used.length < 2) return;
  if (used[0]!.series.key.product.startsWith("wits:")) {
    const overlap = firstOverlap(used.map(({ series }) => series.key.product));
    if (overlap) {
      throw new InputError(
        `${request.partner} ${request.period.label}: ${overlap.join(" and ")} count the same goods (name one with --product)`,
      );
    }
  }
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
