import type { AnyFormula } from "../metrics/metric.ts";
import { metrics } from "../metrics/registry.ts";
import { tableFigures } from "../metrics/value-added-claims.ts";
import { valueAddedMetric } from "../metrics/value-added-shares.ts";
import { flowMetric } from "./flow-metric.ts";

/** Every metric of which a claim can state a number. */
export const claimMetrics: readonly Pick<AnyFormula, "id" | "unit">[] = [
  ...metrics,
  valueAddedMetric,
  ...tableFigures.map(({ metric }) => metric),
  flowMetric,
];
