import { isWithin } from "../products/product.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import type { FlowRequest } from "./figure.ts";
import { askedCodes, isRequested } from "./requested.ts";

/**
 * Tells whether a part of the period that a series leaves out was a zero flow: where a record
 * of a whole that holds the product was published, the product had no trade. Records of its own
 * parts, or of other products that were asked for by name, tell nothing of it. Only where a whole is
 * added up from whatever narrower codes there are do these speak for each other.
 */
export function zeroFlowsOf(
  { key }: StoredSeries,
  inSector: readonly StoredSeries[],
  request: FlowRequest,
): (label: string) => boolean {
  const holds = (other: StoredSeries) =>
    other.key.product !== key.product && isWithin(key.product, other.key.product);
  if (askedCodes(request).includes(key.product)) {
    // Wholes of a code are few, so that the records of all others need not be looked at.
    return (label) =>
      wholesOf(key.product, inSector, holds).some(({ values }) => values.has(label));
  }
  const isWitness = (other: StoredSeries) => {
    if (other.key.product === key.product) return false;
    return (
      holds(other) || (isRequested(other, request) && !isWithin(other.key.product, key.product))
    );
  };
  return (label) => holdersOf(label, inSector).some(isWitness);
}

const wholesKnown = new WeakMap<readonly StoredSeries[], Map<string, readonly StoredSeries[]>>();

/** The series of wholes of a code, found once for all periods. */
function wholesOf(
  code: string,
  inSector: readonly StoredSeries[],
  holds: (other: StoredSeries) => boolean,
): readonly StoredSeries[] {
  const known = wholesKnown.get(inSector) ?? new Map<string, readonly StoredSeries[]>();
  wholesKnown.set(inSector, known);
  const wholes = known.get(code) ?? inSector.filter(holds);
  known.set(code, wholes);
  return wholes;
}

const holdersKnown = new WeakMap<readonly StoredSeries[], Map<string, StoredSeries[]>>();

/** The series that have a record of a period, found once for all that lack one. */
function holdersOf(label: string, inSector: readonly StoredSeries[]): readonly StoredSeries[] {
  let holders = holdersKnown.get(inSector);
  if (!holders) {
    holders = new Map();
    for (const series of inSector) {
      for (const held of series.values.keys()) {
        const known = holders.get(held);
        if (known) known.push(series);
        else holders.set(held, [series]);
      }
    }
    holdersKnown.set(inSector, holders);
  }
  return holders.get(label) ?? [];
}
