import { divideIntervals, type Interval } from "../numbers/interval.ts";
import type { Reason } from "./reason.ts";

/** A part and the whole of an economy's exports, and the same of the world's, in one currency. */
export interface TwoShares<Amount = number> {
  readonly exports: Amount;
  readonly totalExports: Amount;
  readonly worldExports: Amount;
  readonly worldTotal: Amount;
}

/** `(exports / totalExports) / (worldExports / worldTotal)`. No unit; null where a share has no whole. */
export function ratioOfShares(flows: TwoShares): number | null {
  if (ratioReason(flows)) return null;
  return flows.exports / flows.totalExports / (flows.worldExports / flows.worldTotal);
}

/** Why there is no ratio; null where there is one. */
export function ratioReason(flows: TwoShares): Reason | null {
  if (flows.totalExports === 0) return "no-exports";
  return flows.worldExports === 0 || flows.worldTotal === 0 ? "no-whole" : null;
}

/** Both shares in percent; null without a whole. */
export function sharesOf({ exports, totalExports, worldExports, worldTotal }: TwoShares) {
  return {
    share: totalExports === 0 ? null : (exports / totalExports) * 100,
    worldShare: worldTotal === 0 ? null : (worldExports / worldTotal) * 100,
  };
}

/** Each number enters once, so the quotients of the ends bound the ratio exactly. */
export function ratioInterval({
  exports,
  totalExports,
  worldExports,
  worldTotal,
}: TwoShares<Interval>): Interval | null {
  const share = divideIntervals(exports, totalExports);
  const worldShare = divideIntervals(worldExports, worldTotal);
  return share && worldShare && divideIntervals(share, worldShare);
}
