import type { Answer, ResultColumn, ResultRow } from "../../src/calculation/result.ts";

/** An answer with these rows, for tests of what is drawn from it. */
export function answerOf(
  rows: readonly Partial<ResultRow>[],
  more: {
    unit?: "percent" | "USD";
    columns?: readonly ResultColumn[];
    parameters?: object;
    metric?: string;
  } = {},
): Answer {
  const unit = more.unit ?? "percent";
  return {
    title: "Deficit-to-export ratio",
    columns: more.columns ?? [{ name: "value", title: "Balance\u00a0/ exports", unit }],
    result: {
      schema: "trade-metrics/result/v1",
      metric: more.metric ?? "deficit-ratio",
      unit,
      definition: { formula: "balance / exports * 100", sign: "negative for a deficit" },
      parameters: { ...more.parameters },
      data: [
        {
          ...{ id: "census-goods", title: "US trade in goods by partner, monthly" },
          ...{ source: "US Census Bureau", vintage: "2025-04", sha256: null, basis: "census" },
          rows: { read: 0, used: 0, skipped: {} },
        },
      ],
      rows: rows.map((row) => ({
        ...{ partner: "MX", partnerName: "Mexico", period: "2024", value: null, unit },
        ...{ reason: row.value === undefined || row.value === null ? "no-data" : null },
        ...row,
      })) as ResultRow[],
      warnings: [],
    },
  };
}

/**
 * The ratios of Graph 1 of the first report: US trade deficit in percent of exports, January to
 * November 2024, as printed there.
 */
export const graph1 = answerOf(
  [
    ["CA", "Canada", -17.1],
    ["MX", "Mexico", -50.8],
    ["CN", "China", -206.4],
    ["IE", "Ireland", -526.1],
    ["VN", "Vietnam", -966.9],
  ].map(([partner, partnerName, value]) => ({
    ...{ partner: String(partner), partnerName: String(partnerName), value: Number(value) },
    period: "2024-01/2024-11",
  })),
);
