import { newerHint } from "../calculation/real-terms.ts";
import { deflatedGrowth } from "../metrics/deflate.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { type Period, parsePeriod } from "../records/period.ts";
import type { PriceIndex } from "../sources/prices.ts";
import { ComputeError } from "./compute-error.ts";
import type { Compute } from "./file/schema.ts";
import type { Recipe } from "./recipe.ts";
import type { ClaimFigure } from "./report.ts";

/** What is computed after the rise of consumer prices. */
export interface RealTerms {
  readonly prices: PriceIndex;
  /** The period whose dollars the money is in; null of growth, which needs none. */
  readonly base: Period | null;
}

/**
 * What `real` asks of a metric: growth after prices rose, or money in the dollars of a period.
 * @throws ComputeError where the metric has neither, or the index does not cover the period.
 */
export function realTermsOf(
  { real }: Pick<Compute, "real">,
  { id, unit, asks }: AnyMetric,
  prices: () => PriceIndex,
): RealTerms | null {
  if (real === undefined || real === false) return null;
  const isGrowth = asks.change === "growth";
  if (real === true) {
    if (isGrowth) return { prices: prices(), base: null };
    throw new ComputeError("real", 'in the dollars of which period? (real: "2024")');
  }
  if (isGrowth) throw new ComputeError("real", "growth needs no period (real: true)");
  if (unit !== "USD" || asks.change) {
    throw new ComputeError("real", `${id} is no amount of money (remove it)`);
  }
  const base = baseOf(real);
  if (prices().levelOf(base).level === null) {
    const { id: own, coverage } = prices().description;
    throw new ComputeError(
      "real",
      `${own} has no prices of ${base.label} (it has ${coverage.first} to ${coverage.last})`,
      newerHint(base, coverage),
    );
  }
  return { prices: prices(), base };
}

function baseOf(text: string): Period {
  try {
    return parsePeriod(text);
  } catch (error) {
    throw new ComputeError("real", (error as Error).message.replace(/^[\w-]+: /, ""));
  }
}

/** A value of a recipe after prices; null where the index does not cover its periods. */
export function afterPrices(value: number, { real, period, from }: Recipe): number | null {
  if (!real) return value;
  const { prices, base } = real;
  const to = prices.levelOf(period).level;
  const start = prices.levelOf(base ?? from ?? period).level;
  if (to === null || start === null) return null;
  return base === null ? deflatedGrowth(value, (to / start - 1) * 100) : value * (start / to);
}

/** The levels of prices behind a recipe. */
export function priceFigures({ real, period, from }: Recipe): ClaimFigure[] {
  if (!real) return [];
  const { prices, base } = real;
  const { id, vintage } = prices.description;
  return [base ?? from ?? period, period].map((one) => ({
    name: "consumer prices",
    ...{ partner: null, product: null, period: one.label },
    ...{ value: prices.levelOf(one).level, unit: "index" },
    source: `${id} ${vintage ?? ""}`.trim(),
  }));
}

/** What is to be said of months without prices; null where every month has one. */
export function priceNote({ real, period, from }: Recipe): string | null {
  if (!real) return null;
  const { prices, base } = real;
  const months = [base ?? from ?? period, period].flatMap((one) => prices.levelOf(one).unpublished);
  if (months.length === 0) return null;
  return `prices of ${[...new Set(months)].join(", ")} were never published`;
}
