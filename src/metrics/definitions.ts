import { contentMetric } from "./content.ts";
import type { MetricDefinition } from "./metric.ts";
import { realValueMetric } from "./real-value.ts";
import { metrics } from "./registry.ts";
import { revisionsMetric } from "./revisions.ts";
import { valueAddedMetric } from "./value-added-shares.ts";
import {
  advantageMetric,
  balanceMetric,
  decompositionMetric,
  finalDemandMetric,
  originMetric,
  participationMetric,
} from "./value-added-tables.ts";

/** Everything that an answer can be an answer of, whatever it is computed from. */
export const metricDefinitions: readonly MetricDefinition[] = [
  ...metrics,
  realValueMetric,
  valueAddedMetric,
  originMetric,
  decompositionMetric,
  participationMetric,
  finalDemandMetric,
  balanceMetric,
  advantageMetric,
  contentMetric,
  revisionsMetric,
];
