/** A unit of money: its currency by ISO 4217, and the power of ten in which amounts are written. */
export interface Unit {
  readonly currency: string;
  readonly power: keyof typeof WORDS;
}

/** Words of powers of ten; those that stand beside each other are multiplied, as in `lakh crore`. */
const POWERS = [
  ["miles de millones", 9],
  ["trillions?|trn|tn|billones|трлн", 12],
  ["billions?|bn|bil|milliards?|miljard\\p{L}*|miliard\\p{L}*|milyar|mrd|mld|млрд", 9],
  ["crores?|cr", 7],
  [
    "millions?|millones|milhões|miljo\\p{L}+|miljoon\\p{L}*|milion\\p{L}*|milyon|mill|milj|mio|mln|mn|m|млн|1[, ]?000[, ]?000",
    6,
  ],
  ["lakhs?|lacs?|100[, ]?000", 5],
  ["10[, ]?000", 4],
  ["thousands?|thous|tsd|tys|tis|tuhat\\p{L}*|tusen|тыс|тис|miles|milhares|1[, ]?000|000s?|k", 3],
  ["hundreds?|100", 2],
  ["tens?|10", 1],
] as const;
const POWER = new RegExp(
  POWERS.map(([words]) => `(?<![\\p{L}\\p{N}_])(${words})(?![\\p{L}\\p{N}_])`).join("|"),
  "giu",
);

/** The numerals of China and Japan, which stand before the currency without a blank: `百万円`. */
const NUMERALS: Readonly<Record<string, number>> = {
  ...{ 兆: 12, 亿: 8, 億: 8, 万: 4, 萬: 4, 千: 3, 百: 2, 十: 1 },
};

/** Those of Korea, which are parts of other words where no currency follows. */
const KOREAN: Readonly<Record<string, number>> = { 억: 8, 만: 4, 천: 3, 백: 2 };

/** A thousand in Portuguese and Spanish, and short for a million in English. */
const MIL = /\bmil\b/i;
const IBERIAN = /R\$|\bBRL\b|\breais\b|dólares|\bpesos\b|\bmil (?:de )?(?:US\$|\$|EUR|USD|euros)/i;

/** A number that is no power of ten, such as the 50 of `50 million`, of which none is known. */
const COUNTED =
  /\b(?!(?:10*|10{1,2}(?:[, ]?000)+)\s)\d[\d,. ]*\s(?:thousands?|lakhs?|crores?|millions?|billions?|trillions?|mn|bn|mln)\b/i;

/** What stands between powers that are multiplied. */
const BESIDE = /^[^\S\n]*-?[^\S\n]*$/;
/** A power in figures, or one that counts anything: the 10 of `Top 10 partners` is none of the money. */
const COUNT = /^(?:1|tens?$|hundreds?$)/i;

/** The power of ten that a text names; null where it names several that do not stand together. */
function powerIn(text: string): number | null {
  if (COUNTED.test(text)) return null;
  const korean = /[천백만억]+(?= ?(?:달러|원))/.exec(text)?.[0] ?? "";
  const eastern = [
    ...[...text].flatMap((sign) => NUMERALS[sign] ?? []),
    ...[...korean].map((sign) => KOREAN[sign]!),
  ];
  if (eastern.length > 0) return eastern.reduce((sum, power) => sum + power, 0);
  const plain = text.replace(/(?<=\bmil)\.(?=\s|$)/i, "");
  const all = [...plain.matchAll(POWER)].map((match) => ({
    power: POWERS[match.slice(1).findIndex((group) => group !== undefined)]![1] as number,
    isCount: COUNT.test(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const isOther = all.map(({ isCount, from, to }, at) => {
    const after = all[at + 1];
    const isFactor = after !== undefined && BESIDE.test(plain.slice(to, after.from));
    return isCount && !isFactor && !isOfMoney(plain, from, to);
  });
  if (all.some(({ power }, at) => isOther[at] && power > 2)) return null;
  const found = all.filter((_, at) => !isOther[at]);
  const sums: number[] = [];
  for (const [at, { power, from }] of found.entries()) {
    const before = found[at - 1];
    if (before && BESIDE.test(plain.slice(before.to, from))) sums.push(sums.pop()! + power);
    else sums.push(power);
  }
  if (MIL.test(text)) {
    if (!IBERIAN.test(text)) return null;
    sums.push(3);
  }
  // Said twice, as in `Thousands of dollars (000)`, it is one.
  const distinct = [...new Set(sums)];
  return distinct.length > 1 ? null : (distinct[0] ?? 0);
}

/** Purchasing power parities, constant prices, chained volumes, per head and per tonne. */
const NOT_PAID =
  /PPPs?(?![a-z])|purchasing[- ]power|\binternational (?:dollars|\$)|\bconstant\b|\bchained\b|\b(?:19|20)\d\d[- ](?:prices|dollars|US ?\$|USD|euros?)|\bprices of (?:19|20)\d\d|previous[- ]year|\bin real terms|\breal (?:US|dollars|terms)|\bper (?:capita|head|person|inhabitant|ton(?:ne)?|kg|kilogram)|_CAP\b|_HAB\b/i;

const DOLLARS =
  /美元|美金|米ドル|달러|долл(?:аров|\.)? США|\bUS ?\$|\$ ?US\b|\bUSD|\bUS dollars?|\bU\.S\. dollars?|dólares|^\$/i;
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
  [/\bCNY\b|\bRMB\b|\byuan\b|(?<!美)元/i, "CNY"],
  [
    /₹|\bINR\b|\bIndian rupees?\b|\b(?:rupees?|Rs\.?)\W+(?:in )?(?:crore|lakh)|(?:crore|lakh)s?\W+(?:of )?rupees?/i,
    "INR",
  ],
  [/\bPKR\b|Pakistani? rupees?/i, "PKR"],
  [/\bCHF\b|Swiss francs?/i, "CHF"],
  [/\bMXN\b|Mexican pesos?|pesos mexicanos/i, "MXN"],
  [/\bBRL\b|R\$|\breais\b/i, "BRL"],
  [/\bKRW\b|\bwon\b|₩|[천만억] ?원/i, "KRW"],
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
 * Nobody paid international dollars, or those of constant prices, and figures per head are no trade.
 */
export function unitIn(text: string): Unit | null {
  if (NOT_PAID.test(text)) return null;
  const other = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
  const isDollars = DOLLARS.test(text) || PLAIN_DOLLARS.test(text);
  const currency = other ?? (isDollars ? "USD" : lettersIn(text));
  const power = currency === undefined ? null : powerIn(text);
  if (currency === undefined || power === null) return null;
  return Object.hasOwn(WORDS, power) ? { currency, power: power as Unit["power"] } : null;
}

/** Whether a text names a unit of money, or at least a power of ten; `kg` and `Set` do not. */
export function mayBeUnit(text: string): boolean {
  return unitIn(text) !== null || text.search(POWER) >= 0;
}

const MONEY = [DOLLARS, ...CURRENCIES.map(([pattern]) => pattern)].map(({ source }) => source);
const SIGN = `(?:${MONEY.join("|")}|\\$|\\b(?:dollars?|pesos?|rupees?|Rs\\b\\.?|francs?))`;
const MONEY_BEFORE = new RegExp(`${SIGN}[^\\S\\n]*[,:]?[^\\S\\n]*[(['’]?$`, "i");
const MONEY_AFTER = new RegExp(`^[^\\S\\n]*${SIGN}`, "i");

/** Whether a number stands beside a currency, as in `CHF 1000` and `1,000 US dollars`. */
function isOfMoney(text: string, from: number, to: number): boolean {
  if (CODE.test(text.replace(POWER, "").trim())) return true;
  return MONEY_BEFORE.test(text.slice(0, from)) || MONEY_AFTER.test(text.slice(to));
}

/** A currency by its letters alone, beside the words of powers. */
const CODE = /^([A-Z]{3})$/;

let currencies: ReadonlySet<string> | null = null;

/** The letters of ISO 4217 in a text; `USM`, the WTO's millions of dollars, are none. */
function lettersIn(text: string): string | undefined {
  const letters = CODE.exec(text.replace(POWER, "").trim())?.[1];
  currencies ??= new Set([...Intl.supportedValuesOf("currency"), "XEU", "XDR"]);
  return letters !== undefined && currencies.has(letters) ? letters : undefined;
}

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
  1: " ten",
  2: " hundred",
  3: " thousand",
  4: " ten thousand",
  5: " lakh",
  6: " million",
  7: " crore",
  8: " hundred million",
  9: " billion",
  10: " ten billion",
  11: " hundred billion",
  12: " trillion",
} as const;

/** The unit as the record layout writes it: `USD million`. */
export function unitText({ currency, power }: Unit): string {
  return `${currency}${WORDS[power]}`;
}
