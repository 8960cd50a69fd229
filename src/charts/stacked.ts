import type { Answer, ResultRow } from "../calculation/result.ts";
import type { StackedChart } from "./chart.ts";
import { axisTitle, chartSubtitle, chartTitle, periodsOf, valueScale } from "./frame.ts";
import { periodTitle } from "./period-title.ts";

/** More parts than this can no longer be told apart; the smaller ones are drawn as one. */
const MOST_PARTS = 8;
const OTHER = "Other";

/** Rows that sum others: they would be drawn twice. */
const SUMS = new Set(["DOMESTIC", "FOREIGN"]);

/** Whether every row is a part of a whole: the value added of one origin in an exporter's exports. */
export function hasParts({ result }: Answer): boolean {
  return (
    result.rows.length > 0 &&
    result.rows.every(({ exporter, origin }) => exporter !== undefined && origin !== undefined)
  );
}

/**
 * A bar for each exporter (and period), made of the shares of the origins. The largest origins keep
 * their names, the largest first; the rest are one part. A row without a figure adds no part.
 */
export function stackedChart(answer: Answer, digits: number | null): StackedChart {
  const origins = answer.result.rows.filter(({ origin }) => !SUMS.has(String(origin)));
  const rows = origins.length > 0 ? origins : answer.result.rows;
  const scale = valueScale(answer, digits);
  const several = periodsOf(rows).length > 1;
  const barOf = (row: ResultRow) => {
    const exporter = String(row.exporterName ?? row.exporter);
    return several && row.period !== null ? `${exporter}, ${periodTitle(row.period)}` : exporter;
  };
  const originOf = (row: ResultRow) => String(row.originName ?? row.origin);
  const sizes = new Map<string, number>();
  for (const row of rows) {
    sizes.set(originOf(row), (sizes.get(originOf(row)) ?? 0) + Math.abs(row.value ?? 0));
  }
  const bySize = [...sizes].sort((a, b) => b[1] - a[1]).map(([origin]) => origin);
  const named = bySize.length > MOST_PARTS ? bySize.slice(0, MOST_PARTS - 1) : bySize;
  const parts = named.length < bySize.length ? [...named, OTHER] : named;
  const bars = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const bar = bars.get(barOf(row)) ?? new Map<string, number>();
    bars.set(barOf(row), bar);
    if (row.value === null) continue;
    const part = named.includes(originOf(row)) ? originOf(row) : OTHER;
    bar.set(part, (bar.get(part) ?? 0) + row.value / scale.divisor);
  }
  return {
    kind: "stacked",
    title: chartTitle(answer),
    subtitle: chartSubtitle(answer),
    axis: axisTitle(answer, scale),
    digits: scale.digits,
    parts,
    bars: [...bars].map(([label, own]) => ({
      label,
      parts: parts.flatMap((part) =>
        own.has(part) ? [{ label: part, value: own.get(part)! }] : [],
      ),
    })),
  };
}
