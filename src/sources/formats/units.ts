/** A unit of money: its currency by ISO 4217, and the power of ten in which amounts are written. */
export interface Unit {
  readonly currency: string;
  readonly power: keyof typeof WORDS;
}

const POWERS = [
  [/\b(billions?|bn|bil|milliards?|mrd|miles de millones)\b/i, 9],
  [/\b(crores?|cr)\b\.?/i, 7],
  [/\b(lakhs?|lacs?)\b/i, 5],
  [/\b(millions?|millones|milhões|mill?|mln|mn|m)\b\.?/i, 6],
  [/\b(thousands?|thous|tsd|miles|mil|000s?|k)\b\.?|\b1[, ]?000\b/i, 3],
] as const;

const DOLLARS = /US ?\$|\$ ?US|\bUSD(?!_PPP)|US dollars?|U\.S\. dollars?|\bdollars?\b|dólares|^\$/i;
const CURRENCIES = [
  [/€|\bEUR(os?|O)?\b|\beuros?\b/i, "EUR"],
  [/£|\bGBP\b|pounds? sterling/i, "GBP"],
  [/(?<!US ?)\bC\$|\bCAD\b|Canadian dollars?/i, "CAD"],
  [/\bA\$|\bAUD\b|Australian dollars?/i, "AUD"],
  [/\bNZ\$|\bNZD\b|New Zealand dollars?/i, "NZD"],
  [/¥|\bJPY\b|\byen\b/i, "JPY"],
  [/\bCNY\b|\bRMB\b|\byuan\b/i, "CNY"],
  [/₹|\bINR\b|\brupees?\b|\bRs\b/i, "INR"],
  [/\bCHF\b|Swiss francs?/i, "CHF"],
  [/\bMXN\b|\bpesos?\b/i, "MXN"],
  [/\bBRL\b|R\$|\breais\b/i, "BRL"],
  [/\bKRW\b|\bwon\b|₩/i, "KRW"],
  [/\bSEK\b/i, "SEK"],
  [/\bNOK\b/i, "NOK"],
  [/\bDKK\b/i, "DKK"],
  [/\bPLN\b/i, "PLN"],
  [/\bTRY\b/i, "TRY"],
  [/\bZAR\b|\brand\b/i, "ZAR"],
] as const;

/**
 * The unit that a text names, such as `USD million`, `US$ Thousand`, `EUR million` or
 * `[Millions of dollars]`; null where it names no currency.
 */
export function unitIn(text: string): Unit | null {
  const other = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
  const code = /^([A-Z]{3})(?: (?:thousand|lakh|million|crore|billion))?$/.exec(text)?.[1];
  const currency = other ?? (DOLLARS.test(text) ? "USD" : code);
  if (currency === undefined) return null;
  return { currency, power: POWERS.find(([pattern]) => pattern.test(text))?.[1] ?? 0 };
}

const WORDS = {
  0: "",
  3: " thousand",
  5: " lakh",
  6: " million",
  7: " crore",
  9: " billion",
} as const;

/** The unit as the record layout writes it: `USD million`. */
export function unitText({ currency, power }: Unit): string {
  return `${currency}${WORDS[power]}`;
}
