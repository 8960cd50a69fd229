import { isWithin } from "../products/product.ts";
import { ALL_PRODUCTS } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import type { FlowRequest } from "./figure.ts";

interface Requested {
  /** The series of the codes themselves. */
  readonly own: readonly StoredSeries[];
  /** Those of codes below them. */
  readonly below: readonly StoredSeries[];
}

const requestedKnown = new WeakMap<
  readonly StoredSeries[],
  WeakMap<readonly string[], Requested>
>();

/** So few series are looked through each time. */
const FEW = 4;

/** The series that a selection of products names, found once for all periods. */
export function requestedOf(inSector: readonly StoredSeries[], request: FlowRequest): Requested {
  if (inSector.length <= FEW) return foundIn(inSector, request);
  let known = requestedKnown.get(inSector);
  if (!known) {
    known = new WeakMap();
    requestedKnown.set(inSector, known);
  }
  const { codes } = request.product;
  let requested = known.get(codes);
  if (!requested) {
    requested = foundIn(inSector, request);
    known.set(codes, requested);
  }
  return requested;
}

function foundIn(inSector: readonly StoredSeries[], request: FlowRequest): Requested {
  const asked = askedCodes(request);
  const own: StoredSeries[] = [];
  const below: StoredSeries[] = [];
  for (const series of inSector) {
    if (asked.includes(series.key.product)) own.push(series);
    else if (isRequested(series, request)) below.push(series);
  }
  return { own, below };
}

/** The codes that are asked for: those of the selection, or the one of all products. */
export function askedCodes({ product }: FlowRequest): readonly string[] {
  return product.codes.length === 0 ? [ALL_PRODUCTS] : product.codes;
}

/** Whether a series counts products that are asked for, or a part of them. */
export function isRequested(series: StoredSeries, { product }: FlowRequest): boolean {
  if (product.codes.length === 0) return true;
  return product.codes.some((code) => isWithin(series.key.product, code));
}
