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
interface Printing {
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

/** A key of `compute` that cannot be understood. */
export class ComputeError extends InputError {
  override name = "ComputeError";

  constructor(
    readonly key: keyof Compute,
    message: string,
    hint: string | null = null,
  ) {
    super(`compute.${key}: ${message}`, hint);
  }
}

/** @throws ComputeError that says which key of `compute` cannot be understood, and why. */
export function recipeOf(compute: Compute, sources: ClaimSources): Recipe {
  const product = productOf(compute);
  const valueAdded = compute.metric === "value-added";
  const metric = valueAdded ? null : (findMetric(compute.metric) ?? flowMetric);
  const directory = valueAdded
    ? sources.areas()
    : under("product", () => sources.of(compute.data ?? null).directoryFor(product));
  const reporter = valueAdded ? null : REPORTER;
  const select = (key: "partner" | "whole", text: string) =>
    under(key, () => directory.select(text, reporter).partners);
  const text = listText(compute.partner);
  if (text === undefined) throw new ComputeError("partner", "is missing (name a partner)");
  const partners = select("partner", text);
  if (partners.length > 1 && (valueAdded || !compute.together)) {
    throw new ComputeError(
      "partner",
      valueAdded
        ? `published shares are those of one area (got ${partners.length})`
        : `${partners.length} partners make one number only together (add together: true)`,
    );
  }
  const periodKey = compute.to === undefined ? "period" : "to";
  const period = compute[periodKey];
  if (period === undefined) throw new ComputeError("period", "is missing (name a period)");
  const from =
    compute.from === undefined ? null : under("from", () => parsePeriod(String(compute.from)));
  if (from === null && (compute.metric === "growth" || compute.as.endsWith("change"))) {
    throw new ComputeError("from", "is missing (say where the change starts)");
  }
  return {
    metric,
    data: compute.data ?? null,
    partners,
    period: under(periodKey, () => parsePeriod(period)),
    from,
    of: compute.of ?? (compute.metric === "flow" ? "total" : "balance"),
    product,
    petroleum: under("petroleum", () => parseProductSelection(compute.petroleum ?? "hs27", "")),
    petroleumFlows: compute.petroleumFlows ?? "both",
    whole: wholeOf(compute.whole, partners, (list) => select("whole", list)),
    preferences: {
      ...noPreferences,
      sector: compute.sector ?? null,
      exports: compute.exports ?? null,
      imports: compute.imports ?? null,
    },
    project: compute.project ?? false,
    measure: valueAdded ? measureOf(compute.measure, sources.shares.measures) : DEFAULT_MEASURE,
    printing: { as: compute.as, negated: false, inverted: false, shift: 0 },
  };
}

/** Names the key of `compute` in an error that was made for an option of the command line. */
function under<T>(key: keyof Compute, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof ComputeError) throw error;
    throw new ComputeError(key, error.message.replace(/^(--[\w-]+|period)?: /, ""), error.hint);
  }
}

const DEFAULT_MEASURE = "EXGR_DVA";

function measureOf(text: string | undefined, known: readonly string[]): string {
  const measure = (text ?? DEFAULT_MEASURE).toUpperCase();
  if (known.includes(measure)) return measure;
  throw new ComputeError("measure", `unknown measure "${text}" (use ${known.join(", ")})`);
}

function listText(list: string | readonly string[] | undefined): string | undefined {
  return typeof list === "object" ? list.join(",") : list;
}

function productOf({ product, excludeProduct }: Compute): ProductSelection {
  const whole = product ? under("product", () => parseProductSelection(product, "")) : allProducts;
  if (excludeProduct === undefined) return whole;
  return under("excludeProduct", () => without(whole, parseProductSelection(excludeProduct, "")));
}

/** The codes of the whole of a share; null where it is all products of the same partners. */
function wholeOf(
  text: string | undefined,
  partners: readonly NamedPartner[],
  select: (list: string) => readonly NamedPartner[],
): readonly string[] | null {
  if (text === "all-products") return null;
  if (text === undefined || text === WORLD) return [WORLD];
  return (text === "partners" ? partners : select(text)).map(({ code }) => code);
}
