import { balanceMetric } from "./balance.ts";
import { complementarityMetric } from "./complementarity.ts";
import { concentrationMetric } from "./concentration.ts";
import { contributionMetric } from "./contribution.ts";
import { coverageMetric } from "./coverage.ts";
import { deficitRatioMetric } from "./deficit-ratio.ts";
import { growthMetric } from "./growth.ts";
import { grubelLloydMetric } from "./grubel-lloyd.ts";
import { intraregionalShareMetric } from "./intraregional-share.ts";
import type { AnyMetric } from "./metric.ts";
import { nonPetroleumMetric } from "./non-petroleum.ts";
import { normalisedBalanceMetric } from "./normalised-balance.ts";
import { comparativeAdvantageMetric } from "./revealed-comparative-advantage.ts";
import { shareMetric } from "./share.ts";
import { tradeIntensityMetric } from "./trade-intensity.ts";

/** Every metric that is computed from flows of trade. */
export const metrics = [
  balanceMetric,
  deficitRatioMetric,
  coverageMetric,
  normalisedBalanceMetric,
  nonPetroleumMetric,
  shareMetric,
  growthMetric,
  concentrationMetric,
  contributionMetric,
  grubelLloydMetric,
  comparativeAdvantageMetric,
  tradeIntensityMetric,
  intraregionalShareMetric,
  complementarityMetric,
] as readonly unknown[] as readonly AnyMetric[];

export function findMetric(id: string): AnyMetric | undefined {
  return metrics.find((metric) => metric.id === id);
}
