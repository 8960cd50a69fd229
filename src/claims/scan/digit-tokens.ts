import { nounAfter } from "./nouns.ts";
import type { Scale } from "./scanned-number.ts";
import type { Token } from "./token.ts";

/**
 * Digits with thousands and decimals. Each run of digits falls into exactly one match. In order:
 * a year that ends a sentence, before the mark of a note ·
 * 1.234,5 and 37,2% (kept as printed) · 1,234.5 and 90 000 · 2½ · a fraction of · plain.
 */
const NUMBER =
  /(?<!\$\s?)(?:19|20)\d\d(?=\.\d{1,2}(?:\s{1,3}["'(]?[A-Z]|\s{0,2}(?:\n|$)))|\d{1,3}(?:\.\d{3}){1,6},\d+|\d+,\d{1,2}(?=\s?(?:%|per\s?cent\b|(?:million|billion|trillion|mn|bn|tn)\b))|\d{1,3}(?:(?:,\d{3})+|(?:[\u00a0\u2009\u202f]\d{3})+)(?!\d)(?:\.\d+)?|\d{1,3}\s?[½¼¾⅓⅔⅛⅜⅝⅞]|[½¼¾⅓⅔⅛⅜⅝⅞]|(?:(?<![\d,.])\d{1,3}[\s-])?\d\/\d{1,2}(?=\s(?:of|percent|per\scent|percentage|million|billion|trillion)\b)|\d+(?:\.\d+)?/g;

/** A space that may be the end of a line, but not of a paragraph. */
const GAP = "[^\\S\\n]{0,2}(?:\\n[^\\S\\n]{0,8})?";

const currencies: readonly (readonly [RegExp, string])[] = [
  [/(?:US\s?\$|U\.S\.\s?\$|\bUSD)\s?$/, "USD"],
  [/(?:\bCA?\$|\bCAD|\bCan\$)\s?$/, "CAD"],
  [/(?:\bMX\$|\bMXN|\bMex\$)\s?$/, "MXN"],
  [/\$\s?$/, "USD"],
  [/(?:€|\bEUR)\s?$/, "EUR"],
  [/(?:£|\bGBP)\s?$/, "GBP"],
  [/(?:¥|\bJPY)\s?$/, "JPY"],
];

const after = (pattern: string): RegExp => new RegExp(pattern, "iy");
const suffixCurrencies: readonly (readonly [RegExp, string])[] = [
  [after(`${GAP}-?(?:(?:US|U\\.S\\.)\\s)?dollars?\\b|${GAP}USD\\b|${GAP}US\\$`), "USD"],
  [after(`${GAP}(?:(?:US|U\\.S\\.)\\s)?cents?\\b|\\s?¢`), "US cents"],
  [after(`${GAP}euros?\\b|\\s?€`), "EUR"],
  [after(`${GAP}(?:Mexican\\s)?pesos?\\b`), "MXN"],
];
const suffixUnits: readonly (readonly [RegExp, string])[] = [
  [after(`${GAP}-?(?:percentage[\\s-]points?|%[\\s-]points?|ppts?|pp)\\b`), "percentage-points"],
  [after(`${GAP}-?(?:basis[\\s-]points?|bps)\\b`), "basis-points"],
  [after(`\\s?%|${GAP}-?(?:per\\s?cent|pct)\\b`), "percent"],
  [
    after(
      "[x×](?!\\w)|-?fold\\b|\\stimes\\b(?!\\s(?:an?|per|each|every|in|since|between|during|over|before|when|at|on)\\b)",
    ),
    "times",
  ],
];

const scaleWords: Readonly<Record<string, Scale>> = {
  hundred: "hundred",
  thousand: "thousand",
  k: "thousand",
  million: "million",
  mn: "million",
  mln: "million",
  m: "million",
  billion: "billion",
  bn: "billion",
  bln: "billion",
  b: "billion",
  trillion: "trillion",
  tn: "trillion",
  trn: "trillion",
  t: "trillion",
};
const SCALE = after(
  `${GAP}-?(hundred|thousand|million|billion|trillion)\\b|\\s?(mn|mln|bn|bln|tn|trn)\\b`,
);
/** `$5m`, `$1.6T`: single letters only beside a currency, where they cannot be a unit of length. */
const SCALE_LETTER = after("([kmbt])(?!\\w)");
const RATE = after(
  `(?:${GAP}(?:an|a|per|each)${GAP}|-(?:an|a|per)-|\\s?/\\s?)(hour|day|week|month|quarter|year|worker|person|household|family|capita|barrel|ton|tonne|unit|vehicle|gallon)\\b(?!\\s(?:earlier|ago|before|later|prior|previously))`,
);
const HOURLY = after("\\s(hour)ly\\b");
/** What may stand before a minus or plus that belongs to the number behind it. */
const BEFORE_SIGN = /[\s([|:=,/"'<>~≈≥≤]/;
/** An em dash is a minus only where no word can stand before it. */
const BEFORE_EM_DASH = /[([|\t\n]/;
const SIGN_WORD = /(?:^|[^\w-])((?:minus|negative)\s)$/i;
const FACTOR = /\bfactor\sof\s(?:(?:about|around|nearly|almost|over)\s|more\sthan\s)?$/i;

const POINTS = after("\\spoints?\\b");

/** "rose 2.1 points to 6.8 percent": points are those of a percentage where one is spoken of. */
function isOfShare(plain: string, at: number): boolean {
  const around = plain.slice(Math.max(0, at - 120), at + 120);
  return /\spoints?\b/.test(around) && /%|\bper\s?cent\b|\bshare\b/i.test(around);
}

/** Reads a run of suffixes that follow one another from an offset on. */
class Reader {
  constructor(
    readonly plain: string,
    public at: number,
  ) {}

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.plain);
    if (match) this.at += match[0].length;
    return match;
  }

  takeFirst(choices: readonly (readonly [RegExp, string])[]): string | null {
    for (const [pattern, name] of choices) if (this.take(pattern)) return name;
    return null;
  }
}

/** Every run of digits of a text with the sign, currency, scale and unit that are its own. */
export function digitTokens(plain: string): Token[] {
  const tokens: Token[] = [];
  for (const match of plain.matchAll(NUMBER)) {
    tokens.push(tokenAt(plain, match.index, match[0], tokens.at(-1)?.end ?? 0));
  }
  return tokens;
}

function tokenAt(plain: string, found: number, digits: string, floor: number): Token {
  // ".5 percent": the point belongs to the number where nothing but a space or sign is before it.
  const point =
    plain[found - 1] === "." && found > floor && /[\s($+–-]/.test(plain[found - 2] ?? "\n");
  const from = point ? found - 1 : found;
  const to = found + digits.length;
  const before = (offset: number): string => plain.slice(Math.max(floor, offset - 10), offset);
  let start = from;
  let sign: Token["sign"] = "";
  const innerSign = /\$(-|–)$/.exec(before(start));
  if (innerSign) {
    start -= 1;
    sign = "-";
  }
  const currency = currencies.find(([pattern]) => pattern.test(before(start)));
  if (currency) start -= currency[0].exec(before(start))![0].length;
  const outer = signBefore(plain, start, floor);
  if (outer && sign === "") {
    start -= outer.length;
    sign = outer.sign;
  }
  if (sign === "" && inAccountingParentheses(plain, start, to)) sign = "-";
  const reader = new Reader(plain, to);
  let scale: Scale | null = null;
  let unit: string | null = currency?.[1] ?? null;
  const scaled = reader.take(SCALE) ?? (currency ? reader.take(SCALE_LETTER) : null);
  if (scaled) scale = scaleWords[(scaled[1] ?? scaled[2])!.toLowerCase()]!;
  unit ??= reader.takeFirst(suffixUnits) ?? reader.takeFirst(suffixCurrencies);
  if (unit === null && FACTOR.test(plain.slice(Math.max(0, start - 40), start))) unit = "times";
  if (unit === null && scale === null && /[/½¼¾⅓⅔⅛⅜⅝⅞]/.test(digits)) unit = "ratio";
  if (unit !== null && unit !== "times" && unit !== "ratio") {
    const rate = reader.take(RATE);
    const hourly = rate ? null : new Reader(plain, reader.at).take(HOURLY);
    const per = (rate ?? hourly)?.[1];
    if (per) unit += ` per ${per.toLowerCase()}`;
  }
  if (unit === null && scale === null && isOfShare(plain, from)) {
    if (reader.take(POINTS)) unit = "percentage-points";
  }
  return {
    start,
    end: reader.at,
    from,
    to,
    value: printedValue(point ? `0.${digits}` : digits),
    sign,
    unit,
    scale,
    noun: unit === null ? nounAfter(plain, reader.at) : null,
    word: false,
    rounded: false,
  };
}

/** A cell of a table that reads "(63,336)" is a negative number; "(5%)" in a sentence is not. */
function inAccountingParentheses(plain: string, start: number, to: number): boolean {
  return (
    /[|\t][^\S\n\t]{0,8}\($/.test(plain.slice(Math.max(0, start - 10), start)) &&
    /^%?\)[^\S\n\t]{0,8}(?:[|\t\n]|$)/.test(plain.slice(to, to + 11))
  );
}

function signBefore(
  plain: string,
  offset: number,
  floor: number,
): { sign: "-" | "+"; length: number } | null {
  const word = SIGN_WORD.exec(plain.slice(Math.max(floor, offset - 11), offset))?.[1];
  if (word) return { sign: "-", length: word.length };
  if (offset - 1 < floor) return null;
  const mark = plain[offset - 1]!;
  const neighbour = plain[offset - 2] ?? "\n";
  if (mark === "—") return BEFORE_EM_DASH.test(neighbour) ? { sign: "-", length: 1 } : null;
  if (!"-+–".includes(mark) || !BEFORE_SIGN.test(neighbour)) return null;
  return { sign: mark === "+" ? "+" : "-", length: 1 };
}

const FRACTIONS: Readonly<Record<string, string>> = {
  "½": "1/2",
  "¼": "1/4",
  "¾": "3/4",
  "⅓": "1/3",
  "⅔": "2/3",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
};

function printedValue(digits: string): string {
  const fraction = FRACTIONS[digits.at(-1)!];
  if (fraction) return `${digits.slice(0, -1).trim()} ${fraction}`.trim();
  const continental = /\.\d{3},|^\d+,\d{1,2}$/.test(digits);
  return continental ? digits : digits.replace(/[,\u00a0\u2009\u202f]/g, "");
}
