import { type Cell, type FigureRequest, type Measure, ONLY_REPORTER } from "../metrics/cell.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { allProducts } from "../products/product.ts";
import { isYear, monthsIn, type Period, periodOf } from "../records/period.ts";
import type { Flow } from "../records/record.ts";
import type { AskedRecords, ProductGrain, YearSpan } from "../sources/asked.ts";
import { isAll, membersOf } from "./members.ts";
import { ownParameters } from "./own-parameters.ts";
import { onePeriod, periodsOf } from "./periods.ts";
import type { QuestionWords } from "./words.ts";

/** Economies that the question names, whoever they are; a metric may ask for one as the other. */
const REPORTERS: readonly string[] = ["?"];
const PARTNERS: readonly string[] = ["?"];

/**
 * The records that a question needs, told from the figures that its metric asks for: all partners
 * where a figure is of the whole or of each of them, all reporters likewise.
 */
export function askedRecords(metric: AnyMetric, options: QuestionWords): AskedRecords {
  const { partner, reporter, whole } = options;
  const figures = requestsOf(metric, options);
  const named =
    whole === undefined || whole === "all-products" || /^[\d.$-]/.test(whole) ? [] : [whole];
  const products = productGrain(metric, options, figures);
  // The whole of reporters is that of all who have figures, with whomever, and whose flow is absent with
  // one partner has it with another. Products told apart would be too many of all partners.
  const others = options.absentAsZero === true || figures.some(({ at }) => at.reporter === "all");
  const isEveryPartner =
    (others && products === "total") || figures.some(({ at }) => at.partner !== PARTNERS);
  const isEveryReporter = figures.some(
    ({ at }) =>
      at.reporter === "all" || (at.reporter !== REPORTERS && at.reporter !== ONLY_REPORTER),
  );
  return {
    partners: partner === undefined || isEveryPartner ? null : [partner, ...named],
    reporter: reporter === undefined || isEveryReporter ? null : reporter,
    years: askedYears(options),
    products,
    others,
    acrossPartners: flowsAcross(metric, options, figures),
  };
}

/** Products of a selection are distinguished from all others, so that these cannot be added up. */
function productGrain(
  metric: AnyMetric,
  options: QuestionWords,
  figures: readonly FigureRequest[],
): ProductGrain {
  const { product, excludeProduct } = options;
  const isOfAll = product === undefined && excludeProduct === undefined;
  const ownProducts = figures.some(({ at }) => at.product.codes.length > 0);
  if (!isOfAll || ownProducts) return "each";
  const { by, level } = membersOf(metric, options);
  const hasMembers = by.includes("product") || figures.some(({ each }) => each === "product");
  if (!hasMembers) return "total";
  return level.system !== null && level.digits !== null ? level : "each";
}

/**
 * The flows whose products are those of all partners together: the figures of a question then need
 * sums by product, and of each partner the total alone, by which its records are counted.
 */
function flowsAcross(
  metric: AnyMetric,
  options: QuestionWords,
  figures: readonly FigureRequest[],
): readonly Flow[] | null {
  const { by } = membersOf(metric, options);
  // Of each reporter and partner among all, what is asked of it as a partner is of that partner alone.
  const partner = by.includes("partner") ? "?" : options.partner;
  const all = [...figures, ...requestsOf(metric, { ...options, reporter: undefined, partner })];
  const { periods } = periodsOf(options);
  const areYears = periods?.every((period) => period === "latest" || isYearPeriod(period)) ?? true;
  // A set of products that a metric names for itself is none of the members that are added up.
  const isOfAll = all.every(
    ({ at, each }) =>
      at.partner === "all" && (each ?? "product") === "product" && at.product.codes.length === 0,
  );
  const { product, excludeProduct, rolling, from } = options;
  const plain = product === undefined && excludeProduct === undefined && rolling === undefined;
  const isByProduct = by.includes("product") || figures.some(({ each }) => each === "product");
  if (!isByProduct || !areYears || !plain) return null;
  if (!isOfAll || metric.asks.change || from !== undefined) return null;
  return [...new Set(figures.flatMap(({ of }) => flowsIn(of)))];
}

function isYearPeriod(period: Period | string): boolean {
  return typeof period !== "string" && isYear(period);
}

function flowsIn(measure: Measure): readonly Flow[] {
  if (measure === "exports") return ["export"];
  return measure === "imports" ? ["import"] : ["export", "import"];
}

function requestsOf(metric: AnyMetric, options: QuestionWords): FigureRequest[] {
  const { by, each } = membersOf(metric, options);
  const { about } = metric.asks;
  const isEvery = (text: string | undefined) => text === undefined || isAll(text);
  const isOfAllReporters =
    about === "region" ||
    isAll(options.reporter) ||
    (options.reporter === undefined && by.includes("reporter"));
  const year = periodOf(0, 11);
  const at: Cell = {
    reporter: isOfAllReporters ? "all" : REPORTERS,
    partner: isEvery(options.partner) ? "all" : PARTNERS,
    // What is lifted to all products follows from what is asked of those of the question.
    product: { ...allProducts },
    period: year,
  };
  const whole = options.whole === undefined ? "members" : PARTNERS;
  const requests = metric.figures(at, {
    of: options.of ?? metric.asks.of?.[0] ?? "balance",
    by,
    each,
    own: ownParameters(metric, {}),
    whole: options.whole === "all-products" ? "all-products" : whole,
    base: year,
    indexBase: null,
  });
  return Object.values(requests);
}

/**
 * The years from whose records the figures of an answer come, by the options that name periods: with
 * a year more, or as long as the longest period, before them, where growth and projections start.
 * null where no period is named, since the latest years are then found in the data.
 */
export function askedYears(options: QuestionWords): YearSpan | null {
  const { from, index, rolling } = options;
  const { periods } = periodsOf(options);
  const ends = periods?.flatMap((period) => (typeof period === "string" ? [] : [period])) ?? [];
  if (ends.length === 0 || ends.length < periods!.length) return null;
  const starts = [
    ...(from === undefined ? [] : [onePeriod(from, "--from")]),
    ...(index === undefined ? [] : [onePeriod(index, "--index")]),
  ];
  const all = [...ends, ...starts];
  const reach = Math.max(12, ...all.map(monthsIn)) + (rolling ?? 0);
  return {
    first: Math.floor((Math.min(...all.map(({ first }) => first)) - reach) / 12),
    last: Math.max(...all.map(({ last }) => Math.floor(last / 12))),
  };
}
