import { InputError } from "../errors.ts";
import { flowMetric } from "../metrics/flow.ts";
import type { Measure, Metric } from "../metrics/metric.ts";
import { findMetric } from "../metrics/registry.ts";
import type { NamedPartner } from "../partners/directory.ts";
import {
  allProducts,
  type ProductSelection,
  parseProductSelection,
  without,
} from "../products/product.ts";
import { type Period, parsePeriod } from "../records/period.ts";
import { WORLD } from "../records/record.ts";
import { noPreferences, type Preferences } from "../selection/figure.ts";
import type { Compute } from "./file/schema.ts";
import type { ClaimSources } from "./sources.ts";

/** The reporter of the embedded data, which a group of partners leaves out. */
const REPORTER = "US";

/** What is done to the value of a metric before it is printed. */
export interface Printing {
  readonly as: Compute["as"];
  readonly negated: boolean;
  readonly inverted: boolean;
  /** Power of ten by which the value is multiplied. */
  readonly shift: number;
}

/** Everything on which one computed number depends, ready to be evaluated or varied. */
export interface Recipe {
  /** null for published shares of value added. */
  readonly metric: Metric | null;
  /** The dataset named; null where the products choose it. */
  readonly data: string | null;
  readonly partners: readonly NamedPartner[];
  readonly period: Period;
  readonly from: Period | null;
  readonly of: Measure;
  readonly product: ProductSelection;
  readonly petroleum: ProductSelection;
  readonly petroleumFlows: "both" | "imports";
  /** Partners that are the whole of a share; null for all products of the same partners. */
  readonly whole: readonly string[] | null;
  readonly preferences: Preferences;
  readonly project: boolean;
  readonly measure: string;
  readonly printing: Printing;
}

/** @throws InputError that says which key of `compute` cannot be understood. */
export function recipeOf(compute: Compute, sources: ClaimSources): Recipe {
  const product = productOf(compute);
  const valueAdded = compute.metric === "value-added";
  const metric = valueAdded ? null : (findMetric(compute.metric) ?? flowMetric);
  const directory = valueAdded
    ? sources.areas()
    : sources.of(compute.data ?? null).directoryFor(product);
  const reporter = valueAdded ? null : REPORTER;
  const text = listText(compute.partner);
  if (text === undefined) throw new InputError("compute.partner is missing (name a partner)");
  const { partners } = directory.select(text, reporter);
  if (partners.length > 1 && !compute.together) {
    throw new InputError(
      `compute.partner: ${partners.length} partners make one number only together (add together: true)`,
    );
  }
  const period = compute.to ?? compute.period;
  if (period === undefined) throw new InputError("compute.period is missing (name a period)");
  if (compute.metric === "growth" && compute.from === undefined) {
    throw new InputError("compute.from is missing (say where growth starts)");
  }
  return {
    metric,
    data: compute.data ?? null,
    partners,
    period: parsePeriod(period),
    from: compute.from === undefined ? null : parsePeriod(compute.from),
    of: compute.of ?? (compute.metric === "flow" ? "total" : "balance"),
    product,
    petroleum: parseProductSelection(compute.petroleum ?? "hs27", "compute.petroleum"),
    petroleumFlows: compute.petroleumFlows ?? "both",
    whole: wholeOf(compute.whole, (list) => directory.select(list, reporter).partners),
    preferences: {
      ...noPreferences,
      sector: compute.sector ?? null,
      exports: compute.exports ?? null,
      imports: compute.imports ?? null,
    },
    project: compute.project ?? false,
    measure: (compute.measure ?? "EXGR_DVA").toUpperCase(),
    printing: { as: compute.as, negated: false, inverted: false, shift: 0 },
  };
}

function listText(list: string | readonly string[] | undefined): string | undefined {
  return typeof list === "object" ? list.join(",") : list;
}

function productOf({ product, excludeProduct }: Compute): ProductSelection {
  const whole = product ? parseProductSelection(product, "compute.product") : allProducts;
  if (excludeProduct === undefined) return whole;
  return without(whole, parseProductSelection(excludeProduct, "compute.excludeProduct"));
}

function wholeOf(
  text: string | undefined,
  select: (list: string) => readonly NamedPartner[],
): readonly string[] | null {
  if (text === "all-products") return null;
  if (text === undefined || text === WORLD) return [WORLD];
  return select(text).map(({ code }) => code);
}
