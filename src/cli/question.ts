import type { Question, ShareWhole, SortOrder } from "../calculation/question.ts";
import { InputError } from "../errors.ts";
import type { Metric } from "../metrics/metric.ts";
import { type PrintedNumber, parsePrinted } from "../numbers/printed.ts";
import { didYouMean, type PartnerDirectory, type PartnerSelection } from "../partners/directory.ts";
import {
  allProducts,
  type ProductSelection,
  parseProductSelection,
  without,
} from "../products/product.ts";
import { type Period, parsePeriod, parsePeriods } from "../records/period.ts";
import { type FlowBasis, WORLD } from "../records/record.ts";
import type { OpenSources } from "../sources/open.ts";
import { inputOptions, type NumberInputs, numberUsage } from "./numbers.ts";
import type { MetricOptions, SelectionOptions } from "./options.ts";
import { underOption } from "./under-option.ts";

/** The reporter of the embedded data, which a group of partners leaves out. */
const REPORTER = "US";

/** Turns the options of the command line into a question. */
export function questionFrom(
  metric: Metric,
  options: SelectionOptions & MetricOptions,
  sources: OpenSources,
): Question {
  const product = productsOf(options);
  const directory = sources.directoryFor(product);
  const reporter =
    options.reporter !== undefined ? reporterCode(options.reporter, directory) : null;
  const periods = growthPeriods(options) ?? periodsFrom(options.period);
  return {
    metric,
    partners: directory.select(requiredPartner(options.partner, metric), reporter ?? REPORTER),
    periods,
    of: options.of ?? "balance",
    product,
    petroleum: parseProductSelection(options.petroleum ?? "hs27", "--petroleum"),
    petroleumFlows: options.petroleumFlows ?? "both",
    whole: wholeOf(options.whole, directory, reporter),
    from: options.from !== undefined ? onePeriod(options.from, "--from") : null,
    over: options.over ?? "previous",
    indexBase: options.index !== undefined ? onePeriod(options.index, "--index") : null,
    compoundAnnualGrowth: options.cagr ?? false,
    prices: pricesFrom(options.deflate),
    project: options.project ?? false,
    preferences: {
      reporter,
      sector: options.sector ?? null,
      ...flowBases(options, metric),
      valuation: options.valuation ?? null,
      basis: options.basis ?? null,
    },
    total: options.total ?? false,
    sort: sortOrder(options.sort),
    top: options.top ?? null,
  };
}

/** The printed rise of prices in percent, or null where none was given. */
export function pricesFrom(text: string | undefined, option = "--deflate"): PrintedNumber | null {
  if (text === undefined) return null;
  const prices = parsePrinted(text, option);
  if (prices.interval.low > -100) return prices;
  throw new InputError(`${option}: prices cannot fall by 100 % or more, got ${prices.text}`);
}

/** A sort option: the name of a column, with a minus in front for the largest first. */
export function sortOrder(text: string | undefined): SortOrder | null {
  if (text === undefined) return null;
  const descending = text.startsWith("-");
  return { by: descending ? text.slice(1) : text, descending };
}

function requiredPartner(partner: string | undefined, metric: Metric): string {
  if (partner !== undefined) return partner;
  throw new InputError(
    `${metric.id}: which partner? (use --partner MX, a list, a group, or WORLD)`,
    `To compute from numbers instead: ${numberUsage(metric)}`,
  );
}

/** The products of --product without those of --exclude-product. */
export function productsOf({ product, excludeProduct }: MetricOptions): ProductSelection {
  const whole = product !== undefined ? parseProductSelection(product, "--product") : allProducts;
  if (excludeProduct === undefined) return whole;
  return without(whole, parseProductSelection(excludeProduct, "--exclude-product"));
}

function growthPeriods(options: MetricOptions & SelectionOptions): Period[] | null {
  if (options.to === undefined) return null;
  if (options.period !== undefined) {
    throw new InputError("--to and --period both say which period is meant (use one)");
  }
  return [onePeriod(options.to, "--to")];
}

/** One period of an option, with the option's name in the message. */
export function onePeriod(text: string, option: string): Period {
  return underOption(option, () => parsePeriod(text));
}

/** The periods of --period; null where none are named. */
export function periodsFrom(text: string | undefined): Period[] | null {
  return text === undefined ? null : underOption("--period", () => parsePeriods(text));
}

/** The bases that --exports and --imports name. */
export function flowBases(options: SelectionOptions, numbers: NumberInputs | null) {
  return {
    exports: flowBasis("exports", ["total", "domestic"], options, numbers),
    imports: flowBasis("imports", ["general", "consumption"], options, numbers),
  };
}

function flowBasis<Basis extends FlowBasis>(
  flow: "exports" | "imports",
  allowed: readonly Basis[],
  options: SelectionOptions,
  numbers: NumberInputs | null,
): Basis | null {
  const text = options[flow];
  if (text === undefined) return null;
  const basis = allowed.find((each) => each === text.toLowerCase());
  if (basis) return basis;
  const isInput = numbers !== null && inputOptions(numbers).some(({ name }) => name === flow);
  const expected = `${allowed.join(" or ")}${isInput ? ", or a number" : ""}`;
  throw new InputError(`--${flow}: expected ${expected}, got "${text}"`);
}

function wholeOf(
  text: string | undefined,
  directory: PartnerDirectory,
  reporter: string | null,
): ShareWhole {
  if (text === "all-products") return { kind: "all-products" };
  return { kind: "partners", selection: wholeSelection(text ?? WORLD, directory, reporter) };
}

function wholeSelection(
  text: string,
  directory: PartnerDirectory,
  reporter: string | null,
): PartnerSelection {
  if (text === WORLD) {
    const world = { code: WORLD, name: directory.nameOf(WORLD), kind: "aggregate" } as const;
    return { partners: [world], whole: world };
  }
  return underOption("--whole", () => directory.select(text, reporter ?? REPORTER));
}

function reporterCode(text: string, directory: PartnerDirectory): string {
  const match = directory.find(text);
  if (match?.kind === "partner") return match.partner.code;
  throw new InputError(
    `--reporter: unknown reporter "${text}"`,
    didYouMean(directory.nearest(text)),
  );
}
