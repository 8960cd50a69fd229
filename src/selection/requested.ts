import type { StoredSeries } from "../sources/dataset.ts";
import { askedCodes, isRequested } from "./coverage.ts";
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

/** The series that a selection of products names, found once for all periods. */
export function requestedOf(inSector: readonly StoredSeries[], request: FlowRequest): Requested {
  let known = requestedKnown.get(inSector);
  if (!known) {
    known = new WeakMap();
    requestedKnown.set(inSector, known);
  }
  const { codes } = request.product;
  let requested = known.get(codes);
  if (!requested) {
    const asked = askedCodes(request);
    const isOwn = ({ key }: StoredSeries) => asked.includes(key.product);
    requested = {
      own: inSector.filter(isOwn),
      below: inSector.filter((series) => !isOwn(series) && isRequested(series, request)),
    };
    known.set(codes, requested);
  }
  return requested;
}
