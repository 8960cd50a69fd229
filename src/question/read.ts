import { InputError } from "../errors.ts";
import type { AnyMetric, Whole } from "../metrics/metric.ts";
import { type PrintedNumber, parsePrinted } from "../numbers/printed.ts";
import type { PartnerDirectory } from "../partners/directory.ts";
import {
  allProducts,
  isClaimed,
  type ProductSelection,
  parseProductSelection,
  without,
} from "../products/product.ts";
import { monthsIn } from "../records/period.ts";
import { type FlowBasis, WORLD } from "../records/record.ts";
import type { OpenSources } from "../sources/open.ts";
import { type Members, membersOf } from "./members.ts";
import { inputOptions, type NumberInputs } from "./number-options.ts";
import { ownParameters } from "./own-parameters.ts";
import { onePeriod, periodsOf } from "./periods.ts";
import type { Question, SortOrder } from "./question.ts";
import { DEFAULT_REPORTER, refuseAggregate, type Subjects, subjectsOf } from "./subjects.ts";
import { underOption } from "./under-option.ts";
import { commaList, type QuestionWords } from "./words.ts";

/**
 * Turns the options of the command line into a question.
 * @throws InputError for what cannot be understood, or cannot be asked of the metric.
 */
export function questionFrom(
  metric: AnyMetric,
  options: QuestionWords,
  sources: OpenSources,
): Question {
  const product = productsOf(options);
  const directory = sources.directoryFor(product);
  const { members, found } = placesOf(metric, options, product, directory);
  const { subjects, totals, asked, reporters } = found;
  const only = reporters?.partners.length === 1 ? reporters.partners[0]!.code : null;
  return {
    metric,
    ...members,
    subjects,
    totals,
    asked,
    directory,
    ...periodsOf(options),
    of: options.of ?? metric.asks.of?.[0] ?? "balance",
    product,
    own: ownParameters(metric, options),
    ...wholeOf(
      options.whole ?? usualWhole(metric, members, product),
      directory,
      only ?? DEFAULT_REPORTER,
    ),
    from: options.from !== undefined ? onePeriod(options.from, "--from") : null,
    over: options.over ?? "previous",
    indexBase: options.index !== undefined ? onePeriod(options.index, "--index") : null,
    compoundAnnualGrowth: options.cagr ?? false,
    prices: pricesFrom(options.deflate),
    project: projectFrom(options.project),
    absentAsZero: options.absentAsZero ?? false,
    members: options.members ?? null,
    rates: ratesFrom(options.rate),
    preferences: {
      reporter: null,
      sector: options.sector ?? null,
      ...flowBases(options, metric),
      valuation: options.valuation ?? null,
      basis: options.basis ?? null,
    },
    sort: sortOrder(options.sort),
    top: options.top ?? null,
  };
}

/**
 * Members and places. Several partners that are listed are members where the first of them are asked
 * for, so that what is left of them can be told; but not where one is a whole of others.
 */
function placesOf(
  metric: AnyMetric,
  options: QuestionWords,
  product: ProductSelection,
  directory: PartnerDirectory,
): { members: Members; found: Subjects } {
  const members = membersOf(metric, options);
  const { each } = metric.asks;
  const together = [...members.by, ...(each ? [members.each] : [])];
  const found = subjectsOf(metric, options, together, product, directory);
  const listed = found.partners?.partners ?? [];
  const addUp = listed.length > 1 && listed.every(({ kind }) => kind !== "aggregate");
  const chosen = options.top !== undefined && members.by.length === 0 && addUp;
  if (!chosen || together.includes("partner")) return { members, found };
  const byPartner = { ...members, by: ["partner"], byText: "partner" } as const;
  const again = [...together, "partner"] as const;
  return { members: byPartner, found: subjectsOf(metric, options, again, product, directory) };
}

/** The printed rise of prices in percent, or null where none was given. */
export function pricesFrom(text: string | undefined, option = "--deflate"): PrintedNumber | null {
  if (text === undefined) return null;
  const prices = parsePrinted(text, option);
  if (prices.interval.low > -100) return prices;
  throw new InputError(`${option}: prices cannot fall by 100 % or more, got ${prices.text}`);
}

/** Whether years are projected, or the month from which one is. */
function projectFrom(word: string | true | undefined): boolean | string {
  if (typeof word !== "string") return word ?? false;
  const period = onePeriod(word, "--project");
  if (monthsIn(period) === 1) return period.label;
  throw new InputError(
    `--project: expected the last month to take, such as 2025-05, got "${word}"`,
  );
}

/**
 * Exchange rates such as `EUR=1.08,GBP=1.27`, in US dollars for a unit.
 * @throws InputError for what is no rate.
 */
function ratesFrom(text: string | undefined): Readonly<Record<string, number>> | null {
  if (text === undefined) return null;
  return Object.fromEntries(
    commaList(text).map((word) => {
      const [, currency, digits] = /^([A-Z]{3})=(\d+(?:\.\d+)?)$/.exec(word) ?? [];
      const rate = Number(digits);
      if (currency !== undefined && rate > 0) return [currency, rate];
      throw new InputError(
        `--rate: "${word}" is no rate (use EUR=1.08, the US dollars for one euro, or a file)`,
      );
    }),
  );
}

/** A sort option: the name of a column, with a minus in front for the largest first. */
export function sortOrder(text: string | undefined): SortOrder | null {
  if (text === undefined) return null;
  const descending = text.startsWith("-");
  return { by: descending ? text.slice(1) : text, descending };
}

/** The products of --product without those of --exclude-product. */
export function productsOf({ product, excludeProduct }: QuestionWords): ProductSelection {
  const whole = product !== undefined ? parseProductSelection(product, "--product") : allProducts;
  if (excludeProduct === undefined) return whole;
  return without(whole, parseProductSelection(excludeProduct, "--exclude-product"));
}

/** The bases that --exports and --imports name. */
function flowBases(options: QuestionWords, numbers: NumberInputs) {
  return {
    exports: flowBasis("exports", ["total", "domestic"], options, numbers),
    imports: flowBasis("imports", ["general", "consumption"], options, numbers),
  };
}

function flowBasis<Basis extends FlowBasis>(
  flow: "exports" | "imports",
  allowed: readonly Basis[],
  options: QuestionWords,
  numbers: NumberInputs,
): Basis | null {
  const text = options[flow];
  if (text === undefined) return null;
  const basis = allowed.find((each) => each === text.toLowerCase());
  if (basis) return basis;
  const isInput = inputOptions(numbers).some(({ name }) => name === flow);
  const expected = `${allowed.join(" or ")}${isInput ? ", or a number" : ""}`;
  throw new InputError(`--${flow}: expected ${expected}, got "${text}"`);
}

/** The whole of a share that names none, where it is not the members: of claims, all imports. */
function usualWhole(
  { asks }: AnyMetric,
  { by }: Members,
  { codes }: ProductSelection,
): string | undefined {
  const isOfClaims = codes.length > 0 && codes.every(isClaimed);
  return asks.whole && by.length === 0 && isOfClaims ? "all-products" : undefined;
}

function wholeOf(
  text: string | undefined,
  directory: PartnerDirectory,
  reporter: string,
): { whole: Whole; wholeCode: string | null } {
  if (text === undefined) return { whole: "members", wholeCode: null };
  if (text === "all-products") return { whole: text, wholeCode: text };
  if (text === WORLD) return { whole: "world", wholeCode: text };
  const selection = underOption("--whole", () => directory.select(text, reporter));
  refuseAggregate(selection, "--whole", "--whole");
  return { whole: selection.partners.map(({ code }) => code), wholeCode: selection.whole.code };
}
