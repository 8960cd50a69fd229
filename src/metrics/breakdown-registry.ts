import type { BreakdownMetric } from "./breakdown.ts";
import { complementarityMetric } from "./complementarity.ts";
import { concentrationMetric } from "./concentration.ts";
import { contributionMetric } from "./contribution.ts";
import { grubelLloydMetric } from "./grubel-lloyd.ts";
import { intraregionalShareMetric } from "./intraregional-share.ts";
import { comparativeAdvantageMetric } from "./revealed-comparative-advantage.ts";
import { tradeIntensityMetric } from "./trade-intensity.ts";

/** Every metric of how trade is made up, by partner or by product. */
export const breakdownMetrics: readonly BreakdownMetric[] = [
  concentrationMetric,
  contributionMetric,
  grubelLloydMetric,
  comparativeAdvantageMetric,
  tradeIntensityMetric,
  intraregionalShareMetric,
  complementarityMetric,
] as readonly BreakdownMetric[];
