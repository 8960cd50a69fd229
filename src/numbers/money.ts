/** The largest amount, in whole US dollars, that is held exactly: 2^53 - 1, some nine quadrillion. */
export const LARGEST_AMOUNT = Number.MAX_SAFE_INTEGER;

const units: Readonly<Record<string, number>> = {
  USD: 0,
  "USD thousand": 3,
  "USD million": 6,
  "USD billion": 9,
};

/** The units in which a record may give its value. */
export const moneyUnits: readonly string[] = Object.keys(units);

export type MoneyProblem = "not-a-number" | "thousands-separator" | "negative" | "too-large";

export type Money = { readonly amount: number } | { readonly problem: MoneyProblem };

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;
/** Digits of which every number is held exactly: nearly all that are read. */
const FEW_DIGITS = /^\d{1,15}$/;

/**
 * Whole US dollars from a decimal text and its unit, computed on the digits so that no binary
 * fraction enters: `322742.472406` in `USD million` is exactly 322742472406. Digits below one
 * dollar are rounded half away from zero.
 * @param unit one of `moneyUnits`.
 */
export function dollarsFromText(text: string, unit = "USD"): Money {
  if (unit === "USD" && FEW_DIGITS.test(text)) return { amount: Number(text) };
  const plain = plainAmount(text, units[unit]!);
  if (plain !== null) return { amount: plain };
  const match = PLAIN.exec(text);
  if (!match) {
    return {
      problem: /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
        ? "thousands-separator"
        : "not-a-number",
    };
  }
  const [, sign, whole, fraction = "", exponent = "0"] = match;
  const shift = Number(exponent) - fraction.length + units[unit]!;
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
