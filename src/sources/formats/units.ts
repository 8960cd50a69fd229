/** A unit of money: its currency by ISO 4217, and the power of ten in which amounts are written. */
export interface Unit {
  readonly currency: string;
  readonly power: keyof typeof WORDS;
}

const POWERS = [
  [/\b(?:hundred|100) millions?\b|亿|億/i, 8],
  [/\b(?:ten thousand|10[, ]?000)s?\b|万|萬/i, 4],
  [/\b(?:ten|10) millions?\b/i, 7],
  [/\b(billions?|bn|bil|milliards?|mrd|miles de millones)\b/i, 9],
  [/\b(crores?|cr)\b\.?/i, 7],
  [/\b(lakhs?|lacs?)\b/i, 5],
  [/\b(millions?|millones|milhões|mill?|mio|mln|mn|m)\b\.?/i, 6],
  [/\b(thousands?|thous|tsd|miles|mil|000s?|k)\b\.?|\b1[, ]?000\b/i, 3],
] as const;

/** A power that is itself counted, such as `50 million`, of which none is known. */
const COUNTED = /\b\d[\d,. ]*\s(?:thousands?|millions?|billions?|mn|bn|mln)\b/i;

const DOLLARS = /\bUS ?\$|\$ ?US\b|\bUSD(?!_PPP)|\bUS dollars?|\bU\.S\. dollars?|dólares|^\$/i;
const PLAIN_DOLLARS =
  /(?:^|\b(?:of|in|american|current|thousand|million|billion)s?[ (]+)dollars?\b|^\W*dollars?\b/i;
const CURRENCIES = [
  [/€|\bEUR(os?|O)?\b|\beuros?\b/i, "EUR"],
  [/£|\bGBP\b|pounds? sterling/i, "GBP"],
  [/(?<!US ?)\bC(?:AN?)?\$|\bCAD\b|Canadian dollars?/i, "CAD"],
  [/\bAU?S?\$|\bAUD\b|Australian dollars?/i, "AUD"],
  [/\bNZ\$|\bNZD\b|New Zealand dollars?/i, "NZD"],
  [/\bHK\$|\bHKD\b|Hong Kong dollars?/i, "HKD"],
  [/\bS\$|\bSGD\b|Singapore dollars?/i, "SGD"],
  [/\bNT\$|\bTWD\b|Taiwan(?:ese)? dollars?/i, "TWD"],
  [/\bJPY\b|\byen\b|円/i, "JPY"],
  [/\bCNY\b|\bRMB\b|\byuan\b|元/i, "CNY"],
  [
    /₹|\bINR\b|\bIndian rupees?\b|\b(?:rupees?|Rs\.?)\W+(?:in )?(?:crore|lakh)|(?:crore|lakh)s?\W+(?:of )?rupees?/i,
    "INR",
  ],
  [/\bPKR\b|Pakistani? rupees?/i, "PKR"],
  [/\bCHF\b|Swiss francs?/i, "CHF"],
  [/\bMXN\b|Mexican pesos?|pesos mexicanos/i, "MXN"],
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
 * `[Millions of dollars]`; null where it names no currency, or one that several countries have: the
 * dollars, pesos and rupees of which it does not say whose they are, but for plain dollars, and `¥`.
 */
export function unitIn(text: string): Unit | null {
  const other = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
  const code = CODE.exec(text)?.[1];
  const isDollars = DOLLARS.test(text) || PLAIN_DOLLARS.test(text);
  const currency = other ?? (isDollars ? "USD" : code);
  if (currency === undefined) return null;
  const power = POWERS.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
  const isOther = power !== 4 && power !== 8 && !/\b(?:ten|10) millions?\b/i.test(text);
  return isOther && COUNTED.test(text) ? null : { currency, power };
}

const CODE =
  /^([A-Z]{3})(?: (?:thousand|ten thousand|lakh|million|crore|hundred million|billion))?$/;

/** Countries whose own currency is called dollar, so that plain dollars may be theirs. */
const OWN_DOLLARS = "AG AU BB BN BS BZ CA DM FJ GD GY HK JM KI KN LC LR NA NZ SB SG SR TT TV TW VC";

/** Whether a text says dollars and not whose, in a table of a country that has its own. */
export function mayBeOwnDollars(text: string, reporter: string | undefined): boolean {
  if (reporter === undefined || !OWN_DOLLARS.split(" ").includes(reporter.toUpperCase()))
    return false;
  const unit = unitIn(text);
  return unit?.currency === "USD" && !/US|U\.S\.|americ/i.test(text);
}

const WORDS = {
  0: "",
  3: " thousand",
  4: " ten thousand",
  5: " lakh",
  6: " million",
  7: " crore",
  8: " hundred million",
  9: " billion",
} as const;

/** The unit as the record layout writes it: `USD million`. */
export function unitText({ currency, power }: Unit): string {
  return `${currency}${WORDS[power]}`;
}
