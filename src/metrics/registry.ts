import { balanceMetric } from "./balance.ts";
import { coverageMetric } from "./coverage.ts";
import { deficitRatioMetric } from "./deficit-ratio.ts";
import { growthMetric } from "./growth.ts";
import type { Metric } from "./metric.ts";
import { nonPetroleumMetric } from "./non-petroleum.ts";
import { normalisedBalanceMetric } from "./normalised-balance.ts";
import { shareMetric } from "./share.ts";

/** Every metric that is computed from flows of trade. */
export const metrics: readonly Metric[] = [
  balanceMetric,
  deficitRatioMetric,
  coverageMetric,
  normalisedBalanceMetric,
  nonPetroleumMetric,
  shareMetric,
  growthMetric,
] as readonly Metric[];

export function findMetric(id: string): Metric | undefined {
  return metrics.find((metric) => metric.id === id);
}
