/** The largest amount, in whole US dollars, that is held exactly: 2^53 - 1, some nine quadrillion. */
export const LARGEST_AMOUNT = Number.MAX_SAFE_INTEGER;

/** Powers of ten by their words; lakh and crore are those of India, 10^4 and 10^8 those of East Asia. */
const powers: Readonly<Record<string, number>> = {
  "": 0,
  ten: 1,
  hundred: 2,
  thousand: 3,
  "ten thousand": 4,
  lakh: 5,
  million: 6,
  crore: 7,
  "hundred million": 8,
  billion: 9,
  "ten billion": 10,
  "hundred billion": 11,
  trillion: 12,
};

/** A currency by ISO 4217, and the power of ten in which amounts are given. */
export interface MoneyUnit {
  readonly currency: string;
  readonly power: number;
}

const UNIT = /^([A-Z]{3})(?: ([a-z ]+))?$/;
let currencies: ReadonlySet<string> | null = null;
const unitsKnown = new Map<string, MoneyUnit | null>();

/**
 * The meaning of `USD`, `EUR million` or `INR crore`; null for anything else, such as `USD_PPP`,
 * which are no dollars that anybody paid.
 */
export function moneyUnitOf(text: string): MoneyUnit | null {
  const known = unitsKnown.get(text);
  if (known !== undefined) return known;
  const [, currency, word = ""] = UNIT.exec(text) ?? [];
  const power = Object.hasOwn(powers, word) ? powers[word]! : null;
  let unit: MoneyUnit | null = null;
  if (currency !== undefined && power !== null) {
    if (currency !== "USD") currencies ??= new Set(Intl.supportedValuesOf("currency"));
    if (currency === "USD" || currencies!.has(currency)) unit = { currency, power };
  }
  unitsKnown.set(text, unit);
  return unit;
}

/** The units of US dollars in which a record may give its value. */
export const moneyUnits: readonly string[] = ["USD", "USD thousand", "USD million", "USD billion"];

export type MoneyProblem = "not-a-number" | "thousands-separator" | "negative" | "too-large";

export type Money = { readonly amount: number } | { readonly problem: MoneyProblem };

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
/** Digits of which every number is held exactly: nearly all that are read. */
const FEW_DIGITS = /^\d{1,15}$/;

/**
 * Whole US dollars, or whole units of another currency, from a decimal text and its unit, computed on the digits so that no binary
 * fraction enters: `322742.472406` in `USD million` is exactly 322742472406. Digits below one
 * dollar are rounded half away from zero.
 * @param unit one that `moneyUnitOf` knows.
 */
export function dollarsFromText(text: string, unit = "USD"): Money {
  if (unit === "USD" && FEW_DIGITS.test(text)) return { amount: Number(text) };
  const plain = plainAmount(text, moneyUnitOf(unit)!.power);
  if (plain !== null) return { amount: plain };
  const match = PLAIN.exec(text);
  if (!match) {
    return {
      problem: /^[+-]?(?:\d{1,3}(,\d{3})+|\d{1,2}(,\d{2})+,\d{3})(\.\d+)?$/.test(text)
        ? "thousands-separator"
        : "not-a-number",
    };
  }
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  const shift = Number(exponent) - fraction.length + moneyUnitOf(unit)!.power;
  const digits = BigInt(whole! + fraction);
  if (sign === "-" && digits > 0n) return { problem: "negative" };
  if (digits > 0n && shift > 20) return { problem: "too-large" };
  const dollars =
    shift >= 0 ? digits * 10n ** BigInt(shift) : roundedQuotient(digits, 10n ** BigInt(-shift));
  if (dollars > BigInt(LARGEST_AMOUNT)) return { problem: "too-large" };
  return { amount: Number(dollars) };
}

const POINT = 46;
const ZERO = 48;
const FEW = 15;

/**
 * The same where the text is digits and perhaps a point, so few of them that doubles hold them, and
 * nothing is left below one dollar; else null. Most numbers are such, and millions may be read.
 */
function plainAmount(text: string, decimals: number): number | null {
  let digits = 0;
  let point = -1;
  if (text.length === 0 || text.length > FEW) return null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && point < 0 && at > 0) point = at;
    else if (code >= ZERO && code < ZERO + 10) digits = digits * 10 + code - ZERO;
    else return null;
  }
  const fraction = point < 0 ? 0 : text.length - point - 1;
  if (point >= 0 && fraction === 0) return null;
  const shift = decimals - fraction;
  if (shift < 0) return null;
  const dollars = digits * 10 ** shift;
  return dollars <= LARGEST_AMOUNT ? dollars : null;
}

/** `numerator / denominator` rounded half up; both positive. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}
