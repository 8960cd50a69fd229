import { z } from "zod";
import { issueWords } from "../../issue-words.ts";
import {
  dollarsFromText,
  LARGEST_AMOUNT,
  type MoneyProblem,
  moneyUnitOf,
  moneyUnits,
} from "../../numbers/money.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import { normalizedProduct } from "../../products/product.ts";
import { type Period, PeriodError, parsePeriod } from "../../records/period.ts";
import { ALL_PRODUCTS, DOLLARS, type SeriesKey } from "../../records/record.ts";
import type { RecordDefaults } from "../description.ts";
import { detached } from "../formats/by-texts.ts";
import { flowHint } from "../formats/flow-words.ts";
import { type Mend, mendOf, shellWord } from "./mend.ts";

/** The columns of our own record layout, the required ones first. */
export const requiredColumns = ["period", "partner", "flow", "value"] as const;
export const optionalColumns = [
  "reporter",
  "product",
  "sector",
  "flowBasis",
  "valuation",
  "basis",
  "unit",
  "edition",
  "adjusted",
  "prices",
  "status",
] as const;

export type RawRow = Readonly<Record<string, string>>;

export interface RowProblem {
  readonly column: string;
  readonly message: string;
  /** The options that read the text as it is written, where there are such. */
  readonly mend?: Mend;
}

/** What a row is about, and the unit of its value. */
export type ParsedKey =
  | {
      readonly key: SeriesKey;
      readonly period: Period;
      readonly unit: string;
      /** The edition that the row states, whatever its product; undefined where it states none. */
      readonly edition: string | undefined;
    }
  | { readonly problem: RowProblem };

const oneOf = <const Words extends readonly string[]>(words: Words, hint = (_: unknown) => "") =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.toLowerCase() : value),
    z.enum(words, {
      error: ({ input }) => `expected ${words.join(" or ")}, got ${quoted(input)}${hint(input)}`,
    }),
  );

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** One row as text, with the defaults of its table filled in. */
const textSchema = z.object({
  period: z.string().transform((text, context) => {
    try {
      return parsePeriod(text);
    } catch (error) {
      if (!(error instanceof PeriodError)) throw error;
      context.addIssue({ code: "custom", message: error.message.replace(/^period: /, "") });
      return z.NEVER;
    }
  }),
  flow: oneOf(["export", "import"], (text) => (text === undefined ? "" : flowHint(String(text)))),
  product: z.string().transform((text, context) => {
    const product = normalizedProduct(text);
    if (product !== null) return product;
    context.addIssue({
      code: "custom",
      message: `expected total or system:code such as hs:27, got ${quoted(text)}`,
    });
    return z.NEVER;
  }),
  sector: oneOf(["goods", "services"]),
  flowBasis: optional(oneOf(["total", "domestic", "general", "consumption"])),
  valuation: optional(oneOf(["fas", "fob", "customs", "cif"])),
  basis: optional(oneOf(["census", "bop"])),
  edition: optional(z.string()),
  currency: optional(
    z.string().refine((text) => moneyUnitOf(text)?.power === 0, {
      error: ({ input }) => `expected a currency such as USD or EUR, got ${quoted(input)}`,
    }),
  ),
  adjusted: optional(oneOf(["yes", "no"])),
  prices: optional(z.string()),
  unit: z.string().refine((text) => moneyUnitOf(text) !== null, {
    error: ({ input }) =>
      `expected ${moneyUnits.join(", ")}, or another currency such as EUR million, got ${quoted(input)}`,
  }),
});

const POINT: Mend = { decimal: "point" };

const moneyProblems: Readonly<Record<MoneyProblem, (text: string) => string>> = {
  "not-a-number": (text) =>
    text === ""
      ? 'expected a number, got nothing (leave the row out, or use --missing "")'
      : `expected a number, got "${text}" (${mendWords(text)})`,
  "thousands-separator": (text) =>
    `expected a number without thousands separators, got "${text}" (write ${text.replaceAll(",", "")}, or use --decimal point)`,
  negative: (text) =>
    `a flow of trade is never negative, got ${text} (set the flow to export or import instead)`,
  "too-large": (text) =>
    `${text} is beyond ${LARGEST_AMOUNT} dollars and cannot be held exactly (check the unit)`,
};

/** What to do about a text that is no number; what holds digits is not to be counted as missing. */
function mendWords(text: string): string {
  if (!/\d/.test(text)) return `correct it, or use --missing ${shellWord(text)}`;
  const mend = mendOf(text);
  if (!mend) return "correct it";
  const { decimal, mark } = mend;
  if (mark === undefined) return `use --decimal ${decimal}`;
  const grouped = decimal === undefined ? "" : ` --decimal ${decimal}`;
  return `where ${mark} is a mark and no part of the number, use --marks ${shellWord(mark)}${grouped}`;
}

/**
 * Validates everything of a row of the record layout but its value; the text of every column is
 * trimmed. Columns that are empty are as good as left out.
 */
export function parseKey(
  raw: RawRow,
  defaults: RecordDefaults,
  partners: PartnerDirectory,
  known: KnownTexts = new KnownTexts(),
): ParsedKey {
  const row: Record<string, string> = { product: "total", sector: "goods", unit: "USD" };
  for (const name in defaults) row[name] = defaults[name as keyof RecordDefaults]!;
  for (const name in raw) if (raw[name] !== "") row[name] = raw[name]!;
  const remembered = known.recall(row, partners);
  if (remembered) return remembered;
  const parsed = parseWholeRow(row, partners);
  if ("key" in parsed) known.remember(row, parsed);
  return parsed;
}

type GoodKey = Exclude<ParsedKey, { readonly problem: RowProblem }>;

/**
 * The texts of a table that were found good, each with its meaning. A row is good when each of its
 * texts is, so that of millions of rows only those that bring a new text are parsed.
 */
export class KnownTexts {
  readonly #periods = new Map<string, Period>();
  readonly #products = new Map<string, string>();
  readonly #partners = new Map<string, string>();
  readonly #others = new Map<string, GoodKey>();

  /** The meaning of a period's text; undefined where it was not met yet. */
  periodOf(text: string): Period | undefined {
    return this.#periods.get(text);
  }

  recall(row: Readonly<Record<string, string>>, partners: PartnerDirectory): GoodKey | null {
    const period = this.#periods.get(row.period ?? "");
    const product = this.#products.get(row.product!);
    const others = this.#others.get(otherTexts(row));
    if (!period || product === undefined || !others || row.partner === undefined) return null;
    const partner = this.#partnerOf(row.partner, partners);
    const reporter = this.#partnerOf(row.reporter ?? "US", partners);
    if (partner === null || reporter === null) return null;
    const { key, unit } = others;
    const edition = row.edition || undefined;
    const own = withProduct({ ...key, reporter, partner }, product, edition);
    return { unit, period, key: own, edition };
  }

  #partnerOf(text: string, partners: PartnerDirectory): string | null {
    const known = this.#partners.get(text);
    if (known !== undefined) return known;
    const code = partnerCode(text, partners);
    if (typeof code !== "string") return null;
    this.#partners.set(detached(text), code);
    return code;
  }

  remember(row: Readonly<Record<string, string>>, parsed: GoodKey): void {
    this.#periods.set(detached(row.period!), parsed.period);
    this.#products.set(detached(row.product!), parsed.key.product);
    this.#others.set(otherTexts(row), parsed);
  }
}

/** The texts of a row that are the same words in most rows. */
function otherTexts(row: Readonly<Record<string, string>>): string {
  const { flow, sector, flowBasis, valuation, basis, unit, adjusted, currency, prices } = row;
  return `${flow}|${sector}|${flowBasis}|${valuation}|${basis}|${unit}|${adjusted}|${currency}|${prices}`;
}

/** All products are the same in every edition, so that their total belongs to none. */
export function withProduct(
  { edition: _, ...key }: SeriesKey,
  product: string,
  edition: string | undefined,
): SeriesKey {
  const isTold = edition !== undefined && product !== ALL_PRODUCTS;
  return { ...key, product, ...(isTold && { edition }) };
}

function parseWholeRow(
  row: Readonly<Record<string, string>>,
  partners: PartnerDirectory,
): ParsedKey {
  for (const name of requiredColumns) {
    if (name !== "value" && row[name] === undefined) {
      return problem(name, "is missing");
    }
  }
  const parsed = textSchema.safeParse(row, { error: issueWords });
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return problem(String(issue.path[0] ?? "row"), issue.message);
  }
  const partner = partnerCode(row.partner!, partners);
  if (typeof partner !== "string") return problem("partner", partner.message);
  const reporter = partnerCode(row.reporter ?? "US", partners);
  if (typeof reporter !== "string") return problem("reporter", reporter.message);
  const { period, flow, product, sector, flowBasis, valuation, basis, unit } = parsed.data;
  const { edition, adjusted } = parsed.data;
  const prices = pricesOf(parsed.data.prices);
  const currency = parsed.data.currency ?? moneyUnitOf(unit)!.currency;
  return {
    unit,
    period,
    edition,
    key: {
      reporter,
      partner,
      flow,
      product,
      sector,
      flowBasis: flowBasis ?? null,
      valuation: valuation ?? null,
      basis: basis ?? null,
      ...(edition !== undefined && product !== ALL_PRODUCTS && { edition }),
      ...(adjusted !== undefined && { adjusted: adjusted === "yes" }),
      ...(currency !== DOLLARS && { currency }),
      ...(prices !== null && { prices }),
    },
  };
}

/** Prices that are not those of the period itself; null for current prices, as most figures are. */
function pricesOf(text: string | undefined): string | null {
  return text === undefined || /^(?:at )?current(?: prices)?$|^nominal$/i.test(text) ? null : text;
}

/** No amount has more characters than this; longer text is a damaged file. */
const LONGEST_NUMBER = 400;

/** The value of a row in whole dollars, or what is wrong with it. */
export function parseValue(text: string, unit: string): number | RowProblem {
  if (text.length > LONGEST_NUMBER) {
    const message = `expected a number, got ${text.length} characters (correct it)`;
    return { column: "value", message };
  }
  const money = dollarsFromText(text, unit);
  if ("amount" in money) return money.amount;
  const mend = money.problem === "thousands-separator" ? POINT : mendOf(text);
  const isSpelling = money.problem === "thousands-separator" || money.problem === "not-a-number";
  const message = moneyProblems[money.problem](text);
  return { column: "value", message, ...(isSpelling && mend && { mend }) };
}

function problem(column: string, message: string): { problem: RowProblem } {
  return { problem: { column, message } };
}

/** A group named in the data is a published aggregate of that name, never its members. */
function partnerCode(text: string, partners: PartnerDirectory): string | { message: string } {
  const match = partners.find(text);
  if (match) return match.kind === "group" ? match.group.id : match.partner.code;
  const nearest = text.length > 100 ? [] : partners.nearest(text);
  const hint = nearest.length > 0 ? ` (did you mean ${nearest.join(", ")}?)` : "";
  return { message: `unknown partner "${text}"${hint}` };
}

function quoted(value: unknown): string {
  return value === undefined ? "nothing" : `"${String(value)}"`;
}
